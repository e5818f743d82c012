import type { Cell, SheetRow } from '#app/household/register/register.ts'

const separators = [';', ',', '\t'] as const

/** The text of a file, or null when it is no text: UTF-8 (with or without mark), or UTF-16 with its mark as Excel's "Unicode Text" has it. */
function textOf(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary rubbish from text
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text
  } catch {
    return null
  }
}

/** The separator most of the first lines use, or null when they use none. */
function separatorOf(text: string): string | null {
  const lines = text.split(/\r\n?|\n/, 30)
  const using = separators.map(separator => ({
    separator,
    lines: lines.filter(line => line.includes(separator)).length,
  }))
  const top = using.reduce((a, b) => (b.lines > a.lines ? b : a))
  return top.lines > 1 ? top.separator : null
}

/** The closing quote of a cell that opens with one at `at`, doubled quotes skipped; -1 when it never closes. */
function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end
}

type Piece = { readonly cell: string; readonly next: number }

/** One cell and the place behind it, at a separator, a line's end or the file's end. */
function cellAt(text: string, at: number, stops: RegExp): Piece {
  const close = text[at] === '"' ? closingQuote(text, at) : -1
  stops.lastIndex = close < 0 ? at : close + 1
  const next = stops.exec(text)?.index ?? text.length
  const cell = close < 0 ? text.slice(at, next) : text.slice(at + 1, close).replaceAll('""', '"')
  return { cell, next }
}

/** Lines as Excel numbers them: a line break inside quotes belongs to the cell. */
function parse(text: string, separator: string): readonly SheetRow[] {
  const stops = new RegExp(`${separator}|\\r\\n?|\\n`, 'g')
  const rows: SheetRow[] = []
  let cells: Cell[] = []
  for (let at = 0; at <= text.length; ) {
    const { cell, next } = cellAt(text, at, stops)
    cells.push(cell || null)
    at = next + (text.startsWith('\r\n', next) ? 2 : 1)
    if (text[next] === separator) continue
    rows.push({ row: rows.length + 1, cells })
    cells = []
  }
  return rows
}

/** Reads a CSV file as one sheet's rows, blank lines left out; null when the bytes are no separated text. Markup and programs' formats are not taken for text tables. */
export function readCsv(bytes: Uint8Array): readonly SheetRow[] | null {
  const text = textOf(bytes)
  if (text === null || /^\s*[<{[%]/.test(text)) return null
  const separator = separatorOf(text)
  return separator === null
    ? null
    : parse(text, separator).filter(row => row.cells.some(cell => cell !== null))
}
