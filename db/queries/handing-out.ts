import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Outcome } from '#app/household/outcome.ts'
import type { Wanted } from '#app/household/search.ts'
import { outcomeOf, type SlotFilter } from '#app/household/slot-filter.ts'
import type { Database } from '../schema.ts'

/** A slot as whoever hands codes out sees it: participation, never an answer. */
export type HandedRow = {
  readonly slotId: SlotId
  readonly villageId: string
  readonly villageName: string
  readonly villagePath: string
  readonly number: string | null
  readonly name: string | null
  readonly issuedOn: Day | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
  readonly outcomeOn: Day | null
  readonly codeVersion: number
  /** Used in a version of the campaign before the present one. */
  readonly answeredBefore: boolean
}

const slots = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('slot')
    .innerJoin('campaign', 'campaign.id', 'slot.campaign_id')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'slot.campaign_id')
        .onRef('campaign_village.village_id', '=', 'slot.village_id'),
    )
    .innerJoin('area', 'area.id', 'slot.village_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .leftJoin('household', 'household.id', 'slot.household_id')
    .where('slot.campaign_id', '=', campaignId)

const columns = [
  'slot.id as slotId',
  'slot.village_id as villageId',
  'campaign_village.name as villageName',
  'area.path as villagePath',
  'household.number',
  'household.name',
  'slot.issued_on as issuedOn',
  'participation.channel',
  'slot.outcome',
  'slot.outcome_on as outcomeOn',
  'slot.code_version as codeVersion',
] as const

const usedBefore = sql<boolean>`coalesce(participation.version < campaign.version, false)`

type Raw = { readonly [key in keyof HandedRow]: unknown }

const toRow = (row: Raw): HandedRow => row as HandedRow

/** Words hold letters and digits alone, so none of them is a wildcard of `like`. */
const matches = ({ words, number }: Wanted) =>
  sql<boolean>`(household.number_key = ${number} or (' ' || household.search_key) like all (${words.map(
    word => `% ${word}%`,
  )}::text[]))`

export type HandedFilter = {
  readonly campaignId: CampaignId
  readonly villageId: string
  readonly filter: SlotFilter
  readonly wanted: Wanted | null
}

const filtered = (db: Kysely<Database>, { campaignId, villageId, filter, wanted }: HandedFilter) =>
  slots(db, campaignId)
    .where('slot.village_id', '=', villageId)
    .$if(filter === 'not-issued', query => query.where('slot.issued_on', 'is', null))
    .$if(filter === 'answered', query => query.where('participation.slot_id', 'is not', null))
    .$if(filter === 'waiting', query => query.where('participation.slot_id', 'is', null))
    .$if(outcomeOf(filter) !== null, query => query.where('slot.outcome', '=', outcomeOf(filter)))
    .$if(wanted !== null, query => query.where(matches(wanted ?? { words: [], number: '' })))

/** Households of a village in one state, a page at a time, in the order of the register (9 before 10). */
export const listHanded = async (
  db: Kysely<Database>,
  filter: HandedFilter,
  slice: Slice,
): Promise<Paged<HandedRow>> => {
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .select([...columns, usedBefore.as('answeredBefore')])
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('household.search_key')
    .orderBy('slot.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toRow), total, slice)
}

/** One slot of a campaign, or null. */
export const findHanded = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  slotId: SlotId,
): Promise<HandedRow | null> => {
  const row = await slots(db, campaignId)
    .where('slot.id', '=', slotId)
    .select([...columns, usedBefore.as('answeredBefore')])
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** Marks one slot as handed out; false when it was before. */
export const updateSlotIssued = async (
  tx: Transaction<Database>,
  slotId: SlotId,
  day: Day,
): Promise<boolean> => {
  const row = await tx
    .updateTable('slot')
    .set({ issued_on: day })
    .where('id', '=', slotId)
    .where('issued_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The version of a slot's code, locked until the transaction ends: two who replace it do so one after the other. */
export const lockCodeVersion = async (tx: Transaction<Database>, slotId: SlotId): Promise<number> => {
  const row = await tx
    .selectFrom('slot')
    .where('id', '=', slotId)
    .select('code_version')
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.code_version
}

/** The campaign in which a code was replaced by another, or null when no such code was ever given. */
export const findRetiredCode = async (
  db: Kysely<Database>,
  codeLookup: Buffer,
): Promise<CampaignId | null> => {
  const row = await db
    .selectFrom('retired_code')
    .innerJoin('slot', 'slot.id', 'retired_code.slot_id')
    .where('retired_code.code_lookup', '=', codeLookup)
    .select('slot.campaign_id')
    .executeTakeFirst()
  return row ? (row.campaign_id as CampaignId) : null
}
