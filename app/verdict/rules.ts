import { z } from 'zod'
import { titles } from '#app/programme/titles.ts'
import { criteriaSetIds } from '#app/questionnaire/criteria.ts'
import { blankTreatments } from '#app/tally/ballots.ts'
import { bases } from '#app/tally/base.ts'
import { isPercent } from '#app/tally/rate.ts'

/** How sure a value is: read in the act or reported from it, seen only in practice, or without any source. */
export const statuses = ['confirmed', 'unconfirmed', 'open'] as const
export type Status = (typeof statuses)[number]

/**
 * One value of the rules with where it comes from. `date` is the document's, yyyy-mm-dd.
 * `value` null with `confirmed`: the document sets no such requirement; null with any other status: nobody has entered it yet.
 */
export type Sourced<T> = {
  readonly value: T | null
  readonly status: Status
  readonly source: string
  readonly date: string | null
}

/** Whether each content must reach its threshold over the whole area or in every commune of it. */
export const scopes = ['area', 'every-commune'] as const
export type Scope = (typeof scopes)[number]

/** Which ballots count as households asked: those collected, or those handed out. */
export const coverageMeasures = ['collected', 'issued'] as const
export type CoverageMeasure = (typeof coverageMeasures)[number]

const date = z.iso.date()

const sourced = <T extends z.ZodType>(value: T) =>
  z
    .object({ value: value.nullable(), status: z.enum(statuses), source: z.string(), date: date.nullable() })
    .readonly()

const percent = z
  .union([z.string(), z.number().transform(String)])
  .refine(isPercent, { error: 'not-a-percentage' })

const days = z.int().min(1).max(366)

/** The values of a title that have a source each. Percentages are exact decimals as text (`80`, `66.5`); days are whole. */
export const ruleValuesSchema = z.object({
  minimumCoverage: sourced(percent),
  coverageMeasure: sourced(z.enum(coverageMeasures)),
  overallThreshold: sourced(percent),
  contentThreshold: sourced(percent),
  contentScope: sourced(z.enum(scopes)),
  base: sourced(z.enum(bases)),
  blankTreatment: sourced(z.enum(blankTreatments)),
  workingDays: sourced(days),
  postingDays: sourced(days),
})

/** One title in one version of a rule pack, as a JSON column, a frozen campaign or an inline object of the calculator holds it. */
export const rulesSchema = ruleValuesSchema.extend({
  id: z.string(),
  pack: z.string(),
  packName: z.string(),
  title: z.enum(titles),
  version: z.int().min(1),
  /** Years in which the pack applies; `to` null while it has no end. */
  period: z.object({ from: z.int(), to: z.int().nullable() }).readonly(),
  historical: z.boolean(),
  criteriaSet: z.enum(criteriaSetIds).nullable(),
})

/** The rules of one title in one version of a pack. */
export type Rules = Readonly<z.infer<typeof rulesSchema>>

export const ruleKeys = [
  'minimumCoverage',
  'coverageMeasure',
  'overallThreshold',
  'contentThreshold',
  'contentScope',
  'base',
  'blankTreatment',
  'workingDays',
  'postingDays',
] as const
export type RuleKey = (typeof ruleKeys)[number]

/** The values an official verdict rests on: it is given only when all of them are confirmed. */
export const thresholdKeys = ['minimumCoverage', 'overallThreshold', 'contentThreshold'] as const
export type ThresholdKey = (typeof thresholdKeys)[number]

/** How the figures are counted where the rules leave it open: valid ballots, collected ballots as households asked, a blank line kept as neither. */
export function countingOf(rules: Rules) {
  return {
    base: rules.base.value ?? 'valid',
    blankTreatment: rules.blankTreatment.value ?? 'blank-line',
    coverageMeasure: rules.coverageMeasure.value ?? 'collected',
    contentScope: rules.contentScope.value ?? 'area',
  } as const
}
