import { meetsPercent, type Percent, printThreshold } from '#app/tally/rate.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { channelTotals } from './course.ts'
import { type Block, heading, item, paragraph, type Section, type Table, tableBlock } from './paper.ts'
import { count, day, type Phrase, rateOf, say } from './phrase.ts'
import type { Survey } from './survey.ts'
import { weakestContents, weakestTable } from './weakest.ts'
import { baseNames, channelNames, measureNames } from './wording.ts'

type HeadLine = readonly [label: Phrase, value: Phrase]

const channelsText = ({ turnout }: Survey): Phrase => {
  const names = channelTotals(turnout).map(({ channel }) => channelNames[channel])
  return [names.length === 0 ? 'Không có hộ trả lời' : names.join('; ')]
}

/** The head block of published results: households, ballots, means, time, villages. */
export const headLines = (survey: Survey): readonly HeadLine[] => {
  const { campaign, results, rules } = survey
  const { area, units } = results
  const measure = countingOf(rules).coverageMeasure
  return [
    [['Số thôn'], [count(units.length)]],
    [['Thời gian'], say`${day(campaign.openedOn)} – ${day(campaign.closedOn)}`],
    [['Hình thức'], channelsText(survey)],
    [['Tổng số hộ'], [count(area.households)]],
    [['Số phiếu phát ra'], [count(area.issued)]],
    [['Số phiếu thu về'], [count(area.collected)]],
    [['Số phiếu hợp lệ'], [count(area.valid)]],
    [['Số phiếu không hợp lệ'], [count(area.invalid)]],
    [say`Tỷ lệ hộ được lấy ý kiến (${measureNames[measure]})`, rateOf(area.coverage, 'hộ')],
    [['Tỷ lệ thu hồi phiếu (số phiếu thu về chia số phiếu phát ra)'], rateOf(area.returned, 'phiếu')],
  ]
}

/** The head block as a table of two columns. */
export const headTable = (survey: Survey): Table => ({
  columns: [
    { heading: 'Chỉ tiêu', width: 90, align: 'left' },
    { heading: 'Kết quả', width: 70, align: 'left' },
  ],
  rows: headLines(survey),
  strong: [],
})

/** The overall question with its counts and base, in one sentence. */
export const overallText = ({ results, rules }: Survey): Phrase => {
  const { satisfied, dissatisfied, counts } = results.area.overall
  const base = baseNames[countingOf(rules).base]
  return say`Tỷ lệ hài lòng chung: ${rateOf(satisfied, 'phiếu')}. Chưa hài lòng: ${rateOf(dissatisfied, 'phiếu')}; để trống: ${count(counts.blank)} phiếu. Mẫu số là ${base}.`
}

/** Ballots with any dissatisfaction: always said beside the overall rate, which hides them. */
export const anyDissatisfiedText = ({ results }: Survey): Phrase => {
  const any = results.area.anyDissatisfied
  if (!any) return say`Số phiếu có ít nhất một nội dung chưa hài lòng: không được đếm.`
  return say`Số phiếu có ít nhất một nội dung chưa hài lòng: ${count(any.part)} phiếu, bằng ${rateOf(any, 'phiếu hợp lệ')}.`
}

/** How many contents reach the threshold over the whole area, where there is a threshold. */
const contentsText = ({ results, rules }: Survey): Phrase => {
  const threshold = rules.contentThreshold.value
  const contents = results.area.contents.slice(0, -1)
  const all = contents.length
  if (threshold === null) return say`Kết quả ${count(all)} nội dung tại Phụ lục I; chưa có mức để so sánh.`
  const met = contents.filter(({ satisfied }) => meetsPercent(satisfied, threshold)).length
  return say`Có ${count(met)}/${count(all)} nội dung có tỷ lệ hài lòng từ ${printThreshold(threshold, 'vi')} trở lên, tính chung toàn xã. Kết quả từng nội dung kèm lý do chưa hài lòng tại Phụ lục I.`
}

const weakestBlocks = (survey: Survey): readonly Block[] => {
  if (survey.results.area.valid === 0) return []
  if (weakestContents(survey).length === 0)
    return [paragraph(say`Mọi phiếu hợp lệ đều chọn “Hài lòng” ở tất cả các nội dung.`)]
  return [paragraph(say`Các nội dung có tỷ lệ hài lòng thấp nhất:`), tableBlock(weakestTable(survey))]
}

const coverageText = ({ results }: Survey, threshold: Percent): Phrase => {
  const { units } = results
  const level = printThreshold(threshold, 'vi')
  const below = units.filter(({ coverage }) => !meetsPercent(coverage, threshold)).length
  if (below === 0) return say`Mọi thôn đều có tỷ lệ hộ được lấy ý kiến từ ${level} trở lên.`
  return say`Có ${count(below)}/${count(units.length)} thôn có tỷ lệ hộ được lấy ý kiến dưới ${level}.`
}

const villagesText = (survey: Survey): Phrase => {
  const threshold = survey.rules.minimumCoverage.value
  const silent = survey.results.units.filter(unit => unit.collected === 0).length
  const coverage = threshold === null ? [] : say`${coverageText(survey, threshold)} `
  const without = silent === 0 ? [] : say`Có ${count(silent)} thôn không thu được phiếu nào. `
  return say`${coverage}${without}Kết quả từng thôn tại Phụ lục II.`
}

/** Section III: the figures, each with its counts and base. */
export const figuresSection = (survey: Survey): Section => ({
  heading: 'KẾT QUẢ LẤY Ý KIẾN',
  blocks: [
    heading(say`1. Số hộ và số phiếu`),
    tableBlock(headTable(survey)),
    heading(say`2. Hài lòng chung`),
    item(overallText(survey)),
    item(anyDissatisfiedText(survey)),
    heading(say`3. Từng nội dung`),
    item(contentsText(survey)),
    ...weakestBlocks(survey),
    heading(say`4. Từng thôn`),
    item(villagesText(survey)),
  ],
})
