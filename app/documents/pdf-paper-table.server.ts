import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Column, Table } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import { printPhrase } from './print.server.ts'

/** How a table is set: its width and the size of its letters, in points. */
export type TableLook = { readonly width: number; readonly size: number }

/** What the layout `paper` takes of a column's width: the room left and right of the text. */
const padding = 6
const line = 0.5

/** Widths of the columns' texts, in points. */
const widthsOf = (columns: readonly Column[], width: number): number[] => {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  const free = width - columns.length * padding - (columns.length + 1) * line
  const whole = width - line
  return columns
    .map(column => (whole * column.width) / shares - padding - line)
    .map(own => Math.max(1, Math.min(own, free)))
}

type Span = { readonly colSpan?: number; readonly rowSpan?: number }

/** The library puts the text of a cell over two rows too low where it is to stand in the middle, so that one stays at the top. */
const heading = (text: string, span: Span = {}): TableCell => ({
  ...span,
  text,
  bold: true,
  alignment: 'center',
  ...(span.rowSpan === undefined ? { verticalAlignment: 'middle' } : {}),
})

const grouped = (columns: readonly Column[]): boolean => columns.some(({ group }) => group !== undefined)

/** In the upper of two heading rows a group spans its columns, and a column without one spans both rows. */
const upperRow = (columns: readonly Column[]): TableCell[] =>
  columns.map((column, i) => {
    const { group } = column
    if (group === undefined) return heading(column.heading, { rowSpan: 2 })
    if (columns[i - 1]?.group === group) return {}
    const after = columns.slice(i).findIndex(other => other.group !== group)
    return heading(group, { colSpan: after < 0 ? columns.length - i : after })
  })

const headingRows = (columns: readonly Column[]): TableCell[][] =>
  grouped(columns)
    ? [upperRow(columns), columns.map(column => (column.group === undefined ? {} : heading(column.heading)))]
    : [columns.map(column => heading(column.heading))]

const bodyRow = (columns: readonly Column[], row: readonly Phrase[], bold: boolean): TableCell[] =>
  columns.map(({ align }, i) => ({
    text: printPhrase(row[i] ?? []),
    bold,
    alignment: align,
    verticalAlignment: 'middle',
    preserveLeadingSpaces: true,
  }))

/** A ruled table: headings repeated on every page with a row below them, no row split between two. */
export const ruledTable = ({ columns, rows, strong }: Table, { width, size }: TableLook): Content => {
  const heads = headingRows(columns)
  return {
    layout: 'paper',
    fontSize: size,
    lineHeight: 1,
    table: {
      headerRows: heads.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widthsOf(columns, width),
      body: [
        ...heads,
        ...rows.map(row => bodyRow(columns, row, false)),
        ...strong.map(row => bodyRow(columns, row, true)),
      ],
    },
  }
}
