import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'

/**
 * Where a household of the register stands: it lives there (`active`), has moved out (`moved`), or was the same as
 * another one (`merged`). Only active households get a slot when a campaign is opened.
 */
export const standings = ['active', 'moved', 'merged'] as const

export type Standing = (typeof standings)[number]

/** A standing of any origin (an address, a form), or null. */
export const readStanding = (raw: string | null): Standing | null =>
  standings.find(standing => standing === raw) ?? null

/** Whether a household may leave on this day: nobody is written down as gone before it happened. */
export const checkMoveOut = (
  standing: Standing,
  { movedOn, today }: { readonly movedOn: Day; readonly today: Day },
): Result<null, 'household-not-active' | 'move-in-future'> => {
  if (standing !== 'active') return no('household-not-active')
  return movedOn > today ? no('move-in-future') : ok(null)
}

/** The fields of a household that a correction changes. */
export type Correctable = {
  readonly name: string
  readonly number: string | null
  readonly villageId: string
}

/** Names of the fields in which a correction differs: what the log says of it, without the values. */
export const changedFields = (
  before: Correctable,
  after: Correctable,
): readonly ('name' | 'number' | 'village')[] => [
  ...(before.name === after.name ? [] : (['name'] as const)),
  ...(before.number === after.number ? [] : (['number'] as const)),
  ...(before.villageId === after.villageId ? [] : (['village'] as const)),
]
