import { contentKeys, type Questionnaire } from './questionnaire.ts'
import { type Line, longestLine, type SpokenLanguage } from './spoken.ts'

/** A line of a spreadsheet: the number Excel shows, and its cells. */
export type SheetLine = {
  readonly row: number
  readonly cells: readonly (string | number | boolean | null)[]
}

/** Headings of a translation sheet: what is translated is named by its key, and stands beside it. */
export const sheetHeadings = {
  key: 'Mã',
  source: 'Câu hỏi tiếng Việt',
  sourceMeaning: 'Nghĩa là (tiếng Việt)',
  statement: 'Bản dịch câu hỏi',
  meaning: 'Bản dịch nghĩa là',
} as const

/** Why a line of a translation sheet cannot be taken. */
export type LineProblem =
  | 'key-missing'
  | 'key-unknown'
  | 'key-twice'
  | 'source-differs'
  | 'statement-missing'
  | 'text-too-long'
  | 'text-unreadable'

export type SheetProblem = { readonly row: number; readonly problem: LineProblem; readonly quote: string }

export type SheetReading =
  | { readonly kind: 'no-heading' }
  | { readonly kind: 'faulty'; readonly problems: readonly SheetProblem[] }
  | { readonly kind: 'read'; readonly lines: { readonly [content: string]: Line } }

/** The lines of a translation sheet, its headings first; what is not translated yet is empty. */
export const translationSheet = (
  { contents }: Questionnaire,
  { lines }: Pick<SpokenLanguage, 'lines'>,
): readonly (readonly string[])[] => [
  Object.values(sheetHeadings),
  ...contents.map(({ key, statement, meaning }) => [
    key,
    statement.vi,
    meaning.vi,
    lines[key]?.statement ?? '',
    lines[key]?.meaning ?? '',
  ]),
]

const textOf = (cell: SheetLine['cells'][number] | undefined): string =>
  String(cell ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

type Columns = { readonly [column in keyof typeof sheetHeadings]: number }

const columnsOf = ({ cells }: SheetLine): Columns | null => {
  const texts = cells.map(textOf)
  const at = (column: keyof typeof sheetHeadings) => texts.indexOf(sheetHeadings[column])
  const columns = {
    key: at('key'),
    source: at('source'),
    sourceMeaning: at('sourceMeaning'),
    statement: at('statement'),
    meaning: at('meaning'),
  }
  return columns.key >= 0 && columns.statement >= 0 && columns.meaning >= 0 ? columns : null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const unreadable = /[\u0000-\u001f\u007f\ufffd-\uffff\p{Cs}]/u

type Read = { readonly key: string; readonly source: string | null } & Line

const readLine = ({ cells }: SheetLine, columns: Columns): Read => {
  const text = (column: keyof Columns) => textOf(cells[columns[column]])
  return {
    key: text('key'),
    source: columns.source < 0 ? null : text('source'),
    statement: text('statement'),
    meaning: text('meaning'),
  }
}

/** The first thing that is wrong with a line, or null. */
const problemOf = (
  { key, source, statement, meaning }: Read,
  { sources, seen }: { readonly sources: ReadonlyMap<string, string>; readonly seen: ReadonlySet<string> },
): LineProblem | null => {
  if (key === '') return 'key-missing'
  const expected = sources.get(key)
  if (expected === undefined) return 'key-unknown'
  if (seen.has(key)) return 'key-twice'
  // Another Vietnamese text means that another version was translated.
  if (source !== null && source !== textOf(expected)) return 'source-differs'
  if (statement === '' && meaning !== '') return 'statement-missing'
  if (statement.length > longestLine || meaning.length > longestLine) return 'text-too-long'
  return unreadable.test(statement + meaning) ? 'text-unreadable' : null
}

const isEmpty = ({ cells }: SheetLine): boolean => cells.every(cell => textOf(cell) === '')

/**
 * Reads a translation sheet against its questionnaire. Every line that cannot be taken is named with its reason; then
 * nothing is taken. Contents without a translation come back empty, contents that the sheet leaves out do not come back.
 */
export const readTranslationSheet = (
  rows: readonly SheetLine[],
  questionnaire: Questionnaire,
): SheetReading => {
  const at = rows.findIndex(row => columnsOf(row) !== null)
  const heading = rows[at]
  const columns = heading ? columnsOf(heading) : null
  if (!columns) return { kind: 'no-heading' }
  const sources = new Map(questionnaire.contents.map(({ key, statement }) => [key, statement.vi]))
  const seen = new Set<string>()
  const problems: SheetProblem[] = []
  const lines: Record<string, Line> = {}
  for (const row of rows.slice(at + 1).filter(one => !isEmpty(one))) {
    const read = readLine(row, columns)
    const problem = problemOf(read, { sources, seen })
    if (problem) problems.push({ row: row.row, problem, quote: (read.key || read.statement).slice(0, 60) })
    else lines[read.key] = { statement: read.statement, meaning: read.meaning }
    seen.add(read.key)
  }
  if (problems.length > 0) return { kind: 'faulty', problems }
  return contentKeys(questionnaire).some(key => lines[key]) ? { kind: 'read', lines } : { kind: 'no-heading' }
}
