import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import { offsetOf, type Slice } from '#app/basics/paging.ts'
import type { VerificationStanding } from '#app/dossier/verification.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'

/** A dossier in the queue. */
export type QueueRow = {
  readonly id: string
  readonly name: string
  readonly title: Title
  readonly communeName: string
  readonly version: number
  readonly standing: VerificationStanding
  readonly submittedAt: Date
  /** The deadline of the last return while it waits for the commune. */
  readonly deadline: Day | null
}

/** What somebody looks for; `words` as `searchKeyOf` writes them. */
export type QueueFilter = {
  readonly scope: readonly AreaPath[]
  readonly standings: readonly VerificationStanding[]
  readonly words: readonly string[]
  readonly communeId: string | null
  /** Deadlines before this day only; null for all. */
  readonly overdueOn: Day | null
}

/** One row a campaign, by its latest verification, in the areas of the scope. */
const dossiers = ({ scope, words, communeId, overdueOn, standings }: QueueFilter) => sql`
  from (
    select distinct on (verification.campaign_id) verification.campaign_id, verification.submitted_at,
      case when campaign.version > verification.version then 'redoing' else verification.state end as standing
    from verification join campaign on campaign.id = verification.campaign_id
    order by verification.campaign_id, verification.version desc
  ) as waiting
  join campaign on campaign.id = waiting.campaign_id
  join area on area.id = campaign.commune_id
  left join lateral (
    select deadline from verification_return
    where verification_return.campaign_id = campaign.id and waiting.standing in ('returned', 'redoing')
    order by returned_at desc limit 1
  ) as last_return on true
  where exists (
    select 1 from unnest(${[...scope]}::text[]) as reach (path)
    where area.path = reach.path or area.path like reach.path || '/%'
  )
  and waiting.standing = any(${[...standings]}::text[])
  and (' ' || campaign.search_key) like all (${words.map(word => `% ${word}%`)}::text[])
  and (${communeId}::text is null or campaign.commune_id = ${communeId})
  and (${overdueOn}::date is null or last_return.deadline < ${overdueOn}::date)`

/** A page of dossiers: those that wait for verification first, what waits longest at their head. */
export const listQueue = async (
  db: Kysely<Database>,
  filter: QueueFilter,
  slice: Slice,
): Promise<readonly QueueRow[]> => {
  const { rows } = await sql<QueueRow>`
    select campaign.id, campaign.name, campaign.title, area.name as "communeName", campaign.version,
      waiting.standing, waiting.submitted_at as "submittedAt", last_return.deadline::text as deadline
    ${dossiers(filter)}
    order by array_position(array['examining', 'accepted', 'returned', 'redoing', 'signed'], waiting.standing),
      waiting.submitted_at, campaign.id
    limit ${slice.size} offset ${offsetOf(slice)}`.execute(db)
  return rows
}

/** How many dossiers the filter finds. */
export const countQueue = async (db: Kysely<Database>, filter: QueueFilter): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${dossiers(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}
