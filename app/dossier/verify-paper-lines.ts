import { longDay } from './day-text.ts'
import {
  type Appendix,
  type Block,
  type Column,
  type Paper,
  romanOf,
  type Table,
  type Workbook,
} from './paper.ts'
import type { Phrase } from './phrase.ts'

/** How a phrase is printed: comes in as an argument, since figures are printed by the language. */
export type Print = (phrase: Phrase) => string

/** A text of a paper with its place, `ô B4` or `dòng 12`: what a reader sees, in order. */
export type PaperLine = { readonly at: string; readonly text: string }

/*
 * What a Word file or workbook of a paper must say, in the order in which it says it: a paragraph is a line, so is each
 * cell of a table (its paragraphs between line feeds), the empty ones among them; empty paragraphs are left out.
 */

/** The upper of two heading rows: a group once over its columns. */
const upperTexts = (columns: readonly Column[]): readonly string[] =>
  columns.flatMap(({ group, heading }, i) => {
    if (group === undefined) return [heading]
    return columns[i - 1]?.group === group ? [] : [group]
  })

const isGrouped = (columns: readonly Column[]): boolean => columns.some(({ group }) => group !== undefined)

/** The heads of a table's columns, row by row. */
export const headingTexts = (columns: readonly Column[]): readonly string[] => {
  const names = columns.map(({ heading }) => heading)
  if (!isGrouped(columns)) return names
  return [
    ...upperTexts(columns),
    ...columns.map(({ group, heading }) => (group === undefined ? '' : heading)),
  ]
}

/** What a table says, row by row. */
export const tableTexts = ({ columns, rows, strong }: Table, print: Print): readonly string[] => [
  ...headingTexts(columns),
  ...[...rows, ...strong].flatMap(row => columns.map((_, i) => print(row[i] ?? []))),
]

const blockTexts = (block: Block, print: Print): readonly string[] => {
  if (block.kind === 'table') return tableTexts(block.table, print)
  return [(block.kind === 'item' ? '- ' : '') + print(block.text)]
}

const appendixTexts = ({ heading, subject, attachedTo, blocks }: Appendix, print: Print) => [
  heading,
  subject.toLocaleUpperCase('vi'),
  attachedTo,
  ...blocks.flatMap(block => blockTexts(block, print)),
]

const headTexts = ({ letterhead, madeOn, title, subject }: Paper): readonly string[] => [
  letterhead.lines.join('\n'),
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  `Số: ${letterhead.number ?? '         '}/${letterhead.symbol}`,
  `${letterhead.place}, ${longDay(madeOn)}`,
  title,
  subject,
]

const footTexts = ({ signatures, recipients, signer, signedBy }: Paper): readonly string[] => {
  if (signatures) return signatures.map(lines => lines.join('\n'))
  const signed = signedBy === undefined ? signer : [...signer, signedBy]
  return [['Nơi nhận:', ...recipients.map(one => `- ${one}`)].join('\n'), signed.join('\n')]
}

/** What the Word file of a paper says, in order. */
export const paperTexts = (paper: Paper, print: Print): readonly string[] =>
  [
    ...headTexts(paper),
    ...paper.opening.map(print),
    ...paper.sections.flatMap((section, i) => [
      `${romanOf(i)}. ${section.heading}`,
      ...section.blocks.flatMap(block => blockTexts(block, print)),
    ]),
    print(paper.closing),
    ...footTexts(paper),
    ...paper.appendices.flatMap(appendix => appendixTexts(appendix, print)),
  ].map(text => text.trim())

/** The name of a column, counted from 0: A, B … Z, AA. */
const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const cellText = (phrase: Phrase, print: Print): string => {
  const [only, ...others] = phrase
  // A count alone is a number of the workbook, without separators.
  if (typeof only === 'object' && only.kind === 'count' && others.length === 0) return String(only.count)
  return print(phrase)
}

const groupRow = (columns: readonly Column[]): readonly string[] =>
  columns.map(({ group, heading }, i) => {
    if (group === undefined) return heading
    return columns[i - 1]?.group === group ? '' : group
  })

const headingRows = (columns: readonly Column[]): readonly (readonly string[])[] => {
  if (!isGrouped(columns)) return [columns.map(({ heading }) => heading)]
  return [groupRow(columns), columns.map(({ group, heading }) => (group === undefined ? '' : heading))]
}

const sheetRows = (
  { heading, table: { columns, rows, strong }, remarks }: Workbook['sheets'][number],
  { notice, print }: { readonly notice: string | null; readonly print: Print },
): readonly (readonly string[])[] => [
  ...(notice === null ? [] : [[notice]]),
  ...heading.map(phrase => [print(phrase)]),
  [],
  ...headingRows(columns),
  ...[...rows, ...strong].map(row => columns.map((_, i) => cellText(row[i] ?? [], print))),
  ...remarks.map(phrase => [print(phrase)]),
]

/** Longest name that a spreadsheet program shows of a sheet. */
const longestName = 31

/** What the Excel file of a workbook says: the name of each sheet, then its cells that are not empty, by row. */
export const workbookLines = ({ notice, sheets }: Workbook, print: Print): readonly PaperLine[] =>
  sheets.flatMap((sheet, number) => {
    const name = sheet.name.slice(0, longestName)
    const cells = sheetRows(sheet, { notice, print }).flatMap((row, i) =>
      row.flatMap((text, column) =>
        text.trim() === '' ? [] : [{ at: `${name}!${letterOf(column)}${i + 1}`, text: text.trim() }],
      ),
    )
    return [{ at: `${number + 1}`, text: name }, ...cells]
  })
