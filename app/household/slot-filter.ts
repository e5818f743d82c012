import { type Outcome, outcomes } from './outcome.ts'

/** Which households of a village somebody wants to see: all, or those in one state. */
export const slotFilters = ['all', 'not-issued', 'waiting', 'answered', ...outcomes] as const

export type SlotFilter = (typeof slotFilters)[number]

/** The filter an address names; `all` unless it names one. */
export const readSlotFilter = (raw: string | null): SlotFilter =>
  slotFilters.find(filter => filter === raw) ?? 'all'

/** The reason a filter looks for, or null where it looks for something else. */
export const outcomeOf = (filter: SlotFilter): Outcome | null =>
  outcomes.find(outcome => outcome === filter) ?? null
