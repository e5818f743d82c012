import type { z } from 'zod'
import type { ContentFigures } from '#app/tally/base.ts'
import type { CountProblem } from '#app/tally/conservation.ts'
import { checkPublished, type PublishedProblem, type PublishedRate } from '#app/tally/published.ts'
import { printRate, type Rate } from '#app/tally/rate.ts'
import { type CalculatorInput, calculatorInputSchema } from './calculator-input.ts'
import { compute, type Results } from './compute.ts'
import type { Bounds } from './decision.ts'
import type { AreaFigures } from './figures.ts'
import { findRules, listRules } from './packs.ts'
import { countingOf, type Rules, thresholdKeys } from './rules.ts'

/** What is wrong with a file before any figure: `path` says where, as in `units.0.counts.2`. */
export type InputProblem = {
  readonly code: 'file-unreadable' | 'not-json' | 'input-invalid' | 'rules-unknown'
  readonly path: string
  readonly message: string
}

export type Problem = InputProblem | CountProblem | PublishedProblem

/** A rate as it leaves the calculator; `text` is its Vietnamese print with an ordinary space, a dash without a base. */
type PlainRate = Rate & { readonly text: string }

const plainRate = (rate: Rate): PlainRate => ({
  part: rate.part,
  whole: rate.whole,
  text: printRate(rate, 'vi').replace('\u00a0', ' '),
})

const contentOut = ({ content, counts, satisfied, dissatisfied }: ContentFigures) => ({
  content,
  ...plainRate(satisfied),
  dissatisfied: plainRate(dissatisfied),
  blank: counts.blank,
})

const areaOut = (area: AreaFigures) => ({
  coverage: plainRate(area.coverage),
  return: plainRate(area.returned),
  contents: area.contents.map(contentOut),
  overall: contentOut(area.overall),
  anyDissatisfied: area.anyDissatisfied && plainRate(area.anyDissatisfied),
})

/** Shares leave with ten decimals: more would be noise of the machine. */
const tenDecimals = (share: number) => Number(share.toFixed(10))

function boundsOut({ overall }: Bounds) {
  const { estimate, standardError, logit95, degreesOfFreedom } = overall.stratified
  const stratified = {
    estimate: estimate === null ? null : tenDecimals(estimate),
    standardError: standardError === null ? null : tenDecimals(standardError),
    logit95: logit95 && { lower: tenDecimals(logit95.lower), upper: tenDecimals(logit95.upper) },
    degreesOfFreedom,
  }
  return { overall: { ...overall, stratified } }
}

function resultsOut(rules: Rules, results: Results) {
  const { exact, worstCase } = results.decision
  const { base, blankTreatment, coverageMeasure } = countingOf(rules)
  return {
    rules: { id: rules.id, version: rules.version, base, blankTreatment, coverageMeasure },
    ...areaOut(results.area),
    units: results.units.map(unit => ({ name: unit.name, commune: unit.commune, ...areaOut(unit) })),
    verdict: results.verdict,
    provisional: results.provisional,
    reasons: results.reasons.map(reason =>
      'rate' in reason ? { ...reason, rate: plainRate(reason.rate) } : reason,
    ),
    dependsOn: results.dependsOn,
    bounds: boundsOut(results.bounds),
    decision: { exact, worstCase },
    problems: [],
  }
}

export type CalculatorOutput = ReturnType<typeof resultsOut>

const named = (name: string, text: string, rate: Rate | null): PublishedRate => ({ name, text, rate })

function publishedProblems(input: CalculatorInput, { area }: Results): readonly PublishedProblem[] {
  const { published } = input
  if (!published) return []
  const returned = published.return === undefined ? [] : [named('return', published.return, area.returned)]
  const contents = (published.contents ?? []).flatMap((text, i) => {
    const figures = area.contents[i]
    return text === null || !figures ? [] : [named(figures.content, text, figures.satisfied)]
  })
  return checkPublished({
    coverage: published.coverage === undefined ? null : named('coverage', published.coverage, area.coverage),
    overall: (published.overall ?? []).map(text => named('overall', text, area.overall.satisfied)),
    contents: [...returned, ...contents],
    collectionEnded: published.collectionEnded ?? null,
    reported: published.reported ?? null,
  })
}

const inputProblems = (error: z.ZodError): readonly InputProblem[] =>
  error.issues.map(({ path, message }) => ({ code: 'input-invalid', path: path.join('.'), message }))

/** What the calculator answers: the figures, or the problems and no figure. */
export type Calculation =
  | { readonly kind: 'computed'; readonly output: CalculatorOutput }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

const refused = (problems: readonly Problem[]): Calculation => ({ kind: 'refused', problems })

/** Works out one calculator file, already parsed from JSON. Refused where its shape, its rules, its counts or its published figures are wrong. */
export function calculate(file: unknown): Calculation {
  const parsed = calculatorInputSchema.safeParse(file)
  if (!parsed.success) return refused(inputProblems(parsed.error))
  const { rules: given, contents, units } = parsed.data
  const rules = typeof given === 'string' ? findRules(given) : given
  if (!rules) return refused([{ code: 'rules-unknown', path: 'rules', message: String(given) }])
  const results = compute({ rules, contents, units })
  if (results.kind === 'inconsistent') return refused(results.problems)
  const contradictions = publishedProblems(parsed.data, results)
  if (contradictions.length > 0) return refused(contradictions)
  return { kind: 'computed', output: resultsOut(rules, results) }
}

/** Reads a calculator's file as text. */
export function calculateText(text: string): Calculation {
  try {
    return calculate(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refused([{ code: 'not-json', path: '', message: error.message }])
  }
}

/** Every pack and title shipped, with its thresholds and how sure they are. */
export function calculatorList() {
  return listRules().map(rules => ({
    rules: rules.id,
    packName: rules.packName,
    period: rules.period,
    historical: rules.historical,
    ...Object.fromEntries(thresholdKeys.map(key => [key, rules[key]])),
  }))
}
