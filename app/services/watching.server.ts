import { liesWithin } from '#app/account/area.ts'
import { type Deed, may } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { type AreaCounts, poolUnits } from '#app/tally/counts.ts'
import { stillOpen } from '#app/verdict/remaining.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { computeCampaign, countsOf, type HandCounted } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'
import type { Turnout } from './results.server.ts'

/** How participation stands: no answers, and nothing that tells one household from another. */
export type Progress = {
  readonly campaign: CampaignRow
  readonly today: string
  readonly villages: readonly VillageRow[]
  readonly total: Pick<AreaCounts, 'households' | 'issued' | 'collected'>
  readonly turnout: Turnout
  /** While collecting: how many households can still change the verdict, by village name; null where nothing says so yet. */
  readonly open: {
    readonly fewest: number | null
    readonly villages: Readonly<Record<string, number>>
  } | null
  /** Coverage the frozen rules ask for, in per cent; null in draft and where the rules set none. */
  readonly minimumCoverage: string | null
  /** Villages counted by hand. */
  readonly handCounted: readonly HandCounted[]
  /** What the person asking may do here: screens show just these buttons. */
  readonly deeds: readonly Deed[]
}

const offered: readonly Deed[] = [
  'register.import',
  'campaign.open',
  'code.print',
  'ballot.enter',
  'sheet.enter',
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

const watchOpen = async (
  context: Context,
  campaign: CampaignRow,
): Promise<Pick<Progress, 'open' | 'minimumCoverage' | 'handCounted'>> => {
  if (campaign.state !== 'collecting') return { open: null, minimumCoverage: null, handCounted: [] }
  const frozen = await frozenOf(context.db, campaign.id)
  const { units, handCounted } = await countsOf(context, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, units)
  const minimumCoverage = frozen.rules.minimumCoverage.value
  if (results.kind === 'inconsistent') return { open: null, minimumCoverage, handCounted }
  const { fewestToChange, units: remaining } = stillOpen(results)
  const villages = Object.fromEntries(remaining.map(unit => [unit.name, unit.canChange]))
  return { open: { fewest: fewestToChange, villages }, minimumCoverage, handCounted }
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
    ...(await watchOpen(context, campaign)),
    deeds: offered.filter(deed =>
      may(person, deed, deed === 'ballot.enter' || deed === 'sheet.enter' ? place : campaign.communePath),
    ),
  })
}
