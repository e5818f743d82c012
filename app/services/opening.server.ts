import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { plannedVillages } from '#app/campaign/plan.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { type CampaignRow, lockCampaign, updateCampaignOpened } from '#db/queries/campaigns.ts'
import {
  countHouseholdsByVillage,
  deleteRegisterImports,
  listHouseholdIds,
  lockRegister,
} from '#db/queries/households.ts'
import { analyzeFrame } from '#db/queries/maintenance.ts'
import { findPlanOf } from '#db/queries/plans.ts'
import { insertCampaignVillages, insertSlots } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { freezeWithOthers } from './joint-freezing.server.ts'
import { freezeLanguages } from './languages-frozen.server.ts'
import { newSlots } from './new-slots.server.ts'
import { findCurrentRules } from './rules.server.ts'
import { type SampleFrameFault, sampleFrame } from './sample-frame.server.ts'

type OpeningFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'register-empty'
  | 'questionnaire-unknown'
  | 'rules-unknown'
  | SampleFrameFault

const current = async (
  { tx }: Change,
  campaign: CampaignRow,
): Promise<Result<Frozen, 'questionnaire-unknown' | 'rules-unknown'>> => {
  const questionnaire = findQuestionnaire(campaign.questionnaireId)
  if (!questionnaire) return no('questionnaire-unknown')
  const rules = await findCurrentRules(tx, campaign.rulesId)
  return rules ? ok({ questionnaire, rules }) : no('rules-unknown')
}

const freeze = (gate: Change, campaign: CampaignRow) =>
  campaign.jointId
    ? freezeWithOthers(gate, campaign.jointId, () => current(gate, campaign))
    : current(gate, campaign)

/** Everybody of the planned villages: the usual frame. */
const wholeFrame = async ({ tx }: Change, campaign: CampaignRow) => {
  const { villageIds } = await findPlanOf(tx, campaign.id)
  const villages = plannedVillages(await countHouseholdsByVillage(tx, campaign.communeId), villageIds)
  const households = plannedVillages(await listHouseholdIds(tx, campaign.communeId), villageIds)
  return { villages, households }
}

const copyFrame = async (context: Context, gate: Change, campaign: CampaignRow) => {
  const { tx } = gate
  // Counts and slots are two looks at one register: nobody may change it between them.
  await lockRegister(tx, campaign.communeId)
  const sample = await sampleFrame(gate, campaign)
  if (!sample.ok) return sample
  const frame = sample.value ?? (await wholeFrame(gate, campaign))
  const villages = frame.villages.filter(village => village.households > 0)
  if (villages.length === 0) return no('register-empty')
  await insertCampaignVillages(tx, campaign.id, villages)
  await insertSlots(tx, campaign.id, newSlots(context, context.keys.make(campaign.id), frame.households))
  return ok({ villages: villages.length, households: frame.households.length })
}

const openLocked = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
): Promise<Result<CampaignId, OpeningFault>> => {
  const step = take(campaign.state, 'open')
  if (!step.ok) return step
  const frozen = await freeze(gate, campaign)
  if (!frozen.ok) return frozen
  const frame = await copyFrame(context, gate, campaign)
  if (!frame.ok) return frame
  // A checked file that nobody confirmed holds names, and can no longer be confirmed here.
  await deleteRegisterImports(gate.tx, campaign.communeId)
  await updateCampaignOpened(gate.tx, campaign.id, { frozen: frozen.value, openedAt: context.clock() })
  const { communePath } = campaign
  await freezeLanguages(gate, {
    ...{ campaignId: campaign.id, communePath },
    questionnaire: frozen.value.questionnaire,
  })
  gate.record({ kind: 'campaign.opened', ...frame.value }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/**
 * Opens a campaign: freezes rules, questionnaire and household counts, makes one slot a household, or a drawn one, with its code.
 * The key is on disk before the commit; when the commit fails, the key waits for the next try.
 */
export const openCampaign = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignId, OpeningFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.open', campaignId)
  if (!permitted.ok) return permitted
  const opened = await change<CampaignId, OpeningFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? openLocked(context, gate, campaign) : no('campaign-unknown')
  })
  if (opened.ok) await analyzeFrame(context.db).catch(context.onTrouble)
  return opened
}
