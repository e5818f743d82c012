import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Tables that hold answers of a campaign, sealed, boxed, counted or as texts. */
const answerTables = [
  'inbox',
  'double',
  'unreadable_ballot',
  'ballot',
  'opinion',
  'receipt_leaf',
  'attribution',
  'collector_tally',
  'tally',
  'sheet',
] as const

/** What was keyed of paper sheets, and what was counted of them. */
const deleteBatchContents = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  const batches = tx.selectFrom('batch').where('campaign_id', '=', campaignId).select('id')
  await tx.deleteFrom('batch_keying').where('batch_id', 'in', batches).execute()
  await tx
    .updateTable('batch')
    .set({ valid: null, invalid: null })
    .where('campaign_id', '=', campaignId)
    .execute()
}

/**
 * Deletes every answer of a campaign that is still collecting: waiting and boxed ballots, later answers, damaged ones,
 * reasons and opinions, what was counted of them, and sheets. Who answered, and by which means, stays.
 */
export const deleteAnswers = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  for (const table of answerTables) await tx.deleteFrom(table).where('campaign_id', '=', campaignId).execute()
  await deleteBatchContents(tx, campaignId)
  await sql`
    update campaign_village
    set counted = 0, invalid = 0, any_dissatisfied = 0, unreadable = 0, receipts_root = null
    where campaign_id = ${campaignId}::uuid`.execute(tx)
}

/** Cancels a campaign for good. */
export const updateCampaignCancelled = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set({ state: 'cancelled', cancelled_at: at, cancelled_reason: reason })
    .where('id', '=', campaignId)
    .execute()
}

/** When and why a campaign was cancelled, for staff alone; null when it was not. */
export const findCancellation = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<{ readonly at: Date; readonly reason: string } | null> => {
  const row = await db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['cancelled_at as at', 'cancelled_reason as reason'])
    .executeTakeFirst()
  return row?.at && row.reason !== null ? { at: row.at, reason: row.reason } : null
}
