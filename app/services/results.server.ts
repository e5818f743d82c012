import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { withoutAnswers, withoutVillageAnswers } from '#app/dossier/public-figures.ts'
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
import { campaignCells, type PublicCells } from './public-cells.server.ts'

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

const countClosed = async (system: System, campaign: CampaignRow) => {
  const frozen = await frozenOf(system.db, campaign.id)
  const counts = await countsOf(system, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, counts.units)
  // Closing counted the box and refused to end with counts that contradict each other: this would be a bug of ours.
  if (results.kind === 'inconsistent')
    throw new Error(`campaign ${campaign.id}: ${JSON.stringify(results.problems)}`)
  const closed = {
    ...frozen,
    campaign,
    results,
    handCounted: counts.handCounted,
    drawn: await countDrawn(system.db, campaign.id),
    turnout: await listTurnout(system.db, campaign.id),
  }
  return { counts, closed }
}

/** A counted campaign as it stands, whoever asks. */
export const readClosed = async (system: System, campaign: CampaignRow): Promise<ClosedCampaign> => {
  const { counts, closed } = await countClosed(system, campaign)
  const opinions = [...(await listOpinions(system.db, campaign.id)), ...sheetReasons(counts.sheets)]
  return { ...closed, opinions }
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

/** What everybody may know of a closed campaign: free texts stay inside, and answers by village stand in `cells` alone. */
export type PublicResults = Omit<ClosedCampaign, 'opinions'> & { readonly cells: PublicCells }

/** The results of a closed campaign, for everybody. */
export const findPublicResults = async (
  system: System,
  campaignId: string,
): Promise<Result<PublicResults, 'campaign-unknown'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (!campaign || !isCounted(campaign.state)) return no('campaign-unknown')
  const { counts, closed } = await countClosed(system, campaign)
  const contents = closed.questionnaire.contents.length
  const cells = await campaignCells(system, campaign, { units: counts.units, contents })
  const shown = cells.kind === 'withheld' ? withoutAnswers : withoutVillageAnswers
  return ok({ ...closed, results: shown(closed.results), cells })
}

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
