import type { RegisterLine } from './register-file.server.ts'

/** What a spreadsheet would take for a formula when it opens the file; an apostrophe before it makes it text (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

const cellOf = (cell: RegisterLine[number]): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes a register as UTF-8 text with its mark, separated by semicolons: what Excel with Vietnamese settings opens into columns. */
export const writeRegisterCsv = (lines: readonly RegisterLine[]): Buffer =>
  Buffer.from(`\uFEFF${lines.map(line => line.map(cellOf).join(';')).join('\r\n')}\r\n`, 'utf8')
