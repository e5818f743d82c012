import { type Deed, may } from '#app/account/permission.ts'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { type Plan, plannedVillages, type Team, takesMark, unservedVillages } from '#app/campaign/plan.ts'
import { type Timetable, timetableOf } from '#app/campaign/plan-timetable.ts'
import { usualPurpose, usualRequirements } from '#app/dossier/plan-wording.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findCancellation } from '#db/queries/cancelling.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { findPlanOf, listTeams } from '#db/queries/plans.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { findPlan } from './plan.server.ts'

/** A village with its households: of the register before opening, as frozen afterwards. */
export type PlanVillage = { readonly villageId: string; readonly name: string; readonly households: number }

/** A plan with everything its page and its paper say. */
export type PlanView = Frozen & {
  readonly campaign: CampaignRow
  readonly plan: Plan & { readonly purpose: string; readonly requirements: string }
  readonly teams: readonly Team[]
  /** The villages that are asked. */
  readonly villages: readonly PlanVillage[]
  /** Every village of the commune, to choose from; empty once the campaign is open. */
  readonly communeVillages: readonly PlanVillage[]
  /** Asked villages without a team, while there are teams. */
  readonly unserved: readonly PlanVillage[]
  readonly timetable: Timetable
  /** The day on which the campaign was cancelled, and why; null unless it was. */
  readonly cancelled: { readonly on: Day; readonly reason: string } | null
  /** What the person asking may do here. */
  readonly deeds: readonly Deed[]
}

type Ask = { readonly campaign: CampaignRow; readonly rules: Frozen['rules']; readonly today: Day }

/** The days of a campaign in working days: from the day on which it was opened, or is planned to be. */
export const campaignTimetable = ({ campaign, rules, today }: Ask): Timetable =>
  timetableOf({
    startsOn: campaign.openedAt ? dayOf(campaign.openedAt) : campaign.startsOn,
    endsOn: campaign.endsOn,
    today,
    limit: rules.workingDays.value,
    calendar: vietnamCalendar,
  })

const offered: readonly Deed[] = ['plan.edit', 'paper.download']

const villagesOf = async (context: Context, campaign: CampaignRow, plan: Plan) => {
  if (isBeforeOpening(campaign.state)) {
    const communeVillages = await countHouseholdsByVillage(context.db, campaign.communeId)
    return { communeVillages, villages: plannedVillages(communeVillages, plan.villageIds) }
  }
  const villages = await listCampaignVillages(context.db, campaign.id)
  return {
    communeVillages: [],
    villages: villages.map(({ villageId, name, households }) => ({ villageId, name, households })),
  }
}

type ViewFault = 'campaign-unknown' | 'forbidden' | 'questionnaire-unknown' | 'rules-unknown'

/** The plan of a campaign, for whoever may watch it. */
export const findPlanView = async (
  context: Context,
  campaignId: string,
): Promise<Result<PlanView, ViewFault>> => {
  const permitted = await permitOnCampaign(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const frozen = await findPlan(context, campaignId)
  if (!frozen.ok) return frozen
  const { campaign, person } = permitted.value
  const plan = await findPlanOf(context.db, campaign.id)
  const teams = await listTeams(context.db, campaign.id)
  const villages = await villagesOf(context, campaign, plan)
  const purpose = plan.purpose ?? usualPurpose(campaign)
  const cancelled = await findCancellation(context.db, campaign.id)
  return ok({
    ...frozen.value,
    ...villages,
    campaign,
    teams,
    plan: { ...plan, purpose, requirements: plan.requirements ?? usualRequirements },
    cancelled: cancelled && { on: dayOf(cancelled.at), reason: cancelled.reason },
    unserved: unservedVillages(villages.villages, teams),
    timetable: campaignTimetable({ campaign, rules: frozen.value.rules, today: dayOf(context.clock()) }),
    deeds: offered.filter(deed => may(person, deed, campaign.communePath)),
  })
}

/** Like `findPlanView`, for the pages that change the plan: only for who may, and only until the campaign is open. */
export const findPlanDesk = async (
  context: Context,
  campaignId: string,
): Promise<Result<PlanView, ViewFault | 'campaign-step-not-now'>> => {
  const permitted = await permitOnCampaign(context, 'plan.edit', campaignId)
  if (!permitted.ok) return permitted
  if (!isBeforeOpening(permitted.value.campaign.state)) return no('campaign-step-not-now')
  return findPlanView(context, campaignId)
}

/** The plan for writing down its number, day and signer: also of a campaign opened without them. */
export const findIssueDesk = async (
  context: Context,
  campaignId: string,
): Promise<Result<PlanView, ViewFault | 'campaign-step-not-now'>> => {
  const permitted = await permitOnCampaign(context, 'plan.edit', campaignId)
  if (!permitted.ok) return permitted
  const found = await findPlanView(context, campaignId)
  if (!found.ok) return found
  return takesMark(found.value.campaign.state, found.value.plan) ? found : no('campaign-step-not-now')
}
