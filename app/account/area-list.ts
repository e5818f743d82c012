import { no, ok, type Result } from '#app/basics/result.ts'

type Cell = string | number | boolean | null

/** A line of a sheet, numbered as the spreadsheet shows it. */
type Line = { readonly row: number; readonly cells: readonly Cell[] }

const columns = ['provinceCode', 'provinceName', 'communeCode', 'communeName'] as const

type Column = (typeof columns)[number]

/** What is wrong with a line, which is left out. */
export type AreaListFault =
  | 'province-code'
  | 'commune-code'
  | 'name-missing'
  | 'code-twice'
  | 'name-twice'
  | 'code-elsewhere'
  | 'code-ended'

export type AreaListProblem = { readonly row: number; readonly fault: AreaListFault; readonly quote: string }

export type ListedCommune = { readonly code: string; readonly name: string; readonly provinceId: string }

/** A commune as it is known: current, or ended and never to be used again. */
export type KnownCommune = ListedCommune & { readonly ended: boolean }

/** What an official list would change. */
export type CheckedAreaList = {
  /** Lines below the heading that say anything. */
  readonly rows: number
  readonly added: readonly ListedCommune[]
  readonly renamed: readonly (ListedCommune & { readonly from: string })[]
  readonly unchanged: number
  /** Lines of provinces that are not looked after here. */
  readonly outside: number
  /** Current communes that the list does not name: to be ended by hand, with their successors. */
  readonly missing: readonly ListedCommune[]
  readonly problems: readonly AreaListProblem[]
}

const plain = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()

const clean = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Which column a heading names; "Mã TP" and "Tên đơn vị hành chính cấp xã" are headings of real lists. */
const columnOf = (heading: Cell | undefined): Column | null => {
  const text = plain(heading)
  const code = /\bma\b/.test(text)
  if (/\b(xa|phuong)\b/.test(text)) return code ? 'communeCode' : 'communeName'
  if (/\b(tinh|thanh pho|tp)\b/.test(text)) return code ? 'provinceCode' : 'provinceName'
  return null
}

type Places = Readonly<Record<'provinceCode' | 'communeCode' | 'communeName', number>>

const placesOf = ({ cells }: Line): Places | null => {
  const named = cells.map(columnOf)
  const [provinceCode, communeCode, communeName] = [
    named.indexOf('provinceCode'),
    named.indexOf('communeCode'),
    named.indexOf('communeName'),
  ]
  return Math.min(provinceCode, communeCode, communeName) < 0
    ? null
    : { provinceCode, communeCode, communeName }
}

/** A code that a spreadsheet may have turned into a number, with the zeros it lost; null when it is none. */
const codeOf = (cell: Cell | undefined, digits: number): string | null => {
  const text = clean(cell)
  return /^\d+$/.test(text) && text.length <= digits && Number(text) > 0 ? text.padStart(digits, '0') : null
}

const readLine = (line: Line, places: Places): ListedCommune | AreaListFault => {
  const provinceId = codeOf(line.cells[places.provinceCode], 2)
  if (provinceId === null) return 'province-code'
  const code = codeOf(line.cells[places.communeCode], 5)
  if (code === null) return 'commune-code'
  const name = clean(line.cells[places.communeName])
  return name ? { code, name, provinceId } : 'name-missing'
}

type Seen = { readonly codes: Set<string>; readonly names: Set<string> }

/** What speaks against a line in itself: its code or name stood before, or the code belongs elsewhere. */
const faultOf = (
  { code, name, provinceId }: ListedCommune,
  known: KnownCommune | undefined,
  seen: Seen,
): AreaListFault | null => {
  const key = `${provinceId} ${name.toLowerCase()}`
  if (seen.codes.has(code)) return 'code-twice'
  if (seen.names.has(key)) return 'name-twice'
  seen.codes.add(code)
  seen.names.add(key)
  if (known?.ended) return 'code-ended'
  return known && known.provinceId !== provinceId ? 'code-elsewhere' : null
}

type Compared = {
  readonly known: readonly KnownCommune[]
  /** Codes of the provinces whose list this is. */
  readonly provinces: readonly string[]
}

/** Two writings of one line, or a line that only repeats an earlier one, are told apart by their row. */
const compare = (lines: readonly Line[], places: Places, { known, provinces }: Compared): CheckedAreaList => {
  const byCode = new Map(known.map(one => [one.code, one]))
  const seen: Seen = { codes: new Set(), names: new Set() }
  const [added, renamed]: [ListedCommune[], (ListedCommune & { readonly from: string })[]] = [[], []]
  const problems: AreaListProblem[] = []
  let [unchanged, outside] = [0, 0]
  for (const line of lines) {
    const read = readLine(line, places)
    const tell = (fault: AreaListFault) =>
      problems.push({ row: line.row, fault, quote: line.cells.map(clean).filter(Boolean).join(' · ') })
    if (typeof read === 'string') {
      tell(read)
      continue
    }
    if (!provinces.includes(read.provinceId)) {
      outside += 1
      continue
    }
    const before = byCode.get(read.code)
    const fault = faultOf(read, before, seen)
    if (fault) tell(fault)
    else if (!before) added.push(read)
    else if (before.name === read.name) unchanged += 1
    else renamed.push({ ...read, from: before.name })
  }
  const missing = known
    .filter(one => !one.ended && provinces.includes(one.provinceId) && !seen.codes.has(one.code))
    .map(({ code, name, provinceId }) => ({ code, name, provinceId }))
  return { rows: lines.length, added, renamed, unchanged, outside, missing, problems }
}

/**
 * Compares an official list of communes (columns mã tỉnh, tên tỉnh, mã xã, tên xã, in any order, below whatever title) with
 * the communes that are known. Nothing is changed; every line that cannot be taken is named with its row and reason.
 */
export const checkAreaList = (
  sheets: readonly { readonly rows: readonly Line[] }[],
  compared: Compared,
): Result<CheckedAreaList, 'area-list-no-header'> => {
  for (const { rows } of sheets) {
    const at = rows.slice(0, 40).findIndex(line => placesOf(line) !== null)
    const heading = at < 0 ? undefined : rows[at]
    const places = heading ? placesOf(heading) : null
    if (!places) continue
    const lines = rows.slice(at + 1).filter(line => line.cells.some(cell => clean(cell) !== ''))
    return ok(compare(lines, places, compared))
  }
  return no('area-list-no-header')
}
