import { closeCampaign } from '#app/services/closing.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { countOutcomes, recordOutcomes } from '#app/services/outcomes.server.ts'
import type { World } from './world.ts'

/** A cadre says of every silent household that it was not reached. */
export const explainSilence = async (cadre: Context, campaignId: string): Promise<void> => {
  const counted = await countOutcomes(cadre, campaignId)
  if (!counted.ok) throw new Error(counted.error)
  for (const { villageId, silent } of counted.value)
    if (silent.none > 0) await recordOutcomes(cadre, { campaignId, villageId, outcome: 'not-reached' })
}

/** Lan closes her campaign as closing asks: every silent slot has a reason. */
export const closeRound = async (world: World, campaignId: string) => {
  const lan = world.as(world.people.lan)
  await explainSilence(lan, campaignId)
  return closeCampaign(lan, campaignId)
}
