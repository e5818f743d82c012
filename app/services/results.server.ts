import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { withoutAnswers, withoutVillageAnswers } from '#app/dossier/public-figures.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { type Basis, type Comparison, comparable } from '#app/verdict/comparable.ts'
import type { Inconsistent, Results } from '#app/verdict/compute.ts'
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

/** Closing refused counts that contradict each other, so somebody changed rows of the database since: no figure is told. */
const tellContradiction = (
  system: System,
  { id }: CampaignRow,
  { problems }: Inconsistent,
): Result<never, 'counts-contradict'> => {
  system.onTrouble(new Error(`campaign ${id}: ${JSON.stringify(problems)}`))
  return no('counts-contradict')
}

const countClosed = async (system: System, campaign: CampaignRow) => {
  const frozen = await frozenOf(system.db, campaign.id)
  const counts = await countsOf(system, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, counts.units)
  if (results.kind === 'inconsistent') return tellContradiction(system, campaign, results)
  const closed = {
    ...frozen,
    campaign,
    results,
    handCounted: counts.handCounted,
    drawn: await countDrawn(system.db, campaign.id),
    turnout: await listTurnout(system.db, campaign.id),
  }
  return ok({ counts, closed })
}

/** A counted campaign as it stands, whoever asks. */
export const readClosed = async (
  system: System,
  campaign: CampaignRow,
): Promise<Result<ClosedCampaign, 'counts-contradict'>> => {
  const counted = await countClosed(system, campaign)
  if (!counted.ok) return counted
  const { counts, closed } = counted.value
  const opinions = [...(await listOpinions(system.db, campaign.id)), ...sheetReasons(counts.sheets)]
  return ok({ ...closed, opinions })
}

export type ResultsFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed' | 'counts-contradict'

/** The results of a closed campaign, for staff who may read them. */
export const findResults = async (
  context: Context,
  campaignId: string,
): Promise<Result<ClosedCampaign, ResultsFault>> => {
  const permitted = await permitOnCommune(context, 'results.read', campaignId)
  if (!permitted.ok) return permitted
  if (!isCounted(permitted.value.campaign.state)) return no('campaign-not-closed')
  return readClosed(context, permitted.value.campaign)
}

/** What everybody may know of a closed campaign: free texts stay inside, and answers by village stand in `cells` alone. */
export type PublicResults = Omit<ClosedCampaign, 'opinions'> & { readonly cells: PublicCells }

/** The results of a closed campaign, for everybody. */
export const findPublicResults = async (
  system: System,
  campaignId: string,
): Promise<Result<PublicResults, 'campaign-unknown' | 'counts-contradict'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (!campaign || !isCounted(campaign.state)) return no('campaign-unknown')
  const counted = await countClosed(system, campaign)
  if (!counted.ok) return counted
  const { counts, closed } = counted.value
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
): Promise<Result<Compared, 'campaign-unknown' | 'counts-contradict'>> => {
  const a = await findPublicResults(system, ids.a)
  if (!a.ok) return a
  const b = await findPublicResults(system, ids.b)
  if (!b.ok) return b
  return ok({ a: a.value, b: b.value, comparison: comparable(basisOf(a.value), basisOf(b.value)) })
}

/** Closed campaigns for everybody. */
export const findPublicCampaigns = (system: System): Promise<readonly CampaignRow[]> =>
  listClosedCampaigns(system.db)
