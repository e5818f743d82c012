import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { BatchCounts, BatchState } from '#app/paper/batch.ts'
import type { Database } from '../schema.ts'

/** A batch with how far it is; the counts of one that ended are those it ended with. */
export type BatchRow = {
  readonly id: string
  readonly campaignId: CampaignId
  readonly villageId: string
  readonly villageName: string
  readonly villagePath: string
  readonly number: number
  readonly state: BatchState
  readonly counts: BatchCounts
  /** Sheets at whose paper somebody had to look again. */
  readonly differed: number
  readonly voidReason: string | null
  readonly valid: number | null
  readonly invalid: number | null
}

const keyed = (reading: string) => sql<number>`(
  select count(*) from batch_keying where batch_keying.batch_id = batch.id and batch_keying.reading = ${reading})`

const ticked = sql<number>`(select count(*) from batch_slot where batch_slot.batch_id = batch.id)`

const answered = sql<number>`(
  select count(*) from batch_slot join participation on participation.slot_id = batch_slot.slot_id
  where batch_slot.batch_id = batch.id)`

const looked = sql<number>`(
  select count(*) from batch_keying where batch_keying.batch_id = batch.id
    and batch_keying.reading = 'resolved' and batch_keying.keyed_by is not null)`

const batchRows = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('batch')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'batch.campaign_id')
        .onRef('campaign_village.village_id', '=', 'batch.village_id'),
    )
    .innerJoin('area', 'area.id', 'batch.village_id')
    .where('batch.campaign_id', '=', campaignId)
    .select([
      'batch.id',
      'batch.village_id as villageId',
      'campaign_village.name as villageName',
      'area.path as villagePath',
      'batch.number',
      'batch.sheets',
      'batch.state',
      'batch.void_reason as voidReason',
      'batch.valid',
      'batch.invalid',
      sql<number>`coalesce(batch.ticked, ${ticked})`.as('ticked'),
      answered.as('answered'),
      keyed('first').as('first'),
      keyed('second').as('second'),
      sql<number>`coalesce(batch.resolved, ${keyed('resolved')})`.as('resolved'),
      sql<number>`coalesce(batch.differed, ${looked})`.as('differed'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof batchRows>['execute']>>[number]

const toRow = (campaignId: CampaignId, row: Raw): BatchRow => {
  const { sheets, ticked, answered, first, second, resolved, ...rest } = row
  const closed = row.state === 'closed'
  return {
    ...rest,
    campaignId,
    state: row.state as BatchState,
    counts: {
      ...{ sheets, ticked, answered, resolved },
      first: closed ? sheets : first,
      second: closed ? sheets : second,
    },
  }
}

/** Batches of some villages of a campaign, in the order of villages, the newest first in each. */
export const listBatches = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  villageIds: readonly string[],
  slice: Slice,
): Promise<Paged<BatchRow>> => {
  const { total } = await db
    .selectFrom('batch')
    .where('campaign_id', '=', campaignId)
    .where(sql<boolean>`village_id = any(${villageIds}::text[])`)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await batchRows(db, campaignId)
    .where(sql<boolean>`batch.village_id = any(${villageIds}::text[])`)
    .orderBy('campaign_village.position')
    .orderBy('batch.number', 'desc')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => toRow(campaignId, row)),
    total,
    slice,
  )
}

/** One batch of a campaign, or null. */
export const findBatch = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  id: string,
): Promise<BatchRow | null> => {
  const row = await batchRows(db, campaignId).where('batch.id', '=', id).executeTakeFirst()
  return row ? toRow(campaignId, row) : null
}

/** Locks a batch that is open, so that what is keyed, ticked and closed of it comes one after the other; false when it ended. */
export const lockOpenBatch = async (tx: Transaction<Database>, id: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('batch')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Open batches of a campaign. */
export const countOpenBatches = async (db: Kysely<Database>, campaignId: CampaignId): Promise<number> => {
  const { open } = await db
    .selectFrom('batch')
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'open')
    .select(eb => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  return open
}

type Village = { readonly campaignId: CampaignId; readonly villageId: string }

/**
 * Locks a village's row of the campaign; how many of its households can still be in a new batch (they are asked, have not
 * answered, and no open batch counts on them), and the number of its next batch.
 */
export const lockVillageForBatch = async (
  tx: Transaction<Database>,
  { campaignId, villageId }: Village,
): Promise<{ readonly free: number; readonly number: number }> => {
  await sql`
    select 1 from campaign_village where campaign_id = ${campaignId} and village_id = ${villageId}
    for no key update`.execute(tx)
  const { rows } = await sql<{ free: number; number: number }>`
    select (coalesce(drawn, households) - collected - coalesce((
        select sum(sheets) from batch where batch.campaign_id = v.campaign_id
          and batch.village_id = v.village_id and state = 'open'
      ), 0))::int as free,
      (select coalesce(max(number), 0) + 1 from batch
        where batch.campaign_id = v.campaign_id and batch.village_id = v.village_id)::int as number
    from campaign_village v where campaign_id = ${campaignId} and village_id = ${villageId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a village that is not in the campaign')
  return row
}

/** Opens a batch. */
export const insertBatch = async (
  tx: Transaction<Database>,
  batch: Village & {
    readonly id: string
    readonly number: number
    readonly sheets: number
    readonly openedBy: string
    readonly openedAt: Date
  },
): Promise<void> => {
  await tx
    .insertInto('batch')
    .values({
      id: batch.id,
      campaign_id: batch.campaignId,
      village_id: batch.villageId,
      number: batch.number,
      sheets: batch.sheets,
      opened_by: batch.openedBy,
      opened_at: batch.openedAt,
    })
    .execute()
}

type End = { readonly id: string; readonly endedBy: string; readonly endedAt: Date }

/** Closes a batch; the database counts again whether households and sheets are the same number. */
export const updateBatchClosed = async (
  tx: Transaction<Database>,
  end: End & { readonly totals: { readonly valid: number; readonly invalid: number } | null },
): Promise<void> => {
  await tx
    .updateTable('batch')
    .set({ state: 'closed', ended_by: end.endedBy, ended_at: end.endedAt, ...(end.totals ?? {}) })
    .where('id', '=', end.id)
    .execute()
}

/** Gives a batch up. */
export const updateBatchVoided = async (
  tx: Transaction<Database>,
  end: End & { readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable('batch')
    .set({ state: 'voided', ended_by: end.endedBy, ended_at: end.endedAt, void_reason: end.reason })
    .where('id', '=', end.id)
    .execute()
}
