import type { CampaignId } from '#app/basics/ids.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import type { World } from './world.ts'

/** Lan closes her campaign as closing asks: every silent slot has a reason. */
export const closeRound = async (world: World, campaignId: CampaignId) => {
  const lan = world.as(world.people.lan)
  return closeCampaign(lan, campaignId)
}
