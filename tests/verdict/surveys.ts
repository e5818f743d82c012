import type { UnitCounts } from '#app/tally/counts.ts'
import { compute, type Results } from '#app/verdict/compute.ts'
import { inlineRulesSchema } from '#app/verdict/inline.ts'
import { findRules } from '#app/verdict/packs.ts'
import type { Rules } from '#app/verdict/rules.ts'

/** Shipped rules that a test relies on. */
export function rulesNamed(id: string): Rules {
  const rules = findRules(id)
  if (!rules) throw new Error(`no rules ${id}`)
  return rules
}

/** Rules whose values are all confirmed. */
export const confirmed = (values: Readonly<Record<string, unknown>>): Rules =>
  inlineRulesSchema.parse({
    minimumCoverage: null,
    overallThreshold: null,
    contentThreshold: null,
    ...values,
  })

/** Results of counts that a test knows to add up. The last content is the overall question. */
export function resultsOf(rules: Rules, contents: readonly string[], units: readonly UnitCounts[]): Results {
  const results = compute({ rules, contents, units })
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  return results
}
