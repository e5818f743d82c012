import type { ContentCounts } from '#app/tally/counts.ts'
import { meetsPercent, type Percent, type Rate } from '#app/tally/rate.ts'
import type { AreaFigures } from './figures.ts'
import { countingOf, type Rules, type Status, type ThresholdKey, thresholdKeys } from './rules.ts'

export type Verdict = 'met' | 'not-met' | 'no-basis'

/** One requirement put to one rate: which, where, and whether it holds. `commune` is null where the whole area is meant. */
export type Check = {
  readonly requirement: ThresholdKey
  readonly content: string | null
  readonly commune: string | null
  readonly counts: ContentCounts | null
  readonly rate: Rate
  readonly threshold: Percent
  readonly status: Status
  readonly holds: boolean
}

/** Why a verdict is not “met”, as data. The code is the i18n key. */
export type Reason =
  | { readonly code: 'coverage-below-minimum'; readonly rate: Rate; readonly threshold: Percent }
  | ({ readonly code: 'overall-below-threshold' } & ContentShort)
  | ({ readonly code: 'content-below-threshold' } & ContentShort)
  | ({ readonly code: 'content-below-threshold-in-commune'; readonly commune: string } & ContentShort)
  | {
      readonly code: 'value-unconfirmed' | 'value-open'
      readonly key: ThresholdKey
      readonly value: Percent | null
      readonly source: string
    }

type ContentShort = {
  readonly content: string
  readonly rate: Rate
  readonly threshold: Percent
  readonly counts: ContentCounts
}

export type Figures = {
  readonly area: AreaFigures
  readonly communes: readonly (AreaFigures & { readonly commune: string })[]
}

export type Judgement = {
  readonly verdict: Verdict
  readonly provisional: 'met' | 'not-met' | null
  readonly checks: readonly Check[]
  readonly reasons: readonly Reason[]
}

type Measured = Pick<Check, 'content' | 'commune' | 'counts' | 'rate'>

function checked(rules: Rules, requirement: ThresholdKey, measured: readonly Measured[]): readonly Check[] {
  const { value: threshold, status } = rules[requirement]
  if (threshold === null) return []
  return measured.map(one => ({
    requirement,
    ...one,
    threshold,
    status,
    holds: meetsPercent(one.rate, threshold),
  }))
}

function contentsOf(area: AreaFigures, commune: string | null): readonly Measured[] {
  return area.contents.map(({ content, counts, satisfied }) => ({
    content,
    commune,
    counts,
    rate: satisfied,
  }))
}

/** Contents as the rules look at them: over the area without the overall question, which has its own threshold, or all of them in every commune. */
function contentsInScope(rules: Rules, { area, communes }: Figures): readonly Measured[] {
  if (countingOf(rules).contentScope === 'every-commune')
    return communes.flatMap(figures => contentsOf(figures, figures.commune))
  return contentsOf(area, null).slice(0, -1)
}

/** Every requirement the rules set, put to the figures. Source: coverage and rates as in the guidance (tỷ lệ hộ được lấy ý kiến, tỷ lệ hài lòng chung, từng nội dung). */
export function checksOf(rules: Rules, figures: Figures): readonly Check[] {
  const { area } = figures
  return [
    ...checked(rules, 'minimumCoverage', [
      { content: null, commune: null, counts: null, rate: area.coverage },
    ]),
    ...checked(rules, 'overallThreshold', contentsOf(area, null).slice(-1)),
    ...checked(rules, 'contentThreshold', contentsInScope(rules, figures)),
  ]
}

function reasonOf(check: Check): Reason {
  const { rate, threshold, content, counts, commune } = check
  if (content === null || counts === null) return { code: 'coverage-below-minimum', rate, threshold }
  const short = { content, rate, threshold, counts }
  if (check.requirement === 'overallThreshold') return { code: 'overall-below-threshold', ...short }
  if (commune === null) return { code: 'content-below-threshold', ...short }
  return { code: 'content-below-threshold-in-commune', commune, ...short }
}

/** The thresholds that are not confirmed, and so forbid an official verdict. A confirmed null is a requirement the document does not set. */
export function missingBasis(rules: Rules): readonly Reason[] {
  return thresholdKeys.flatMap((key): readonly Reason[] => {
    const { status, value, source } = rules[key]
    if (status === 'confirmed') return []
    return [{ code: value === null ? 'value-open' : 'value-unconfirmed', key, value, source }]
  })
}

/** The official rule: met when every requirement holds and every threshold is confirmed. Each failing content is a reason of its own, whatever the mean says. */
export function judge(rules: Rules, figures: Figures): Judgement {
  const checks = checksOf(rules, figures)
  const short = checks.filter(check => !check.holds).map(reasonOf)
  const missing = missingBasis(rules)
  const outcome = short.length > 0 ? 'not-met' : 'met'
  const reasons = [...missing, ...short]
  if (missing.length === 0) return { verdict: outcome, provisional: null, checks, reasons }
  const unknown = missing.some(reason => reason.code === 'value-open')
  return { verdict: 'no-basis', provisional: unknown && outcome === 'met' ? null : outcome, checks, reasons }
}
