import type { LinePlace } from './findings.ts'
import type { Columns, Header } from './header.ts'
import { type Ledger, takeHousehold } from './ledger.ts'
import { isNumbered, type Line, type LineCells, readCells, readLine } from './line.ts'
import { mergeStarts } from './merges.ts'
import type { RegisterSheet, SheetRow } from './sheet.ts'
import { villageOfSheet } from './sheet-village.ts'

/** A sheet with its heading; `named` when the file has several, so that findings must say which. */
export type SheetTask = { readonly sheet: RegisterSheet; readonly header: Header; readonly named: boolean }

/** Where the reading of a sheet stands. */
type Position = {
  columns: Columns
  /** The village of the section or title above, as written; null before any. */
  section: string | null
  /** Below the signatures a name without a number is a signer's. */
  afterFooter: boolean
  members: number
  firstMember: number
  /** Lines with nothing but a number: a form's empty lines, unless a household follows. */
  pending: { readonly row: number; readonly quote: string }[]
}

type Work = SheetTask & { readonly ledger: Ledger; readonly at: Position; readonly householdsBefore: number }

const placeIn = ({ named, sheet }: SheetTask, row: number): LinePlace =>
  named ? { row, sheet: sheet.name } : { row }

/** What a total line may count: its village, or the section, the sheet, the whole file. */
function countsFor(work: Work, total: Extract<Line, { readonly is: 'total' }>): readonly number[] {
  const { villages, counts, households } = work.ledger
  const countOf = (text: string | null) => {
    const match = text === null ? null : villages.read(text)
    return match?.found ? [counts.get(match.village) ?? 0] : []
  }
  const named = villages.open ? [] : countOf(total.village)
  if (named.length > 0) return named
  return [households.length - work.householdsBefore, households.length, ...countOf(work.at.section)]
}

function checkTotal(work: Work, row: number, total: Extract<Line, { readonly is: 'total' }>): void {
  const { stated, quote } = total
  const counts = countsFor(work, total)
  if (stated === null || counts.includes(stated)) return
  work.ledger.warnings.push({
    ...placeIn(work, row),
    kind: 'total-differs',
    quote,
    stated,
    read: counts[0] ?? 0,
  })
}

function takePending(work: Work): void {
  for (const { row, quote } of work.at.pending)
    work.ledger.problems.push({ ...placeIn(work, row), kind: 'missing-name', quote })
  work.at.pending = []
}

function takeLine(work: Work, line: Line, cells: LineCells): void {
  const { at, ledger } = work
  const place = placeIn(work, cells.row)
  if (line.is === 'header') Object.assign(at, { columns: line.columns, afterFooter: false })
  if (line.is === 'section') Object.assign(at, { section: line.quote, afterFooter: false, pending: [] })
  if (line.is === 'footer') Object.assign(at, { afterFooter: true, pending: [] })
  if (line.is === 'total') at.pending = []
  if (line.is === 'total') checkTotal(work, cells.row, line)
  if (line.is === 'number-only') at.pending.push({ row: cells.row, quote: cells.number ?? cells.order ?? '' })
  if (line.is === 'member')
    Object.assign(at, { members: at.members + 1, firstMember: at.firstMember || cells.row })
  if (line.is === 'unclear' && !at.afterFooter)
    ledger.problems.push({ ...place, kind: 'unclear-row', quote: cells.name })
  if (line.is !== 'household' || isSigner(at, cells)) return
  takePending(work)
  takeHousehold(ledger, { place, cells, section: at.section, numbersExpected: at.columns.number !== null })
}

const isSigner = (at: Position, cells: LineCells) =>
  at.afterFooter && !isNumbered(cells) && cells.village === ''

type Merged = { readonly name: ReadonlyMap<number, number>; readonly village: ReadonlyMap<number, number> }

const mergedIn = (sheet: RegisterSheet, columns: Columns): Merged => ({
  name: mergeStarts(sheet, columns.name),
  village: mergeStarts(sheet, columns.village),
})

/** Gives the cells of a line as Excel shows them, a village merged over several lines on each; null for a further line of a household whose name cell spans several. */
function cellsReader(sheet: RegisterSheet, columns: Columns): (row: SheetRow) => LineCells | null {
  const merged = mergedIn(sheet, columns)
  const villages = new Map<number, string>()
  return row => {
    const cells = readCells(row, columns)
    if (cells.name === '' && merged.name.has(row.row)) return null
    if (cells.village !== '') villages.set(row.row, cells.village)
    const from = cells.village === '' && cells.texts.length > 0 ? merged.village.get(row.row) : undefined
    return from === undefined ? cells : { ...cells, village: villages.get(from) ?? '' }
  }
}

function readLines(work: Work): void {
  const { sheet, header, ledger, at } = work
  let read = cellsReader(sheet, at.columns)
  for (const row of sheet.rows.filter(line => line.row > header.row)) {
    const cells = read(row)
    if (cells === null) continue
    const line = readLine({ row, cells, columns: at.columns, villages: ledger.villages })
    takeLine(work, line, cells)
    if (line.is === 'header') read = cellsReader(sheet, at.columns)
  }
}

/** Reads one sheet below its heading into the ledger. */
export function checkSheet(task: SheetTask, ledger: Ledger): void {
  const { sheet, header } = task
  const at: Position = {
    columns: header.columns,
    section: villageOfSheet(sheet, header.row, ledger.villages),
    afterFooter: false,
    members: 0,
    firstMember: 0,
    pending: [],
  }
  const work: Work = { ...task, ledger, at, householdsBefore: ledger.households.length }
  readLines(work)
  if (at.members === 0) return
  const quote = 'Quan hệ với chủ hộ'
  ledger.warnings.push({ ...placeIn(task, at.firstMember), kind: 'members-skipped', quote, read: at.members })
}
