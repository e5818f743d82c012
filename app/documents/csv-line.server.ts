/** A cell of a table as text or number; null is an empty cell, which is never a zero. */
export type PlainCell = string | number | null

/** What a spreadsheet would take for a formula when it opens the file; an apostrophe before it makes it text (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

const csvCell = (cell: PlainCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a file begins with so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** One line with its end, separated by semicolons: what Excel with Vietnamese settings opens into columns. */
export const csvLine = (cells: readonly PlainCell[]): string => `${cells.map(csvCell).join(';')}\r\n`
