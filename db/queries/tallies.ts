import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { ContentCounts } from '#app/tally/counts.ts'
import type { Database } from '../schema.ts'

/** Ballots of a village that chose an option on a content (0 is the first content of the questionnaire). */
export type TallyRow = {
  readonly content: number
  readonly option: keyof ContentCounts
  readonly ballots: number
}

/** Adds to the tally of a village, rows in one order. */
export const upsertTally = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
  rows: readonly TallyRow[],
): Promise<void> => {
  await sql`
    insert into tally (campaign_id, village_id, content, option, ballots)
    select ${village.campaignId}::uuid, ${village.villageId}, content, option, ballots
    from unnest(
      ${rows.map(row => row.content)}::smallint[], ${rows.map(row => row.option)}::text[],
      ${rows.map(row => row.ballots)}::integer[]
    ) as more (content, option, ballots)
    order by content, option
    on conflict (campaign_id, village_id, content, option) do update
    set ballots = tally.ballots + excluded.ballots`.execute(tx)
}

/** Adds to what a village has counted. */
export const updateVillageCounted = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
  more: { readonly counted: number; readonly invalid: number; readonly anyDissatisfied: number },
): Promise<void> => {
  await tx
    .updateTable('campaign_village')
    .set(eb => ({
      counted: eb('counted', '+', more.counted),
      invalid: eb('invalid', '+', more.invalid),
      any_dissatisfied: eb('any_dissatisfied', '+', more.anyDissatisfied),
    }))
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .execute()
}

/** The whole tally of a campaign. */
export const listTally = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly (TallyRow & { readonly villageId: string })[]> => {
  const rows = await db
    .selectFrom('tally')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'content', 'option', 'ballots'])
    .execute()
  return rows.map(row => ({ ...row, option: row.option as keyof ContentCounts }))
}

/** Forgets the tally of a campaign, to be counted anew. */
export const deleteTally = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  await tx.deleteFrom('tally').where('campaign_id', '=', campaignId).execute()
}

/** Sets what the villages of a campaign have counted back to nothing, to be counted anew. */
export const resetVillageCounted = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<void> => {
  await tx
    .updateTable('campaign_village')
    .set({ counted: 0, invalid: 0, any_dissatisfied: 0 })
    .where('campaign_id', '=', campaignId)
    .execute()
}
