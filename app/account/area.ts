import type { Day } from '#app/basics/day.ts'
import type { AreaId } from '#app/basics/ids.ts'

/** Province, commune, village: since 1/7/2025 there are only these tiers (domain §2.10). */
export type AreaKind = 'province' | 'commune' | 'village'

/**
 * Where an area lies: the ids from the province down, joined by slashes, e.g. `99/99001/v-…`.
 * Official codes are QĐ 19/2025's (province 2 digits, commune 5); villages have none of their own.
 */
export type AreaPath = string

export type Area = {
  readonly id: AreaId
  readonly kind: AreaKind
  readonly name: string
  readonly path: AreaPath
  /** First and last day of the unit; null where it is not known, or not yet. */
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** Whether an area has ended by this day: its last day lies before. An area that is to begin is a current one. */
export const hasEnded = ({ validTo }: Pick<Area, 'validTo'>, today: Day): boolean =>
  validTo !== null && validTo < today

/** Whether the inner area is the outer one or a part of it. */
export const liesWithin = (inner: AreaPath, outer: AreaPath): boolean =>
  inner === outer || inner.startsWith(`${outer}/`)
