import type { DrawOnPaper } from '#app/dossier/sample-text.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findJoint } from '#db/queries/joints.ts'
import { listSampledVillages } from '#db/queries/sample-households.ts'
import { countDrawn, findSampleOf } from '#db/queries/samples.ts'
import type { System } from './context.server.ts'

/** Households drawn in a campaign: as frozen at opening, before that as drawn until now; 0 before the draw. */
const countDrawnOf = async ({ db }: System, { id }: CampaignRow): Promise<number> => {
  const frozen = await countDrawn(db, id)
  if (frozen !== null) return frozen
  return (await listSampledVillages(db, id)).reduce((sum, { drawn }) => sum + drawn, 0)
}

/** The draw of a campaign as its papers say it, its own or its joint campaign's; null where everybody is asked. */
export const drawOf = async (system: System, campaign: CampaignRow): Promise<DrawOnPaper | null> => {
  const own = await findSampleOf(system.db, campaign.id)
  const drawn = await countDrawnOf(system, campaign)
  if (own) return { drawn: drawn || own.size, seed: own.seed?.seed ?? null, listHash: own.list.hash }
  const joint = campaign.jointId ? await findJoint(system.db, campaign.jointId) : null
  if (!joint || drawn === 0) return null
  return { drawn, seed: joint.seed?.seed ?? null, listHash: joint.listHash }
}
