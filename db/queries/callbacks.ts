import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { CallbackOutcome, Receipt, Said } from '#app/household/callback.ts'
import type { Database } from '../schema.ts'

/** A slot used with somebody's help, by its village and means. */
export type AssistedSlot = { readonly slotId: SlotId; readonly villageId: string; readonly channel: Channel }

/** Slots used by visit, meeting or paper and not drawn for call-back yet: participation alone. */
export const listAssistedSlots = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly AssistedSlot[]> => {
  const rows = await db
    .selectFrom('participation')
    .leftJoin('callback', 'callback.slot_id', 'participation.slot_id')
    .where('participation.campaign_id', '=', campaignId)
    .where('participation.channel', '<>', 'self')
    .where('callback.slot_id', 'is', null)
    .select(['participation.slot_id as slotId', 'village_id as villageId', 'participation.channel'])
    .execute()
  return rows.map(row => ({ ...row, slotId: row.slotId as SlotId, channel: row.channel as Channel }))
}

/** A draw of households to call back, as it is recorded. */
export type CallbackDraw = {
  readonly draw: number
  readonly seed: string
  readonly listHash: string
  /** Households of the list that was drawn from. */
  readonly listed: number
  readonly drawnAt: Date
}

/** The draws of a campaign, the first one first. */
export const listCallbackDraws = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly CallbackDraw[]> =>
  db
    .selectFrom('callback_draw')
    .where('campaign_id', '=', campaignId)
    .orderBy('draw')
    .select(['draw', 'seed', 'list_hash as listHash', 'listed', 'drawn_at as drawnAt'])
    .execute()

/** Records a draw. */
export const insertCallbackDraw = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { draw, seed, listHash, listed, drawnAt, drawnBy }: CallbackDraw & { readonly drawnBy: string },
): Promise<void> => {
  await tx
    .insertInto('callback_draw')
    .values({
      ...{ campaign_id: campaignId, draw, seed, listed },
      ...{ list_hash: listHash, drawn_by: drawnBy, drawn_at: drawnAt },
    })
    .execute()
}

export type NewCallback = {
  readonly slotId: SlotId
  readonly channel: Channel
  /** Who brought its ballot, where that can still be told. */
  readonly accountId: string | null
}

/** Puts the drawn households on the list, in their order. */
export const insertCallbacks = async (
  tx: Transaction<Database>,
  { campaignId, draw }: { readonly campaignId: CampaignId; readonly draw: number },
  drawn: readonly NewCallback[],
): Promise<void> => {
  await sql`
    insert into callback (slot_id, campaign_id, draw, position, channel, account_id)
    select slot_id, ${campaignId}::uuid, ${draw}::integer, position, channel, account_id
    from unnest(
      ${drawn.map(one => one.slotId)}::uuid[], ${drawn.map(one => one.channel)}::text[],
      ${drawn.map(one => one.accountId)}::uuid[]
    ) with ordinality as one (slot_id, channel, account_id, position)`.execute(tx)
}

/** A household to be called back. By which means it answered is not here: who asks must not know. */
export type CallbackRow = {
  readonly slotId: SlotId
  readonly draw: number
  readonly villageName: string
  readonly number: string | null
  readonly name: string | null
  readonly outcome: CallbackOutcome | null
  readonly said: Said | null
  readonly receipt: Receipt | null
  /** Who brought its ballot may not call. */
  readonly accountId: string | null
}

const rowsOf = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('callback')
    .innerJoin('slot', 'slot.id', 'callback.slot_id')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'slot.campaign_id')
        .onRef('campaign_village.village_id', '=', 'slot.village_id'),
    )
    .leftJoin('household', 'household.id', 'slot.household_id')
    .where('callback.campaign_id', '=', campaignId)
    .select([
      'callback.slot_id as slotId',
      'draw',
      'campaign_village.name as villageName',
      'household.number',
      'household.name',
      'callback.outcome',
      'said',
      'receipt',
      'account_id as accountId',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const toRow = (row: Raw): CallbackRow => ({
  ...row,
  slotId: row.slotId as SlotId,
  outcome: row.outcome as CallbackOutcome | null,
  said: row.said as Said | null,
  receipt: row.receipt as Receipt | null,
})

/** A page of the list: those not asked yet first, then in the order of the draws. */
export const listCallbacks = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  slice: Slice,
): Promise<Paged<CallbackRow>> => {
  const { total } = await db
    .selectFrom('callback')
    .where('campaign_id', '=', campaignId)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await rowsOf(db, campaignId)
    .orderBy(sql`callback.outcome is not null`)
    .orderBy('draw')
    .orderBy('callback.position')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toRow), Number(total), slice)
}

/** One household of the list, or null. */
export const findCallbackRow = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  slotId: string,
): Promise<CallbackRow | null> => {
  const row = await rowsOf(db, campaignId).where('callback.slot_id', '=', slotId).executeTakeFirst()
  return row ? toRow(row) : null
}

/** What a call found. */
export type CallbackAnswer = {
  readonly outcome: CallbackOutcome
  readonly said: Said | null
  readonly receipt: Receipt | null
}

/** Notes what a call found, in the place of what was noted before. */
export const updateCallback = async (
  tx: Transaction<Database>,
  slotId: SlotId,
  { calledBy, calledOn, ...answer }: CallbackAnswer & { readonly calledBy: string; readonly calledOn: Day },
): Promise<void> => {
  await tx
    .updateTable('callback')
    .set({ ...answer, called_by: calledBy, called_on: calledOn })
    .where('slot_id', '=', slotId)
    .execute()
}

/** Calls of one collector's households, or of those whose collector is not told (null). */
export type CallbackCounts = {
  readonly accountId: string | null
  readonly drawn: number
  readonly asked: number
  readonly reached: number
  /** Of those reached, the ones that name the means recorded. */
  readonly agreed: number
  /** Of those reached, the ones that say nobody asked them. */
  readonly denied: number
  readonly withReceipt: number
}

/** Calls counted by who brought the ballots. */
export const countCallbacks = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly CallbackCounts[]> => {
  const { rows } = await sql<CallbackCounts>`
    select account_id as "accountId", count(*)::int as drawn, count(outcome)::int as asked,
      (count(*) filter (where outcome = 'reached'))::int as reached,
      (count(*) filter (where said = channel))::int as agreed,
      (count(*) filter (where said = 'not-asked'))::int as denied,
      (count(*) filter (where receipt = 'yes'))::int as "withReceipt"
    from callback where campaign_id = ${campaignId}::uuid group by account_id order by account_id`.execute(db)
  return rows
}
