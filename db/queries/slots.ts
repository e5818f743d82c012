import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Copies the frame of a campaign in: its villages with their household counts, and how many of these were drawn. */
export const insertCampaignVillages = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
    readonly drawn?: number
  }[],
): Promise<void> => {
  await tx
    .insertInto('campaign_village')
    .values(
      villages.map((village, position) => ({
        campaign_id: campaignId,
        village_id: village.villageId,
        name: village.name,
        position,
        households: village.households,
        drawn: village.drawn ?? null,
      })),
    )
    .execute()
}

export type NewSlot = {
  readonly id: SlotId
  readonly villageId: string
  readonly householdId: string
  readonly codeLookup: Buffer
}

/** One slot a household; fails on a code that another slot has. */
export const insertSlots = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  slots: readonly NewSlot[],
): Promise<void> => {
  await sql`
    insert into slot (id, campaign_id, village_id, household_id, code_lookup)
    select id, ${campaignId}::uuid, village_id, household_id, code_lookup
    from unnest(
      ${slots.map(slot => slot.id)}::uuid[], ${slots.map(slot => slot.villageId)}::text[],
      ${slots.map(slot => slot.householdId)}::uuid[], ${slots.map(slot => slot.codeLookup)}::bytea[]
    ) as made (id, village_id, household_id, code_lookup)`.execute(tx)
}

export type SlotByCode = {
  readonly slotId: SlotId
  readonly campaignId: CampaignId
  readonly villageId: string
  readonly villageName: string
  readonly answered: boolean
  /** Answered in a version before the present one. */
  readonly answeredBefore: boolean
  /** Answered by a sheet in a batch. */
  readonly byBatch: boolean
}

const slotsWithVillage = (db: Kysely<Database>) =>
  db
    .selectFrom('slot')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'slot.campaign_id')
        .onRef('campaign_village.village_id', '=', 'slot.village_id'),
    )
    .innerJoin('campaign', 'campaign.id', 'slot.campaign_id')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')

/** Whether a slot was used before the campaign was last reopened. */
const usedBefore = sql<boolean>`coalesce(participation.version < campaign.version, false)`

/** The slot that a code opens, or null. */
export const findSlotByCode = async (
  db: Kysely<Database>,
  codeLookup: Buffer,
): Promise<SlotByCode | null> => {
  const row = await slotsWithVillage(db)
    .where('slot.code_lookup', '=', codeLookup)
    .select([
      'slot.id as slotId',
      'slot.campaign_id as campaignId',
      'slot.village_id as villageId',
      'campaign_village.name as villageName',
      'participation.slot_id as consumed',
      usedBefore.as('answeredBefore'),
      sql<boolean>`coalesce(participation.by_batch, false)`.as('byBatch'),
    ])
    .executeTakeFirst()
  if (!row) return null
  const { consumed, ...slot } = row
  return {
    ...slot,
    slotId: slot.slotId as SlotId,
    campaignId: slot.campaignId as CampaignId,
    answered: consumed !== null,
  }
}

export type SlotRow = {
  readonly slotId: SlotId
  readonly villageId: string
  readonly villageName: string
  readonly villagePath: string
  readonly number: string | null
  readonly name: string | null
  readonly codeVersion: number
  readonly channel: Channel | null
  /** Used in a version before the present one. */
  readonly answeredBefore: boolean
}

const slotRows = (db: Kysely<Database>, campaignId: CampaignId) =>
  slotsWithVillage(db)
    .innerJoin('area', 'area.id', 'slot.village_id')
    .leftJoin('household', 'household.id', 'slot.household_id')
    .where('slot.campaign_id', '=', campaignId)
    .select([
      'slot.id as slotId',
      'slot.village_id as villageId',
      'campaign_village.name as villageName',
      'area.path as villagePath',
      'household.number',
      'household.name',
      'slot.code_version as codeVersion',
      'participation.channel',
      usedBefore.as('answeredBefore'),
    ])

type RawSlot = Awaited<ReturnType<ReturnType<typeof slotRows>['execute']>>[number]

const toSlot = (row: RawSlot): SlotRow => ({
  ...row,
  slotId: row.slotId as SlotId,
  channel: row.channel as Channel | null,
})

/** One slot of a campaign with its household, or null. */
export const findSlot = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  slotId: string,
): Promise<SlotRow | null> => {
  const row = await slotRows(db, campaignId).where('slot.id', '=', slotId).executeTakeFirst()
  return row ? toSlot(row) : null
}

/** Slots of one village in the order of the register: by number as a number where it is one, then by name. */
export const listSlotsOfVillage = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  villageId: string,
): Promise<readonly SlotRow[]> => {
  const rows = await slotRows(db, campaignId)
    .where('slot.village_id', '=', villageId)
    .orderBy(sql`(substring(household.number from '^[0-9]{1,9}'))::integer nulls last`)
    .orderBy('household.name')
    .orderBy('slot.id')
    .execute()
  return rows.map(toSlot)
}

/** Marks the slots of a village as handed out; how many were not before. */
export const updateSlotsIssued = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string; readonly day: Day },
): Promise<number> => {
  const rows = await tx
    .updateTable('slot')
    .set({ issued_on: village.day })
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .where('issued_on', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

/** Adds to a village's counts of ballots handed out and collected; the database refuses a count above its whole. */
export const updateVillageParticipation = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
  more: { readonly issued: number; readonly collected: number },
): Promise<void> => {
  await tx
    .updateTable('campaign_village')
    .set(eb => ({ issued: eb('issued', '+', more.issued), collected: eb('collected', '+', more.collected) }))
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .execute()
}

export type VillageRow = {
  readonly villageId: string
  readonly name: string
  readonly path: string
  readonly households: number
  /** Households drawn; null where all are asked. */
  readonly drawn: number | null
  readonly issued: number
  readonly collected: number
  readonly counted: number
  readonly invalid: number
  readonly anyDissatisfied: number
}

/** The villages of a campaign with their counts, in listed order. */
export const listCampaignVillages = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly VillageRow[]> =>
  db
    .selectFrom('campaign_village')
    .innerJoin('area', 'area.id', 'campaign_village.village_id')
    .where('campaign_id', '=', campaignId)
    .orderBy('campaign_village.position')
    .select([
      'village_id as villageId',
      'campaign_village.name',
      'area.path',
      'households',
      'drawn',
      'issued',
      'collected',
      'counted',
      'invalid',
      'any_dissatisfied as anyDissatisfied',
    ])
    .execute()
