import { z } from 'zod'
import { no, ok, type Result } from '#app/basics/result.ts'
import { blankTreatments } from '#app/tally/ballots.ts'
import { bases } from '#app/tally/base.ts'
import { coverageMeasures, type RuleKey, type Rules, rulesSchema, scopes, thresholdKeys } from './rules.ts'

/** The document a value was read in: its number, its date (yyyy-mm-dd) and, where nobody had entered it yet or it differs, the value. `value` null says that the document sets no such requirement. */
export type Confirmation = {
  readonly document: string
  readonly date: string
  readonly value?: string | number | null
}

export type ConfirmProblem = 'document-missing' | 'date-invalid' | 'value-missing' | 'value-invalid'

/** Whether a document may set no such requirement: a threshold may be absent, a way of counting may not. */
export const mayBeNone = (key: RuleKey): boolean => thresholdKeys.some(threshold => threshold === key)

const choices = {
  coverageMeasure: coverageMeasures,
  contentScope: scopes,
  base: bases,
  blankTreatment: blankTreatments,
} as const

/** The words a key may take, or null where it takes a number. */
export const choicesOf = (key: RuleKey): readonly string[] | null =>
  Object.hasOwn(choices, key) ? choices[key as keyof typeof choices] : null

/** A typed value as its key takes it: `66,5` or `66,5 %` as `66.5`, days as an integer (NaN when it is none), a word as it is. */
export function readRuleValue(key: RuleKey, text: string): string | number {
  if (choicesOf(key)) return text.trim()
  if (mayBeNone(key)) return text.replace('%', '').trim().replace(',', '.')
  return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN
}

const withValue = (rules: Rules, key: RuleKey, { document, date, value }: Required<Confirmation>) =>
  rulesSchema.safeParse({
    ...rules,
    version: rules.version + 1,
    [key]: { value, status: 'confirmed', source: document.trim().normalize('NFC'), date },
  })

/** What is wrong with the value alone, whatever its document. */
const valueFault = (
  rules: Rules,
  key: RuleKey,
  value: NonNullable<Confirmation['value']> | null | undefined,
): ConfirmProblem | null => {
  if (value === undefined) return rules[key].value === null ? 'value-missing' : null
  if (value === null && !mayBeNone(key)) return 'value-missing'
  return withValue(rules, key, { document: '-', date: '2000-01-01', value }).success ? null : 'value-invalid'
}

/** Everything that is wrong with a confirmation: no document number, no real date, an open value without the value, or a value this key cannot take. */
export const confirmationFaults = (
  rules: Rules,
  key: RuleKey,
  { document, date, value }: Confirmation,
): readonly ConfirmProblem[] => {
  const faults: readonly (ConfirmProblem | null)[] = [
    document.trim() === '' ? 'document-missing' : null,
    z.iso.date().safeParse(date).success ? null : 'date-invalid',
    valueFault(rules, key, value),
  ]
  return faults.flatMap(fault => fault ?? [])
}

/**
 * The next version of the rules, with one value confirmed by a document. The given version stays as it is, and with it every campaign that froze it.
 * Refused with the first of its faults.
 */
export function confirmValue(
  rules: Rules,
  key: RuleKey,
  confirmation: Confirmation,
): Result<Rules, ConfirmProblem> {
  const [fault] = confirmationFaults(rules, key, confirmation)
  if (fault) return no(fault)
  const { value = rules[key].value } = confirmation
  const next = withValue(rules, key, { ...confirmation, value })
  return next.success ? ok(next.data) : no('value-invalid')
}
