import { mayEver } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import {
  conceptsOf,
  type Group,
  groupsWithoutCampaigns,
  isToldByDay,
  groups as known,
} from '#app/audit/group.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import type { Language } from '#app/basics/language.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { searchKeyOf } from '#app/household/search.ts'
import { type Names, sayEvent, toLookUp } from '#app/i18n/audit-words.ts'
import { findAuditHead } from '#db/queries/audit.ts'
import { type AuditFilter, type AuditRow, findNamesWritten, listAuditRows } from '#db/queries/audit-listed.ts'
import { findCampaign } from '#db/queries/campaigns.ts'
import { type Context, permit } from './context.server.ts'

/** What a reader asks of the log; null and an empty text ask for everything. */
export type AuditQuestion = {
  readonly campaignId: string | null
  /** As typed: beginnings of words of a name or username. */
  readonly person: string
  /** Both days included, on Vietnam's clock. */
  readonly from: Day | null
  readonly to: Day | null
  readonly group: Group | null
  /** Only links with a smaller number: where a page ended. */
  readonly below: number | null
  readonly language: Language
}

/** One link as it is read. */
export type AuditLine = {
  readonly seq: number
  /** The instant in UTC; of what is told by the day, no more than that day (`yyyy-mm-dd`). */
  readonly at: { readonly instant: string } | { readonly day: Day }
  readonly who:
    | { readonly kind: 'resident' | 'system' | 'gone' }
    | { readonly kind: 'account'; readonly name: string }
  readonly campaign: { readonly id: string; readonly name: string } | null
  /** What was done, without who did it. */
  readonly sentence: string
  /** SHA-256 as lower-case hex. */
  readonly hash: string
}

export type AuditLog = {
  readonly lines: readonly AuditLine[]
  /** Where the next page begins, or null at the end. */
  readonly below: number | null
  readonly campaign: { readonly id: string; readonly name: string } | null
  /** Groups that this reader may ask for. */
  readonly groups: readonly Group[]
  readonly head: { readonly seq: number; readonly hash: string } | null
}

export type AuditRefusal = 'forbidden' | 'campaign-unknown'

/** Lines on one page. */
const pageSize = 50

/** Whoever sees no campaigns reads of accounts and of the system only (domain §5). */
const groupsOf = (person: Person): readonly Group[] =>
  mayEver(person, 'campaign.watch') ? known : groupsWithoutCampaigns

const startOf = (day: Day): Date => new Date(`${day}T00:00:00+07:00`)

const dayLater = (instant: Date): Date => new Date(instant.getTime() + 86_400_000)

const findAsked = async (
  context: Context,
  person: Person,
  campaignId: string | null,
): Promise<Result<AuditLog['campaign'], AuditRefusal>> => {
  if (campaignId === null) return ok(null)
  const campaign = isUuid(campaignId) ? await findCampaign(context.db, campaignId) : null
  if (!campaign) return no('campaign-unknown')
  // A role without campaigns is refused as one of another area is: both leave a trace.
  const deed = groupsOf(person).includes('campaign') ? 'audit.read' : 'campaign.watch'
  const permitted = await permit(context, deed, campaign.communePath)
  return permitted.ok ? ok({ id: campaign.id, name: campaign.name }) : permitted
}

/** What the reader may ask and asks: permitted, and as the database takes it. */
export const permitReading = async (
  context: Context,
  question: AuditQuestion,
): Promise<
  Result<
    { readonly person: Person; readonly filter: AuditFilter; readonly campaign: AuditLog['campaign'] },
    AuditRefusal
  >
> => {
  const permitted = await permit(context, 'audit.read', context.person?.areas[0] ?? '')
  if (!permitted.ok) return permitted
  const person = permitted.value
  const campaign = await findAsked(context, person, question.campaignId)
  if (!campaign.ok) return campaign
  const open = groupsOf(person)
  const wanted = question.group === null ? open : open.filter(group => group === question.group)
  const filter: AuditFilter = {
    scope: person.areas,
    campaignId: campaign.value?.id ?? null,
    words: searchKeyOf(question.person).split(' ').filter(Boolean),
    from: question.from && startOf(question.from),
    before: question.to && dayLater(startOf(question.to)),
    concepts: wanted === known ? null : conceptsOf(wanted),
  }
  return ok({ person, filter, campaign: campaign.value })
}

const whoOf = ({ actor, actorName, actorUsername, detail }: AuditRow, names: Names): AuditLine['who'] => {
  if (actor === 'resident') return { kind: 'resident' }
  if (actorName !== null) return { kind: 'account', name: actorName || (actorUsername ?? '') }
  if (actor !== 'system') return { kind: 'gone' }
  // Whoever is about to sign in is not signed in yet: the log names the account alone.
  const { username } = detail
  return typeof username === 'string'
    ? { kind: 'account', name: names.people.get(username) ?? username }
    : { kind: 'system' }
}

const lineOf = (
  row: AuditRow,
  { names, language }: { readonly names: Names; readonly language: Language },
): AuditLine => ({
  seq: row.seq,
  at: isToldByDay(row.kind) ? { day: dayOf(row.at) } : { instant: row.at.toISOString() },
  who: whoOf(row, names),
  campaign: row.campaignId && row.campaignName ? { id: row.campaignId, name: row.campaignName } : null,
  sentence: sayEvent(row, { language, names }),
  hash: row.hash,
})

/** So many lines of what was asked, newest first. */
export const readLines = async (
  { db }: Pick<Context, 'db'>,
  filter: AuditFilter,
  slice: { readonly below: number | null; readonly limit: number; readonly language: Language },
): Promise<readonly AuditLine[]> => {
  const rows = await listAuditRows(db, filter, slice)
  const names = await findNamesWritten(db, [...new Set(rows.flatMap(toLookUp))])
  return rows.map(row => lineOf(row, { names, language: slice.language }))
}

/** A page of the log within the areas of the person asking, and the head of the whole chain. */
export const readAuditLog = async (
  context: Context,
  question: AuditQuestion,
): Promise<Result<AuditLog, AuditRefusal>> => {
  const asked = await permitReading(context, question)
  if (!asked.ok) return asked
  const { person, filter, campaign } = asked.value
  const { below, language } = question
  const lines = await readLines(context, filter, { below, language, limit: pageSize + 1 })
  const shown = lines.slice(0, pageSize)
  return ok({
    lines: shown,
    below: lines.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
    campaign,
    groups: groupsOf(person),
    head: await findAuditHead(context.db),
  })
}
