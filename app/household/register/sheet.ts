/** A cell as a spreadsheet gives it. Dates come as dd/mm/yyyy text, formulas as their stored result. */
export type Cell = string | number | boolean | null

/** A line of a sheet; `row` is the number Excel shows at its left, cells start at column A. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] }

/** A cell merged downwards over one column: the rows `from`..`to` show what `from` holds. `column` is 0 for A. */
export type VerticalMerge = { readonly column: number; readonly from: number; readonly to: number }

/** A sheet of the register file. Rows ascend; rows without content may be left out. */
export type RegisterSheet = {
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly merges?: readonly VerticalMerge[]
}
