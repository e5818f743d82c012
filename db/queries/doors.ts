import { type Kysely, sql } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Outcome } from '#app/household/outcome.ts'
import type { Wanted } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

/** A household at its door: who it is, and whether and by which means it has answered, or why not; never how. */
export type DoorRow = {
  readonly slotId: SlotId
  readonly number: string | null
  readonly name: string | null
  /** What the name is looked up by: without accents. */
  readonly searchKey: string | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
}

export type DoorFilter = {
  readonly campaignId: CampaignId
  readonly villageId: string
  readonly wanted: Wanted | null
  /** Only households that have not answered. */
  readonly waiting: boolean
}

type Place = Pick<DoorFilter, 'campaignId' | 'villageId'>

/** Words hold letters and digits alone, so none of them is a wildcard of `like`. */
const matches = ({ words, number }: Wanted) =>
  sql<boolean>`(household.number_key = ${number} or (' ' || household.search_key) like all (${words.map(
    word => `% ${word}%`,
  )}::text[]))`

const doors = (db: Kysely<Database>, { campaignId, villageId }: Place) =>
  db
    .selectFrom('slot')
    .leftJoin('household', 'household.id', 'slot.household_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .where('slot.campaign_id', '=', campaignId)
    .where('slot.village_id', '=', villageId)

const filtered = (db: Kysely<Database>, filter: DoorFilter) =>
  doors(db, filter)
    .$if(filter.waiting, query => query.where('participation.slot_id', 'is', null))
    .$if(filter.wanted !== null, query => query.where(matches(filter.wanted ?? { words: [], number: '' })))

/** The order of the register: 9 before 10, those without a number last. */
const inOrder = sql`length(household.number_key) nulls last, household.number_key, household.search_key, slot.id`

const columns = [
  'slot.id as slotId',
  'household.number',
  'household.name',
  'household.search_key as searchKey',
  'participation.channel',
  'slot.outcome',
] as const

type Raw = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string | null
  readonly searchKey: string | null
  readonly channel: string | null
  readonly outcome: string | null
}

const toDoor = (row: Raw): DoorRow => ({
  ...row,
  slotId: row.slotId as SlotId,
  channel: row.channel as Channel | null,
  outcome: row.outcome as Outcome | null,
})

/** A page of the households of a village. */
export const listDoors = async (
  db: Kysely<Database>,
  filter: DoorFilter,
  slice: Slice,
): Promise<Paged<DoorRow>> => {
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .select(columns)
    .orderBy(inOrder)
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toDoor), total, slice)
}

/** Every household of a village, for a device that will be without a network. */
export const listVillageDoors = async (db: Kysely<Database>, place: Place): Promise<readonly DoorRow[]> => {
  const rows = await doors(db, place).select(columns).orderBy(inOrder).execute()
  return rows.map(toDoor)
}

/** Why a slot is silent, as noted until now; null where it has answered or nothing was noted. */
export const findOutcome = async (db: Kysely<Database>, slotId: SlotId): Promise<Outcome | null> => {
  const row = await db.selectFrom('slot').select('outcome').where('id', '=', slotId).executeTakeFirst()
  return (row?.outcome as Outcome | null | undefined) ?? null
}

/** The household to go to next, and how many stand before it in the list of all and in the list of the silent. */
export type NextDoor = {
  readonly slotId: SlotId
  readonly number: string | null
  readonly name: string | null
  readonly before: number
  readonly silentBefore: number
}

/** The next household in order that is silent without a reason, from the top again after the last; null when there is none. */
export const findNextDoor = async (
  db: Kysely<Database>,
  { campaignId, villageId, slotId }: Place & { readonly slotId: string },
): Promise<NextDoor | null> => {
  const { rows } = await sql<NextDoor>`
    with ordered as (
      select slot.id, household.number, household.name, slot.outcome, participation.slot_id is null as silent,
        row_number() over (order by ${inOrder}) as place,
        count(*) filter (where participation.slot_id is null) over (order by ${inOrder}) as silent_place
      from slot
      left join household on household.id = slot.household_id
      left join participation on participation.slot_id = slot.id
      where slot.campaign_id = ${campaignId}::uuid and slot.village_id = ${villageId}
    )
    select id as "slotId", number, name, place - 1 as before, silent_place - 1 as "silentBefore"
    from ordered
    where silent and outcome is null and id <> ${slotId}::uuid
    order by place < (select place from ordered as here where here.id = ${slotId}::uuid), place
    limit 1`.execute(db)
  return rows[0] ?? null
}
