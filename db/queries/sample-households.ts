import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Member, MemberState, ReplaceReason } from '#app/household/sample-plan.ts'
import type { Standing } from '#app/household/standing.ts'
import type { Database } from '../schema.ts'

export type NewMember = Member & { readonly villageId: string; readonly householdId: string }

/** Writes down who was drawn and who stands in reserve. */
export const insertMembers = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  members: readonly NewMember[],
): Promise<void> => {
  await sql`
    insert into sample_household (campaign_id, village_id, place, listed_as, household_id, state)
    select ${campaignId}::uuid, drawn.village_id, place, listed_as, household.id, state
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
  readonly replacedOn: string | null
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
      'member.replaced_on as replacedOn',
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

/** A village of a drawn sample: households listed (one found to be the same as another since then is no household of its own), drawn now, left in reserve, replaced so far; drawn ones no longer in the register. */
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
      count(`household.standing is distinct from 'merged'`).as('households'),
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
