import type { AuditEvent } from './event.ts'

type ConceptOf<Kind extends string> = Kind extends `${infer Concept}.${string}` ? Concept : never

/** What an event is about: its kind up to the point. */
export type Concept = ConceptOf<AuditEvent['kind']>

/** Groups by which a reader asks for a part of the log, in the order of a campaign. */
export const groups = [
  'campaign',
  'register',
  'handing',
  'collecting',
  'counting',
  'posting',
  'verification',
  'dossier',
  'paper',
  'rules',
  'account',
  'refusal',
  'system',
] as const

export type Group = (typeof groups)[number]

/** The group of every concept: a new one does not compile before it has its own. */
const groupOf: { readonly [concept in Concept]: Group } = {
  campaign: 'campaign',
  plan: 'campaign',
  team: 'campaign',
  sample: 'campaign',
  joint: 'campaign',
  register: 'register',
  household: 'register',
  slot: 'handing',
  ballot: 'collecting',
  double: 'collecting',
  meeting: 'collecting',
  collector: 'collecting',
  outbox: 'collecting',
  callback: 'collecting',
  sheet: 'counting',
  minutes: 'counting',
  batch: 'counting',
  posting: 'posting',
  letter: 'posting',
  results: 'posting',
  verification: 'verification',
  dossier: 'dossier',
  paper: 'paper',
  pack: 'paper',
  export: 'paper',
  rules: 'rules',
  language: 'rules',
  wording: 'rules',
  clip: 'rules',
  account: 'account',
  session: 'account',
  invitation: 'account',
  area: 'account',
  'area-list': 'account',
  deed: 'refusal',
  audit: 'system',
  demonstration: 'system',
}

/** A group by its name in a text, or null. */
export const readGroup = (raw: string): Group | null => groups.find(group => group === raw) ?? null

/** The concepts of some groups. */
export const conceptsOf = (wanted: readonly Group[]): readonly string[] =>
  Object.entries(groupOf)
    .filter(([, group]) => wanted.includes(group))
    .map(([concept]) => concept)

/** What is read by whoever looks after accounts and sees no campaign (domain §5). */
export const groupsWithoutCampaigns: readonly Group[] = ['account', 'refusal', 'system']

/** Kinds about one household, or about ballots in the moment in which they came. */
const ofHouseholds: ReadonlySet<string> = new Set<AuditEvent['kind']>([
  'ballot.received',
  'ballot.answered-again',
  'ballot.mixed',
  'ballot.unreadable',
  'ballot.later-unreadable',
  'double.kept',
  'slot.outcome-noted',
  'slot.code-replaced',
  'callback.entered',
])

/**
 * Whether a reader learns only the day of an event: participation is told by days and never by the minute, so that no
 * line can be laid beside what a neighbour saw (docs/threat-model.md).
 */
export const isToldByDay = (kind: string): boolean => ofHouseholds.has(kind)
