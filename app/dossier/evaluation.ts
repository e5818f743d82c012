import { compareRates, meetsPercent, type Percent, type Rate } from '#app/tally/rate.ts'
import type { Results, UnitFigures } from '#app/verdict/compute.ts'
import type { Rules } from '#app/verdict/rules.ts'
import type { HandCounted } from './survey.ts'

/** A village's participation as an appraiser reads it. */
export type CoverageLine = UnitFigures & {
  /** Whether it stays below the minimum coverage; the rules ask for that of the area, so this is for a human to look at. */
  readonly short: boolean
  /** Ballots of it that were counted by hand; 0 where none were. */
  readonly byHand: number
}

type Measured = { readonly results: Results; readonly rules: Rules }

const isShort = (rate: Rate, threshold: Percent | null): boolean =>
  threshold !== null && !meetsPercent(rate, threshold)

/** Villages by their coverage, the weakest first. */
export const coverageLines = (
  { results, rules }: Measured,
  handCounted: readonly HandCounted[],
): readonly CoverageLine[] => {
  const byHand = new Map(handCounted.map(village => [village.name, village.byHand]))
  return results.units
    .map(unit => ({
      ...unit,
      short: isShort(unit.coverage, rules.minimumCoverage.value),
      byHand: byHand.get(unit.name) ?? 0,
    }))
    .sort((a, b) => compareRates(a.coverage, b.coverage))
}

/** The threshold that a content is held against: the overall question has its own. */
export const thresholdFor = (rules: Rules, { contents }: Results, content: string): Percent | null =>
  (content === contents.at(-1) ? rules.overallThreshold : rules.contentThreshold).value

/** One village's answers to one content, where they stay below the threshold. */
export type WeakSpot = {
  readonly content: string
  readonly village: string
  readonly rate: Rate
  readonly threshold: Percent
}

/**
 * Village × content below the threshold, the lowest first. The rules judge the area (or each commune), so a weak spot
 * decides nothing by itself: it is what a mean hides.
 */
export const weakSpots = ({ results, rules }: Measured): readonly WeakSpot[] =>
  results.units
    .flatMap(unit =>
      unit.contents.flatMap(({ content, satisfied }): readonly WeakSpot[] => {
        const threshold = thresholdFor(rules, results, content)
        if (threshold === null || satisfied.whole === 0 || !isShort(satisfied, threshold)) return []
        return [{ content, village: unit.name, rate: satisfied, threshold }]
      }),
    )
    .sort((a, b) => compareRates(a.rate, b.rate))
