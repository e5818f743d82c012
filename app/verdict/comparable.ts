import { countingOf, type Rules, thresholdKeys } from './rules.ts'

/** What two surveys must share before their rates stand side by side. `questionnaire` names one version of one questionnaire. */
export type Basis = {
  readonly rules: Rules
  readonly questionnaire: string
  readonly contents: readonly string[]
}

/** What differs, with the two values. The code is the i18n key. */
export type Difference = {
  readonly code:
    | 'questionnaire-differs'
    | 'contents-differ'
    | 'title-differs'
    | 'thresholds-differ'
    | 'base-differs'
    | 'blank-treatment-differs'
    | 'coverage-measure-differs'
  readonly values: readonly [string, string]
}

export type Comparison =
  | { readonly kind: 'comparable' }
  | { readonly kind: 'not-comparable'; readonly reasons: readonly Difference[] }

const thresholdsOf = (rules: Rules) => thresholdKeys.map(key => rules[key].value ?? '–').join(' / ')

function sides({ rules, questionnaire, contents }: Basis) {
  const { base, blankTreatment, coverageMeasure } = countingOf(rules)
  return [
    ['questionnaire-differs', questionnaire],
    ['contents-differ', contents.join(' · ')],
    ['title-differs', rules.title],
    ['thresholds-differ', thresholdsOf(rules)],
    ['base-differs', base],
    ['blank-treatment-differs', blankTreatment],
    ['coverage-measure-differs', coverageMeasure],
  ] as const
}

/** Whether the rates of two surveys (two rounds of a commune, or two communes) mean the same thing, and if not, why. */
export function comparable(a: Basis, b: Basis): Comparison {
  const others = sides(b)
  const reasons = sides(a).flatMap(([code, left], i): readonly Difference[] => {
    const right = others[i]?.[1] ?? ''
    return left === right ? [] : [{ code, values: [left, right] }]
  })
  return reasons.length > 0 ? { kind: 'not-comparable', reasons } : { kind: 'comparable' }
}
