import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { type Method, type Plan, type Planned, plainPlan, type Team } from '#app/campaign/plan.ts'
import type { Database } from '../schema.ts'

/** The plan of a campaign; a plain one while nothing was written down. */
export const findPlanOf = async (db: Kysely<Database>, campaignId: CampaignId): Promise<Plan> => {
  const row = await db
    .selectFrom('plan')
    .where('campaign_id', '=', campaignId)
    .select([
      'village_ids as villageIds',
      'methods',
      'purpose',
      'requirements',
      'number',
      'issued_on as issuedOn',
      'signer',
    ])
    .executeTakeFirst()
  if (!row) return plainPlan
  return { ...row, methods: row.methods as Method[], issuedOn: row.issuedOn as Day | null }
}

/** Writes the plan of a campaign down. */
export const upsertPlan = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  plan: Plan,
): Promise<void> => {
  const values = {
    village_ids: plan.villageIds === null ? null : [...plan.villageIds],
    methods: [...plan.methods],
    purpose: plan.purpose,
    requirements: plan.requirements,
    number: plan.number,
    issued_on: plan.issuedOn,
    signer: plan.signer,
  }
  await tx
    .insertInto('plan')
    .values({ campaign_id: campaignId, ...values })
    .onConflict(conflict => conflict.column('campaign_id').doUpdateSet(values))
    .execute()
}

/** Changes what a campaign is about; the database refuses it once the campaign is open. `searchKey` as insertCampaign takes it. */
export const updateCampaignPlanned = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  planned: Omit<Planned, keyof Plan> & { readonly searchKey: string },
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set({
      name: planned.name,
      title: planned.title,
      starts_on: planned.startsOn,
      ends_on: planned.endsOn,
      questionnaire_id: planned.questionnaireId,
      rules_id: planned.rulesId,
      search_key: planned.searchKey,
    })
    .where('id', '=', campaignId)
    .execute()
}

/** Takes a campaign to another state that freezes nothing. */
export const updateCampaignIssued = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<void> => {
  await tx.updateTable('campaign').set({ state: 'planned' }).where('id', '=', campaignId).execute()
}

/** The teams of a campaign in the order in which they were added. */
export const listTeams = async (db: Kysely<Database>, campaignId: CampaignId): Promise<readonly Team[]> =>
  db
    .selectFrom('plan_team')
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .select(['id', 'name', 'leader', 'members', 'village_ids as villageIds'])
    .execute()

type PlacedTeam = Team & { readonly campaignId: CampaignId }

/** Adds a team as the last one, or changes it in its place; false when another team has its name. */
export const upsertTeam = async (tx: Transaction<Database>, team: PlacedTeam): Promise<boolean> => {
  const taken = await tx
    .selectFrom('plan_team')
    .where('campaign_id', '=', team.campaignId)
    .where('name', '=', team.name)
    .where('id', '<>', team.id)
    .select('id')
    .executeTakeFirst()
  if (taken) return false
  const { name, leader, members } = team
  const values = { name, leader, members, village_ids: [...team.villageIds] }
  await tx
    .insertInto('plan_team')
    .values(eb => ({
      ...values,
      id: team.id,
      campaign_id: team.campaignId,
      position: eb
        .selectFrom('plan_team as other')
        .where('other.campaign_id', '=', team.campaignId)
        .select(sql<number>`coalesce(max(other.position), 0) + 1`.as('next')),
    }))
    .onConflict(conflict => conflict.column('id').doUpdateSet(values))
    .execute()
  return true
}

/** Takes a team out of the plan. */
export const deleteTeam = async (
  tx: Transaction<Database>,
  team: { readonly id: string; readonly campaignId: CampaignId },
): Promise<void> => {
  await tx
    .deleteFrom('plan_team')
    .where('id', '=', team.id)
    .where('campaign_id', '=', team.campaignId)
    .execute()
}
