/**
 * Why a household has not answered: nobody reached it, nobody is at home for the whole round, it has moved away, or it
 * does not wish to answer.
 */
export const outcomes = ['not-reached', 'absent', 'moved', 'refused'] as const

export type Outcome = (typeof outcomes)[number]

/** The reason a text names, or null. */
export const readOutcome = (raw: string | null): Outcome | null =>
  outcomes.find(outcome => outcome === raw) ?? null

/** How many slots have each reason; `none` are silent without one. */
export type OutcomeCounts = { readonly [outcome in Outcome | 'none']: number }
