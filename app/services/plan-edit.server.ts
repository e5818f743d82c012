import { dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { changedInPlan, type Plan, type Planned, plannedVillages, takesMark } from '#app/campaign/plan.ts'
import { usualPurpose, usualRequirements } from '#app/dossier/plan-wording.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { findPlanOf, updateCampaignIssued, updateCampaignPlanned, upsertPlan } from '#db/queries/plans.ts'
import { type ChoiceFault, campaignKeyOf, checkChoices, permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import type { IssueForm, PlanForm } from './plan-form.server.ts'

/** Why a plan cannot be touched: it is another commune's, or its campaign is open already. */
export type PlanRefusal = 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'

type Work<T, E extends string> = (gate: Change, campaign: CampaignRow) => Promise<Result<T, E>>

/** Permission and lock of one edit: every change of a plan goes this way. */
const changeLocked = async <T, E extends string>(
  context: Context,
  campaignId: string,
  work: Work<T, E>,
): Promise<Result<T, E | PlanRefusal>> => {
  const permitted = await permitOnCommune(context, 'plan.edit', campaignId)
  if (!permitted.ok) return permitted
  return change<T, E | PlanRefusal>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? work(gate, campaign) : no('campaign-unknown')
  })
}

/** One edit of a plan before the campaign is open. */
export const changePlan = <T, E extends string>(
  context: Context,
  campaignId: string,
  work: Work<T, E>,
): Promise<Result<T, E | PlanRefusal>> =>
  changeLocked<T, E | 'campaign-step-not-now'>(context, campaignId, async (gate, campaign) =>
    isBeforeOpening(campaign.state) ? work(gate, campaign) : no('campaign-step-not-now'),
  )

/** The villages ticked: null when they are all, so that one added later is taken in too. */
const chosenVillages = async (
  { tx }: Change,
  campaign: CampaignRow,
  ticked: readonly string[],
): Promise<Result<readonly string[] | null, 'plan-village-missing'>> => {
  const all = await countHouseholdsByVillage(tx, campaign.communeId)
  const chosen = plannedVillages(all, ticked).map(({ villageId }) => villageId)
  if (chosen.length === all.length) return ok(null)
  return chosen.length > 0 ? ok(chosen) : no('plan-village-missing')
}

/** The usual wording is not written down, so that it follows a change of title. */
const ownWording = (text: string | null, usual: readonly string[]): string | null =>
  text === null || usual.includes(text) ? null : text

const plannedOf = (campaign: CampaignRow, plan: Plan): Planned => {
  const { name, title, startsOn, endsOn, questionnaireId, rulesId } = campaign
  return { ...{ name, title, startsOn, endsOn, questionnaireId, rulesId }, ...plan }
}

type EditFault = ChoiceFault | 'plan-village-missing' | 'nothing-changed' | 'joint-keeps'

/** What every commune of a joint campaign has alike, or was drawn. */
const keptByJoint: readonly (keyof Planned)[] = ['title', 'questionnaireId', 'rulesId', 'villageIds']

const editLocked = async (
  gate: Change,
  campaign: CampaignRow,
  form: PlanForm,
): Promise<Result<CampaignId, EditFault>> => {
  const choices = await checkChoices(gate.tx, form)
  if (!choices.ok) return choices
  const villageIds = await chosenVillages(gate, campaign, form.villageIds)
  if (!villageIds.ok) return villageIds
  const before = plannedOf(campaign, await findPlanOf(gate.tx, campaign.id))
  const after: Planned = {
    ...before,
    ...form,
    villageIds: villageIds.value,
    purpose: ownWording(form.purpose, [
      usualPurpose(campaign),
      usualPurpose({ ...campaign, title: form.title }),
    ]),
    requirements: ownWording(form.requirements, [usualRequirements]),
  }
  const fields = changedInPlan(before, after)
  if (fields.length === 0) return no('nothing-changed')
  if (campaign.jointId && fields.some(field => keptByJoint.includes(field))) return no('joint-keeps')
  await updateCampaignPlanned(gate.tx, campaign.id, {
    ...after,
    searchKey: campaignKeyOf(after.name, campaign.communeName),
  })
  await upsertPlan(gate.tx, campaign.id, after)
  gate.record({ kind: 'plan.edited', fields: fields.join(', ') }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/** Edits a campaign and its plan until it is opened, also after the plan was issued; the log names the fields. */
export const editPlan = (
  context: Context,
  campaignId: string,
  form: PlanForm,
): Promise<Result<CampaignId, EditFault | PlanRefusal>> =>
  changePlan<CampaignId, EditFault>(context, campaignId, (gate, campaign) => editLocked(gate, campaign, form))

/**
 * Issues the plan under its number and day, or corrects these once it was issued; a draft becomes `planned`. Of a campaign
 * opened without it, the paper can still be recorded, once: nothing else of the campaign changes.
 */
export const issuePlan = (
  context: Context,
  campaignId: string,
  mark: IssueForm,
): Promise<Result<CampaignId, 'plan-day-ahead' | PlanRefusal>> =>
  changeLocked<CampaignId, 'plan-day-ahead' | 'campaign-step-not-now'>(
    context,
    campaignId,
    async (gate, campaign) => {
      if (mark.issuedOn > dayOf(context.clock())) return no('plan-day-ahead')
      const plan = await findPlanOf(gate.tx, campaign.id)
      if (!takesMark(campaign.state, plan)) return no('campaign-step-not-now')
      await upsertPlan(gate.tx, campaign.id, { ...plan, ...mark })
      if (campaign.state === 'draft') await updateCampaignIssued(gate.tx, campaign.id)
      gate.record(
        { kind: 'plan.issued', number: mark.number, on: mark.issuedOn },
        { campaignId: campaign.id },
      )
      return ok(campaign.id)
    },
  )
