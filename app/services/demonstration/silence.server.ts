import type { CampaignId } from '#app/basics/ids.ts'
import type { Context } from '../context.server.ts'
import { countOutcomes, recordOutcomes } from '../outcomes.server.ts'
import type { Chance } from './chance.server.ts'
import { must } from './stage.server.ts'

/** Most silent households were away; in some villages the team says that it met nobody. */
const because = ['absent', 'absent', 'not-reached'] as const

/** Before closing, the cadre says of each village why its silent households did not answer. */
export const explainSilence = async (
  context: Context,
  campaignId: CampaignId,
  chance: Chance,
): Promise<void> => {
  for (const { villageId, silent } of must(await countOutcomes(context, campaignId))) {
    const outcome = chance.pick(because)
    if (silent.none > 0) must(await recordOutcomes(context, { campaignId, villageId, outcome }))
  }
}
