import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Where ballots wait and mix: one village, one means. */
export type Group = { readonly campaignId: CampaignId; readonly villageId: string; readonly channel: Channel }

export type Sealed = {
  readonly id: string
  readonly villageId: string
  readonly channel: Channel
  readonly sealed: Buffer
}

/** Lays later answers in the inbox, where they wait for closing; one more of the same slot takes the place of the last. */
export const upsertSealedAgain = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  ballots: readonly Sealed[],
): Promise<void> => {
  await sql`
    insert into inbox (id, campaign_id, village_id, channel, sealed, again)
    select id, ${campaignId}::uuid, village_id, channel, sealed, true
    from unnest(
      ${ballots.map(ballot => ballot.id)}::uuid[], ${ballots.map(ballot => ballot.villageId)}::text[],
      ${ballots.map(ballot => ballot.channel)}::text[], ${ballots.map(ballot => ballot.sealed)}::bytea[]
    ) as laid (id, village_id, channel, sealed)
    order by id
    on conflict (id) do update set sealed = excluded.sealed`.execute(tx)
}

/** Takes the later answers of a campaign out of the inbox. */
export const deleteSealedAgain = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<readonly Sealed[]> => {
  const rows = await tx
    .deleteFrom('inbox')
    .where('campaign_id', '=', campaignId)
    .where('again', '=', true)
    .returning(['id', 'village_id as villageId', 'channel', 'sealed'])
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel }))
}

/** Groups of the inbox that hold at least so many ballots. */
export const listFullGroups = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  atLeast: number,
): Promise<readonly Group[]> => {
  const rows = await db
    .selectFrom('inbox')
    .where('campaign_id', '=', campaignId)
    .where('again', '=', false)
    .groupBy(['village_id', 'channel'])
    .having(eb => eb.fn.countAll(), '>=', atLeast)
    .select(['village_id as villageId', 'channel'])
    .execute()
  return rows.map(row => ({ campaignId, villageId: row.villageId, channel: row.channel as Channel }))
}

/** A sealed ballot as it waits. */
export type Waiting = { readonly id: string; readonly sealed: Buffer }

/** Everything that waits of a group, locked until the transaction ends. */
export const lockSealedGroup = async (tx: Transaction<Database>, group: Group): Promise<readonly Waiting[]> =>
  tx
    .selectFrom('inbox')
    .where('campaign_id', '=', group.campaignId)
    .where('village_id', '=', group.villageId)
    .where('channel', '=', group.channel)
    .where('again', '=', false)
    .select(['id', 'sealed'])
    .orderBy('id')
    .forUpdate()
    .execute()

/** Takes ballots out of the inbox. */
export const deleteSealed = async (tx: Transaction<Database>, ids: readonly string[]): Promise<void> => {
  await sql`delete from inbox where id = any(${ids}::uuid[])`.execute(tx)
}

export type BoxedBallot = {
  readonly id: string
  readonly villageId: string
  readonly channel: Channel | null
  /** Stored answer numbers in the order of the contents; null for an invalid sheet. */
  readonly answers: readonly number[] | null
  /** Tag of the language shown, sealed: while the campaign collects. */
  readonly shownSealed?: Buffer | null
  /** The same in the clear: after closing. */
  readonly language?: string | null
}

/** Puts ballots into the box in the order of their ids, which are random to whoever has no key. */
export const insertBallots = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  ballots: readonly BoxedBallot[],
): Promise<void> => {
  // An array of arrays must be rectangular in PostgreSQL; texts are not, so each row's array travels as its text form.
  const answers = ballots.map(ballot => (ballot.answers === null ? null : `{${ballot.answers.join(',')}}`))
  await sql`
    insert into ballot (id, campaign_id, village_id, channel, answers, shown_sealed, language)
    select id, ${campaignId}::uuid, village_id, channel, answers::smallint[], shown_sealed, language
    from unnest(
      ${ballots.map(ballot => ballot.id)}::uuid[], ${ballots.map(ballot => ballot.villageId)}::text[],
      ${ballots.map(ballot => ballot.channel)}::text[], ${answers}::text[],
      ${ballots.map(ballot => ballot.shownSealed ?? null)}::bytea[],
      ${ballots.map(ballot => ballot.language ?? null)}::text[]
    ) as boxed (id, village_id, channel, answers, shown_sealed, language)
    order by id`.execute(tx)
}

/** Empties the box into memory, to be rewritten at closing. */
export const deleteBallots = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<readonly BoxedBallot[]> => {
  const rows = await tx
    .deleteFrom('ballot')
    .where('campaign_id', '=', campaignId)
    .returning([
      'id',
      'village_id as villageId',
      'channel',
      'answers',
      'shown_sealed as shownSealed',
      'language',
    ])
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel | null }))
}

/** The box of a closed campaign in the order of its random ids, without them. */
export const listBox = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<
  readonly {
    readonly villageId: string
    readonly channel: Channel | null
    readonly language: string | null
    readonly answers: readonly number[] | null
  }[]
> => {
  const rows = await db
    .selectFrom('ballot')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'channel', 'language', 'answers'])
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel | null }))
}

export type OpinionRow = {
  readonly id: string
  readonly villageId: string
  /** Key of the content whose reason it is; null for an other opinion. */
  readonly content: string | null
  readonly body: string
}

/** Adds reasons and other opinions in the order of their random ids; nothing ties them to a ballot. */
export const insertOpinions = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  opinions: readonly OpinionRow[],
): Promise<void> => {
  if (opinions.length === 0) return
  await sql`
    insert into opinion (id, campaign_id, village_id, content, body)
    select id, ${campaignId}::uuid, village_id, content, body
    from unnest(
      ${opinions.map(opinion => opinion.id)}::uuid[], ${opinions.map(opinion => opinion.villageId)}::text[],
      ${opinions.map(opinion => opinion.content)}::text[], ${opinions.map(opinion => opinion.body)}::text[]
    ) as voiced (id, village_id, content, body)
    order by id`.execute(tx)
}

/** Takes all opinions out, to be rewritten at closing. */
export const deleteOpinions = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<readonly OpinionRow[]> =>
  tx
    .deleteFrom('opinion')
    .where('campaign_id', '=', campaignId)
    .returning(['id', 'village_id as villageId', 'content', 'body'])
    .execute()

/** Reasons and other opinions of a campaign, in an order that means nothing. */
export const listOpinions = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly OpinionRow[]> =>
  db
    .selectFrom('opinion')
    .where('campaign_id', '=', campaignId)
    .select(['id', 'village_id as villageId', 'content', 'body'])
    .orderBy('id')
    .execute()

/** Closed ballots of a campaign by the language they were shown in; null where nobody knows, or few shared it. Most first. */
export const countByLanguage = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly tag: string | null; readonly ballots: number }[]> =>
  db
    .selectFrom('ballot')
    .where('campaign_id', '=', campaignId)
    .groupBy('language')
    .select(eb => ['language as tag', eb.fn.countAll<number>().as('ballots')])
    .orderBy('ballots', 'desc')
    .orderBy('tag')
    .execute()
