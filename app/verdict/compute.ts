import { type CountProblem, checkUnits } from '#app/tally/conservation.ts'
import { type Bounds, boundsOf, type Decision, decide } from './decision.ts'
import { type AreaFigures, areaFigures } from './figures.ts'
import { type Check, judge, type Reason, type Verdict } from './judge.ts'
import { countingOf } from './rules.ts'
import { type Dependence, dependences, figuresOf, type Survey } from './sensitivity.ts'

/** What is computed: the rules, the keys of the contents (the overall question last) and the counts of each village. */
export type ComputeInput = Survey

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
  /** Unconfirmed ways of counting under which the requirements would come out the other way. */
  readonly dependsOn: readonly Dependence[]
  readonly bounds: Bounds
  readonly decision: Decision
}

export type Inconsistent = { readonly kind: 'inconsistent'; readonly problems: readonly CountProblem[] }

function consistent(survey: Survey): Results {
  const { rules, contents, units } = survey
  const { area, communes } = figuresOf(survey)
  const counting = countingOf(rules)
  const each = units.map(unit => ({
    name: unit.name,
    commune: unit.commune,
    ...areaFigures(unit, contents, counting),
  }))
  const bounds = boundsOf(area, each)
  return {
    kind: 'consistent',
    contents,
    area,
    communes,
    units: each,
    ...judge(rules, { area, communes }),
    dependsOn: dependences(survey),
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
