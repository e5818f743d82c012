import { bareOf, cleanText } from './clean.ts'
import type { Cell, RegisterSheet, SheetRow } from './sheet.ts'

/** Where the columns of a register stand, 0 for A. */
export type Columns = {
  readonly name: number
  /** The given name where family and given names have a column each. */
  readonly givenName: number | null
  readonly village: number | null
  /** The household's own number or code where there is one, otherwise the running number. */
  readonly number: number | null
  /** STT: says that a line is a household even where its own number is missing. */
  readonly order: number | null
  /** "Quan hệ với chủ hộ": the list holds persons, and only heads are households. */
  readonly relation: number | null
}

export type Header = { readonly row: number; readonly columns: Columns }

type Wording = readonly (readonly [RegExp, number])[]

/** Headings in bare form (no accents, lower case) with a rank; the best one of a line wins, the leftmost of equals. */
const nameWordings: Wording = [
  [
    /^(stt )?(ho( va| dem va)? ten|ten|ho ten va)?( cua)?( (nguoi )?dai dien)? ?(ong ba )?(la )?chu ho( gia dinh)?( .{0,40})?$/,
    4,
  ],
  [/^(ho( va)? ten )?(nguoi )?dai dien( ho| cua ho| chu ho)?( gia dinh)?$/, 3],
  [/^(ho( va| dem va)? ten|ho dem|ho va ten dem|ho ten dem|ho va chu dem|ho va dem|ho)$/, 2],
  [/^(ten ho|ten ho gia dinh|ho gia dinh|ten)$/, 1],
]

/** "Chủ hộ" also ends headings about the head: relation, year of birth, telephone. */
const aboutTheHead =
  /(quan he|ngay sinh|nam sinh|gioi tinh|dien thoai|dan toc|cccd|cmnd|dinh danh|nghe nghiep|chu ky|ky ten|so khau|trinh do|ton giao)/

const villageWordings: Wording = [
  [/^(ten |o |thuoc )?(thon|xom|ban|ap|lang|buon)( .{0,40})?$/, 5],
  [/^(ten |thuoc )?(to dan pho|tdp|khu dan cu|kdc|khu pho|tieu khu|cum dan cu)( .{0,40})?$/, 4],
  [/^(ten |thuoc )?(khu|to|cum|doi)( .{0,20})?$/, 3],
  [/^(dia ban|dia chi|noi o|noi thuong tru|noi cu tru|cho o)( .{0,40})?$/, 1],
]

const notAVillage = /(truong|so ho|so khau|so nguoi|chu ho)/

const orderWordings: Wording = [[/^(stt|tt|so tt|so thu tu|s t t|t t|no)$/, 1]]

const codeWordings: Wording = [
  [/^(ma|ma so|so)( ho| phieu)( gia dinh| dan cu)?$/, 3],
  [/^(ma dinh danh ho|so dinh danh ho|so ho khau|so so ho khau|so so)( gia dinh)?$/, 2],
]

const relationWordings: Wording = [[/^(quan he|moi quan he)( voi| cua)?( nguoi)?( chu ho)?$/, 1]]

const givenNameWordings: Wording = [[/^ten$/, 1]]

function rank(text: string, wording: Wording): number {
  return wording.find(([pattern]) => pattern.test(text))?.[1] ?? 0
}

function best(
  cells: readonly string[],
  wording: Wording,
  except?: RegExp,
): { column: number; rank: number } | null {
  const ranked = cells.map((text, column) => ({ column, rank: except?.test(text) ? 0 : rank(text, wording) }))
  const top = ranked.reduce((a, b) => (b.rank > a.rank ? b : a), { column: -1, rank: 0 })
  return top.rank > 0 ? top : null
}

const bareCells = (cells: readonly Cell[]) => cells.map(cell => bareOf(cleanText(cell)))

/** A heading wrapped over two lines, or a column whose heading stands one line higher or lower than the name's. */
function withNeighbours(
  line: readonly string[],
  neighbours: readonly (readonly string[])[],
): readonly string[] {
  const width = Math.max(line.length, ...neighbours.map(n => n.length))
  return Array.from({ length: width }, (_, i) => line[i] || neighbours.map(n => n[i]).find(Boolean) || '')
}

/** Family and given name in two columns: "Họ đệm" | "Tên". Never where the first says "họ và tên". */
function givenNameColumn(cells: readonly string[], name: number): number | null {
  const family = cells[name] ?? ''
  const split = /(dem|^ho)$/.test(family) || family === 'ho va chu dem'
  return split && rank(cells[name + 1] ?? '', givenNameWordings) > 0 ? name + 1 : null
}

/** The columns a heading line names, or null when it does not name the head of household. `neighbours` are the lines just above and below. */
export function readColumns(
  cells: readonly Cell[],
  neighbours: readonly (readonly Cell[])[] = [],
): Columns | null {
  const own = bareCells(cells)
  const name = best(own, nameWordings, aboutTheHead)
  if (name === null) return null
  const all = withNeighbours(own, neighbours.map(bareCells))
  const order = best(all, orderWordings)?.column ?? null
  const number = best(all, codeWordings)?.column ?? order
  const village = best(all, villageWordings, notAVillage)?.column ?? null
  const lonely = own.filter(Boolean).length < 2 && name.rank < 4
  if (lonely || (order === null && village === null && name.rank < 2)) return null
  const relation = best(all, relationWordings)?.column ?? null
  return { name: name.column, givenName: givenNameColumn(own, name.column), village, number, order, relation }
}

/** Titles, decrees and notes above the table rarely take more lines than this. */
const searched = 40

const holdsNumbers = (cells: readonly Cell[]) => cells.some(cell => /^\(?\d+\)?$/.test(cleanText(cell)))

/** Lines right above and below a heading line in Excel's count, as far as they may belong to the heading: data and column numbers do not. */
function neighboursOf(rows: readonly SheetRow[], at: number): readonly (readonly Cell[])[] {
  const row = rows[at]?.row ?? 0
  return [rows[at - 1], rows[at + 1]].flatMap(near =>
    near && Math.abs(near.row - row) === 1 && !holdsNumbers(near.cells) ? [near.cells] : [],
  )
}

/** Finds the heading line of a sheet among its first lines; null when the sheet holds no register. */
export function findHeader(sheet: RegisterSheet): Header | null {
  for (const [at, line] of sheet.rows.slice(0, searched).entries()) {
    const columns = readColumns(line.cells, neighboursOf(sheet.rows, at))
    if (columns) return { row: line.row, columns }
  }
  return null
}
