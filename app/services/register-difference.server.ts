import type { Kysely } from 'kysely'
import { compareRegister, type Difference, type Kept, type Pair } from '#app/household/difference.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { listRegister } from '#db/queries/households-listed.ts'
import type { Database } from '#db/schema.ts'

type FileLine = { readonly number: string | null; readonly name: string; readonly village: string }

/** Holds the lines of a checked file against the register as it is now; lines of villages that are no more are left out. */
export const differenceOf = async (
  db: Kysely<Database>,
  communeId: string,
  lines: readonly FileLine[],
): Promise<Difference> => {
  const villages = await countHouseholdsByVillage(db, communeId)
  const ids = new Map(villages.map(village => [village.name, village.villageId]))
  const file = lines.flatMap(({ number, name, village }) => {
    const villageId = ids.get(village)
    return villageId ? [{ villageId, number, name }] : []
  })
  return compareRegister(await listRegister(db, communeId), file)
}

export type DifferingHousehold = {
  readonly id: string
  readonly villageId: string
  readonly number: string | null
  readonly name: string
}

/** What taking a file would do, as the page tells it: counts, and names where somebody has to look. */
export type RegisterDifference = {
  readonly fresh: number
  readonly known: number
  readonly renumbered: number
  readonly elsewhere: readonly (DifferingHousehold & { readonly toVillageId: string })[]
  readonly away: readonly DifferingHousehold[]
  readonly missing: readonly DifferingHousehold[]
}

const toHousehold = ({ id, villageId, number, name }: Kept): DifferingHousehold => ({
  id,
  villageId,
  number,
  name,
})

/** A difference as a page shows it. */
export const toDifference = (difference: Difference): RegisterDifference => ({
  fresh: difference.fresh.length,
  known: difference.known.length,
  renumbered: difference.renumbered.length,
  elsewhere: difference.elsewhere.map(({ kept, line }) => ({
    ...toHousehold(kept),
    toVillageId: line.villageId,
  })),
  away: difference.away.map(({ kept }) => toHousehold(kept)),
  missing: difference.missing.map(toHousehold),
})

/** The listing that a line gives the household it is. */
export const toListing = ({ kept, line }: Pair) => ({
  id: kept.id,
  villageId: line.villageId,
  number: line.number,
  name: kept.name,
})
