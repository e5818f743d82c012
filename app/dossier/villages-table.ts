import type { AreaFigures } from '#app/verdict/figures.ts'
import { figureCells, figureColumns, hasOwnBase } from './contents-table.ts'
import type { Column, Table } from './paper.ts'
import { count, type Phrase, rate, say } from './phrase.ts'
import { findContent, type Survey } from './survey.ts'
import { contentName } from './wording.ts'

const overall = 'Câu hỏi hài lòng chung'
const anyContent = 'Chưa hài lòng ít nhất một nội dung'

const columns: readonly Column[] = [
  { heading: 'TT', width: 9, align: 'center' },
  { heading: 'Thôn', width: 52, align: 'left' },
  { heading: 'Tổng số hộ', width: 15, align: 'right' },
  { heading: 'Phát ra', group: 'Số phiếu', width: 15, align: 'right' },
  { heading: 'Thu về', group: 'Số phiếu', width: 15, align: 'right' },
  { heading: 'Hợp lệ', group: 'Số phiếu', width: 15, align: 'right' },
  { heading: 'Không hợp lệ', group: 'Số phiếu', width: 15, align: 'right' },
  { heading: 'Tỷ lệ hộ được lấy ý kiến', width: 20, align: 'right' },
  { heading: 'Hài lòng', group: overall, width: 15, align: 'right' },
  { heading: 'Mẫu số', group: overall, width: 15, align: 'right' },
  { heading: 'Tỷ lệ', group: overall, width: 19, align: 'right' },
  { heading: 'Số phiếu', group: anyContent, width: 15, align: 'right' },
  { heading: 'Tỷ lệ', group: anyContent, width: 19, align: 'right' },
]

const notCounted: Phrase = ['–']

const cells = (area: AreaFigures): readonly Phrase[] => {
  const any = area.anyDissatisfied
  return [
    [count(area.households)],
    [count(area.issued)],
    [count(area.collected)],
    [count(area.valid)],
    [count(area.invalid)],
    [rate(area.coverage)],
    [count(area.overall.satisfied.part)],
    [count(area.overall.satisfied.whole)],
    [rate(area.overall.satisfied)],
    any ? [count(any.part)] : notCounted,
    any ? [rate(any)] : notCounted,
  ]
}

/** Coverage and the overall question village by village; the strong row is the whole area, pooled over ballots. */
export const villagesTable = ({ results, handCounted }: Survey): Table => ({
  columns,
  rows: results.units.map((unit, i) => [
    say`${count(i + 1)}`,
    [handCounted.some(village => village.name === unit.name) ? `${unit.name} (kiểm phiếu tay)` : unit.name],
    ...cells(unit),
  ]),
  strong: [[[], ['Toàn xã'], ...cells(results.area)]],
})

/** Every content in every village, a row each: for reading by other programs, and for filtering. */
export const villageContentsTable = (survey: Survey): Table => {
  const { units } = survey.results
  const own = hasOwnBase(units)
  return {
    columns: [
      { heading: 'Thôn', width: 42, align: 'left' },
      { heading: 'TT', width: 9, align: 'center' },
      { heading: 'Nội dung', width: 72, align: 'left' },
      ...figureColumns(own),
    ],
    rows: units.flatMap(unit =>
      unit.contents.map((figures): readonly Phrase[] => {
        const { number, content } = findContent(survey, figures.content)
        const figured = figureCells(figures, { valid: unit.valid, hasOwnBase: own })
        return [[unit.name], [count(number)], [contentName(content)], ...figured]
      }),
    ),
    strong: [],
  }
}

/** The satisfied rates as a grid, villages down and contents across under their numbers; the strong row is the whole area. */
export const rateGrid = (survey: Survey): Table => {
  const { area, units, contents } = survey.results
  const rates = (figures: AreaFigures) => figures.contents.map(({ satisfied }): Phrase => [rate(satisfied)])
  return {
    columns: [
      { heading: 'Thôn', width: 42, align: 'left' },
      { heading: 'Số phiếu hợp lệ', width: 15, align: 'right' },
      ...contents.map((key, i): Column => {
        const isOverall = findContent(survey, key).content.criterion === null
        return { heading: isOverall ? 'Hài lòng chung' : String(i + 1), width: 15, align: 'right' }
      }),
    ],
    rows: units.map(unit => [[unit.name], [count(unit.valid)], ...rates(unit)]),
    strong: [[['Toàn xã'], [count(area.valid)], ...rates(area)]],
  }
}
