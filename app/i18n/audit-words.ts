import type { Deed } from '#app/account/permission.ts'
import type { AuditEvent, AuditRecord } from '#app/audit/event.ts'
import type { Language } from '#app/basics/language.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { findRules } from '#app/verdict/packs.ts'
import { formatDate } from './format.ts'
import { isKey, type Key, type T, translator, variablesOf } from './translate.ts'

type NameOf<Event> = Event extends AuditEvent ? Exclude<keyof Event, 'kind'> : never

/** Every name that a detail of some event has. */
type DetailName = NameOf<AuditEvent>

/** Looks a written id, path or username up; the text itself where nothing goes by it. */
export type Names = {
  readonly areas: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

type Saying = { readonly t: T; readonly language: Language; readonly kind: string; readonly names: Names }

type Wording = (text: string, saying: Saying) => string

/** The text under a key composed of a stored word, or the word itself: rows of old may hold words that are gone. */
const said = (t: T, key: string, text: string): string => (isKey(key) ? t(key) : text)

const place: Wording = (text, { names }) => names.areas.get(text) ?? text

const places: Wording = (text, saying) =>
  text
    .split(',')
    .map(code => place(code.trim(), saying))
    .join(', ')

/** What people do to their own account: who it is stands before the sentence already. */
const ownDeeds: ReadonlySet<string> = new Set<AuditEvent['kind']>([
  'account.signed-in',
  'account.signed-out',
  'account.sign-in-failed',
  'account.password-accepted',
  'account.second-step-failed',
  'account.second-step-set-up',
  'account.recovery-codes-made',
  'account.recovery-code-used',
  'account.password-changed',
  'invitation.accepted',
])

const person: Wording = (text, { names, kind }) => {
  if (ownDeeds.has(kind)) return text
  const name = names.people.get(text)
  return name === undefined || name === text ? text : `${name} (${text})`
}

const day: Wording = (text, { language }) => formatDate(text, language)

/** As much of a hash as tells it apart by eye. */
const shortHash = (hash: string): string => hash.slice(0, 12)

const roleOf: Wording = (text, { t }) => said(t, `term.role.${text}`, text)

const titleOf: Wording = (text, { t }) => said(t, `term.title.${text}`, text)

const rulesOf: Wording = (text, saying) => {
  const rules = findRules(text)
  return rules ? `${rules.packName} – ${titleOf(rules.title, saying)}` : text
}

const fields: Wording = (text, { t }) =>
  text
    .split(', ')
    .map(field => said(t, `audit.field.${field}`, field))
    .join(', ')

const channel: Wording = (text, { t, kind }) =>
  said(t, kind.startsWith('posting.') ? `office.posting.channels.${text}` : `term.channel.${text}`, text)

const outcome: Wording = (text, { t, kind }) => {
  if (text === 'none') return t('audit.noOutcome')
  return said(
    t,
    kind.startsWith('callback.') ? `office.callback.outcomes.${text}` : `term.outcome.${text}`,
    text,
  )
}

/** A key of every deed: one without words does not compile. */
const deedKey = (deed: Deed): Key => `audit.deed.${deed}`

/** What stood before: a state of a campaign, a household's standing, or an area's name. */
const from: Wording = (text, { t, kind }) => {
  if (kind === 'campaign.cancelled') return said(t, `state.${text}`, text)
  return kind === 'household.returned' ? said(t, `office.register.standing.${text}`, text) : text
}

/** Details that are not said as they are written. */
const wordings: { readonly [name in DetailName]?: Wording } = {
  village: place,
  area: place,
  commune: place,
  place,
  path: place,
  successors: places,
  areas: places,
  username: person,
  collector: person,
  on: day,
  startsOn: day,
  day,
  hash: shortHash,
  listHash: shortHash,
  sha256: shortHash,
  title: titleOf,
  rules: rulesOf,
  questionnaire: (text, { language }) => findQuestionnaire(text)?.name[language] ?? text,
  role: roleOf,
  formerRole: roleOf,
  value: (text, { t }) => said(t, `term.ruleKey.${text}`, text),
  paper: (text, { t }) => said(t, `audit.paper.${text}`, text),
  reading: (text, { t }) => said(t, `audit.reading.${text}`, text),
  deed: (text, { t }) => said(t, deedKey(text as Deed), text),
  deadline: day,
  fields,
  channel,
  outcome,
  from,
}

/** Texts of a detail that may name an area or a person: what to look up before saying it. */
export const toLookUp = ({ detail }: Pick<AuditRecord, 'detail'>): readonly string[] =>
  (
    ['village', 'area', 'commune', 'place', 'path', 'username', 'collector', 'successors', 'areas'] as const
  ).flatMap(name => {
    const text = detail[name]
    return typeof text === 'string' ? text.split(',').map(part => part.trim()) : []
  })

/** A key of every kind: one without a sentence does not compile. */
const sentenceKey = (kind: AuditEvent['kind']): Key => `audit.event.${kind}`

type SayOptions = { readonly language: Language; readonly names: Names }

/**
 * One event as a sentence without its doer. What an old row lacks is said to be unknown; a kind of another release is
 * told by its name.
 */
export const sayEvent = (
  { kind, detail }: Pick<AuditRecord, 'kind' | 'detail'>,
  { language, names }: SayOptions,
): string => {
  const t = translator(language)
  const key = sentenceKey(kind)
  if (!isKey(key as string)) return t('audit.other', { kind })
  const word = ([name, value]: readonly [string, string | number]) => {
    const wording = Object.hasOwn(wordings, name) ? wordings[name as DetailName] : undefined
    const told = wording ? wording(String(value), { t, language, kind, names }) : value
    return [name, told === '' ? t('audit.unknown') : told] as const
  }
  const blanks = variablesOf(key, language).map(name => [name, t('audit.unknown')] as const)
  return t(key, { ...Object.fromEntries(blanks), ...Object.fromEntries(Object.entries(detail).map(word)) })
}
