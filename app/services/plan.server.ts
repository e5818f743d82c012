import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { findCurrentRules } from './rules.server.ts'

/** The questionnaire and rules of a campaign: what it froze, or in draft what it would freeze now. */
export const findPlan = async (
  context: Context,
  campaignId: string,
): Promise<Result<Frozen, 'campaign-unknown' | 'forbidden' | 'questionnaire-unknown' | 'rules-unknown'>> => {
  const permitted = await permitOnCampaign(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!isBeforeOpening(campaign.state) && campaign.state !== 'cancelled')
    return ok(await frozenOf(context.db, campaign.id))
  const questionnaire = findQuestionnaire(campaign.questionnaireId)
  if (!questionnaire) return no('questionnaire-unknown')
  const rules = await findCurrentRules(context.db, campaign.rulesId)
  return rules ? ok({ questionnaire, rules }) : no('rules-unknown')
}

/** The name and id of a campaign that the person asking may see: what a page inside it is headed by. */
export const findPlanned = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly id: string; readonly name: string }, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCampaign(context, 'campaign.list', campaignId)
  if (!permitted.ok) return permitted
  const { id, name } = permitted.value.campaign
  return ok({ id, name })
}
