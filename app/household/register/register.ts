import { no, ok, type Result } from '#app/basics/result.ts'
import { cleanText, isOldFont } from './clean.ts'
import type { Finding, LinePlace, ProblemKind, RegisterHousehold, Told, WarningKind } from './findings.ts'
import { findHeader, type Header } from './header.ts'
import { type Ledger, newLedger } from './ledger.ts'
import { registerMessage } from './message.ts'
import type { RegisterSheet } from './sheet.ts'
import { checkSheet } from './sheet-check.ts'
import { villageReader } from './village.ts'

export type { ProblemKind, RegisterHousehold, Told, WarningKind } from './findings.ts'
export { registerMessage } from './message.ts'
export type { Cell, RegisterSheet, SheetRow, VerticalMerge } from './sheet.ts'

/** What a household register holds, before anything is written. Every line read as a household is either in `households` or in `problems`, once. */
export type RegisterCheck = {
  /** Households that would be taken: `households.length`, and the sum of `villages`. */
  readonly rows: number
  /** Households taken by village: every village of the list, 0 included, in its order; without a list the villages found, in file order. */
  readonly villages: Readonly<Record<string, number>>
  /** Lines left out, in file order, one reason each (the first of: name, village, duplicate). Messages in Vietnamese. */
  readonly problems: readonly Told<ProblemKind>[]
  /** Lines to look at; they are taken all the same. In file order. */
  readonly warnings: readonly Told<WarningKind>[]
  readonly households: readonly RegisterHousehold[]
}

export type RegisterError = 'register-no-header' | 'register-old-font' | 'register-empty'

type Readable = { readonly sheet: RegisterSheet; readonly header: Header }

/** Headings in an old font give no heading line; three such cells are no accident. */
function writtenInOldFont(sheets: readonly RegisterSheet[]): boolean {
  const texts = sheets.flatMap(sheet => sheet.rows.slice(0, 60).flatMap(row => row.cells.map(cleanText)))
  return texts.filter(isOldFont).length >= 3
}

function inFileOrder<F extends LinePlace>(
  findings: readonly F[],
  sheets: readonly RegisterSheet[],
): readonly F[] {
  const order = new Map(sheets.map((sheet, i) => [sheet.name, i]))
  const sheetOf = (finding: F) => order.get(finding.sheet ?? '') ?? 0
  return [...findings].sort((a, b) => sheetOf(a) - sheetOf(b) || a.row - b.row)
}

function countByVillage(ledger: Ledger, declared: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map(declared.map(village => [village, 0]))
  for (const { village } of ledger.households) counts.set(village, (counts.get(village) ?? 0) + 1)
  return Object.fromEntries(counts)
}

function warnUnread(ledger: Ledger, sheets: readonly RegisterSheet[], readable: readonly Readable[]): void {
  const read = new Set(readable.map(({ sheet }) => sheet))
  for (const sheet of sheets.filter(s => !read.has(s) && s.rows.length > 0))
    ledger.warnings.push({
      kind: 'sheet-without-header',
      row: sheet.rows[0]?.row ?? 1,
      sheet: sheet.name,
      quote: sheet.name,
    })
}

const told = <K extends ProblemKind | WarningKind>(finding: Finding<K>): Told<K> => ({
  ...finding,
  message: registerMessage(finding, 'vi'),
})

/**
 * Checks a household register as cadres keep it. `villages` are the commune's; an empty list accepts every village named.
 * Titles, section, total and signature lines are recognised and not counted; a village comes from the line's cell, a cell merged over it,
 * the section line or title above, or the sheet's name, in that order. A village is never guessed from a near spelling.
 * A line repeating the number, name and village of an earlier one is a duplicate; the same name under another number is a warning.
 */
export function readRegister(
  sheets: readonly RegisterSheet[],
  villages: readonly string[],
): Result<RegisterCheck, RegisterError> {
  const filled = sheets.filter(sheet => sheet.rows.length > 0)
  const readable = filled.flatMap(sheet => {
    const header = findHeader(sheet)
    return header ? [{ sheet, header }] : []
  })
  if (readable.length === 0) return no(writtenInOldFont(sheets) ? 'register-old-font' : 'register-no-header')
  const declared = [...new Set(villages.map(cleanText).filter(Boolean))]
  const ledger = newLedger(villageReader(declared))
  for (const { sheet, header } of readable) checkSheet({ sheet, header, named: filled.length > 1 }, ledger)
  if (ledger.households.length + ledger.problems.length === 0) return no('register-empty')
  warnUnread(ledger, filled, readable)
  return ok({
    rows: ledger.households.length,
    villages: countByVillage(ledger, declared),
    problems: inFileOrder(ledger.problems, filled).map(finding => told(finding)),
    warnings: inFileOrder(ledger.warnings, filled).map(finding => told(finding)),
    households: ledger.households,
  })
}
