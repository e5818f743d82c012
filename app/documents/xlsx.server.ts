import writeXlsxFile, { type CellObject, type Row, type Sheet as WrittenSheet } from 'write-excel-file/node'
import type { Column, Sheet, Workbook } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import { printPhrase } from './print.server.ts'
import { steady } from './steady.server.ts'
import { printing } from './xlsx-print.server.ts'

/** What the library takes as a picture; papers have none. */
export type FileContent = Parameters<typeof writeXlsxFile>[0] extends readonly WrittenSheet<infer C>[]
  ? C
  : never

/** Excel shows at most so many characters of a sheet's name. */
const longestName = 31

const ruled = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const

const title: Partial<CellObject> = { fontWeight: 'bold', alignVertical: 'center' }

/** A count alone is a number that can be added up; anything else is text as the report prints it, a rate with its rounding. */
const cellOf = (phrase: Phrase, look: Partial<CellObject>): CellObject => {
  const [only, ...others] = phrase
  if (typeof only === 'object' && only.kind === 'count' && others.length === 0)
    return { ...look, type: Number, value: only.count, format: '#,##0' }
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

const headingRows = (columns: readonly Column[]): readonly Row[] => {
  if (columns.every(({ group }) => group === undefined))
    return [columns.map(({ heading }) => headingCell(heading))]
  const names = columns.map(({ group, heading }) => (group === undefined ? null : headingCell(heading)))
  return [groupRow(columns), names]
}

const bodyRow = (columns: readonly Column[], row: readonly Phrase[], look: Partial<CellObject>): Row =>
  columns.map(({ align }, i) => cellOf(row[i] ?? [], { ...ruled, align, ...look }))

const aboveTable = (notice: string | null, heading: readonly Phrase[]): readonly Row[] => [
  ...(notice === null ? [] : [[{ ...title, type: String, value: notice, textColor: '#9B1C1C' }]]),
  ...heading.map(
    (phrase, i): Row => [
      i === 0
        ? { ...title, type: String, value: printPhrase(phrase), fontSize: 14 }
        : { type: String, value: printPhrase(phrase) },
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
    // A share of a page on paper is about half as many characters on a screen.
    columns: columns.map(({ width }) => ({ width: Math.max(7, Math.round(width * 0.6)) })),
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
