import { z } from 'zod'
import type { Day } from '#app/basics/day.ts'
import type { UnitCounts } from '#app/tally/counts.ts'

const count = z.int().min(0)

const lineSchema = z.object({ satisfied: count, dissatisfied: count, blank: count })

const villageSchema = z.object({
  villageId: z.string(),
  name: z.string(),
  households: count,
  issued: count,
  collected: count,
  invalid: count,
  /** Null where a village counted by hand did not say. */
  anyDissatisfied: count.nullable(),
  contents: z.array(lineSchema),
  /** Sheets counted by hand among the collected. */
  byHand: count,
  unreadable: count,
  /** Root of the tree over its receipts, 64 hex digits; null where nothing was collected. */
  receiptsRoot: z.string().nullable(),
})

/**
 * The results of a version that a reopening put an end to, as a JSON column keeps them: counts alone, from which the
 * frozen rules make every rate again. Villages by content, in the order of the questionnaire.
 */
export const keptResultsSchema = z.object({
  commune: z.string(),
  endsOn: z.iso.date().transform(raw => raw as Day),
  villages: z.array(villageSchema),
})

export type KeptResults = z.infer<typeof keptResultsSchema>
export type KeptVillage = z.infer<typeof villageSchema>

/** Counts of the kept villages, as the calculator takes them. */
export const unitsOf = ({ commune, villages }: KeptResults): readonly UnitCounts[] =>
  villages.map(({ name, households, issued, collected, invalid, anyDissatisfied, contents }) => ({
    ...{ name, commune, households, issued, collected, invalid, anyDissatisfied, contents },
  }))
