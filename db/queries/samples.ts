import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { DrawSize } from '#app/household/sample-plan.ts'
import type { Database } from '../schema.ts'

/** Where a seed comes from: drawn by the machine, or told by a public draw such as a lottery. */
export type SeedSource = 'machine' | 'public'

/** A seed with its source; `told` says which public draw it was. */
export type Seed = { readonly seed: string; readonly source: SeedSource; readonly told: string | null }

/** A list fixed for a draw: its text and hash, and the households and villages in the order of its lines. */
export type FixedList = {
  readonly text: string
  readonly hash: string
  readonly households: number
  readonly householdIds: readonly string[]
  readonly villageIds: readonly string[]
}

export type SampleRow = DrawSize & {
  readonly list: FixedList
  readonly listedAt: Date
  readonly seed: Seed | null
  readonly drawnAt: Date | null
}

/** The sample of a campaign, or null where everybody is asked. */
export const findSampleOf = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<SampleRow | null> => {
  const row = await db
    .selectFrom('campaign_sample')
    .where('campaign_id', '=', campaignId)
    .selectAll()
    .executeTakeFirst()
  if (!row) return null
  const source = row.seed_source as SeedSource | null
  return {
    list: {
      text: row.list,
      hash: row.list_hash,
      households: row.list_households,
      householdIds: row.household_ids,
      villageIds: row.village_ids,
    },
    ...{ listedAt: row.listed_at, size: row.size, least: row.least, drawnAt: row.drawn_at },
    seed: row.seed === null || source === null ? null : { seed: row.seed, source, told: row.seed_told },
  }
}

type NewSample = DrawSize & { readonly list: FixedList; readonly listedAt: Date }

/** Fixes the list of a campaign and the size of its draw. */
export const insertSample = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { list, size, least, listedAt }: NewSample,
): Promise<void> => {
  await tx
    .insertInto('campaign_sample')
    .values({
      campaign_id: campaignId,
      list: list.text,
      list_hash: list.hash,
      list_households: list.households,
      household_ids: [...list.householdIds],
      village_ids: [...list.villageIds],
      ...{ size, least, listed_at: listedAt },
    })
    .execute()
}

/** Writes the seed down by which the households were drawn. */
export const updateSampleDrawn = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { seed, source, told }: Seed,
  drawnAt: Date,
): Promise<void> => {
  await tx
    .updateTable('campaign_sample')
    .set({ seed, seed_source: source, seed_told: told, drawn_at: drawnAt })
    .where('campaign_id', '=', campaignId)
    .execute()
}

/** Gives a draw up: everybody is asked again. The log keeps what it was. */
export const deleteSample = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  await tx.deleteFrom('sample_household').where('campaign_id', '=', campaignId).execute()
  await tx.deleteFrom('campaign_sample').where('campaign_id', '=', campaignId).execute()
}

/** The slot of a household that was replaced goes, unless it was used: nobody may answer by it any more. How many papers came back. */
export const deleteSlot = async (
  tx: Transaction<Database>,
  slotId: string,
): Promise<{ readonly issued: number }> => {
  await tx.deleteFrom('retired_code').where('slot_id', '=', slotId).execute()
  const row = await tx
    .deleteFrom('slot')
    .where('id', '=', slotId)
    .returning('issued_on')
    .executeTakeFirstOrThrow()
  return { issued: row.issued_on === null ? 0 : 1 }
}

/** A household as it is listed for a draw, in the register's order. */
export type ListableRow = {
  readonly id: string
  readonly villageId: string
  readonly villageName: string
  readonly communeId: string
  readonly communeName: string
  readonly position: number
}

/** Active households of communes, numbered in each village in the register's order: by number as a number where it is one, then by name. */
export const listListable = async (
  db: Kysely<Database>,
  communeIds: readonly string[],
): Promise<readonly ListableRow[]> =>
  db
    .selectFrom('household')
    .innerJoin('area as village', 'village.id', 'household.village_id')
    .innerJoin('area as commune', 'commune.id', 'village.parent_id')
    .where('commune.id', 'in', communeIds)
    .where('household.standing', '=', 'active')
    .select([
      'household.id',
      'village.id as villageId',
      'village.name as villageName',
      'commune.id as communeId',
      'commune.name as communeName',
    ])
    .select(
      sql<number>`row_number() over (
        partition by village.id
        order by (substring(household.number from '^[0-9]{1,9}'))::integer nulls last, household.name, household.id
      )`.as('position'),
    )
    .execute()

/** Whether a slot is ticked in a batch of paper sheets, which counts it. */
export const hasBatchSlot = async (db: Kysely<Database>, slotId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('batch_slot')
    .select('slot_id')
    .where('slot_id', '=', slotId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many households of a campaign were drawn, over all villages; null where all were asked. */
export const countDrawn = async (db: Kysely<Database>, campaignId: CampaignId): Promise<number | null> => {
  const row = await db
    .selectFrom('campaign_village')
    .where('campaign_id', '=', campaignId)
    .select(eb => eb.fn.sum<number | null>('drawn').as('drawn'))
    .executeTakeFirst()
  return row?.drawn ?? null
}
