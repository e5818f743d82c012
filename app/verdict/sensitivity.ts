import { bases } from '#app/tally/base.ts'
import { byCommune, poolUnits, type UnitCounts } from '#app/tally/counts.ts'
import { areaFigures } from './figures.ts'
import { checksOf, type Figures } from './judge.ts'
import { countingOf, coverageMeasures, type Rules } from './rules.ts'

export type Survey = {
  readonly rules: Rules
  readonly contents: readonly string[]
  readonly units: readonly UnitCounts[]
}

/** A way of counting that no document settles and under which the requirements would come out the other way. */
export type Dependence = {
  readonly key: 'base' | 'coverageMeasure'
  readonly value: string
  readonly outcome: 'met' | 'not-met'
}

/** The figures of the area and of each commune, counted as the rules say. */
export function figuresOf({ rules, contents, units }: Survey): Figures {
  const counting = countingOf(rules)
  const pooled = (some: readonly UnitCounts[]) =>
    areaFigures(poolUnits(some, contents.length), contents, counting)
  const communes = [...byCommune(units)].map(([commune, some]) => ({ commune, ...pooled(some) }))
  return { area: pooled(units), communes }
}

function outcomeOf(survey: Survey): 'met' | 'not-met' {
  return checksOf(survey.rules, figuresOf(survey)).every(check => check.holds) ? 'met' : 'not-met'
}

function alternatives(
  rules: Rules,
): readonly (Pick<Dependence, 'key' | 'value'> & { readonly rules: Rules })[] {
  const now = countingOf(rules)
  const byBase = bases.map(value => ({
    key: 'base' as const,
    value,
    rules: { ...rules, base: { ...rules.base, value } },
  }))
  const byMeasure = coverageMeasures.map(value => ({
    key: 'coverageMeasure' as const,
    value,
    rules: { ...rules, coverageMeasure: { ...rules.coverageMeasure, value } },
  }))
  return [...byBase, ...byMeasure].filter(
    ({ key, value }) => rules[key].status !== 'confirmed' && value !== now[key],
  )
}

/** Every unconfirmed way of counting whose change would turn the outcome: a denominator must not decide unseen. */
export function dependences(survey: Survey): readonly Dependence[] {
  const now = outcomeOf(survey)
  return alternatives(survey.rules).flatMap(({ key, value, rules }) => {
    const outcome = outcomeOf({ ...survey, rules })
    return outcome === now ? [] : [{ key, value, outcome }]
  })
}
