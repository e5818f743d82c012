import { channels } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { peopleOf } from '#app/campaign/plan.ts'
import { outcomes } from '#app/household/outcome.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import type { Results } from '#app/verdict/compute.ts'
import { buildMinutes, type VillageCount } from './minutes.ts'
import { opinionsOfPack, type PackData, surveyOfPack } from './pack-survey.ts'
import type { Paper, Workbook } from './paper.ts'
import { buildPlanPaper } from './plan-paper.ts'
import { buildNotice } from './posting-notice.ts'
import { buildReport, type ReportFault } from './report.ts'
import type { Survey } from './survey.ts'
import { buildTally } from './tally-book.ts'

/** A paper of a pack as data, with the path at which its file lies. */
export type PackPaper =
  | { readonly path: string; readonly kind: 'docx'; readonly paper: Paper }
  | { readonly path: string; readonly kind: 'xlsx'; readonly workbook: Workbook }

/** The same paper to read and print lies beside it. */
export const pdfPathOf = ({ path }: Pick<PackPaper, 'path'>): string =>
  path.replace(/\.(?:docx|xlsx)$/, '.pdf')

const slotsOf = ({ outcomes }: PackData, villageId: string, outcome: string): number =>
  outcomes.find(line => line.villageId === villageId && line.outcome === outcome)?.slots ?? 0

/** What the count minutes of each village say beside the figures, in the order of the frame. */
export const villageCountsOf = (data: PackData): readonly VillageCount[] => {
  const opinions = opinionsOfPack(data)
  return data.frame.map(({ villageId, name, drawn }) => {
    const sheet = data.sheets.find(one => one.villageId === villageId)
    const ballots = data.ballots.filter(ballot => ballot.villageId === villageId)
    return {
      ...{ name, drawn },
      channels: channels.map(channel => ({
        channel,
        households: slotsOf(data, villageId, `answered-${channel}`),
      })),
      byHand: sheet ? byHandOf(sheet) : 0,
      byHandInvalid: sheet?.invalid ?? 0,
      marked: ballots.filter(ballot => ballot.answers === null).length,
      opinions: opinions.filter(opinion => opinion.villageId === villageId),
      silent: outcomes.map(reason => ({ reason, households: slotsOf(data, villageId, reason) })),
      team: data.survey.planned.teams.filter(team => team.villageIds.includes(villageId)).flatMap(peopleOf),
    }
  })
}

const planOf = (data: PackData, madeOn: Day): PackPaper => {
  const { campaign, provinceName, planned, sample, demonstration, wording } = data.survey
  const villages = data.frame.map(({ villageId, name, households }) => ({ villageId, name, households }))
  const round = {
    ...{ questionnaire: data.questionnaire, rules: data.rules, campaign, provinceName, villages },
    ...{ ...planned, sample, demonstration },
    ...(wording.plan ? { wording: wording.plan } : {}),
  }
  return { path: 'papers/ke-hoach.docx', kind: 'docx', paper: buildPlanPaper(round, madeOn) }
}

/** Papers of villages are numbered in the order of the frame: `papers/bien-ban-01.docx` is the first one's. */
export const minutesPath = (index: number): string =>
  `papers/bien-ban-${String(index + 1).padStart(2, '0')}.docx`

type Made = Result<PackPaper, ReportFault>

const asDocx = (path: string, paper: Result<Paper, ReportFault>): Made =>
  paper.ok ? ok({ path, kind: 'docx', paper: paper.value }) : paper

const tallyOf = (survey: Survey, madeOn: Day): Made => {
  const workbook = buildTally(survey, madeOn)
  return workbook.ok
    ? ok({ path: 'papers/bieu-tong-hop.xlsx', kind: 'xlsx', workbook: workbook.value })
    : workbook
}

/**
 * The papers of a pack, from its data alone: plan, minutes of each village, tally sheet, and where there are such, the
 * posting notice and the report, which a part of a joint campaign has not. Writing and verifying both ask this.
 */
export const papersOfPack = (
  data: PackData,
  results: Results,
  madeOn: Day,
): Result<readonly PackPaper[], ReportFault> => {
  const survey = surveyOfPack(data, results)
  const { posted, partOfJoint } = data.survey
  const made: readonly Made[] = [
    ok(planOf(data, madeOn)),
    ...villageCountsOf(data).map((village, i) =>
      asDocx(minutesPath(i), buildMinutes(survey, village, madeOn)),
    ),
    tallyOf(survey, madeOn),
    ...(posted ? [asDocx('papers/thong-bao-niem-yet.docx', buildNotice(survey, posted, madeOn))] : []),
    ...(partOfJoint ? [] : [asDocx('papers/bao-cao.docx', buildReport(survey, madeOn))]),
  ]
  const papers: PackPaper[] = []
  for (const one of made) {
    if (!one.ok) return one
    papers.push(one.value)
  }
  return ok(papers)
}
