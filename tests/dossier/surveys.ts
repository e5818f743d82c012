import type { Day } from '#app/basics/day.ts'
import type { Opinion, Survey } from '#app/dossier/survey.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import type { ContentCounts, UnitCounts } from '#app/tally/counts.ts'
import { compute } from '#app/verdict/compute.ts'
import { findRules } from '#app/verdict/packs.ts'
import type { Rules } from '#app/verdict/rules.ts'

/** One village as a test tells it: `weak` dissatisfied households per content key, everybody else satisfied. */
export type VillageStory = {
  readonly name: string
  readonly households: number
  readonly collected: number
  readonly invalid?: number
  readonly weak?: { readonly [content: string]: number }
  readonly blank?: { readonly [content: string]: number }
}

export type Story = {
  readonly villages: readonly VillageStory[]
  readonly opinions?: readonly Opinion[]
  readonly rules?: Rules
  readonly demonstration?: boolean
  readonly communeName?: string
  readonly handCounted?: Survey['handCounted']
}

export const day = (text: string): Day => text as Day

export const questionnaire: Questionnaire = (() => {
  const found = findQuestionnaire('qd318')
  if (!found) throw new Error('no questionnaire')
  return found
})()

/** The rules of HD 90 for communes: every threshold is only known from practice. */
export const unconfirmedRules: Rules = (() => {
  const found = findRules('hd90-2022/commune-standard')
  if (!found) throw new Error('no rules')
  return found
})()

const confirmed = <T extends Rules['overallThreshold']>(value: T): T => ({
  ...value,
  status: 'confirmed',
  source: 'Văn bản số 12/HD-MTTQ ngày 10/01/2026',
  date: '2026-01-10',
})

/** The same values as if a document had confirmed them. */
export const confirmedRules: Rules = {
  ...unconfirmedRules,
  minimumCoverage: confirmed(unconfirmedRules.minimumCoverage),
  overallThreshold: confirmed(unconfirmedRules.overallThreshold),
  contentThreshold: confirmed(unconfirmedRules.contentThreshold),
}

const toUnit = (village: VillageStory, commune: string): UnitCounts => {
  const { name, households, collected, invalid = 0, weak = {}, blank = {} } = village
  const valid = collected - invalid
  const contents = contentKeys(questionnaire).map((key): ContentCounts => {
    const [dissatisfied, blanks] = [weak[key] ?? 0, blank[key] ?? 0]
    return { satisfied: valid - dissatisfied - blanks, dissatisfied, blank: blanks }
  })
  const anyDissatisfied = Math.max(0, ...contents.map(counts => counts.dissatisfied))
  return { name, commune, households, issued: households, collected, invalid, contents, anyDissatisfied }
}

/** A closed survey from a story, its figures computed as everywhere. */
export const surveyOf = (story: Story): Survey => {
  const { villages, opinions = [], rules = confirmedRules, communeName = 'Xã Sơn Lộc' } = story
  const units = villages.map(village => toUnit(village, communeName))
  const results = compute({ rules, contents: contentKeys(questionnaire), units })
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  const collected = units.reduce((sum, unit) => sum + unit.collected, 0)
  const meeting = Math.floor(collected / 3)
  return {
    questionnaire,
    rules,
    results,
    campaign: {
      name: 'Lấy ý kiến đợt 1 năm 2026',
      title: 'commune-standard',
      communeName,
      startsOn: day('2026-03-02'),
      endsOn: day('2026-03-20'),
      openedOn: day('2026-03-02'),
      closedOn: day('2026-03-21'),
    },
    provinceName: 'Tỉnh Minh Họa',
    turnout: [
      { channel: 'self' as const, day: day('2026-03-03'), households: collected - meeting },
      { channel: 'meeting' as const, day: day('2026-03-15'), households: meeting },
    ].filter(({ households }) => households > 0),
    opinions,
    handCounted: story.handCounted ?? [],
    traces: {
      version: 1,
      earlier: [],
      villages: units.map(({ name }, i) => ({
        name,
        receiptsRoot: String(i % 10).repeat(64),
        unreadable: 0,
      })),
      auditHead: { seq: 1234, hash: 'ab'.repeat(32) },
      fingerprint: 'cd'.repeat(32),
    },
    demonstration: story.demonstration ?? false,
  }
}

const reasons: readonly Opinion[] = [
  { content: 'environment', body: 'Rác để ven đường, xe gom rác mỗi tuần mới đến một lần' },
  { content: 'environment', body: 'rác để ven đường, xe gom rác mỗi tuần mới đến một lần.' },
  { content: 'environment', body: 'Nước mương bẩn và có mùi' },
  { content: 'transport', body: 'Đường ra đồng còn lầy khi mưa' },
]

/** Everything holds; overall 95,00 % (190/200), some reasons and opinions. */
export const metSurvey = (): Survey =>
  surveyOf({
    villages: [
      { name: 'Đồi Chè', households: 150, collected: 121, invalid: 1, weak: { transport: 9, overall: 6 } },
      {
        name: 'Suối Mơ',
        households: 90,
        collected: 80,
        weak: { environment: 7, overall: 4 },
        blank: { income: 3 },
      },
    ],
    opinions: [...reasons, { content: null, body: 'Đề nghị làm thêm đèn đường' }],
  })

/** A good overall rate, and one content under its threshold: the mean hides it. */
export const notMetSurvey = (): Survey =>
  surveyOf({
    villages: [
      { name: 'Đồi Chè', households: 150, collected: 120, weak: { environment: 50, overall: 6 } },
      { name: 'Suối Mơ', households: 90, collected: 80, weak: { environment: 10, overall: 4 } },
    ],
    opinions: reasons,
  })

/** The same figures as `metSurvey` under thresholds that nobody confirmed. */
export const noBasisSurvey = (): Survey => ({
  ...surveyOf({
    rules: unconfirmedRules,
    villages: [
      { name: 'Đồi Chè', households: 150, collected: 121, invalid: 1, weak: { transport: 9, overall: 6 } },
      { name: 'Suối Mơ', households: 90, collected: 80, weak: { environment: 7, overall: 4 } },
    ],
    demonstration: true,
  }),
})

/** Sixty villages with long names, many different opinions. */
export const largeSurvey = (): Survey =>
  surveyOf({
    communeName: 'Xã Thượng Hòa Bình Trung Sơn',
    villages: Array.from({ length: 60 }, (_, i) => ({
      name: `Thôn Tân Lập Bản Nà Khoang ${i + 1} (sáp nhập Cầu Đá và Đồng Trĩu)`,
      households: 210 + 7 * i,
      collected: 170 + 6 * i,
      invalid: i % 3,
      weak: { environment: 12 + i, transport: i % 11, income: 20 + (i % 7), overall: i % 9 },
      blank: { planning: i % 4 },
    })),
    opinions: Array.from({ length: 400 }, (_, i) => ({
      content: [null, 'environment', 'transport', 'income', 'culture'][i % 5] ?? null,
      body: `Ý kiến thứ ${i % 37}: đường liên thôn, cống rãnh và chỗ gom rác cần được làm sớm, dân đã góp ngày công nhưng đến nay vẫn chưa thấy triển khai; đề nghị xã trả lời rõ thời gian và kinh phí cho từng đoạn`,
    })),
  })
