import { no, ok, type Result } from '#app/basics/result.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listDrawn, listSampledVillages, type SampledVillage } from '#db/queries/sample-households.ts'
import { findSampleOf } from '#db/queries/samples.ts'
import type { Change } from './context.server.ts'
import { listsSameVillages } from './sample.server.ts'

export type SampleFrameFault = 'sample-not-drawn' | 'sample-list-outdated' | 'sample-household-gone'

/** The drawn frame of a campaign: its villages with all their listed households, and the households that get a slot. */
export type SampleFrame = {
  readonly villages: readonly SampledVillage[]
  readonly households: readonly { readonly id: string; readonly villageId: string }[]
}

/**
 * The frame of a campaign that draws, null where everybody is asked. Refused while the draw is not done, no longer fits the
 * villages of the plan, or names a household that is gone from the register and was not replaced.
 */
export const sampleFrame = async (
  { tx }: Pick<Change, 'tx'>,
  campaign: CampaignRow,
): Promise<Result<SampleFrame | null, SampleFrameFault>> => {
  const villages = await listSampledVillages(tx, campaign.id)
  if (villages.length === 0) return (await findSampleOf(tx, campaign.id)) ? no('sample-not-drawn') : ok(null)
  const listed = villages.map(({ villageId }) => villageId)
  if (!(await listsSameVillages({ tx }, campaign, listed))) return no('sample-list-outdated')
  if (villages.some(({ gone }) => gone > 0)) return no('sample-household-gone')
  const households = (await listDrawn(tx, campaign.id)).flatMap(({ householdId, villageId }) =>
    householdId === null ? [] : [{ id: householdId, villageId }],
  )
  return ok({ villages, households })
}
