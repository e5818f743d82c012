import type { Deed } from '#app/account/permission.ts'
import { mayEver } from '#app/account/permission.ts'
import { vietnamCalendar, workingDaysBetween } from '#app/basics/calendar.ts'
import { addDays, type Day, dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import type { Timetable } from '#app/campaign/plan-timetable.ts'
import { coverageOf } from '#app/tally/counts.ts'
import type { Percent, Rate } from '#app/tally/rate.ts'
import { type Pace, paceOf } from '#app/verdict/pace.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { type CollectorDay, listCollectorTurnout, listVillageTurnout } from '#db/queries/signs.ts'
import { listVersions } from '#db/queries/versions.ts'
import type { Context } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { campaignTimetable } from './plan-view.server.ts'
import type { Turnout } from './results.server.ts'
import { findProgress, type Progress, type VillageProgress } from './watching.server.ts'

/** A village with its pace: of a sample towards everybody drawn, else towards the minimum of the rules; null where these set none. */
export type WatchedVillage = VillageProgress & { readonly pace: Pace | null }

/** Everything the page of watching shows: participation by village, means, day and collector. */
export type WatchingDesk = Pick<Progress, 'campaign' | 'total' | 'whole'> & {
  readonly at: Date
  readonly rules: Rules
  readonly timetable: Timetable
  readonly villages: readonly WatchedVillage[]
  readonly pace: Pace | null
  /** Of the villages in sight. */
  readonly turnout: Turnout
  /** Everybody's for whoever sees the whole commune, else the own. */
  readonly collectors: readonly CollectorDay[]
  readonly deeds: readonly Deed[]
}

type Days = { readonly elapsed: number; readonly left: number }

/** Working days behind and ahead; a reopened version begins anew. */
const daysOf = async (context: Context, campaign: CampaignRow, timetable: Timetable): Promise<Days> => {
  const reopenedAt = (await listVersions(context.db, campaign.id)).at(-1)?.reopenedAt
  const from = reopenedAt ? dayOf(reopenedAt) : timetable.startsOn
  const before = { from, to: addDays(timetable.today, -1) }
  return { elapsed: workingDaysBetween(before, vietnamCalendar), left: timetable.left }
}

type Counted = Parameters<typeof coverageOf>[0] & { readonly asked: number }

/** What a village is on its way to: of a sample every drawn household, else the coverage that the rules ask for. */
const goalOf = (rules: Rules, counts: Counted): { readonly rate: Rate; readonly minimum: Percent | null } =>
  counts.asked < counts.households
    ? { rate: { part: counts.collected, whole: counts.asked }, minimum: '100' }
    : {
        rate: coverageOf(counts, countingOf(rules).coverageMeasure),
        minimum: rules.minimumCoverage.value,
      }

const pacing =
  (rules: Rules, days: Days) =>
  (counts: Counted): Pace | null => {
    const { rate, minimum } = goalOf(rules, counts)
    return paceOf(rate, { minimum, ...days })
  }

const turnoutOf = (
  days: Awaited<ReturnType<typeof listVillageTurnout>>,
  villages: readonly VillageProgress[],
): Turnout => {
  const seen = new Set(villages.map(village => village.villageId))
  const sums = new Map<string, Turnout[number]>()
  for (const { villageId, channel, day, households } of days) {
    if (!seen.has(villageId)) continue
    const key = `${day} ${channel}`
    sums.set(key, { channel, day, households: households + (sums.get(key)?.households ?? 0) })
  }
  return [...sums.values()]
}

/**
 * How collecting goes, from the counts that every ballot moves as it comes: neither slots nor ballots are read. A
 * collector sees the own villages and the own days.
 */
export const findWatching = async (
  context: Context,
  campaignId: string,
): Promise<Result<WatchingDesk, 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'>> => {
  const progress = await findProgress(context, campaignId)
  if (!progress.ok) return progress
  const { campaign, villages, total, whole, today } = progress.value
  if (isBeforeOpening(campaign.state) || campaign.openedAt === null) return no('campaign-step-not-now')
  const { rules } = await frozenOf(context.db, campaign.id)
  const timetable = campaignTimetable({ campaign, rules, today: today as Day })
  const paceIn = pacing(rules, await daysOf(context, campaign, timetable))
  const { person } = context
  return ok({
    ...{ campaign, total, whole, rules, timetable },
    at: context.clock(),
    villages: villages.map(village => ({ ...village, pace: paceIn(village) })),
    pace: paceIn(total),
    turnout: turnoutOf(await listVillageTurnout(context.db, campaign.id), villages),
    collectors: await listCollectorTurnout(context.db, campaign.id, whole ? null : (person?.id ?? null)),
    deeds: (['signs.read', 'callback.enter'] as const).filter(deed => person && mayEver(person, deed)),
  })
}
