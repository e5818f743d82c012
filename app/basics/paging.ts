/** Which part of a long list is asked for. */
export type Slice = {
  /** From 1. */
  readonly page: number
  /** Rows on one page. */
  readonly size: number
}

/** A part of a long list, as the database cut it. */
export type Paged<T> = {
  readonly rows: readonly T[]
  /** Rows of the whole list. */
  readonly total: number
  /** From 1. */
  readonly page: number
  /** At least 1, also of an empty list. */
  readonly pages: number
}

/** The page an address asks for: a whole number from 1, else 1. A page beyond the last shows an empty list. */
export const readPage = (raw: string | null): number => {
  const page = Number(raw)
  return Number.isSafeInteger(page) && page >= 1 ? page : 1
}

/** How many rows lie before the slice. */
export const offsetOf = ({ page, size }: Slice): number => (page - 1) * size

/** Rows as a part of the whole list. */
export const paged = <T>(rows: readonly T[], total: number, { page, size }: Slice): Paged<T> => ({
  rows,
  total,
  page,
  pages: Math.max(1, Math.ceil(total / size)),
})
