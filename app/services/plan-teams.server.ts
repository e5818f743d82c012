import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { plannedVillages, type Team } from '#app/campaign/plan.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { deleteTeam, findPlanOf, listTeams, upsertTeam } from '#db/queries/plans.ts'
import { type Change, type Context, newId } from './context.server.ts'
import { changePlan, type PlanRefusal } from './plan-edit.server.ts'
import type { TeamForm } from './plan-form.server.ts'

type TeamFault = 'team-village-missing' | 'team-name-taken'

/** Of the villages ticked those that the plan takes in. */
const servedVillages = async (
  { tx }: Change,
  campaign: CampaignRow,
  ticked: readonly string[],
): Promise<readonly string[]> => {
  const { villageIds } = await findPlanOf(tx, campaign.id)
  const planned = plannedVillages(await countHouseholdsByVillage(tx, campaign.communeId), villageIds)
  return plannedVillages(planned, ticked).map(({ villageId }) => villageId)
}

const save = async (gate: Change, campaign: CampaignRow, team: Team): Promise<Result<Team, TeamFault>> => {
  const villageIds = await servedVillages(gate, campaign, team.villageIds)
  if (villageIds.length === 0) return no('team-village-missing')
  const served = { ...team, villageIds }
  return (await upsertTeam(gate.tx, { ...served, campaignId: campaign.id }))
    ? ok(served)
    : no('team-name-taken')
}

/** Adds a team to the plan; its id. */
export const addTeam = (
  context: Context,
  campaignId: string,
  form: TeamForm,
): Promise<Result<string, TeamFault | PlanRefusal>> =>
  changePlan<string, TeamFault>(context, campaignId, async (gate, campaign) => {
    const saved = await save(gate, campaign, { ...form, id: newId(context) })
    if (!saved.ok) return saved
    const { id, name, villageIds } = saved.value
    gate.record({ kind: 'team.added', team: name, villages: villageIds.length }, { campaignId: campaign.id })
    return ok(id)
  })

type TeamPlace = { readonly campaignId: string; readonly teamId: string }

const knownTeam = async (gate: Change, campaign: CampaignRow, teamId: string): Promise<Team | null> => {
  if (!isUuid(teamId)) return null
  return (await listTeams(gate.tx, campaign.id)).find(team => team.id === teamId) ?? null
}

/** Changes a team. */
export const editTeam = (
  context: Context,
  { campaignId, teamId }: TeamPlace,
  form: TeamForm,
): Promise<Result<string, TeamFault | 'team-unknown' | PlanRefusal>> =>
  changePlan<string, TeamFault | 'team-unknown'>(context, campaignId, async (gate, campaign) => {
    const team = await knownTeam(gate, campaign, teamId)
    if (!team) return no('team-unknown')
    const saved = await save(gate, campaign, { ...form, id: team.id })
    if (!saved.ok) return saved
    const { name, villageIds } = saved.value
    gate.record({ kind: 'team.edited', team: name, villages: villageIds.length }, { campaignId: campaign.id })
    return ok(team.id)
  })

/** Takes a team out of the plan. */
export const removeTeam = (
  context: Context,
  { campaignId, teamId }: TeamPlace,
): Promise<Result<string, 'team-unknown' | PlanRefusal>> =>
  changePlan<string, 'team-unknown'>(context, campaignId, async (gate, campaign) => {
    const team = await knownTeam(gate, campaign, teamId)
    if (!team) return no('team-unknown')
    await deleteTeam(gate.tx, { id: team.id, campaignId: campaign.id })
    gate.record({ kind: 'team.removed', team: team.name }, { campaignId: campaign.id })
    return ok(team.id)
  })
