import type { Kysely, Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Those of the slots that have been consumed. */
export const listConsumed = async (
  db: Kysely<Database>,
  slotIds: readonly SlotId[],
): Promise<readonly SlotId[]> => {
  const rows = await db
    .selectFrom('participation')
    .select('slot_id')
    .where('slot_id', 'in', slotIds)
    .execute()
  return rows.map(row => row.slot_id as SlotId)
}

/** Marks consumed slots whose household answered again; the ones that were consumed at all. */
export const updateReplaced = async (
  tx: Transaction<Database>,
  slotIds: readonly SlotId[],
): Promise<ReadonlyMap<SlotId, Channel>> => {
  const rows = await tx
    .updateTable('participation')
    .set({ replaced: true })
    .where('slot_id', 'in', slotIds)
    .returning(['slot_id', 'channel'])
    .execute()
  return new Map(rows.map(row => [row.slot_id as SlotId, row.channel as Channel]))
}

/** Households that answered, by means and day, in order. */
export const listTurnout = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly channel: Channel; readonly day: Day; readonly households: number }[]> => {
  const rows = await db
    .selectFrom('turnout')
    .where('campaign_id', '=', campaignId)
    .groupBy(['channel', 'day'])
    .select(['channel', 'day'])
    .select(eb => eb.fn.sum<number>('households').as('households'))
    .orderBy('day')
    .orderBy('channel')
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel, day: row.day as Day }))
}
