import { meetsPercent, type Percent } from '#app/tally/rate.ts'
import { type CountBounds, exactBounds, worstCaseBounds } from './bounds.ts'
import type { AreaFigures } from './figures.ts'
import type { Rules } from './rules.ts'
import { type Stratified, stratifiedEstimate } from './stratified.ts'

/** What can be said of all households from those who answered the overall question; bounds are numbers of satisfied households. */
export type Bounds = {
  readonly overall: {
    readonly households: number
    readonly answered: number
    readonly satisfied: number
    readonly oneSided95: CountBounds
    readonly twoSided95: CountBounds
    readonly worstCase: CountBounds
    readonly stratified: Stratified
  }
}

/** A statement about all households, beside the official verdict and never instead of it. `no-basis` where the rules name no threshold. */
export type Outlook = 'met' | 'not-met' | 'undecided' | 'no-basis'

export type Decision = { readonly exact: Outlook; readonly worstCase: Outlook; readonly stratified: Outlook }

const drawOf = (area: AreaFigures) => ({
  households: area.households,
  answered: area.overall.satisfied.whole,
  satisfied: area.overall.satisfied.part,
})

/** Bounds of the overall question. The draw is the households in the base of the overall rate; the rest, silent or invalid, are unknown. */
export function boundsOf(area: AreaFigures, units: readonly AreaFigures[]): Bounds {
  const draw = drawOf(area)
  return {
    overall: {
      ...draw,
      oneSided95: exactBounds(draw, { tail: [5, 100] }),
      twoSided95: exactBounds(draw, { tail: [25, 1000] }),
      worstCase: worstCaseBounds(draw),
      stratified: stratifiedEstimate(units.map(drawOf)),
    },
  }
}

function outlook(bounds: CountBounds, households: number, threshold: Percent): Outlook {
  if (meetsPercent({ part: bounds.lower, whole: households }, threshold)) return 'met'
  return meetsPercent({ part: bounds.upper, whole: households }, threshold) ? 'undecided' : 'not-met'
}

function shareOutlook(stratified: Stratified, threshold: Percent): Outlook {
  const interval = stratified.logit95
  if (interval === null) return 'undecided'
  const share = Number(threshold) / 100
  if (interval.lower >= share) return 'met'
  return interval.upper >= share ? 'undecided' : 'not-met'
}

/** Puts the overall threshold to the bounds: the one-sided 95 % ones, since each outcome rests on one side; the worst case; the stratified interval. */
export function decide(rules: Rules, { overall }: Bounds): Decision {
  const threshold = rules.overallThreshold.value
  if (threshold === null) return { exact: 'no-basis', worstCase: 'no-basis', stratified: 'no-basis' }
  return {
    exact: outlook(overall.oneSided95, overall.households, threshold),
    worstCase: outlook(overall.worstCase, overall.households, threshold),
    stratified: shareOutlook(overall.stratified, threshold),
  }
}
