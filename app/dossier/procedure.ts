import { termOf, type WorkingCalendar } from '#app/basics/calendar.ts'
import type { Day } from '#app/basics/day.ts'
import { lastDayOf, type Posting } from '#app/campaign/posting.ts'
import type { RuleKey, Rules } from '#app/verdict/rules.ts'

/** Everything that is known of how a round was run. Null is "not written down", never "not done". */
export type Course = {
  readonly rules: Rules
  readonly calendar: WorkingCalendar
  readonly today: Day
  /** The paper of the plan; its day is null where nobody wrote it down. */
  readonly plan: { readonly issuedOn: Day | null; readonly number: string | null }
  /** The first planned day of collecting. */
  readonly startsOn: Day
  readonly openedOn: Day
  readonly closedOn: Day
  readonly villages: number
  /** Of the present version: the days on which villages signed their minutes, and the villages that have not, by name. */
  readonly minutes: { readonly signedOn: readonly Day[]; readonly missing: readonly string[] }
  /** Versions before this one, the first one first. */
  readonly earlier: readonly { readonly version: number; readonly reopenedOn: Day; readonly reason: string }[]
  /** Of the present version; null before posting. `daysDocument` names the document where the rules set no days. */
  readonly posting: (Posting & { readonly daysDocument: string | null }) | null
  readonly opinions: { readonly all: number; readonly unanswered: number }
  readonly submittedOn: Day | null
  /** 64 hex digits, taken at closing. */
  readonly fingerprint: string | null
}

/** Whether a step was taken as it should, was not, is still to come, needs a look, or was not written down. */
export type Outcome = 'done' | 'not-done' | 'pending' | 'look' | 'unknown'

/** The steps of the procedure in their order (domain §2, §5). */
export const procedureSteps = [
  'plan',
  'opening',
  'term',
  'minutes',
  'fingerprint',
  'posting',
  'opinions',
  'submission',
  'versions',
] as const

type Step = (typeof procedureSteps)[number]

/** What is said of a step; the code is the key of its sentence. */
export type ProcedureCode =
  | 'plan-before'
  | 'plan-late'
  | 'plan-unknown'
  | 'opened'
  | 'opened-early'
  | 'term-within'
  | 'term-hangs-on-first-day'
  | 'term-beyond'
  | 'term-open'
  | 'minutes-unknown'
  | 'minutes-some'
  | 'minutes-signed'
  | 'fingerprint'
  | 'fingerprint-unknown'
  | 'posting-none'
  | 'posting-running'
  | 'posting-over'
  | 'posting-short'
  | 'opinions-ahead'
  | 'opinions-none'
  | 'opinions-answered'
  | 'opinions-waiting'
  | 'submitted'
  | 'submitted-not'
  | 'versions-one'
  | 'versions-reopened'

/** One step with its days, counts and texts, and the value of the frozen rules it is held against. */
export type ProcedureStep = {
  readonly step: Step
  readonly outcome: Outcome
  readonly code: ProcedureCode
  readonly days: { readonly [name: string]: Day }
  readonly counts: { readonly [name: string]: number }
  readonly texts: { readonly [name: string]: string }
  /** Null where the rules have no value for it. */
  readonly rule: Extract<RuleKey, 'workingDays' | 'postingDays'> | null
  /** A document that stands in for the rules. */
  readonly document: string | null
}

type Said = Pick<ProcedureStep, 'outcome' | 'code'> &
  Partial<Pick<ProcedureStep, 'days' | 'counts' | 'texts' | 'rule' | 'document'>>

const planStep = ({ plan: { issuedOn, number }, openedOn }: Course): Said => {
  if (issuedOn === null) return { outcome: 'unknown', code: 'plan-unknown' }
  const told = { days: { issuedOn, openedOn }, texts: { number: number ?? '…' } }
  return issuedOn <= openedOn
    ? { outcome: 'done', code: 'plan-before', ...told }
    : { outcome: 'not-done', code: 'plan-late', ...told }
}

const openingStep = ({ openedOn, startsOn }: Course): Said => {
  const days = { openedOn, startsOn }
  return openedOn < startsOn
    ? { outcome: 'look', code: 'opened-early', days }
    : { outcome: 'done', code: 'opened', days }
}

