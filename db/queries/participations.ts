import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

export type Consumption = { readonly slotId: SlotId; readonly villageId: string; readonly channel: Channel }

/** Consumes slots; the primary key lets each be consumed once. The ones that were still free. */
export const insertParticipations = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  consumptions: readonly Consumption[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ slot_id: string }>`
    insert into participation (slot_id, campaign_id, village_id, channel, version)
    select slot_id, ${campaignId}::uuid, village_id, channel,
      (select version from campaign where id = ${campaignId}::uuid)
    from unnest(
      ${consumptions.map(one => one.slotId)}::uuid[], ${consumptions.map(one => one.villageId)}::text[],
      ${consumptions.map(one => one.channel)}::text[]
    ) as consumed (slot_id, village_id, channel)
    order by slot_id
    on conflict (slot_id) do nothing
    returning slot_id`.execute(tx)
  return rows.map(row => row.slot_id)
}

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

/** Marks consumed slots as handed out where nobody had (a collector brings the ballot along); new ones by village. */
export const updateConsumedIssued = async (
  tx: Transaction<Database>,
  slotIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ village_id: string; n: number }>`
    with issued as (
      update slot set issued_on = ${day}::date where id = any(${slotIds}::uuid[]) and issued_on is null returning village_id
    )
    select village_id, count(*) as n from issued group by village_id`.execute(tx)
  return new Map(rows.map(row => [row.village_id, row.n]))
}

export type TurnoutRow = {
  readonly villageId: string
  readonly channel: Channel
  readonly households: number
}

/** Adds to the turnout of the day, rows in one order so that two writers never wait for each other in a circle. */
export const upsertTurnout = async (
  tx: Transaction<Database>,
  day: { readonly campaignId: CampaignId; readonly day: Day },
  rows: readonly TurnoutRow[],
): Promise<void> => {
  await sql`
    insert into turnout (campaign_id, village_id, channel, day, households)
    select ${day.campaignId}::uuid, village_id, channel, ${day.day}::date, households
    from unnest(
      ${rows.map(row => row.villageId)}::text[], ${rows.map(row => row.channel)}::text[],
      ${rows.map(row => row.households)}::integer[]
    ) as more (village_id, channel, households)
    order by village_id, channel
    on conflict (campaign_id, village_id, channel, day) do update
    set households = turnout.households + excluded.households`.execute(tx)
}

/** Adds to a collector's turnout of the day. */
export const upsertCollectorTurnout = async (
  tx: Transaction<Database>,
  row: {
    readonly campaignId: CampaignId
    readonly accountId: string
    readonly channel: Channel
    readonly day: Day
    readonly households: number
  },
): Promise<void> => {
  await tx
    .insertInto('collector_turnout')
    .values({
      campaign_id: row.campaignId,
      account_id: row.accountId,
      channel: row.channel,
      day: row.day,
      households: row.households,
    })
    .onConflict(conflict =>
      conflict
        .columns(['campaign_id', 'account_id', 'channel', 'day'])
        .doUpdateSet({ households: sql`collector_turnout.households + excluded.households` }),
    )
    .execute()
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
