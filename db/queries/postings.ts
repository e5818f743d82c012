import type { Kysely, Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Slice } from '#app/basics/paging.ts'
import type { State } from '#app/campaign/campaign.ts'
import type { OpinionChannel, Posting } from '#app/campaign/posting.ts'
import type { Database } from '../schema.ts'

/** A version of a campaign: each is posted by itself. */
export type VersionOf = { readonly campaignId: CampaignId; readonly version: number }

/** Posting as it was entered. */
export type PostingRow = Posting & {
  /** The document that sets the days where the rules do not; null where they do. */
  readonly daysDocument: string | null
  /** Villages at whose culture house the notice hangs. */
  readonly villageIds: readonly string[]
  readonly atCommune: boolean
  readonly byLoudspeaker: boolean
  /** Where opinions are received. */
  readonly contact: string
}

/** The posting of a version, or null. */
export const findPosting = async (db: Kysely<Database>, of: VersionOf): Promise<PostingRow | null> => {
  const row = await db
    .selectFrom('posting')
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .select([
      'starts_on as startsOn',
      'days',
      'days_document as daysDocument',
      'village_ids as villageIds',
      'at_commune as atCommune',
      'by_loudspeaker as byLoudspeaker',
      'contact',
    ])
    .executeTakeFirst()
  return row ? { ...row, startsOn: row.startsOn as Day } : null
}

/** Writes the posting of a version, or corrects it. */
export const upsertPosting = async (
  tx: Transaction<Database>,
  of: VersionOf,
  posting: PostingRow & { readonly postedBy: string; readonly postedAt: Date },
): Promise<void> => {
  const values = {
    starts_on: posting.startsOn,
    days: posting.days,
    days_document: posting.daysDocument,
    village_ids: [...posting.villageIds],
    at_commune: posting.atCommune,
    by_loudspeaker: posting.byLoudspeaker,
    contact: posting.contact,
    posted_by: posting.postedBy,
    posted_at: posting.postedAt,
  }
  await tx
    .insertInto('posting')
    .values({ campaign_id: of.campaignId, version: of.version, ...values })
    .onConflict(conflict => conflict.columns(['campaign_id', 'version']).doUpdateSet(values))
    .execute()
}

/** Sets the state of a campaign that moves on by posting. */
export const updateCampaignState = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  state: State,
): Promise<void> => {
  await tx.updateTable('campaign').set({ state }).where('id', '=', campaignId).execute()
}

/** What somebody said of the posted results, and the answer. */
export type PostingOpinionRow = {
  readonly id: string
  readonly receivedOn: Day
  readonly channel: OpinionChannel
  readonly sender: string
  readonly content: string
  readonly answer: string | null
  readonly answeredOn: Day | null
}

const opinions = (db: Kysely<Database>, of: VersionOf) =>
  db
    .selectFrom('posting_opinion')
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .select([
      'id',
      'received_on as receivedOn',
      'channel',
      'sender',
      'content',
      'answer',
      'answered_on as answeredOn',
    ])

type RawOpinion = Awaited<ReturnType<ReturnType<typeof opinions>['execute']>>[number]

const toOpinion = (row: RawOpinion): PostingOpinionRow => ({
  ...row,
  receivedOn: row.receivedOn as Day,
  channel: row.channel as OpinionChannel,
  answeredOn: row.answeredOn as Day | null,
})

/** Opinions on a posted version: those without an answer first, then the newest. */
export const listPostingOpinions = async (
  db: Kysely<Database>,
  of: VersionOf,
  slice: Slice,
): Promise<readonly PostingOpinionRow[]> => {
  const rows = await opinions(db, of)
    .orderBy(eb => eb('answer', 'is not', null))
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return rows.map(toOpinion)
}

/** One opinion, or null. */
export const findPostingOpinion = async (
  db: Kysely<Database>,
  of: VersionOf,
  id: string,
): Promise<PostingOpinionRow | null> => {
  const row = await opinions(db, of).where('id', '=', id).executeTakeFirst()
  return row ? toOpinion(row) : null
}

/** How many opinions came in, and how many wait for an answer. */
export const countPostingOpinions = async (
  db: Kysely<Database>,
  of: VersionOf,
): Promise<{ readonly all: number; readonly unanswered: number }> => {
  const row = await db
    .selectFrom('posting_opinion')
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .select(eb => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('answer', 'is', null).as('unanswered'),
    ])
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), unanswered: Number(row.unanswered) }
}

/** Records an opinion. */
export const insertPostingOpinion = async (
  tx: Transaction<Database>,
  of: VersionOf,
  opinion: Pick<PostingOpinionRow, 'id' | 'receivedOn' | 'channel' | 'sender' | 'content'> & {
    readonly enteredBy: string
    readonly enteredAt: Date
  },
): Promise<void> => {
  await tx
    .insertInto('posting_opinion')
    .values({
      id: opinion.id,
      campaign_id: of.campaignId,
      version: of.version,
      received_on: opinion.receivedOn,
      channel: opinion.channel,
      sender: opinion.sender,
      content: opinion.content,
      entered_by: opinion.enteredBy,
      entered_at: opinion.enteredAt,
    })
    .execute()
}

/** Answers an opinion; false when there is none. */
export const updateOpinionAnswer = async (
  tx: Transaction<Database>,
  of: VersionOf,
  answer: { readonly id: string; readonly answer: string; readonly answeredOn: Day },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('posting_opinion')
    .set({ answer: answer.answer, answered_on: answer.answeredOn })
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .where('id', '=', answer.id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
