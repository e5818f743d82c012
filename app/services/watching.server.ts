import { liesWithin } from '#app/account/area.ts'
import { type Deed, may } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { type AreaCounts, poolUnits } from '#app/tally/counts.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import type { Turnout } from './results.server.ts'

/** How participation stands: no answers, and nothing that tells one household from another. */
export type Progress = {
  readonly campaign: CampaignRow
  readonly today: string
  readonly villages: readonly VillageRow[]
  readonly total: Pick<AreaCounts, 'households' | 'issued' | 'collected'>
  readonly turnout: Turnout
  /** What the person asking may do here: screens show just these buttons. */
  readonly deeds: readonly Deed[]
}

const offered: readonly Deed[] = [
  'register.import',
  'campaign.open',
  'code.print',
  'ballot.enter',
  'campaign.close',
  'results.read',
  'paper.download',
]

const draftVillages = async (context: Context, campaign: CampaignRow): Promise<readonly VillageRow[]> => {
  const villages = await countHouseholdsByVillage(context.db, campaign.communeId)
  const nothing = { issued: 0, collected: 0, counted: 0, invalid: 0, anyDissatisfied: 0 }
  return villages.map(village => ({
    ...village,
    path: `${campaign.communePath}/${village.villageId}`,
    ...nothing,
  }))
}

/** A campaign as those who run or watch it see it; a village's collector sees its own villages. */
export const findProgress = async (
  context: Context,
  campaignId: string,
): Promise<Result<Progress, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCampaign(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const all =
    campaign.state === 'draft'
      ? await draftVillages(context, campaign)
      : await listCampaignVillages(context.db, campaign.id)
  const villages = all.filter(village => person.areas.some(area => liesWithin(village.path, area)))
  const { households, issued, collected } = poolUnits(
    villages.map(village => ({ ...village, contents: [] })),
    0,
  )
  const place = villages[0]?.path ?? campaign.communePath
  return ok({
    campaign,
    today: dayOf(context.clock()),
    villages,
    total: { households, issued, collected },
    turnout: await listTurnout(context.db, campaign.id),
    deeds: offered.filter(deed => may(person, deed, deed === 'ballot.enter' ? place : campaign.communePath)),
  })
}
