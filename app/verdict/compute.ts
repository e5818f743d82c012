import { type CountProblem, checkUnits } from '#app/tally/conservation.ts'
import { byCommune, poolUnits, type UnitCounts } from '#app/tally/counts.ts'
import { type Bounds, boundsOf, type Decision, decide } from './decision.ts'
import { type AreaFigures, areaFigures } from './figures.ts'
import { type Check, judge, type Reason, type Verdict } from './judge.ts'
import { countingOf, type Rules } from './rules.ts'

export type ComputeInput = {
  readonly rules: Rules
  /** Keys of the contents, the overall question last. */
  readonly contents: readonly string[]
  readonly units: readonly UnitCounts[]
}

export type UnitFigures = AreaFigures & { readonly name: string; readonly commune: string }
export type CommuneFigures = AreaFigures & { readonly commune: string }

/** Everything a page, a paper or the calculator says about one survey. */
export type Results = {
  readonly kind: 'consistent'
  readonly contents: readonly string[]
  readonly area: AreaFigures
  readonly communes: readonly CommuneFigures[]
  readonly units: readonly UnitFigures[]
  readonly verdict: Verdict
  /** What the thresholds known so far would give where the verdict has no basis; null where it has one, or where they cannot tell. */
  readonly provisional: 'met' | 'not-met' | null
  readonly checks: readonly Check[]
  readonly reasons: readonly Reason[]
  readonly bounds: Bounds
  readonly decision: Decision
}

export type Inconsistent = { readonly kind: 'inconsistent'; readonly problems: readonly CountProblem[] }

function consistent({ rules, contents, units }: ComputeInput): Results {
  const counting = countingOf(rules)
  const figures = (some: readonly UnitCounts[]) =>
    areaFigures(poolUnits(some, contents.length), contents, counting)
  const area = figures(units)
  const communes = [...byCommune(units)].map(([commune, some]) => ({ commune, ...figures(some) }))
  const each = units.map(unit => ({ name: unit.name, commune: unit.commune, ...figures([unit]) }))
  const bounds = boundsOf(area, each)
  return {
    kind: 'consistent',
    contents,
    area,
    communes,
    units: each,
    ...judge(rules, { area, communes }),
    bounds,
    decision: decide(rules, bounds),
  }
}

/**
 * The figures, verdict and bounds of one survey: the single place where they are made.
 * Counts that contradict each other give no figure at all, only the contradictions.
 */
export function compute(input: ComputeInput): Results | Inconsistent {
  const problems = checkUnits(input.units, input.contents)
  return problems.length > 0 ? { kind: 'inconsistent', problems } : consistent(input)
}
