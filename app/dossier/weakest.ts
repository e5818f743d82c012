import type { ContentFigures } from '#app/tally/base.ts'
import type { Rate } from '#app/tally/rate.ts'
import { meetsPercent } from '#app/tally/rate.ts'
import { reasonsText } from './contents-table.ts'
import type { Table } from './paper.ts'
import { count, join, type Phrase, rate, say } from './phrase.ts'
import { findContent, type Survey } from './survey.ts'

/** So many of the lowest contents are always named; all that fail their threshold are named whatever their number. */
const named = 3
const villagesNamed = 3

/** Which of two rates is lower, exactly; a rate without a base counts as higher than any. */
const byRate = (a: Rate, b: Rate): number => {
  if (a.whole === 0 || b.whole === 0) return Number(a.whole === 0) - Number(b.whole === 0)
  const difference = BigInt(a.part) * BigInt(b.whole) - BigInt(b.part) * BigInt(a.whole)
  return difference < 0n ? -1 : Number(difference > 0n)
}

const isFull = ({ part, whole }: Rate): boolean => part === whole

/** The contents with the lowest satisfied rates, lowest first, without the overall question and without those that everybody is satisfied with. */
export const weakestContents = ({ results, rules }: Survey): readonly ContentFigures[] => {
  const threshold = rules.contentThreshold.value
  const fails = ({ satisfied }: ContentFigures) => threshold !== null && !meetsPercent(satisfied, threshold)
  return results.area.contents
    .slice(0, -1)
    .filter(({ satisfied }) => satisfied.whole > 0 && !isFull(satisfied))
    .sort((a, b) => byRate(a.satisfied, b.satisfied))
    .filter((figures, i) => i < named || fails(figures))
}

/** The villages with the lowest rates of one content, below that of the whole area. */
const weakestVillages = ({ results }: Survey, whole: ContentFigures): Phrase => {
  const villages = results.units
    .flatMap(unit => {
      const figures = unit.contents.find(({ content }) => content === whole.content)
      return figures && figures.satisfied.whole > 0 ? [{ name: unit.name, satisfied: figures.satisfied }] : []
    })
    .filter(({ satisfied }) => byRate(satisfied, whole.satisfied) < 0)
    .sort((a, b) => byRate(a.satisfied, b.satisfied))
    .slice(0, villagesNamed)
  return join(
    villages.map(
      ({ name, satisfied }) =>
        say`${name}: ${rate(satisfied)} (${count(satisfied.part)}/${count(satisfied.whole)})`,
    ),
    '; ',
  )
}

/** The weakest contents with their counts, the reasons grouped, and where they are lowest. */
export const weakestTable = (survey: Survey): Table => ({
  columns: [
    { heading: 'TT', width: 9, align: 'center' },
    { heading: 'Nội dung', width: 38, align: 'left' },
    { heading: 'Hài lòng', width: 34, align: 'left' },
    { heading: 'Lý do chưa hài lòng', width: 46, align: 'left' },
    { heading: 'Thôn có tỷ lệ thấp nhất', width: 42, align: 'left' },
  ],
  rows: weakestContents(survey).map(figures => {
    const { number, content } = findContent(survey, figures.content)
    const { part, whole } = figures.satisfied
    return [
      say`${count(number)}`,
      [content.statement.vi],
      say`${rate(figures.satisfied)} (${count(part)}/${count(whole)})`,
      reasonsText(survey, figures, { shown: 3, longest: 80 }),
      weakestVillages(survey, figures),
    ]
  }),
  strong: [],
})
