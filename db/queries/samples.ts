import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { DrawSize, Member, MemberState, ReplaceReason } from '#app/household/sample-plan.ts'
import type { Standing } from '#app/household/standing.ts'
import type { Database } from '../schema.ts'

/** Where a seed comes from: drawn by the machine, or told by a public draw such as a lottery. */
export type SeedSource = 'machine' | 'public'

/** A seed with its source; `told` says which public draw it was. */
export type Seed = { readonly seed: string; readonly source: SeedSource; readonly told: string | null }

/** A list fixed for a draw: its text and hash, and the households and villages in the order of its lines. */
export type FixedList = {
  readonly text: string
  readonly hash: string
  readonly households: number
  readonly householdIds: readonly string[]
  readonly villageIds: readonly string[]
}

export type SampleRow = DrawSize & {
  readonly list: FixedList
  readonly listedAt: Date
  readonly seed: Seed | null
  readonly drawnAt: Date | null
}

/** The sample of a campaign, or null where everybody is asked. */
export const findSampleOf = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<SampleRow | null> => {
  const row = await db
    .selectFrom('campaign_sample')
    .where('campaign_id', '=', campaignId)
    .selectAll()
    .executeTakeFirst()
  if (!row) return null
  const source = row.seed_source as SeedSource | null
  return {
    list: {
      text: row.list,
      hash: row.list_hash,
      households: row.list_households,
      householdIds: row.household_ids,
      villageIds: row.village_ids,
    },
    ...{ listedAt: row.listed_at, size: row.size, least: row.least, drawnAt: row.drawn_at },
    seed: row.seed === null || source === null ? null : { seed: row.seed, source, told: row.seed_told },
  }
}

type NewSample = DrawSize & { readonly list: FixedList; readonly listedAt: Date }

/** Fixes the list of a campaign and the size of its draw. */
export const insertSample = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { list, size, least, listedAt }: NewSample,
): Promise<void> => {
  await tx
    .insertInto('campaign_sample')
    .values({
      campaign_id: campaignId,
      list: list.text,
      list_hash: list.hash,
      list_households: list.households,
      household_ids: [...list.householdIds],
      village_ids: [...list.villageIds],
      ...{ size, least, listed_at: listedAt },
    })
    .execute()
}

/** Writes the seed down by which the households were drawn. */
export const updateSampleDrawn = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { seed, source, told }: Seed,
  drawnAt: Date,
): Promise<void> => {
  await tx
    .updateTable('campaign_sample')
    .set({ seed, seed_source: source, seed_told: told, drawn_at: drawnAt })
    .where('campaign_id', '=', campaignId)
    .execute()
}

/** Gives a draw up: everybody is asked again. The log keeps what it was. */
export const deleteSample = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  await tx.deleteFrom('sample_household').where('campaign_id', '=', campaignId).execute()
  await tx.deleteFrom('campaign_sample').where('campaign_id', '=', campaignId).execute()
}

export type NewMember = Member & { readonly villageId: string; readonly householdId: string }

/** Writes down who was drawn and who stands in reserve. */
export const insertMembers = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  members: readonly NewMember[],
): Promise<void> => {
  await sql`
    insert into sample_household (campaign_id, village_id, place, listed_as, household_id, state)
    select ${campaignId}::uuid, village_id, place, listed_as, household.id, state
    from unnest(
      ${members.map(member => member.villageId)}::text[], ${members.map(member => member.place)}::integer[],
      ${members.map(member => member.listedAs)}::text[], ${members.map(member => member.householdId)}::uuid[],
      ${members.map(member => member.state)}::text[]
    ) as drawn (village_id, place, listed_as, listed_id, state)
    left join household on household.id = listed_id`.execute(tx)
}

/** A household of a drawn village as staff see it: with number and name while the register has it. */
export type MemberRow = Member & {
  readonly villageId: string
  readonly householdId: string | null
  readonly number: string | null
  readonly name: string | null
  readonly standing: Standing | null
  readonly reason: ReplaceReason | null
  readonly slotId: string | null
  readonly answered: boolean
}

const memberRows = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('sample_household as member')
    .leftJoin('household', 'household.id', 'member.household_id')
    .leftJoin('slot', join =>
      join
        .onRef('slot.household_id', '=', 'member.household_id')
        .onRef('slot.campaign_id', '=', 'member.campaign_id'),
    )
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .where('member.campaign_id', '=', campaignId)
    .select([
      'member.village_id as villageId',
      'member.place',
      'member.listed_as as listedAs',
      'member.state',
      'member.reason',
      'household.id as householdId',
      'household.number',
      'household.name',
      'household.standing',
      'slot.id as slotId',
    ])
    .select(sql<boolean>`participation.slot_id is not null`.as('answered'))

