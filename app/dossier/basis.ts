import { printThreshold } from '#app/tally/rate.ts'
import { type RuleKey, type Rules, ruleKeys, type Sourced } from '#app/verdict/rules.ts'
import { formatDay } from './day-text.ts'
import { item, note, paragraph, type Section, type Table, tableBlock } from './paper.ts'
import { count, type Phrase, say } from './phrase.ts'
import { sampleTexts } from './sample-text.ts'
import type { Survey } from './survey.ts'
import {
  baseNames,
  inSentence,
  measureNames,
  ruleNames,
  scopeNames,
  statusNames,
  titleNames,
  treatmentNames,
} from './wording.ts'

const valueNames: { readonly [key in RuleKey]: (rules: Rules) => Phrase | null } = {
  minimumCoverage: rules => percentText(rules.minimumCoverage),
  coverageMeasure: rules => named(rules.coverageMeasure, measureNames),
  overallThreshold: rules => percentText(rules.overallThreshold),
  contentThreshold: rules => percentText(rules.contentThreshold),
  contentScope: rules => named(rules.contentScope, scopeNames),
  base: rules => named(rules.base, baseNames),
  blankTreatment: rules => named(rules.blankTreatment, treatmentNames),
  workingDays: rules => daysText(rules.workingDays, 'ngày làm việc'),
  postingDays: rules => daysText(rules.postingDays, 'ngày'),
}

const percentText = ({ value }: Sourced<string>): Phrase | null =>
  value === null ? null : [printThreshold(value, 'vi')]

const named = <T extends string>(
  { value }: Sourced<T>,
  names: { readonly [name in T]: string },
): Phrase | null => (value === null ? null : [names[value]])

const daysText = ({ value }: Sourced<number>, unit: string): Phrase | null =>
  value === null ? null : say`${count(value)} ${unit}`

/** A confirmed nothing is a requirement that the document does not set; any other nothing waits to be entered. */
const absent = (rules: Rules, key: RuleKey): string =>
  rules[key].status === 'confirmed' ? 'không quy định' : 'chưa có'

/** The source with its date, unless the source names the date itself. */
const sourceText = ({ source, date }: Sourced<unknown>): string => {
  if (date === null || /ngày \d/.test(source)) return source
  return `${source} (văn bản ngày ${formatDay(date)})`
}

const rulesTable = (rules: Rules): Table => ({
  columns: [
    { heading: 'Nội dung quy định', width: 38, align: 'left' },
    { heading: 'Giá trị', width: 32, align: 'left' },
    { heading: 'Nguồn', width: 70, align: 'left' },
    { heading: 'Tình trạng', width: 20, align: 'left' },
  ],
  rows: ruleKeys.map(key => [
    [ruleNames[key]],
    valueNames[key](rules) ?? [absent(rules, key)],
    [sourceText(rules[key])],
    [statusNames[rules[key].status]],
  ]),
  strong: [],
})

const questionnaireText = ({ questionnaire }: Survey): Phrase => {
  const kind = questionnaire.official ? 'mẫu của Mặt trận' : 'mẫu gợi ý, không phải mẫu do Mặt trận ban hành'
  return say`Phiếu lấy ý kiến: ${questionnaire.name.vi} (${kind}), gồm ${count(questionnaire.contents.length - 1)} nội dung và câu hỏi hài lòng chung; mỗi nội dung chọn “Hài lòng” hoặc “Chưa hài lòng”.`
}

/** Section I: the rules as the campaign froze them, value by value with sources, and who was asked what. */
export const basisSection = (survey: Survey): Section => {
  const { campaign, rules, results } = survey
  const commune = inSentence(campaign.communeName)
  return {
    heading: 'CĂN CỨ VÀ PHẠM VI LẤY Ý KIẾN',
    blocks: [
      paragraph(
        say`Việc lấy ý kiến áp dụng bộ quy tắc “${rules.packName}” cho danh hiệu ${titleNames[rules.title]}, giữ nguyên từ khi bắt đầu lấy ý kiến đến khi kết thúc:`,
      ),
      tableBlock(rulesTable(rules)),
      note(
        say`“Đã xác nhận”: giá trị đọc được trong văn bản hoặc do cơ quan có trách nhiệm dẫn lại. “Chưa xác nhận”: mới thấy trong kết quả đã công bố, chưa đủ làm căn cứ kết luận.`,
      ),
      item(
        say`Phạm vi: ${count(results.units.length)} thôn của ${commune}, ${count(results.area.households)} hộ, chốt khi bắt đầu lấy ý kiến. Mỗi hộ một phiếu, do đại diện hộ trả lời, phiếu không ghi tên.`,
      ),
      ...sampleTexts(survey.sample, results.area.households).map(item),
      item(questionnaireText(survey)),
    ],
  }
}
