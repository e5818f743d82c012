import { data } from '@remix-run/node'
import type { Result } from '#app/basics/result.ts'

/** Status of a refusal's code; what is not listed is the reader's to mend (422). */
const statuses: { readonly [code: string]: number } = {
  'not-signed-in': 401,
  'session-ended': 401,
  forbidden: 403,
  'sign-in-locked': 429,
  'account-unknown': 404,
  'account-own': 409,
  'account-disabled': 409,
  'session-unknown': 404,
  'invitation-unknown': 410,
  'reset-unknown': 410,
  'area-ended': 409,
  'area-province-stays': 409,
  'area-collecting': 409,
  'area-list-outdated': 409,
  'page-unknown': 404,
  'campaign-unknown': 404,
  'village-unknown': 404,
  'slot-unknown': 404,
  'double-unknown': 404,
  'slot-answered': 409,
  'answered-by-batch': 409,
  'batch-unknown': 404,
  'batch-ended': 410,
  'batch-open': 409,
  'batch-not-keyed': 409,
  'batch-ticks-differ': 409,
  'batch-household-answered': 409,
  'sheet-number-unknown': 404,
  'sheet-keyed-by-you': 409,
  'sheet-keyed-twice': 409,
  'sheet-not-differing': 404,
  'area-unknown': 404,
  'code-mistyped': 404,
  'code-unknown': 404,
  'code-replaced': 410,
  'campaign-step-not-now': 409,
  'campaign-not-closed': 409,
  'import-outdated': 409,
  'household-unknown': 404,
  'household-not-active': 409,
  'household-active': 409,
  'household-in-running-campaign': 409,
  'campaign-archived': 409,
  'paper-before-closing': 409,
  'setup-done': 410,
  'campaign-not-collecting': 410,
  'village-counted-by-hand': 410,
  'rules-unknown': 404,
  'rules-outdated': 409,
  'sheet-unknown': 404,
  'answered-before-reopening': 409,
  'slots-without-reason': 409,
  'version-unknown': 404,
  'team-unknown': 404,
  'posting-unknown': 404,
  'opinion-unknown': 404,
  'posting-running': 409,
  'opinions-unanswered': 409,
  'callback-unknown': 404,
  'callback-own': 409,
  'callback-none-left': 409,
  'sample-there': 409,
  'sample-of-joint': 409,
  'sample-missing': 404,
  'sample-drawn': 409,
  'sample-not-drawn': 409,
  'sample-list-outdated': 409,
  'sample-household-gone': 409,
  'sample-household-unknown': 404,
  'sample-slot-in-batch': 409,
  'sample-reserve-empty': 409,
  'language-unknown': 404,
  'campaign-key-missing': 503,
  'file-too-large': 413,
  'form-unreadable': 422,
}

/** The HTTP status that a refusal's code is answered with. */
export const statusOf = (code: string): number => statuses[code] ?? 422

/** Ends the request with an error page that says the problem in its own words (`problem.<code>` of the catalogue). */
export const problem = (code: string, more: Readonly<Record<string, unknown>> = {}): never => {
  throw data({ problem: code, ...more }, { status: statusOf(code) })
}

/** The value of a result, or the error page of its refusal. */
export const orProblem = <T, E extends string>(result: Result<T, E>): T =>
  result.ok ? result.value : problem(result.error)
