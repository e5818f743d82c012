import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { AuditEvent, AuditRecord } from '#app/audit/event.ts'
import type { Database } from '../schema.ts'

/** What a reader asks of the log. Only links of their own areas are found: the scope is no filter among others. */
export type AuditFilter = {
  readonly scope: readonly AreaPath[]
  readonly campaignId: string | null
  /** Beginnings of words of the name or username of who did it, without accents; anybody when empty. */
  readonly words: readonly string[]
  /** Instants: from the first, before the second. */
  readonly from: Date | null
  readonly before: Date | null
  /** What the events are about (`campaign`, `slot`, …), or null for everything. */
  readonly concepts: readonly string[] | null
}

/** A link with the names that its reader needs. */
export type AuditRow = {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly actorName: string | null
  readonly actorUsername: string | null
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly kind: AuditEvent['kind']
  readonly detail: AuditRecord['detail']
  readonly hash: string
}

const within = (column: string, scope: readonly AreaPath[]) =>
  sql<boolean>`(${sql.raw(column)} = any(${[...scope]}::text[])
    or ${sql.raw(column)} like any(${scope.map(path => `${path}/%`)}::text[]))`

const accountsWithin = (scope: readonly AreaPath[]) => sql`
  account join account_area on account_area.account_id = account.id
  join area on area.id = account_area.area_id and ${within('area.path', scope)}`

/**
 * Whether a link lies in the scope: of a campaign by its commune; otherwise by the areas of who did it, by the place it
 * names, or by the account it names. What the system did about no place and no account, and changes of rules, which
 * hold everywhere, are everybody's.
 */
const inScope = (scope: readonly AreaPath[]) => sql<boolean>`case when e.campaign_id is not null
  then e.campaign_id in (select campaign.id from campaign join area on area.id = campaign.commune_id
    where ${within('area.path', scope)})
  else e.actor in (select account.id::text from ${accountsWithin(scope)})
    or ${within(`coalesce(e.detail->>'place', e.detail->>'path', e.detail->>'area')`, scope)}
    or e.detail->>'username' in (select account.username from ${accountsWithin(scope)})
    or e.kind = 'rules.confirmed'
    or (e.actor in ('system', 'resident') and not e.detail ?| array['place', 'path', 'area']
      and (e.detail->>'username' is null
        or not exists (select 1 from account where account.username = e.detail->>'username')))
  end`

const doneBy = (words: readonly string[]) => sql<boolean>`(
  e.actor in (select id::text from account where (' ' || search_key) like all (${words.map(word => `% ${word}%`)}::text[]))
  or (e.actor = 'system' and e.detail->>'username' in (
    select username from account where (' ' || search_key) like all (${words.map(word => `% ${word}%`)}::text[]))))`

/** Links of the scope that match, newest first: at most `limit`, below the number `below` where it is given. */
export const listAuditRows = async (
  db: Kysely<Database>,
  filter: AuditFilter,
  slice: { readonly below: number | null; readonly limit: number },
): Promise<readonly AuditRow[]> => {
  if (filter.scope.length === 0) return []
  const rows = await db
    .selectFrom('audit_event as e')
    .leftJoin('account as who', join => join.on(sql<boolean>`who.id::text = e.actor`))
    .leftJoin('campaign', 'campaign.id', 'e.campaign_id')
    .select([
      'e.seq',
      'e.at',
      'e.actor',
      'who.name as actorName',
      'who.username as actorUsername',
      'e.campaign_id as campaignId',
      'campaign.name as campaignName',
      'e.kind',
      'e.detail',
      'e.hash',
    ])
    .where(inScope(filter.scope))
    .$if(slice.below !== null, query => query.where('e.seq', '<', slice.below))
    .$if(filter.campaignId !== null, query => query.where('e.campaign_id', '=', filter.campaignId))
    .$if(filter.words.length > 0, query => query.where(doneBy(filter.words)))
    .$if(filter.from !== null, query => query.where('e.at', '>=', filter.from))
    .$if(filter.before !== null, query => query.where('e.at', '<', filter.before))
    .$if(filter.concepts !== null, query =>
      query.where(sql<boolean>`split_part(e.kind, '.', 1) = any(${[...(filter.concepts ?? [])]}::text[])`),
    )
    .orderBy('e.seq', 'desc')
    .limit(slice.limit)
    .execute()
  return rows.map(row => ({
    ...row,
    kind: row.kind as AuditEvent['kind'],
    detail: row.detail as AuditRecord['detail'],
  }))
}

/** Names by what the log wrote down: areas by id and by path, people by username. */
export type NamesWritten = {
  readonly areas: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/** Names of the areas and people that stand among these texts; what is no area and nobody is left out. */
export const findNamesWritten = async (
  db: Kysely<Database>,
  texts: readonly string[],
): Promise<NamesWritten> => {
  if (texts.length === 0) return { areas: new Map(), people: new Map() }
  const places = await db
    .selectFrom('area')
    .select(['id', 'path', 'name'])
    .where(eb => eb.or([eb('id', 'in', texts), eb('path', 'in', texts)]))
    .execute()
  const people = await db
    .selectFrom('account')
    .select(['username', 'name'])
    .where('username', 'in', texts)
    .execute()
  return {
    areas: new Map(places.flatMap(({ id, path, name }) => [[id, name] as const, [path, name] as const])),
    people: new Map(people.map(({ username, name }) => [username, name])),
  }
}
