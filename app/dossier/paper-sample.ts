import type { Day } from '#app/basics/day.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import type { UnitCounts } from '#app/tally/counts.ts'
import { compute } from '#app/verdict/compute.ts'
import { findRules } from '#app/verdict/packs.ts'
import { buildMinutes } from './minutes.ts'
import type { Paper } from './paper.ts'
import type { PaperWording, WordedPaper } from './paper-wording.ts'
import { buildPlanPaper } from './plan-paper.ts'
import { buildNotice } from './posting-notice.ts'
import { buildReport } from './report.ts'
import type { Survey } from './survey.ts'
import { buildVerificationNote } from './verification-note.ts'

/*
 * A made-up round of a made-up commune, on which a province sees its own words before any paper is made with them. Every
 * paper of it says that its data are made up.
 */

const first = '2026-03-02' as Day
const last = '2026-03-20' as Day
const closed = '2026-03-21' as Day
const madeOn = '2026-03-25' as Day

const communeName = 'Xã Sơn Lộc'
const villages = ['Đồi Chè', 'Suối Mơ'] as const
const [households, collected] = [100, 90]

const frozen = () => {
  const questionnaire = findQuestionnaire('qd318')
  const rules = findRules('hd90-2022/commune-standard')
  if (!questionnaire || !rules) throw new Error('a shipped questionnaire or rule pack is gone')
  return { questionnaire, rules }
}

const unitOf = (name: string, contents: number): UnitCounts => ({
  ...{
    name,
    commune: communeName,
    households,
    issued: households,
    collected,
    invalid: 0,
    anyDissatisfied: 5,
  },
  contents: Array.from({ length: contents }, () => ({ satisfied: 85, dissatisfied: 5, blank: 0 })),
})

const campaign = {
  ...{ name: 'Lấy ý kiến đợt 1 năm 2026', title: 'commune-standard' as const, communeName },
  ...{ startsOn: first, endsOn: last, openedOn: first, closedOn: closed },
}

const surveyOf = (provinceName: string): Survey => {
  const { questionnaire, rules } = frozen()
  const contents = contentKeys(questionnaire)
  const results = compute({ rules, contents, units: villages.map(name => unitOf(name, contents.length)) })
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  return {
    ...{ questionnaire, rules, results, campaign, provinceName, opinions: [], handCounted: [] },
    turnout: [{ channel: 'visit', day: first, households: collected * villages.length }],
    traces: {
      ...{ version: 1, earlier: [], fingerprint: null, auditHead: { seq: 1, hash: '0'.repeat(64) } },
      villages: villages.map(name => ({ name, receiptsRoot: '0'.repeat(64), unreadable: 0 })),
    },
    demonstration: true,
  }
}

const planOf = (provinceName: string, wording: PaperWording | undefined): Paper =>
  buildPlanPaper(
    {
      ...frozen(),
      ...{ campaign, provinceName, teams: [], demonstration: true },
      plan: {
        ...{ villageIds: null, methods: ['visit'], number: null, issuedOn: null, signer: null },
        ...{ purpose: 'Lấy ý kiến của người dân.', requirements: 'Đúng, đủ, công khai.' },
      },
      villages: villages.map(name => ({ villageId: name, name, households })),
      timetable: { startsOn: first, endsOn: last, used: 15, limit: 20, lastDay: '2026-03-27' as Day },
      ...(wording ? { wording } : {}),
    },
    madeOn,
  )

const village = {
  ...{ name: villages[0], channels: [{ channel: 'visit' as const, households: collected }], byHand: 0 },
  ...{ byHandInvalid: 0, marked: 0, opinions: [], team: [], silent: [], drawn: null },
}

const posted = {
  ...{
    startsOn: madeOn,
    lastDay: '2026-04-04' as Day,
    days: 10,
    daysDocument: null,
    villages: [...villages],
  },
  ...{ atCommune: true, byLoudspeaker: true, contact: 'Ban Thường trực UBMTTQ xã', link: 'vi-du.vn/ket-qua' },
}

const verified = {
  ...{
    submittedOn: posted.lastDay,
    posting: null,
    comments: [],
    returns: [],
    number: null,
    madeOn: posted.lastDay,
  },
  conclusion: 'Đủ điều kiện đưa vào hồ sơ.',
}

/** A paper of the made-up round with these words, its first section alone: what a wording changes stands around it. */
export const samplePaper = (
  kind: WordedPaper,
  { provinceName, wording }: { readonly provinceName: string; readonly wording?: PaperWording },
): Paper => {
  const survey = { ...surveyOf(provinceName), ...(wording ? { wording: { [kind]: wording } } : {}) }
  const paper = {
    plan: () => ({ ok: true, value: planOf(provinceName, wording) }) as const,
    minutes: () => buildMinutes(survey, village, madeOn),
    'posting-notice': () => buildNotice(survey, posted, madeOn),
    report: () => buildReport(survey, madeOn),
    'verification-note': () => ({ ok: true, value: buildVerificationNote({ survey, ...verified }) }) as const,
  }[kind]()
  if (!paper.ok) throw new Error(paper.error)
  return { ...paper.value, sections: paper.value.sections.slice(0, 1), appendices: [] }
}
