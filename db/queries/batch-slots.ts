import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Wanted } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

type Batch = { readonly id: string; readonly campaignId: CampaignId; readonly villageId: string }

/** A household that a batch may tick or has ticked. */
export type TickRow = {
  readonly slotId: SlotId
  readonly number: string | null
  readonly name: string | null
  readonly ticked: boolean
  /** Answered by other means although it is ticked. */
  readonly answered: boolean
}

const ticks = (db: Kysely<Database>, batch: Batch) =>
  db
    .selectFrom('slot')
    .leftJoin('household', 'household.id', 'slot.household_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .leftJoin('batch_slot', 'batch_slot.slot_id', 'slot.id')
    .where('slot.campaign_id', '=', batch.campaignId)
    .where('slot.village_id', '=', batch.villageId)

/** Free households that no other batch holds, and those that this one holds, whatever became of them. */
const open = (db: Kysely<Database>, batch: Batch) =>
  ticks(db, batch).where(
    sql<boolean>`(batch_slot.batch_id = ${batch.id}
      or (batch_slot.slot_id is null and participation.slot_id is null))`,
  )

const columns = (batch: Batch) =>
  [
    'slot.id as slotId',
    'household.number',
    'household.name',
    sql<boolean>`coalesce(batch_slot.batch_id = ${batch.id}, false)`.as('ticked'),
    sql<boolean>`participation.slot_id is not null`.as('answered'),
  ] as const

const matches = ({ words, number }: Wanted) =>
  sql<boolean>`(household.number_key = ${number} or (' ' || household.search_key) like all (${words.map(
    word => `% ${word}%`,
  )}::text[]))`

export type TickFilter = { readonly wanted: Wanted | null; readonly only: 'ticked' | 'free' | null }

const filtered = (db: Kysely<Database>, batch: Batch, { wanted, only }: TickFilter) =>
  open(db, batch)
    .$if(wanted !== null, query => query.where(matches(wanted ?? { words: [], number: '' })))
    .$if(only === 'ticked', query => query.where('batch_slot.batch_id', '=', batch.id))
    .$if(only === 'free', query => query.where('batch_slot.batch_id', 'is', null))

/** A page of the households of a batch's village, in the order of the register. */
export const listTicks = async (
  db: Kysely<Database>,
  batch: Batch,
  filter: TickFilter,
  slice: Slice,
): Promise<Paged<TickRow>> => {
  const { total } = await filtered(db, batch, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, batch, filter)
    .select(columns(batch))
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('household.search_key')
    .orderBy('slot.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => ({ ...row, slotId: row.slotId as SlotId })),
    total,
    slice,
  )
}

/** Most households named where several have answered meanwhile. */
const mostNamed = 20

/** Ticked households that have answered by other means meanwhile. */
export const listAnsweredTicks = async (db: Kysely<Database>, batch: Batch): Promise<readonly TickRow[]> => {
  const rows = await ticks(db, batch)
    .where('batch_slot.batch_id', '=', batch.id)
    .where('participation.slot_id', 'is not', null)
    .select(columns(batch))
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .limit(mostNamed)
    .execute()
  return rows.map(row => ({ ...row, slotId: row.slotId as SlotId }))
}

/** The slots a batch has ticked. */
export const listTicked = async (db: Kysely<Database>, batchId: string): Promise<readonly SlotId[]> => {
  const rows = await db
    .selectFrom('batch_slot')
    .where('batch_id', '=', batchId)
    .orderBy('slot_id')
    .select('slot_id')
    .execute()
  return rows.map(row => row.slot_id as SlotId)
}

/** Ticks those of the slots that are of the village, free and in no batch; how many that were. */
export const insertTicks = async (
  tx: Transaction<Database>,
  batch: Batch,
  slotIds: readonly string[],
): Promise<number> => {
  const { rows } = await sql`
    insert into batch_slot (slot_id, batch_id, campaign_id, village_id)
    select slot.id, ${batch.id}::uuid, slot.campaign_id, slot.village_id from slot
    left join participation on participation.slot_id = slot.id
    where slot.id = any(${slotIds}::uuid[]) and slot.campaign_id = ${batch.campaignId}
      and slot.village_id = ${batch.villageId} and participation.slot_id is null
    order by slot.id
    on conflict (slot_id) do nothing
    returning slot_id`.execute(tx)
  return rows.length
}

/** Takes ticks away; how many there were. */
export const deleteTicks = async (
  tx: Transaction<Database>,
  batchId: string,
  slotIds: readonly string[],
): Promise<number> => {
  const { rows } = await sql`
    delete from batch_slot where batch_id = ${batchId} and slot_id = any(${slotIds}::uuid[])
    returning slot_id`.execute(tx)
  return rows.length
}

/** Those of the slots that came with a batch. */
export const listByBatch = async (
  db: Kysely<Database>,
  slotIds: readonly SlotId[],
): Promise<ReadonlySet<SlotId>> => {
  const rows = await db
    .selectFrom('participation')
    .where('slot_id', 'in', slotIds)
    .where('by_batch', '=', true)
    .select('slot_id')
    .execute()
  return new Set(rows.map(row => row.slot_id as SlotId))
}

/** Notes that consumed slots came with a batch: their households have no ballot of their own to put another in place of. */
export const updateByBatch = async (tx: Transaction<Database>, slotIds: readonly SlotId[]): Promise<void> => {
  await sql`update participation set by_batch = true where slot_id = any(${slotIds}::uuid[])`.execute(tx)
}
