import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import type { ContentCounts, UnitCounts } from '#app/tally/counts.ts'
import { compute, type Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { listOpinions, type OpinionRow } from '#db/queries/ballots.ts'
import { type CampaignRow, findCampaign, listClosedCampaigns } from '#db/queries/campaigns.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { listTally } from '#db/queries/tallies.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context, System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'

/** Households that answered, by means and day: participation alone. */
export type Turnout = readonly { readonly channel: Channel; readonly day: Day; readonly households: number }[]

/** Everything that a closed campaign's page, papers and public results say, from one place. */
export type ClosedCampaign = Frozen & {
  readonly campaign: CampaignRow
  readonly results: Results
  readonly turnout: Turnout
  readonly opinions: readonly OpinionRow[]
}

type Counted = {
  readonly villageId: string
  readonly content: number
  readonly option: keyof ContentCounts
  readonly ballots: number
}

const contentCounts = (tally: readonly Counted[], contents: number): readonly ContentCounts[] => {
  const of = (content: number, option: keyof ContentCounts): number =>
    tally.find(row => row.content === content && row.option === option)?.ballots ?? 0
  return Array.from({ length: contents }, (_, content) => ({
    satisfied: of(content, 'satisfied'),
    dissatisfied: of(content, 'dissatisfied'),
    blank: of(content, 'blank'),
  }))
}

const toUnit = (village: VillageRow, commune: string, contents: readonly ContentCounts[]): UnitCounts => ({
  name: village.name,
  commune,
  households: village.households,
  issued: village.issued,
  collected: village.collected,
  invalid: village.invalid,
  contents,
  anyDissatisfied: village.anyDissatisfied,
})

/** The counts of a campaign village by village, as the calculator takes them. */
const unitsOf = async (
  system: System,
  campaign: CampaignRow,
  contents: number,
): Promise<readonly UnitCounts[]> => {
  const tally = await listTally(system.db, campaign.id)
  const villages = await listCampaignVillages(system.db, campaign.id)
  return villages.map(village =>
    toUnit(
      village,
      campaign.communeName,
      contentCounts(
        tally.filter(row => row.villageId === village.villageId),
        contents,
      ),
    ),
  )
}

const readClosed = async (system: System, campaign: CampaignRow): Promise<ClosedCampaign> => {
  const frozen = await frozenOf(system.db, campaign.id)
  const contents = contentKeys(frozen.questionnaire)
  const results = compute({
    rules: frozen.rules,
    contents,
    units: await unitsOf(system, campaign, contents.length),
  })
  // Closing counted the box and refused to end with counts that contradict each other: this would be a bug of ours.
  if (results.kind === 'inconsistent')
    throw new Error(`campaign ${campaign.id}: ${JSON.stringify(results.problems)}`)
  return {
    ...frozen,
    campaign,
    results,
    turnout: await listTurnout(system.db, campaign.id),
    opinions: await listOpinions(system.db, campaign.id),
  }
}

/** The results of a closed campaign, for staff who may read them. */
export const findResults = async (
  context: Context,
  campaignId: string,
): Promise<Result<ClosedCampaign, 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'>> => {
  const permitted = await permitOnCommune(context, 'results.read', campaignId)
  if (!permitted.ok) return permitted
  if (permitted.value.campaign.state !== 'closed') return no('campaign-not-closed')
  return ok(await readClosed(context, permitted.value.campaign))
}

/** The results of a closed campaign, for everybody; free texts stay inside. */
export const findPublicResults = async (
  system: System,
  campaignId: string,
): Promise<Result<Omit<ClosedCampaign, 'opinions'>, 'campaign-unknown'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (campaign?.state !== 'closed') return no('campaign-unknown')
  const { opinions: _, ...results } = await readClosed(system, campaign)
  return ok(results)
}

/** Closed campaigns for everybody. */
export const findPublicCampaigns = (system: System): Promise<readonly CampaignRow[]> =>
  listClosedCampaigns(system.db)
