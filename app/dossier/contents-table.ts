import type { ContentFigures } from '#app/tally/base.ts'
import type { AreaFigures } from '#app/verdict/figures.ts'
import { sumUpVoices, voicesOn } from './opinions.ts'
import type { Column, Table } from './paper.ts'
import { count, type Phrase, rate, say } from './phrase.ts'
import { findContent, type Survey } from './survey.ts'
import { contentName } from './wording.ts'

const satisfied = 'Hài lòng'
const dissatisfied = 'Chưa hài lòng'

/** Columns of one content's figures: the columns of published tallies, with what they leave out (blank lines, and the base where it is not the valid ballots). */
export const figureColumns = (hasOwnBase: boolean): readonly Column[] => [
  { heading: 'Số phiếu hợp lệ', width: 15, align: 'right' },
  { heading: 'Số phiếu', group: satisfied, width: 15, align: 'right' },
  { heading: 'Tỷ lệ', group: satisfied, width: 19, align: 'right' },
  { heading: 'Số phiếu', group: dissatisfied, width: 15, align: 'right' },
  { heading: 'Tỷ lệ', group: dissatisfied, width: 19, align: 'right' },
  { heading: 'Để trống', width: 14, align: 'right' },
  ...(hasOwnBase ? [{ heading: 'Mẫu số', width: 15, align: 'right' } as const] : []),
]

/** One content's figures in these columns. */
export const figureCells = (
  figures: ContentFigures,
  { valid, hasOwnBase }: { readonly valid: number; readonly hasOwnBase: boolean },
): readonly Phrase[] => [
  [count(valid)],
  [count(figures.counts.satisfied)],
  [rate(figures.satisfied)],
  [count(figures.counts.dissatisfied)],
  [rate(figures.dissatisfied)],
  [count(figures.counts.blank)],
  ...(hasOwnBase ? [[count(figures.satisfied.whole)]] : []),
]

/** Whether a rate of this survey is divided by anything but the valid ballots, so that a table must show by what. */
export const hasOwnBase = (areas: readonly AreaFigures[]): boolean =>
  areas.some(area => area.contents.some(figures => figures.satisfied.whole !== area.valid))

/** How much of the reasons a table of contents shows. */
export type ReasonsShown = { readonly shown: number; readonly longest: number }

/** The reasons for one content, the most frequent first; said to be missing where households were dissatisfied and gave none. */
export const reasonsText = (
  survey: Survey,
  figures: ContentFigures,
  { shown, longest }: ReasonsShown,
): Phrase => {
  const voices = voicesOn(survey.opinions, figures.content)
  if (voices.length === 0 && figures.counts.dissatisfied > 0) return ['Không ghi lý do']
  return sumUpVoices(voices, { shown, longest })
}

/** The tally of all contents: TT, content, counts and rates, reasons by frequency. The overall question is the strong row. */
export const contentsTable = (survey: Survey, reasons: ReasonsShown): Table => {
  const { area } = survey.results
  const own = { valid: area.valid, hasOwnBase: hasOwnBase([area]) }
  const rows = area.contents.map((figures): readonly Phrase[] => {
    const { number, content } = findContent(survey, figures.content)
    return [
      say`${count(number)}`,
      [contentName(content)],
      ...figureCells(figures, own),
      reasonsText(survey, figures, reasons),
    ]
  })
  return {
    columns: [
      { heading: 'TT', width: 9, align: 'center' },
      { heading: 'Nội dung', width: 72, align: 'left' },
      ...figureColumns(own.hasOwnBase),
      { heading: 'Lý do chưa hài lòng', width: 64, align: 'left' },
    ],
    rows: rows.slice(0, -1),
    strong: rows.slice(-1),
  }
}
