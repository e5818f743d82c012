import {
  AlignmentType,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Column, Table as PaperTable } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import { printPhrase } from './print.server.ts'

/** How a table is set: `width` in mm, `size` of letters in half-points. */
export type TableLook = { readonly width: number; readonly size: number }

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const

/** Widths in twips that add up to the table's exactly. */
const widthsOf = (columns: readonly Column[], width: number): readonly number[] => {
  const whole = convertMillimetersToTwip(width)
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  let [share, used] = [0, 0]
  return columns.map(column => {
    share += column.width
    const upTo = Math.round((whole * share) / shares)
    const own = upTo - used
    used = upTo
    return own
  })
}

type Text = {
  readonly text: string
  readonly align: Column['align']
  readonly bold: boolean
  readonly size: number
}

const line = ({ text, align, bold, size }: Text): Paragraph =>
  new Paragraph({
    style: 'cell',
    alignment: alignments[align],
    children: [new TextRun({ text, bold, size })],
  })

const cellMargins = {
  top: convertMillimetersToTwip(0.5),
  bottom: convertMillimetersToTwip(0.5),
  left: convertMillimetersToTwip(1.1),
  right: convertMillimetersToTwip(1.1),
}

/** Columns side by side under one heading, or one column without. */
type Span = { readonly group: string | null; readonly columns: readonly Column[] }

const spansOf = (columns: readonly Column[]): readonly Span[] => {
  const spans: Span[] = []
  for (const column of columns) {
    const last = spans.at(-1)
    if (column.group !== undefined && last?.group === column.group)
      spans[spans.length - 1] = { group: last.group, columns: [...last.columns, column] }
    else spans.push({ group: column.group ?? null, columns: [column] })
  }
  return spans
}

type Heading = {
  readonly columnSpan?: number
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]
}

const headingCell = (text: string, size: number, heading: Heading = {}): TableCell =>
  new TableCell({
    ...heading,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: cellMargins,
    children: [line({ text, align: 'center', bold: true, size })],
  })

const headingRow = (children: readonly TableCell[]): TableRow =>
  new TableRow({ tableHeader: true, cantSplit: true, children })

const upperCell = ({ group, columns: [first, ...others] }: Span, size: number): TableCell =>
  group === null
    ? headingCell(first?.heading ?? '', size, { verticalMerge: VerticalMergeType.RESTART })
    : headingCell(group, size, { columnSpan: others.length + 1 })

const lowerCells = ({ group, columns }: Span, size: number): readonly TableCell[] =>
  group === null
    ? [headingCell('', size, { verticalMerge: VerticalMergeType.CONTINUE })]
    : columns.map(column => headingCell(column.heading, size))

/** One heading row, or two where columns are grouped; they come again on every page. */
const headingRows = (columns: readonly Column[], size: number): readonly TableRow[] => {
  const spans = spansOf(columns)
  if (spans.every(({ group }) => group === null))
    return [headingRow(columns.map(column => headingCell(column.heading, size)))]
  return [
    headingRow(spans.map(span => upperCell(span, size))),
    headingRow(spans.flatMap(span => lowerCells(span, size))),
  ]
}

const bodyRow = (
  row: readonly Phrase[],
  {
    columns,
    size,
    bold,
  }: { readonly columns: readonly Column[]; readonly size: number; readonly bold: boolean },
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, i) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          margins: cellMargins,
          children: [line({ text: printPhrase(row[i] ?? []), align: column.align, bold, size })],
        }),
    ),
  })

/** A ruled table: headings repeated on every page, no row split between two. */
export const ruledTable = ({ columns, rows, strong }: PaperTable, { width, size }: TableLook): Table => {
  const widths = widthsOf(columns, width)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      ...headingRows(columns, size),
      ...rows.map(row => bodyRow(row, { columns, size, bold: false })),
      ...strong.map(row => bodyRow(row, { columns, size, bold: true })),
    ],
  })
}
