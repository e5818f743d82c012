import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** A damaged ballot that waits for closing: all that can be told of it is its village and means. */
export type UnreadableRow = { readonly villageId: string; readonly channel: Channel }

/** Moves damaged rows of the inbox to where they wait apart. */
export const setAside = async (tx: Transaction<Database>, ids: readonly string[]): Promise<void> => {
  await sql`
    with gone as (
      delete from inbox where id = any(${ids}::uuid[]) returning id, campaign_id, village_id, channel, sealed
    )
    insert into unreadable_ballot (id, campaign_id, village_id, channel, sealed) select * from gone`.execute(
    tx,
  )
}

/** Takes what was set aside of a campaign, to be counted as invalid. */
export const deleteUnreadable = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<readonly UnreadableRow[]> => {
  const rows = await tx
    .deleteFrom('unreadable_ballot')
    .where('campaign_id', '=', campaignId)
    .returning(['village_id as villageId', 'channel'])
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel }))
}

/** Adds to how many of a village's collected ballots could not be read. */
export const updateVillageUnreadable = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
  more: number,
): Promise<void> => {
  await tx
    .updateTable('campaign_village')
    .set(eb => ({ unreadable: eb('unreadable', '+', more) }))
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .execute()
}

/** Ballots that wait in the inbox, and damaged ones set aside, by village; no time and no household in it. */
export const countWaiting = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly unreadable: number }>> => {
  const { rows } = await sql<{ village_id: string; waiting: number; unreadable: number }>`
    select village_id, sum(waiting)::int as waiting, sum(unreadable)::int as unreadable from (
      select village_id, count(*) as waiting, 0 as unreadable from inbox
      where campaign_id = ${campaignId} and not again group by village_id
      union all
      select village_id, 0, count(*) from unreadable_ballot where campaign_id = ${campaignId} group by village_id
    ) as part group by village_id`.execute(db)
  return new Map(rows.map(({ village_id, ...counts }) => [village_id, counts]))
}

/** One free slot of a campaign with what its code is found by: enough to tell whether a key is the campaign's. */
export const findSlotOfKey = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<{ readonly slotId: SlotId; readonly codeVersion: number; readonly codeLookup: Buffer } | null> => {
  const row = await db
    .selectFrom('slot')
    .innerJoin('campaign', 'campaign.id', 'slot.campaign_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .where('slot.campaign_id', '=', campaignId)
    // Slots consumed before a reopening keep the code of a key that is gone.
    .where(eb =>
      eb.or([
        eb('participation.slot_id', 'is', null),
        eb('participation.version', '=', eb.ref('campaign.version')),
      ]),
    )
    .select(['slot.id', 'slot.code_version', 'slot.code_lookup'])
    .limit(1)
    .executeTakeFirst()
  return row ? { slotId: row.id as SlotId, codeVersion: row.code_version, codeLookup: row.code_lookup } : null
}
