import { z } from 'zod'
import { titles } from '#app/programme/titles.ts'
import { type RuleKey, ruleKeys, rulesSchema } from './rules.ts'

const open = { value: null, status: 'open', source: '', date: null }

/** A bare value stands for itself, as if a document confirmed it; a missing one is open. */
function asSourced(given: Readonly<Record<string, unknown>>, key: RuleKey): unknown {
  const value = given[key]
  if (value === undefined) return open
  if (typeof value === 'object' && value !== null) return value
  return { value, status: 'confirmed', source: 'inline', date: null }
}

const head = {
  id: 'inline',
  pack: 'inline',
  packName: 'inline',
  version: 1,
  title: titles[0],
  period: { from: 1900, to: null },
  historical: false,
  criteriaSet: null,
}

/**
 * Rules written into a calculator's file: the frozen rules of a campaign as they are, or a short form that names only the values,
 * each bare (`"minimumCoverage": 70`, null for “no such requirement”) or with its source. What is left out is open.
 */
export const inlineRulesSchema = z
  .record(z.string(), z.unknown())
  .transform((given): unknown => {
    const values = Object.fromEntries(ruleKeys.map(key => [key, asSourced(given, key)]))
    return { ...head, ...given, ...values }
  })
  .pipe(rulesSchema)
