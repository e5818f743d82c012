/** Why a line is left out. Each such line has exactly one of these. */
export type ProblemKind =
  | 'missing-name'
  | 'unreadable-name'
  | 'missing-village'
  | 'unknown-village'
  | 'ambiguous-village'
  | 'duplicate'
  | 'unclear-row'

/** What the cadre should look at; the line is taken (or was never a household). */
export type WarningKind =
  | 'same-name'
  | 'same-number'
  | 'missing-number'
  | 'village-spelling'
  | 'village-differs'
  | 'total-differs'
  | 'members-skipped'
  | 'sheet-without-header'

export type LinePlace = { readonly row: number; readonly sheet?: string }

/** What was found at a line: `quote` is what was read there, the rest is what the message needs. `sheet` is set when the file has several. */
export type Finding<K extends ProblemKind | WarningKind = ProblemKind | WarningKind> = LinePlace & {
  readonly kind: K
  readonly quote: string
  /** The earlier line meant by duplicate, same-name, same-number. */
  readonly other?: LinePlace
  /** Villages the text could mean, or the village it was taken for, or the section's village. */
  readonly villages?: readonly string[]
  /** Numbers of households: what the line says against what was read; for members-skipped the lines skipped. */
  readonly stated?: number
  readonly read?: number
}

/** A finding with its Vietnamese message; `registerMessage` gives the other languages. */
export type Told<K extends ProblemKind | WarningKind> = Finding<K> & { readonly message: string }

/** A household the register gives: the line it stands on, its number as written, its head and its village as the commune's list has it. */
export type RegisterHousehold = LinePlace & {
  readonly number: string | null
  readonly name: string
  readonly village: string
}
