import type { VerticalMerge } from '#app/household/register/register.ts'

/** What a worksheet's XML says it holds: cells with content, and the last row and column that have any. */
export type SheetExtent = { readonly cells: number; readonly rows: number; readonly columns: number }

const lastRow = 1_048_576
const lastColumn = 16_384

/** 1 for A. */
const columnNumber = (letters: string) =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)

type Place = { readonly row: number; readonly column: number }

/** "C7" or "7" (a row's own number, column 0) within Excel's own bounds, else null. */
function placeOf(reference: string): Place | null {
  const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return null
  const place = { row: Number(digits), column: columnNumber(letters) }
  return place.row > lastRow || place.column > lastColumn ? null : place
}

/** Cells and rows that only carry a format: sheets are often formatted down to the last row. */
const emptyCell = /<(?:\w+:)?c(?:\s+[\w:]+="[^"<>&]*")*\s*\/>/g
const emptyRow = /<(?:\w+:)?row(?:\s+[\w:.]+="[^"<>&]*")*\s*(?:\/>|>\s*<\/(?:\w+:)?row>)/g
const references = /(?<!xmlns:)\br\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Measures a worksheet without parsing it; null when a cell or row reference is not one Excel writes. Errs on the large side: whatever looks like a reference counts. */
export function sheetExtent(xml: string): SheetExtent | null {
  let [cells, rows, columns] = [0, 0, 0]
  for (const match of xml.replace(emptyCell, '').replace(emptyRow, '').matchAll(references)) {
    const place = placeOf(match[1] ?? match[2] ?? '')
    if (place === null) return null
    cells += place.column > 0 ? 1 : 0
    rows = Math.max(rows, place.row)
    columns = Math.max(columns, place.column)
  }
  return { cells, rows, columns }
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]

/** Paths of the worksheets in the workbook's order. */
function sheetPaths(parts: ReadonlyMap<string, string>): readonly (string | undefined)[] {
  const relations =
    (parts.get('xl/_rels/workbook.xml.rels') ?? '').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []
  const targets = new Map(relations.map(tag => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
  const sheets = (parts.get('xl/workbook.xml') ?? '').match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []
  return sheets.map(tag => {
    const target = targets.get(/\s\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1])
    return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
  })
}

const merge = /<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g

/** The merges of each worksheet that run down one column, in the workbook's order of sheets. */
export function verticalMerges(parts: ReadonlyMap<string, string>): readonly (readonly VerticalMerge[])[] {
  return sheetPaths(parts).map(path => {
    const found = [...((path && parts.get(path)) || '').matchAll(merge)]
    return found.flatMap(([, left = '', from, right, to]): readonly VerticalMerge[] =>
      left === right && from !== to
        ? [{ column: columnNumber(left) - 1, from: Number(from), to: Number(to) }]
        : [],
    )
  })
}
