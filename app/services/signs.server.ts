import type { Channel } from '#app/ballot/ballot.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening, isCounted } from '#app/campaign/campaign.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { addCounts, type CollectorCounts, countByCollector } from '#app/tally/collectors.ts'
import {
  type Burst,
  type Comparison,
  lookAtAssisted,
  lookAtCollectors,
  lookForBursts,
  usualSigns,
  type VillageAnswers,
} from '#app/tally/signs.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import {
  listAccountNames,
  listCollectorTally,
  listCollectorTurnout,
  listOverallTally,
  listVillageTurnout,
  type VillageDay,
} from '#db/queries/signs.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { readAttributions } from './signs-attribution.server.ts'

/** The figures of a comparison: how many of the own and of the rest, and how sure. */
type Figures = Omit<Comparison<unknown>, 'of'>

/** A collector beside the rest of the same village. While collecting only the sizes and the standing are told. */
export type CollectorSign = {
  readonly village: string
  readonly collector: string
  readonly households: number
  readonly standing: Figures['standing']
  /** Null while collecting: from figures followed day by day answers could be read. */
  readonly figures: Figures | null
}

/** A village's share of ballots that somebody helped with, beside all other villages. */
export type AssistedSign = Figures & { readonly village: string }

/** Everything the page of signs shows; `tooFew` how many comparisons had too few ballots to be shown. */
export type Signs = {
  readonly campaign: CampaignRow
  readonly settings: typeof usualSigns
  readonly collectors: readonly CollectorSign[]
  readonly collectorsTooFew: number
  readonly assisted: readonly AssistedSign[]
  readonly assistedTooFew: number
  readonly bursts: readonly (Burst & { readonly name: string })[]
}

type Counted = CollectorCounts & { readonly villageId: string }

/** Counts by collector: of earlier versions and of the closed box as kept, of the running one as opened in memory. */
const countsOf = async (context: Context, campaign: CampaignRow): Promise<readonly Counted[]> => {
  const kept = await listCollectorTally(context.db, campaign.id)
  if (campaign.state !== 'collecting') return kept
  const running = await readAttributions(context, campaign.id)
  const villages = new Set([...kept, ...running].map(one => one.villageId))
  return [...villages].flatMap(villageId => {
    const own = running.filter(ballot => ballot.villageId === villageId)
    const counts = [...kept.filter(one => one.villageId === villageId), ...countByCollector(own)]
    return addCounts(counts).map(one => ({ ...one, villageId }))
  })
}

const answersOf = async (
  context: Context,
  campaign: CampaignRow,
  counts: readonly Counted[],
): Promise<readonly VillageAnswers[]> => {
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  const overall = contentKeys(questionnaire).length - 1
  const all = await listOverallTally(context.db, campaign.id, overall)
  return [...all].map(([village, answers]) => ({
    village,
    all: answers,
    collectors: counts
      .filter(one => one.villageId === village)
      .map(one => ({ collector: one.collector, answers: { yes: one.satisfied, no: one.dissatisfied } })),
  }))
}

type Named = {
  readonly villages: readonly VillageRow[]
  readonly accounts: ReadonlyMap<string, string>
}

const nameIn = ({ villages }: Named, villageId: string): string =>
  villages.find(village => village.villageId === villageId)?.name ?? villageId

const order = { 'higher-for-a-human-to-look-at': 0, 'lower-for-a-human-to-look-at': 0, ordinary: 1 } as const

const unusualFirst = <T extends { readonly standing: Figures['standing'] }>(
  signs: readonly T[],
): readonly T[] => [...signs].sort((a, b) => order[a.standing] - order[b.standing])

const collectorSigns = (
  looked: ReturnType<typeof lookAtCollectors>,
  names: Named,
  counted: boolean,
): readonly CollectorSign[] =>
  unusualFirst(
    looked.compared.map(({ of, ...figures }) => ({
      village: nameIn(names, of.village),
      collector: names.accounts.get(of.collector) ?? of.collector,
      households: figures.own.yes + figures.own.no,
      standing: figures.standing,
      figures: counted ? figures : null,
    })),
  )

const isAssisted = (channel: Channel): boolean => channel !== 'self'

const assistedOf = (days: readonly VillageDay[]) => {
  const sum = (own: readonly VillageDay[]) => own.reduce((total, row) => total + row.households, 0)
  return [...new Set(days.map(row => row.villageId))].map(village => {
    const own = days.filter(row => row.villageId === village)
    const yes = sum(own.filter(row => isAssisted(row.channel)))
    return { village, assisted: { yes, no: sum(own) - yes } }
  })
}

/** Visits alone: at a meeting many answer at once, and paper is keyed in piles. */
const visitsOf = (days: Awaited<ReturnType<typeof listCollectorTurnout>>) =>
  days
    .filter(row => row.channel === 'visit')
    .map(row => ({
      ...{
        collector: row.accountId,
        stretch: row.day,
        hours: usualSigns.hoursPerDay,
        ballots: row.households,
      },
    }))

const look = async (context: Context, campaign: CampaignRow): Promise<Signs> => {
  const counts = await countsOf(context, campaign)
  const days = await listCollectorTurnout(context.db, campaign.id, null)
  const ids = new Set([...counts.map(one => one.collector), ...days.map(row => row.accountId)])
  const names = {
    villages: await listCampaignVillages(context.db, campaign.id),
    accounts: await listAccountNames(context.db, [...ids]),
  }
  const collectors = lookAtCollectors(await answersOf(context, campaign, counts))
  const assisted = lookAtAssisted(assistedOf(await listVillageTurnout(context.db, campaign.id)))
  const bursts = lookForBursts(visitsOf(days))
  return {
    campaign,
    settings: usualSigns,
    collectors: collectorSigns(collectors, names, isCounted(campaign.state)),
    collectorsTooFew: collectors.tooFew.length,
    assisted: unusualFirst(
      assisted.compared.map(({ of, ...figures }) => ({ ...figures, village: nameIn(names, of.village) })),
    ),
    assistedTooFew: assisted.tooFew.length,
    bursts: bursts.map(burst => ({ ...burst, name: names.accounts.get(burst.collector) ?? '' })),
  }
}

/** Signs of a campaign, for a human to look at: never a verdict on a person, and no count changes by them. */
export const findSigns = async (
  context: Context,
  campaignId: string,
): Promise<Result<Signs, 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'>> => {
  const permitted = await permitOnCommune(context, 'signs.read', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (isBeforeOpening(campaign.state) || campaign.openedAt === null) return no('campaign-step-not-now')
  return ok(await look(context, campaign))
}
