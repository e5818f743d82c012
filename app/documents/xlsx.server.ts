import writeXlsxFile, { type CellObject, type Row, type Sheet as WrittenSheet } from 'write-excel-file/node'
import type { Column, Sheet, Workbook } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import { printPhrase } from './print.server.ts'
import { steady } from './steady.server.ts'
import { type FileContent, printing } from './xlsx-print.server.ts'

/** Excel shows at most so many characters of a sheet's name. */
const longestName = 31

const ruled = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const

const title: Partial<CellObject> = { fontWeight: 'bold', alignVertical: 'center' }

/** A column's width in digits, as Excel counts it, from its share of a page on paper. */
const widthOf = ({ width }: Column): number => Math.max(7, Math.round(width * 0.6))

/** Characters that fit in a column: Times letters are a little narrower than its digits on average, bold ones are not. */
const charactersOf = (column: Column, bold: boolean): number => (widthOf(column) - 1) * (bold ? 1 : 1.12)

/** Lines that a text takes when it is broken between words, as a spreadsheet breaks it. Vietnamese words are short; none is broken. */
const linesOf = (text: string, characters: number): number => {
  let [lines, used] = [1, 0]
  for (const word of text.split(' ')) {
    const fits = used === 0 || used + 1 + word.length <= characters
    used = fits ? used + Math.min(used, 1) + word.length : word.length
    if (!fits) lines += 1
  }
  return lines
}

/** Points of a line of 12-point letters with the accents of Vietnamese capitals. */
const lineHeight = 16

const isCell = (cell: Row[number]): cell is CellObject => typeof cell === 'object' && cell !== null

/** Heights are written into the file: not every program fits a row to wrapped text when it opens one. */
const tallEnough = (
  row: Row,
  texts: readonly { readonly text: string; readonly characters: number }[],
): Row => {
  const lines = Math.max(1, ...texts.map(({ text, characters }) => linesOf(text, characters)))
  const height = lineHeight * lines + 3
  // Any cell of the row may say it, but not one that a span covers.
  const at = row.findIndex(isCell)
  return row.map((cell, i) => (i === at && isCell(cell) ? { ...cell, height } : cell))
}

/**
 * A count alone is a number that can be added up, without separators: Excel would take them from the reader's computer, and
 * an English one prints 20,760 beside a rate of 98,89 %. Anything else is text as the report prints it, a rate with its rounding.
 */
const cellOf = (phrase: Phrase, look: Partial<CellObject>): CellObject => {
  const [only, ...others] = phrase
  if (typeof only === 'object' && only.kind === 'count' && others.length === 0)
    return { ...look, type: Number, value: only.count, format: '0' }
  return { ...look, type: String, value: printPhrase(phrase) }
}

const headingCell = (text: string, more: Partial<CellObject> = {}): CellObject => ({
  ...ruled,
  ...more,
  type: String,
  value: text,
  align: 'center',
  fontWeight: 'bold',
  backgroundColor: '#EFE9E1',
})

/** The row of groups: a group spans its columns, a column without one spans both rows. */
const groupRow = (columns: readonly Column[]): Row =>
  columns.map((column, i) => {
    const { group } = column
    if (group === undefined) return headingCell(column.heading, { rowSpan: 2 })
    if (columns[i - 1]?.group === group) return null
    const after = columns.slice(i).findIndex(other => other.group !== group)
    return headingCell(group, { columnSpan: after < 0 ? columns.length - i : after })
  })

/** What stands above one column, or above the columns of its group, in the upper or the lower of two heading rows. */
const headingTexts = (columns: readonly Column[], upper: boolean) =>
  columns.map(column => {
    const group = columns.filter(other => other.group !== undefined && other.group === column.group)
    const spanned = upper && group.length > 0 ? group : [column]
    const text = upper ? (column.group ?? '') : column.heading
    // A heading over both rows has room for as many lines in each.
    const half = column.group === undefined && columns.some(other => other.group !== undefined) ? 2 : 1
    return { text, characters: half * spanned.reduce((sum, other) => sum + charactersOf(other, true), 0) }
  })

const headingRows = (columns: readonly Column[]): readonly Row[] => {
  if (columns.every(({ group }) => group === undefined))
    return [
      tallEnough(
        columns.map(({ heading }) => headingCell(heading)),
        headingTexts(columns, false),
      ),
    ]
  const names = columns.map(({ group, heading }) => (group === undefined ? null : headingCell(heading)))
  return [
    tallEnough(groupRow(columns), headingTexts(columns, true)),
    tallEnough(names, headingTexts(columns, false)),
  ]
}

const bodyRow = (columns: readonly Column[], row: readonly Phrase[], look: Partial<CellObject>): Row =>
  tallEnough(
    columns.map(({ align }, i) => cellOf(row[i] ?? [], { ...ruled, align, ...look })),
    columns.map((column, i) => ({
      text: printPhrase(row[i] ?? []),
      characters: charactersOf(column, look.fontWeight === 'bold'),
    })),
  )

const aboveTable = (notice: string | null, heading: readonly Phrase[]): readonly Row[] => [
  ...(notice === null ? [] : [[{ ...title, type: String, value: notice, textColor: '#9B1C1C', height: 20 }]]),
  ...heading.map(
    (phrase, i): Row => [
      i === 0
        ? { ...title, type: String, value: printPhrase(phrase), fontSize: 14, height: 22 }
        : { type: String, value: printPhrase(phrase), height: 18 },
    ],
  ),
  [null],
]

const sheetOf = ({ name, heading, table, remarks }: Sheet, notice: string | null) => {
  const { columns, rows, strong } = table
  const above = [...aboveTable(notice, heading), ...headingRows(columns)]
  const data: Row[] = [
    ...above,
    ...rows.map(row => bodyRow(columns, row, {})),
    ...strong.map(row => bodyRow(columns, row, { fontWeight: 'bold' })),
    ...remarks.map((phrase): Row => [{ type: String, value: printPhrase(phrase), fontStyle: 'italic' }]),
  ]
  const written: WrittenSheet<FileContent> = {
    data,
    sheet: name.slice(0, longestName),
    orientation: 'landscape',
    stickyRowsCount: above.length,
    columns: columns.map(column => ({ width: widthOf(column) })),
  }
  return { written, printed: { name: name.slice(0, longestName), headingRows: above.length } }
}

/** A workbook as an Excel file, ready to print on A4 sideways. The same workbook is the same bytes. */
export const writeXlsx = async ({ notice, madeOn, sheets }: Workbook): Promise<Buffer> => {
  const made = sheets.map(sheet => sheetOf(sheet, notice))
  const bytes = await writeXlsxFile(
    made.map(({ written }) => written),
    {
      fontFamily: 'Times New Roman',
      fontSize: 12,
      features: [printing(made.map(({ printed }) => printed))],
    },
  ).toBuffer()
  return steady(bytes, madeOn)
}
