import { cleanNumber, cleanText, isPlaceholder, keyOf } from './clean.ts'
import { type Columns, readColumns } from './header.ts'
import type { SheetRow } from './sheet.ts'
import type { VillageMatch, VillageReader } from './village.ts'
import { opensWithKind } from './village-kind.ts'

/** A line as the cells that matter; texts are clean, empty where nothing is written. */
export type LineCells = {
  readonly row: number
  readonly number: string | null
  readonly order: string | null
  readonly name: string
  readonly village: string
  readonly relation: string
  /** Every cell with something in it, left to right. */
  readonly texts: readonly string[]
}

/** What a line below the heading is. */
export type Line =
  | { readonly is: 'nothing' }
  | { readonly is: 'header'; readonly columns: Columns }
  | { readonly is: 'member' }
  | {
      readonly is: 'total'
      readonly quote: string
      readonly stated: number | null
      readonly village: string | null
    }
  | { readonly is: 'section'; readonly quote: string }
  | { readonly is: 'footer' }
  | { readonly is: 'number-only' }
  | { readonly is: 'unclear' }
  | { readonly is: 'household' }

const textAt = (row: SheetRow, column: number | null) => (column === null ? '' : cleanText(row.cells[column]))

/** Takes the cells of a line apart by the columns of the heading. */
export function readCells(row: SheetRow, columns: Columns): LineCells {
  const names = [textAt(row, columns.name), textAt(row, columns.givenName)].filter(Boolean)
  return {
    row: row.row,
    number: columns.number === null ? null : cleanNumber(row.cells[columns.number]),
    order: columns.order === null ? null : cleanNumber(row.cells[columns.order]),
    name: isPlaceholder(names.join(' ')) ? '' : names.join(' '),
    village: isPlaceholder(textAt(row, columns.village)) ? '' : textAt(row, columns.village),
    relation: textAt(row, columns.relation),
    texts: row.cells.map(cleanText).filter(text => text !== ''),
  }
}

/** A running number or a household code holds a digit; a Roman numeral or a letter heads a section. */
const isNumber = (text: string | null) =>
  text !== null && text.length <= 20 && /\d/.test(text) && !/\p{L}{4}/u.test(text)

export const isNumbered = (cells: LineCells): boolean => isNumber(cells.order) || isNumber(cells.number)

