import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { State } from '#app/campaign/campaign.ts'
import { numberKeyOf, searchKeyOf } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

/** What a household is listed as. */
export type Listing = {
  readonly id: string
  readonly villageId: string
  readonly number: string | null
  readonly name: string
}

/** Whether another household, whatever became of it, is listed just so already. */
export const isListed = async (
  db: Kysely<Database>,
  { id, villageId, number, name }: Listing,
): Promise<boolean> => {
  const row = await db
    .selectFrom('household')
    .select('id')
    .where('village_id', '=', villageId)
    .where('name', '=', name)
    .where(sql<boolean>`coalesce(number, '') = ${number ?? ''}`)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Lists households otherwise than before; how many there were. */
export const updateListings = async (
  tx: Transaction<Database>,
  listings: readonly Listing[],
): Promise<number> => {
  if (listings.length === 0) return 0
  const { rows } = await sql`
    update household
    set village_id = listed.village_id, number = listed.number, name = listed.name,
      search_key = listed.search_key, number_key = listed.number_key
    from unnest(
      ${listings.map(one => one.id)}::uuid[], ${listings.map(one => one.villageId)}::text[],
      ${listings.map(one => one.number)}::text[], ${listings.map(one => one.name)}::text[],
      ${listings.map(one => searchKeyOf(one.name))}::text[], ${listings.map(one => numberKeyOf(one.number))}::text[]
    ) as listed (id, village_id, number, name, search_key, number_key)
    where household.id = listed.id
    returning household.id`.execute(tx)
  return rows.length
}

/** Marks active households as moved out; how many of them were. */
export const updateMovedOut = async (
  tx: Transaction<Database>,
  ids: readonly string[],
  { movedOn, reason }: { readonly movedOn: Day; readonly reason: string },
): Promise<number> => {
  if (ids.length === 0) return 0
  const rows = await tx
    .updateTable('household')
    .set({ standing: 'moved', moved_on: movedOn, moved_reason: reason })
    .where('id', 'in', ids)
    .where('standing', '=', 'active')
    .returning('id')
    .execute()
  return rows.length
}

/** Marks active households as the same as another; what was merged into them before follows. How many of them were. */
export const updateMerged = async (
  tx: Transaction<Database>,
  ids: readonly string[],
  into: string,
): Promise<number> => {
  await tx.updateTable('household').set({ merged_into: into }).where('merged_into', 'in', ids).execute()
  const rows = await tx
    .updateTable('household')
    .set({ standing: 'merged', merged_into: into })
    .where('id', 'in', ids)
    .where('id', '<>', into)
    .where('standing', '=', 'active')
    .returning('id')
    .execute()
  return rows.length
}

/** A household that moved out or was merged is one of the village again. */
export const updateReturned = async (tx: Transaction<Database>, id: string): Promise<void> => {
  await tx
    .updateTable('household')
    .set({ standing: 'active', moved_on: null, moved_reason: null, merged_into: null })
    .where('id', '=', id)
    .execute()
}

/** Forgets a household and those merged into it; their slots keep neither name nor number. How many there were. */
export const deleteHousehold = async (tx: Transaction<Database>, id: string): Promise<number> => {
  const merged = await tx.deleteFrom('household').where('merged_into', '=', id).returning('id').execute()
  const own = await tx.deleteFrom('household').where('id', '=', id).returning('id').execute()
  return merged.length + own.length
}

/** A slot that a household, or one merged into it, has in a campaign: participation, never answers. */
export type HouseholdSlot = {
  readonly campaignId: string
  readonly campaignName: string
  readonly state: State
  readonly slotId: string
  readonly issuedOn: string | null
  readonly channel: string | null
  /** Why the household is silent, and since which day. */
  readonly outcome: string | null
  readonly outcomeOn: string | null
}

/** The slots of a household and of those merged into it, newest campaign first. */
export const listSlotsOfHousehold = async (
  db: Kysely<Database>,
  id: string,
): Promise<readonly HouseholdSlot[]> => {
  const rows = await db
    .selectFrom('slot')
    .innerJoin('household', 'household.id', 'slot.household_id')
    .innerJoin('campaign', 'campaign.id', 'slot.campaign_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .where(eb => eb.or([eb('household.id', '=', id), eb('household.merged_into', '=', id)]))
    .orderBy('campaign.created_at', 'desc')
    .orderBy('slot.id')
    .select(['campaign.id as campaignId', 'campaign.name as campaignName', 'campaign.state'])
    .select(['slot.id as slotId', 'slot.issued_on as issuedOn', 'participation.channel'])
    .select(['slot.outcome', 'slot.outcome_on as outcomeOn'])
    .execute()
  return rows.map(row => ({ ...row, state: row.state as State }))
}

/** Names of the campaigns of a commune that collect now. */
export const listCollecting = async (
  db: Kysely<Database>,
  communeId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('campaign')
    .where('commune_id', '=', communeId)
    .where('state', '=', 'collecting')
    .orderBy('created_at')
    .select(['id', 'name'])
    .execute()
