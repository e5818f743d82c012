/** A file of a pack that is not what its name promises: which one, in which line (from 1, the heading counted), or null for the whole. */
export class PackUnreadable extends Error {
  constructor(
    readonly path: string,
    readonly line: number | null,
    readonly why: string,
  ) {
    super(line === null ? `${path}: ${why}` : `${path}, line ${line}: ${why}`)
  }
}

export type CsvCell = string | number | null

/** A row of a table that is read back: its cells by column, and the line on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** What a spreadsheet would take for a formula, and the apostrophe that keeps it from doing so, which is itself kept apart. */
const needsApostrophe = /^['=+\-@\t\r]/

const writeCell = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = needsApostrophe.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes a table as CSV: commas, a heading, every line ended by LF; a text that looks like a formula gets an apostrophe. */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [columns, ...rows].map(row => `${row.map(writeCell).join(',')}\n`).join('')

type Piece = { readonly text: string; readonly next: number }

const quotedAt = (text: string, at: number): Piece | null => {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end < 0 ? null : { text: text.slice(at + 1, end).replaceAll('""', '"'), next: end + 1 }
}

const plainAt = (text: string, at: number): Piece => {
  let next = at
  while (next < text.length && text[next] !== ',' && text[next] !== '\n') next += 1
  return { text: text.slice(at, next), next }
}

const bare = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

type RawRow = { readonly line: number; readonly cells: readonly string[] }

const lineBreaksIn = (text: string): number => text.split('\n').length - 1

const readRows = (path: string, text: string): readonly RawRow[] => {
  const rows: RawRow[] = []
  let [at, line, cells, begins] = [0, 1, [] as string[], 1]
  while (at < text.length) {
    const piece = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at)
    if (!piece) throw new PackUnreadable(path, line, 'a quote that is not closed')
    cells.push(bare(piece.text))
    line += lineBreaksIn(piece.text)
    at = piece.next
    const stop = text[at]
    at += 1
    if (stop === ',') continue
    if (stop !== '\n') throw new PackUnreadable(path, line, 'a line that does not end where it should')
    rows.push({ line: begins, cells })
    line += 1
    ;[cells, begins] = [[], line]
  }
  if (cells.length > 0) throw new PackUnreadable(path, line, 'a line that breaks off')
  return rows
}

/** Reads a table written by `writeCsv`; throws PackUnreadable where it is none, or has other columns. */
export const readCsv = (path: string, text: string, columns: readonly string[]): readonly CsvRow[] => {
  const [heading, ...rows] = readRows(path, text)
  if (heading?.cells.join(',') !== columns.join(','))
    throw new PackUnreadable(path, 1, `the columns are not ${columns.join(',')}`)
  return rows.map(({ line, cells }) => {
    if (cells.length !== columns.length)
      throw new PackUnreadable(path, line, `${cells.length} cells under ${columns.length} columns`)
    return { line, cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) }
  })
}

/** The text of a cell. */
export const textIn = ({ cells }: CsvRow, column: string): string => cells[column] ?? ''

/** A number of something: whole, written without signs or leading zeros. */
export const countIn = (path: string, { line, cells }: CsvRow, column: string): number => {
  const raw = cells[column] ?? ''
  if (!/^(0|[1-9]\d{0,14})$/.test(raw)) throw new PackUnreadable(path, line, `${column} is no number: ${raw}`)
  return Number(raw)
}

/** One of a few words. */
export const wordIn = <W extends string>(
  path: string,
  { line, cells }: CsvRow,
  { column, words }: { readonly column: string; readonly words: readonly W[] },
): W => {
  const word = words.find(one => one === cells[column])
  if (word === undefined) throw new PackUnreadable(path, line, `${column} is unknown: ${cells[column]}`)
  return word
}
