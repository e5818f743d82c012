import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { type Basis, type Comparison, comparable } from '#app/verdict/comparable.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { listOpinions, type OpinionRow } from '#db/queries/ballots.ts'
import { type CampaignRow, findCampaign, listClosedCampaigns } from '#db/queries/campaigns.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { countDrawn } from '#db/queries/samples.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context, System } from './context.server.ts'
import { type Counts, computeCampaign, countsOf, type HandCounted } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'

/** Households that answered, by means and day: participation alone. */
export type Turnout = readonly { readonly channel: Channel; readonly day: Day; readonly households: number }[]

/** A reason (by content key) or another opinion (null). */
export type Opinion = Omit<OpinionRow, 'id'>

/** Everything that a closed campaign's page, papers and public results say, from one place. */
export type ClosedCampaign = Frozen & {
  readonly campaign: CampaignRow
  readonly results: Results
  readonly turnout: Turnout
  /** Villages counted by hand, wholly or in part: figures say so. */
  readonly handCounted: readonly HandCounted[]
  /** Households drawn where a sample was asked; null where everybody was. */
  readonly drawn: number | null
  readonly opinions: readonly Opinion[]
}

/** Reasons that sheets list stand beside those of the ballots. */
const sheetReasons = (sheets: Counts['sheets']): readonly Opinion[] =>
  sheets.flatMap(({ villageId, reasons }) =>
    Object.entries(reasons).map(([content, body]) => ({ villageId, content, body })),
  )

const readClosed = async (system: System, campaign: CampaignRow): Promise<ClosedCampaign> => {
  const frozen = await frozenOf(system.db, campaign.id)
  const counts = await countsOf(system, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, counts.units)
  // Closing counted the box and refused to end with counts that contradict each other: this would be a bug of ours.
  if (results.kind === 'inconsistent')
    throw new Error(`campaign ${campaign.id}: ${JSON.stringify(results.problems)}`)
  return {
    ...frozen,
    campaign,
    results,
    handCounted: counts.handCounted,
    drawn: await countDrawn(system.db, campaign.id),
    turnout: await listTurnout(system.db, campaign.id),
    opinions: [...(await listOpinions(system.db, campaign.id)), ...sheetReasons(counts.sheets)],
  }
}

/** The results of a closed campaign, for staff who may read them. */
export const findResults = async (
  context: Context,
  campaignId: string,
): Promise<Result<ClosedCampaign, 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'>> => {
  const permitted = await permitOnCommune(context, 'results.read', campaignId)
  if (!permitted.ok) return permitted
  if (!isCounted(permitted.value.campaign.state)) return no('campaign-not-closed')
  return ok(await readClosed(context, permitted.value.campaign))
}

/** The results of a closed campaign, for everybody; free texts stay inside. */
export const findPublicResults = async (
  system: System,
  campaignId: string,
): Promise<Result<PublicResults, 'campaign-unknown'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (!campaign || !isCounted(campaign.state)) return no('campaign-unknown')
  const { opinions: _, ...results } = await readClosed(system, campaign)
  return ok(results)
}

export type PublicResults = Omit<ClosedCampaign, 'opinions'>

/** Two closed campaigns side by side, and whether their rates mean the same thing. */
export type Compared = {
  readonly a: PublicResults
  readonly b: PublicResults
  readonly comparison: Comparison
}

const basisOf = ({ rules, questionnaire }: PublicResults): Basis => ({
  rules,
  questionnaire: `${questionnaire.id} v${questionnaire.version}`,
  contents: contentKeys(questionnaire),
})

/** Puts two closed campaigns side by side, for everybody. */
export const compareCampaigns = async (
  system: System,
  ids: { readonly a: string; readonly b: string },
): Promise<Result<Compared, 'campaign-unknown'>> => {
  const a = await findPublicResults(system, ids.a)
  if (!a.ok) return a
  const b = await findPublicResults(system, ids.b)
  if (!b.ok) return b
  return ok({ a: a.value, b: b.value, comparison: comparable(basisOf(a.value), basisOf(b.value)) })
}

/** Closed campaigns for everybody. */
export const findPublicCampaigns = (system: System): Promise<readonly CampaignRow[]> =>
  listClosedCampaigns(system.db)
