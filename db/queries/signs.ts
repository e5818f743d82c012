import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { CollectorCounts } from '#app/tally/collectors.ts'
import type { Database } from '../schema.ts'
import type { Group } from './ballots.ts'

/** Who brought which ballot of a village and means, still sealed. */
export type AttributionRow = {
  readonly villageId: string
  readonly channel: Channel
  readonly sealed: Buffer
}

/** Who brought which ballot of a group, sealed and locked until the transaction ends; null while there is none. */
export const lockAttribution = async (tx: Transaction<Database>, group: Group): Promise<Buffer | null> => {
  const row = await tx
    .selectFrom('attribution')
    .where('campaign_id', '=', group.campaignId)
    .where('village_id', '=', group.villageId)
    .where('channel', '=', group.channel)
    .select('sealed')
    .forUpdate()
    .executeTakeFirst()
  return row?.sealed ?? null
}

/** Puts a group's sealed attribution in the place of the one before. */
export const upsertAttribution = async (
  tx: Transaction<Database>,
  group: Group,
  sealed: Buffer,
): Promise<void> => {
  await tx
    .insertInto('attribution')
    .values({ campaign_id: group.campaignId, village_id: group.villageId, channel: group.channel, sealed })
    .onConflict(conflict =>
      conflict.columns(['campaign_id', 'village_id', 'channel']).doUpdateSet({ sealed }),
    )
    .execute()
}

/** The sealed attributions of a campaign, one a village and means. */
export const listAttributions = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly AttributionRow[]> => {
  const rows = await db
    .selectFrom('attribution')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'channel', 'sealed'])
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel }))
}

/** Takes the sealed attributions of a campaign out. */
export const deleteAttributions = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<readonly AttributionRow[]> => {
  const rows = await tx
    .deleteFrom('attribution')
    .where('campaign_id', '=', campaignId)
    .returning(['village_id as villageId', 'channel', 'sealed'])
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel }))
}

/** Adds to what is counted by collector of a village and means. */
export const upsertCollectorTally = async (
  tx: Transaction<Database>,
  { campaignId, villageId, channel }: Group,
  counts: readonly CollectorCounts[],
): Promise<void> => {
  await sql`
    insert into collector_tally
      (campaign_id, village_id, channel, account_id, ballots, satisfied, dissatisfied, any_dissatisfied)
    select ${campaignId}::uuid, ${villageId}, ${channel}, account_id, ballots, satisfied, dissatisfied, any_dissatisfied
    from unnest(
      ${counts.map(one => one.collector)}::uuid[], ${counts.map(one => one.ballots)}::integer[],
      ${counts.map(one => one.satisfied)}::integer[], ${counts.map(one => one.dissatisfied)}::integer[],
      ${counts.map(one => one.anyDissatisfied)}::integer[]
    ) as more (account_id, ballots, satisfied, dissatisfied, any_dissatisfied)
    order by account_id
    on conflict (campaign_id, village_id, channel, account_id) do update set
      ballots = collector_tally.ballots + excluded.ballots,
      satisfied = collector_tally.satisfied + excluded.satisfied,
      dissatisfied = collector_tally.dissatisfied + excluded.dissatisfied,
      any_dissatisfied = collector_tally.any_dissatisfied + excluded.any_dissatisfied`.execute(tx)
}

/** What was counted by collector at closing, by village; the means added up. */
export const listCollectorTally = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly (CollectorCounts & { readonly villageId: string })[]> => {
  const { rows } = await sql<CollectorCounts & { readonly villageId: string }>`
    select village_id as "villageId", account_id as collector, sum(ballots)::int as ballots,
      sum(satisfied)::int as satisfied, sum(dissatisfied)::int as dissatisfied,
      sum(any_dissatisfied)::int as "anyDissatisfied"
    from collector_tally where campaign_id = ${campaignId}::uuid
    group by village_id, account_id order by village_id, account_id`.execute(db)
  return rows
}

/** Households that one account brought in by one means on one day. */
export type CollectorDay = {
  readonly accountId: string
  readonly name: string
  readonly channel: Channel
  readonly day: Day
  readonly households: number
}

/** Households by collector, means and day, by name; `only` leaves one account's. */
export const listCollectorTurnout = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  only: string | null,
): Promise<readonly CollectorDay[]> => {
  const rows = await db
    .selectFrom('collector_turnout')
    .innerJoin('account', 'account.id', 'collector_turnout.account_id')
    .where('campaign_id', '=', campaignId)
    .$if(only !== null, query => query.where('account_id', '=', only))
    .select(['account_id as accountId', 'account.name', 'channel', 'day', 'households'])
    .orderBy('account.name')
    .orderBy('account_id')
    .orderBy('day')
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel, day: row.day as Day }))
}

/** Households of one village by means and day. */
export type VillageDay = {
  readonly villageId: string
  readonly channel: Channel
  readonly day: Day
  readonly households: number
}

/** Households by village, means and day, in order of the days. */
export const listVillageTurnout = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly VillageDay[]> => {
  const rows = await db
    .selectFrom('turnout')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'channel', 'day', 'households'])
    .orderBy('day')
    .orderBy('channel')
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel, day: row.day as Day }))
}

/** Satisfied and dissatisfied by village on one content (0 is the first), of the ballots in the box. */
export const listOverallTally = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  content: number,
): Promise<ReadonlyMap<string, { readonly yes: number; readonly no: number }>> => {
  const { rows } = await sql<{ village_id: string; yes: number; no: number }>`
    select village_id, coalesce(sum(ballots) filter (where option = 'satisfied'), 0)::int as yes,
      coalesce(sum(ballots) filter (where option = 'dissatisfied'), 0)::int as no
    from tally where campaign_id = ${campaignId}::uuid and content = ${content}
    group by village_id`.execute(db)
  return new Map(rows.map(({ village_id, ...counts }) => [village_id, counts]))
}

/** Names of accounts. */
export const listAccountNames = async (
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('account').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
