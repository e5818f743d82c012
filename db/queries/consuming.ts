import { sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId, CampaignId, SlotId } from '#app/basics/ids.ts'
import { plannedOnce } from '../connection.ts'
import type { Database } from '../schema.ts'

/** A slot to be consumed, and the sealed ballot that goes to the inbox if the slot is still free. */
export type Consuming = {
  readonly campaignId: CampaignId
  readonly slotId: SlotId
  readonly villageId: string
  readonly channel: Channel
  readonly collector: AccountId | null
  /** Id of the inbox row: random. */
  readonly inboxId: string
  readonly sealed: Buffer
}

/** Those of the campaigns that collect, each with its villages counted by hand; none can be closed until the transaction ends. */
export const lockCollectingOf = async (
  tx: Transaction<Database>,
  ids: readonly CampaignId[],
): Promise<ReadonlyMap<CampaignId, ReadonlySet<string>>> => {
  const { rows } = await sql<{ id: CampaignId; by_hand: readonly string[] }>`
    select id, array(select village_id from sheet where sheet.campaign_id = campaign.id) as by_hand
    from campaign where id = any(${ids}::uuid[]) and state = 'collecting'
    order by id for key share`.execute(tx)
  return new Map(rows.map(({ id, by_hand }) => [id, new Set(by_hand)]))
}

/** Where each of several texts begins that stand one after another, counted from 1. */
const startsOf = (lengths: readonly number[]): readonly number[] => {
  let next = 1
  return lengths.map(length => {
    next += length
    return next - length
  })
}

/**
 * Consumes the free ones of these slots in one statement: the primary key of participation lets each be consumed once;
 * ballots of the others are dropped. Every count that participation moves moves here too, rows in one order, so that
 * two batches never wait in a circle. The slots that were free.
 */
export const consumeSlots = async (
  tx: Transaction<Database>,
  day: Day,
  batch: readonly Consuming[],
): Promise<readonly SlotId[]> => {
  // One parameter of bytes instead of an array of them, which would travel as hex and be read digit by digit.
  const all = Buffer.concat(batch.map(one => one.sealed))
  const lengths = batch.map(one => one.sealed.length)
  const { rows } = await sql<{ slot_id: SlotId }>`${sql.raw(plannedOnce)}
    with given as (
      select campaign_id, slot_id, village_id, channel, collector, inbox_id, substr(${all}::bytea, start, length) as sealed
      from unnest(
        ${batch.map(one => one.campaignId)}::uuid[], ${batch.map(one => one.slotId)}::uuid[], ${batch.map(one => one.villageId)}::text[],
        ${batch.map(one => one.channel)}::text[], ${batch.map(one => one.collector)}::uuid[],
        ${batch.map(one => one.inboxId)}::uuid[], ${startsOf(lengths)}::integer[], ${lengths}::integer[]
      ) as one (campaign_id, slot_id, village_id, channel, collector, inbox_id, start, length)
    ), taken as (
      insert into participation (slot_id, campaign_id, village_id, channel, version)
      select slot_id, given.campaign_id, village_id, channel, campaign.version
      from given join campaign on campaign.id = given.campaign_id order by slot_id
      on conflict (slot_id) do nothing
      returning slot_id
    ), fresh as (
      select given.* from given join taken using (slot_id)
    ), laid as (
      insert into inbox (id, campaign_id, village_id, channel, sealed)
      select inbox_id, campaign_id, village_id, channel, sealed from fresh order by inbox_id
    ), handed as (
      update slot set issued_on = ${day}::date
      -- The array as well as the rows taken: without it the planner reads every slot there is.
      where id = any(${batch.map(one => one.slotId)}::uuid[]) and id in (select slot_id from taken)
        and issued_on is null
      returning campaign_id, village_id
    ), moved as (
      update campaign_village set collected = collected + more.n, issued = issued + more.handed
      from (
        select campaign_id, village_id, count(*)::int as n,
          (select count(*)::int from handed
            where (handed.campaign_id, handed.village_id) = (fresh.campaign_id, fresh.village_id)) as handed
        from fresh group by campaign_id, village_id order by campaign_id, village_id
      ) as more
      where (campaign_village.campaign_id, campaign_village.village_id) = (more.campaign_id, more.village_id)
    ), turned as (
      insert into turnout (campaign_id, village_id, channel, day, households)
      select campaign_id, village_id, channel, ${day}::date, count(*)
      from fresh group by campaign_id, village_id, channel order by campaign_id, village_id, channel
      on conflict (campaign_id, village_id, channel, day) do update
      set households = turnout.households + excluded.households
    ), met as (
      insert into collector_turnout (campaign_id, account_id, channel, day, households)
      select campaign_id, collector, channel, ${day}::date, count(*)
      from fresh where collector is not null
      group by campaign_id, collector, channel order by campaign_id, collector, channel
      on conflict (campaign_id, account_id, channel, day) do update
      set households = collector_turnout.households + excluded.households
    )
    select slot_id from fresh`.execute(tx)
  return rows.map(row => row.slot_id)
}