const enumerator = /^(?:[IVXLC]{1,6}|\d{1,3}|[A-Z])\s*[.):/-]\s*(?=\p{L})/u
const bareEnumerator = /^(?:[IVXLC]{1,6}|\d{1,3}|[A-Z])[.):]?$/u
const countBehind = /[\s,;:(–-]*\d[\d.]*\s*(?:hộ|khẩu|nhân khẩu|người)(?![\p{L}\p{M}]).*$/iu

/** "II. Thôn TÂN SƠN (93 hộ)" → "Thôn TÂN SƠN". */
export const sectionName = (text: string): string =>
  text
    .replace(enumerator, '')
    .replace(countBehind, '')
    .replace(/[\s:;,.()–-]+$/u, '')

const totalWords = /^(?:tổng|cộng|toàn xã|toàn thôn|tong cong|tong so|cong (?:thon|xom|ban|xa)|cong$|total)/u
const footerWords =
  /(?:người lập|lập (?:biểu|bảng|danh sách)|^t\/?m\.|^kt\.|^k\/t|ubnd|[uủ][ỷy] ban|xác nhận|(?:thôn|bản|xóm|khu|ấp|tổ|làng) ?trưởng|trưởng (?:thôn|bản|xóm|khu|ấp|ban)|bí thư|chủ tịch|công chức|cán bộ|ký(?: tên|,| và)|ghi rõ họ|nơi nhận|ngày.{0,12}tháng.{0,12}năm|^ghi chú|^lưu ý|kế toán|^đại diện)/u

const statedHouseholds = /(\d[\d.]*)\s*hộ(?![\p{L}\p{M}])/iu

/** The number of households a total line states with the word hộ, or null. */
function statedBy(texts: readonly string[]): number | null {
  const digits = texts.map(text => statedHouseholds.exec(text)?.[1]).find(Boolean)
  return digits === undefined ? null : Number(digits.replaceAll('.', ''))
}

/** The first words of a line that are not just its number in a list. */
const leadOf = (cells: LineCells) => cells.texts.find(text => !bareEnumerator.test(text)) ?? ''

const totalFront = /^(?:tổng cộng|tổng số|tổng|cộng|tong cong|tong so|cong)\s*(?:số hộ\s*)?:?\s*/iu

function readTotal(cells: LineCells): Line | null {
  const lead = leadOf(cells)
  if (!totalWords.test(keyOf(lead)) || isNumber(cells.order)) return null
  const village = sectionName(lead.replace(totalFront, ''))
  return { is: 'total', quote: lead, stated: statedBy(cells.texts), village: village === '' ? null : village }
}

const isVillage = (match: VillageMatch) => match.found || match.ambiguous

function readSection(cells: LineCells, villages: VillageReader): Line | null {
  const lead = leadOf(cells)
  const alone = cells.name === '' || cells.name === lead
  const elsewhere = cells.village !== '' && cells.village !== lead
  if (lead === '' || !alone || elsewhere) return null
  if (cells.village === lead && cells.texts.length > 1) return null
  const quote = sectionName(lead)
  const known = !villages.open && isVillage(villages.read(quote))
  const numbered = isNumber(cells.order) && cells.order !== lead
  if (opensWithKind(quote) && (known || !numbered)) return { is: 'section', quote }
  return known && !numbered ? { is: 'section', quote } : null
}

function readFooter(cells: LineCells, villages: VillageReader): Line | null {
  if (
    isNumbered(cells) ||
    (cells.village !== '' && isVillage(villages.read(cells.village)) && !villages.open)
  )
    return null
  const signed = cells.name === '' ? cells.texts : [cells.name]
  return signed.some(text => footerWords.test(keyOf(text))) ? { is: 'footer' } : null
}

const columnMark = /^\(?(?:\d{1,2}|[a-z])\)?$/iu

/** The line "(1) (2) (3)" or "A B 1" that numbers the columns under a heading. */
const numbersColumns = (cells: LineCells) =>
  columnMark.test(cells.name) &&
  cells.texts.filter(text => columnMark.test(text)).length * 2 > cells.texts.length

const isHead = (relation: string) =>
  relation === '' || /^(?:là )?chủ(?: hộ)?$/u.test(keyOf(relation)) || keyOf(relation) === 'chu ho'

function readPlain(cells: LineCells, columns: Columns): Line {
  const numbered = isNumbered(cells)
  if (!isHead(cells.relation)) return { is: 'member' }
  if (cells.name === '' && cells.village === '') {
    if (!numbered) return { is: 'nothing' }
    return cells.texts.every(text => isNumber(cleanNumber(text))) && cells.texts.length <= 2
      ? { is: 'number-only' }
      : { is: 'household' }
  }
  const listed = numbered || cells.village !== '' || columns.number === null
  return listed ? { is: 'household' } : { is: 'unclear' }
}

type Reading = {
  readonly row: SheetRow
  /** The cells of `row`, a village merged from above filled in. */
  readonly cells: LineCells
  readonly columns: Columns
  readonly villages: VillageReader
}

/** Says what a line below the heading is; never refuses. */
export function readLine({ row, cells, columns, villages }: Reading): Line {
  if (cells.texts.length === 0 || numbersColumns(cells)) return { is: 'nothing' }
  const again = isNumbered(cells) ? null : readColumns(row.cells)
  if (again) return { is: 'header', columns: again }
  return (
    readTotal(cells) ??
    readSection(cells, villages) ??
    readFooter(cells, villages) ??
    readPlain(cells, columns)
  )
}