type RawMember = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number]

const toMember = (row: RawMember): MemberRow => ({
  ...row,
  state: row.state as MemberState,
  reason: row.reason as ReplaceReason | null,
  standing: row.standing as Standing | null,
})

/** The households of a drawn village in the order of their lots. */
export const listMembers = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  villageId: string,
): Promise<readonly MemberRow[]> => {
  const rows = await memberRows(db, campaignId)
    .where('member.village_id', '=', villageId)
    .orderBy('member.place')
    .execute()
  return rows.map(toMember)
}

/** Everybody who is drawn now, over all villages: who gets a slot. */
export const listDrawn = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly MemberRow[]> => {
  const rows = await memberRows(db, campaignId).where('member.state', '=', 'drawn').execute()
  return rows.map(toMember)
}

/** A village of a drawn sample: households listed, drawn now, left in reserve, replaced so far; drawn ones no longer in the register. */
export type SampledVillage = {
  readonly villageId: string
  readonly name: string
  readonly households: number
  readonly drawn: number
  readonly reserve: number
  readonly replaced: number
  readonly gone: number
}

/** The villages of a drawn sample, in listed order. */
export const listSampledVillages = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly SampledVillage[]> => {
  const count = (condition: string) => sql<number>`count(*) filter (where ${sql.raw(condition)})`
  return db
    .selectFrom('sample_household as member')
    .innerJoin('area', 'area.id', 'member.village_id')
    .leftJoin('household', 'household.id', 'member.household_id')
    .where('member.campaign_id', '=', campaignId)
    .groupBy('area.id')
    .orderBy('area.position')
    .orderBy('area.name')
    .select(['area.id as villageId', 'area.name'])
    .select([
      sql<number>`count(*)`.as('households'),
      count(`member.state = 'drawn'`).as('drawn'),
      count(`member.state = 'reserve'`).as('reserve'),
      count(`member.state = 'replaced'`).as('replaced'),
      count(`member.state = 'drawn' and household.standing is distinct from 'active'`).as('gone'),
    ])
    .execute()
}

type Place = { readonly campaignId: CampaignId; readonly villageId: string; readonly place: number }

/** Puts a household into another state, out of the sample for a reason or in from the reserve. */
export const updateMember = async (
  tx: Transaction<Database>,
  { campaignId, villageId, place }: Place,
  to: { readonly state: MemberState; readonly reason: ReplaceReason | null; readonly on: string | null },
): Promise<void> => {
  await tx
    .updateTable('sample_household')
    .set({ state: to.state, reason: to.reason, replaced_on: to.on })
    .where('campaign_id', '=', campaignId)
    .where('village_id', '=', villageId)
    .where('place', '=', place)
    .execute()
}

/** The slot of a household that was replaced goes, unless it was used: nobody may answer by it any more. How many papers came back. */
export const deleteSlot = async (
  tx: Transaction<Database>,
  slotId: string,
): Promise<{ readonly issued: number }> => {
  await tx.deleteFrom('retired_code').where('slot_id', '=', slotId).execute()
  const row = await tx
    .deleteFrom('slot')
    .where('id', '=', slotId)
    .returning('issued_on')
    .executeTakeFirstOrThrow()
  return { issued: row.issued_on === null ? 0 : 1 }
}

/** A household as it is listed for a draw, in the register's order. */
export type ListableRow = {
  readonly id: string
  readonly villageId: string
  readonly villageName: string
  readonly communeId: string
  readonly communeName: string
  readonly position: number
}

/** Active households of communes, numbered in each village in the register's order: by number as a number where it is one, then by name. */
export const listListable = async (
  db: Kysely<Database>,
  communeIds: readonly string[],
): Promise<readonly ListableRow[]> =>
  db
    .selectFrom('household')
    .innerJoin('area as village', 'village.id', 'household.village_id')
    .innerJoin('area as commune', 'commune.id', 'village.parent_id')
    .where('commune.id', 'in', communeIds)
    .where('household.standing', '=', 'active')
    .select([
      'household.id',
      'village.id as villageId',
      'village.name as villageName',
      'commune.id as communeId',
      'commune.name as communeName',
    ])
    .select(
      sql<number>`row_number() over (
        partition by village.id
        order by (substring(household.number from '^[0-9]{1,9}'))::integer nulls last, household.name, household.id
      )`.as('position'),
    )
    .execute()
