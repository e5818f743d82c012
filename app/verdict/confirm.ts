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

/**
 * The next version of the rules, with one value confirmed by a document. The given version stays as it is, and with it every campaign that froze it.
 * Refused: no document number, no real date, an open value without the value, or a value this key cannot take.
 */
export function confirmValue(
  rules: Rules,
  key: RuleKey,
  { document, date, value }: Confirmation,
): Result<Rules, ConfirmProblem> {
  if (document.trim() === '') return no('document-missing')
  if (!z.iso.date().safeParse(date).success) return no('date-invalid')
  if (value === undefined && rules[key].value === null) return no('value-missing')
  if (value === null && !mayBeNone(key)) return no('value-missing')
  const confirmed = {
    value: value === undefined ? rules[key].value : value,
    status: 'confirmed',
    source: document.trim().normalize('NFC'),
    date,
  }
  const next = rulesSchema.safeParse({ ...rules, version: rules.version + 1, [key]: confirmed })
  return next.success ? ok(next.data) : no('value-invalid')
}
