import type { Kysely } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import { type Frozen, readFrozen } from '#app/verdict/frozen.ts'
import { findFrozen } from '#db/queries/campaigns.ts'
import type { Database } from '#db/schema.ts'

/** Frozen things never change, so each is read and checked once; a few hundred campaigns are a few megabytes. */
const read = new WeakMap<Kysely<Database>, Map<CampaignId, Frozen>>()

const cacheOf = (db: Kysely<Database>): Map<CampaignId, Frozen> => {
  const cache = read.get(db) ?? new Map<CampaignId, Frozen>()
  read.set(db, cache)
  return cache
}

/**
 * What an open or closed campaign froze; throws for a campaign in draft, which has nothing frozen. Inside a change, read
 * `through` its transaction: a second connection taken while one is held could wait for ever on a full pool.
 */
export const frozenOf = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  through: Kysely<Database> = db,
): Promise<Frozen> => {
  const cache = cacheOf(db)
  const known = cache.get(campaignId)
  if (known) return known
  const frozen = readFrozen(await findFrozen(through, campaignId))
  cache.set(campaignId, frozen)
  return frozen
}
