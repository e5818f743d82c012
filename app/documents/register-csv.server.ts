import { byteOrderMark, csvLine } from './csv-line.server.ts'
import type { RegisterLine } from './register-file.server.ts'

/** Writes a register as UTF-8 text with its mark, separated by semicolons. */
export const writeRegisterCsv = (lines: readonly RegisterLine[]): Buffer =>
  Buffer.from(byteOrderMark + lines.map(csvLine).join(''), 'utf8')
