import { no, ok, type Result } from '#app/basics/result.ts'

/** Which of the readings of a sheet a row holds: two keyings, blind to each other, and what is to be counted. */
export const readings = ['first', 'second', 'resolved'] as const
export type Reading = (typeof readings)[number]

/** That somebody keyed a sheet, never what. `keyedBy` is null where two keyings agreed by themselves. */
export type Keyed = { readonly sheet: number; readonly reading: Reading; readonly keyedBy: string | null }

export type KeyingFault = 'sheet-number-unknown' | 'sheet-keyed-by-you' | 'sheet-keyed-twice'

type Whose = { readonly sheets: number; readonly person: string }

/** Whether a keying of this sheet by this person would be its first or its second; the same person never keys both. */
export const readingFor = (
  keyed: readonly Keyed[],
  { sheet, sheets, person }: Whose & { readonly sheet: number },
): Result<Exclude<Reading, 'resolved'>, KeyingFault> => {
  if (!Number.isInteger(sheet) || sheet < 1 || sheet > sheets) return no('sheet-number-unknown')
  const before = keyed.filter(one => one.sheet === sheet && one.reading !== 'resolved')
  if (before.some(one => one.keyedBy === person)) return no('sheet-keyed-by-you')
  if (before.length > 1) return no('sheet-keyed-twice')
  return ok(before.length === 0 ? 'first' : 'second')
}

/** The next sheet after this one that the person may still key, from the start again behind the last; null when there is none. */
export const nextSheet = (
  keyed: readonly Keyed[],
  { sheets, person, after }: Whose & { readonly after: number },
): number | null => {
  const order = Array.from({ length: sheets }, (_, step) => ((after + step) % sheets) + 1)
  return order.find(sheet => readingFor(keyed, { sheet, sheets, person }).ok) ?? null
}

/** Sheets whose two keyings differ and wait for a third look, in order. */
export const differingSheets = (keyed: readonly Keyed[]): readonly number[] => {
  const resolved = new Set(keyed.filter(one => one.reading === 'resolved').map(one => one.sheet))
  return keyed
    .filter(one => one.reading === 'second' && !resolved.has(one.sheet))
    .map(one => one.sheet)
    .sort((a, b) => a - b)
}