const termOutcomes = { within: 'done', 'hangs-on-first-day': 'look', beyond: 'not-done' } as const

/** From opening, or the last reopening, to the finished tally: closing counts, so both fall on one day. */
const termStep = ({ rules, calendar, earlier, openedOn, closedOn }: Course): Said => {
  const from = earlier.at(-1)?.reopenedOn ?? openedOn
  const days = { from, to: closedOn }
  const limit = rules.workingDays.value
  const rule = 'workingDays' as const
  const { used, lastDay, standing } = termOf(days, { limit: limit ?? 1, calendar })
  if (limit === null) return { outcome: 'unknown', code: 'term-open', days, counts: { used }, rule }
  const told = { days: { ...days, lastDay }, counts: { used, limit }, rule }
  return { outcome: termOutcomes[standing], code: `term-${standing}`, ...told }
}

/** Villages named as missing; behind so many the rest is only counted. */
const mostNamed = 8

const namesIn = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed).join(', ')}… (+${names.length - mostNamed})`

const minutesStep = ({ villages, minutes: { signedOn, missing } }: Course): Said => {
  const days = [...signedOn].sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined)
    return { outcome: 'unknown', code: 'minutes-unknown', counts: { villages } }
  const told = { days: { from, to }, counts: { signed: days.length, villages } }
  return missing.length === 0
    ? { outcome: 'done', code: 'minutes-signed', ...told }
    : { outcome: 'pending', code: 'minutes-some', ...told, texts: { missing: namesIn(missing) } }
}

const fingerprintStep = ({ fingerprint }: Course): Said =>
  fingerprint === null
    ? { outcome: 'unknown', code: 'fingerprint-unknown' }
    : { outcome: 'done', code: 'fingerprint', texts: { begins: fingerprint.slice(0, 16) } }

const postingStep = ({ posting, rules, today }: Course): Said => {
  const rule = 'postingDays' as const
  if (posting === null) return { outcome: 'pending', code: 'posting-none', rule }
  const least = rules.postingDays.value
  const lastDay = lastDayOf(posting)
  const told = {
    days: { startsOn: posting.startsOn, lastDay },
    counts: { days: posting.days, least: least ?? posting.days },
    ...{ rule, document: posting.daysDocument },
  }
  if (least !== null && posting.days < least) return { outcome: 'not-done', code: 'posting-short', ...told }
  return today > lastDay
    ? { outcome: 'done', code: 'posting-over', ...told }
    : { outcome: 'pending', code: 'posting-running', ...told }
}

const opinionsStep = ({ posting, opinions: counts }: Course): Said => {
  if (posting === null) return { outcome: 'pending', code: 'opinions-ahead' }
  if (counts.all === 0) return { outcome: 'done', code: 'opinions-none' }
  return counts.unanswered === 0
    ? { outcome: 'done', code: 'opinions-answered', counts }
    : { outcome: 'not-done', code: 'opinions-waiting', counts }
}

const submissionStep = ({ submittedOn }: Course): Said =>
  submittedOn === null
    ? { outcome: 'pending', code: 'submitted-not' }
    : { outcome: 'done', code: 'submitted', days: { submittedOn } }

const versionsStep = ({ earlier }: Course): Said => {
  const last = earlier.at(-1)
  if (!last) return { outcome: 'done', code: 'versions-one' }
  const { version, reopenedOn, reason } = last
  return {
    ...{ outcome: 'look', code: 'versions-reopened', days: { reopenedOn } },
    counts: { times: earlier.length, version: version + 1 },
    texts: { reason },
  }
}

const steps: { readonly [step in Step]: (course: Course) => Said } = {
  plan: planStep,
  opening: openingStep,
  term: termStep,
  minutes: minutesStep,
  fingerprint: fingerprintStep,
  posting: postingStep,
  opinions: opinionsStep,
  submission: submissionStep,
  versions: versionsStep,
}

/** The procedure of a counted round step by step: what was done when, against which value of its frozen rules. */
export const procedureOf = (course: Course): readonly ProcedureStep[] =>
  procedureSteps.map(step => ({
    ...{ step, days: {}, counts: {}, texts: {}, rule: null, document: null },
    ...steps[step](course),
  }))
