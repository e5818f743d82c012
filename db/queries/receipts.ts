import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** The slots of a campaign consumed in its present version, with their villages: those whose receipts its key still makes. */
export const listConsumedSlots = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly slotId: SlotId; readonly villageId: string }[]> => {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('campaign', join =>
      join
        .onRef('campaign.id', '=', 'participation.campaign_id')
        .onRef('campaign.version', '=', 'participation.version'),
    )
    .where('participation.campaign_id', '=', campaignId)
    .select(['participation.slot_id', 'participation.village_id'])
    .execute()
  return rows.map(row => ({ slotId: row.slot_id as SlotId, villageId: row.village_id }))
}

type Village = { readonly campaignId: CampaignId; readonly villageId: string }

/** Keeps the leaves of a village's receipts in the order of their hashes: nothing in it tells a household or a time. */
export const insertReceiptLeaves = async (
  tx: Transaction<Database>,
  village: Village,
  leaves: readonly string[],
): Promise<void> => {
  await sql`
    insert into receipt_leaf (campaign_id, village_id, leaf)
    select ${village.campaignId}::uuid, ${village.villageId}, leaf from unnest(${leaves}::text[]) as made (leaf)
    order by leaf`.execute(tx)
}

/** Writes the root of a village's receipts, which its papers print. */
export const updateReceiptsRoot = async (
  tx: Transaction<Database>,
  village: Village,
  root: string,
): Promise<void> => {
  await tx
    .updateTable('campaign_village')
    .set({ receipts_root: root })
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .execute()
}

/** The village of a campaign in whose count this leaf stands, with its printed root; null when in none. */
export const findReceiptVillage = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  leaf: string,
): Promise<{ readonly villageId: string; readonly name: string; readonly root: string | null } | null> => {
  const row = await db
    .selectFrom('receipt_leaf')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'receipt_leaf.campaign_id')
        .onRef('campaign_village.village_id', '=', 'receipt_leaf.village_id'),
    )
    .where('receipt_leaf.campaign_id', '=', campaignId)
    .where('receipt_leaf.leaf', '=', leaf)
    .select([
      'receipt_leaf.village_id as villageId',
      'campaign_village.name',
      'campaign_village.receipts_root as root',
    ])
    .executeTakeFirst()
  return row ?? null
}

/** All leaves of a village, in the order of the tree. */
export const listReceiptLeaves = async (
  db: Kysely<Database>,
  village: Village,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('receipt_leaf')
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .select('leaf')
    .orderBy(sql`leaf collate "C"`)
    .execute()
  return rows.map(row => row.leaf)
}

/** All leaves of a campaign with their villages, in the order of the leaves. */
export const listCampaignLeaves = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly villageId: string; readonly leaf: string }[]> =>
  db
    .selectFrom('receipt_leaf')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'leaf'])
    .orderBy(sql`leaf collate "C"`)
    .orderBy('village_id')
    .execute()
