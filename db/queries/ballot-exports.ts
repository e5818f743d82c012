import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Channel } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { countedStates } from '#app/campaign/campaign.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'

/** Which counted campaigns are meant; null leaves a thing open. */
export type ExportFilter = {
  readonly scope: readonly AreaPath[]
  readonly title: Title | null
  /** The year in which collecting was to begin. */
  readonly year: number | null
  readonly campaignId: string | null
}

/** A counted campaign with the number of ballots in its box. */
export type ExportCampaign = {
  readonly id: CampaignId
  readonly name: string
  readonly title: Title
  readonly communeId: string
  readonly communeName: string
  readonly communePath: AreaPath
  readonly version: number
  readonly ballots: number
}

/** Counted campaigns of a scope in the order of their communes, then of their days. */
export const listExportCampaigns = async (
  db: Kysely<Database>,
  { scope, title, year, campaignId }: ExportFilter,
): Promise<readonly ExportCampaign[]> => {
  if (scope.length === 0) return []
  let query = db
    .selectFrom('campaign')
    .innerJoin('area', 'area.id', 'campaign.commune_id')
    .where('campaign.state', 'in', countedStates)
    .where(eb =>
      eb.or(scope.flatMap(path => [eb('area.path', '=', path), eb('area.path', 'like', `${path}/%`)])),
    )
  if (title !== null) query = query.where('campaign.title', '=', title)
  if (year !== null) query = query.where(sql<boolean>`extract(year from campaign.starts_on) = ${year}`)
  if (campaignId !== null) query = query.where('campaign.id', '=', campaignId)
  const rows = await query
    .select(['campaign.id', 'campaign.name', 'campaign.title', 'campaign.version', 'area.id as communeId'])
    .select(['area.name as communeName', 'area.path as communePath'])
    .select(eb =>
      eb
        .selectFrom('ballot')
        .whereRef('ballot.campaign_id', '=', 'campaign.id')
        .select(ballot => ballot.fn.countAll<number>().as('ballots'))
        .as('ballots'),
    )
    .orderBy('area.path')
    .orderBy('campaign.starts_on')
    .orderBy('campaign.id')
    .execute()
  return rows.map(row => ({
    ...row,
    id: row.id as CampaignId,
    title: row.title as Title,
    ballots: row.ballots ?? 0,
  }))
}

/** Years in which counted campaigns of a scope began, the newest first. */
export const listExportYears = async (
  db: Kysely<Database>,
  scope: readonly AreaPath[],
): Promise<readonly number[]> => {
  if (scope.length === 0) return []
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from campaign.starts_on)::int as year
    from campaign join area on area.id = campaign.commune_id
    where campaign.state = any(${countedStates}::text[])
      and exists (
        select 1 from unnest(${scope}::text[]) as mine (path)
        where area.path = mine.path or area.path like mine.path || '/%')
    order by year desc`.execute(db)
  return rows.map(row => row.year)
}

/** A ballot as a file shows it; its id only tells where to read on. */
export type ExportedBallot = {
  readonly id: string
  readonly village: string
  readonly channel: Channel | null
  readonly language: string | null
  readonly answers: readonly number[] | null
}

/** The next ballots of a campaign's box in the order of their random ids, after one of them (null for the first). */
export const listBallotsAfter = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly ExportedBallot[]> => {
  let query = db
    .selectFrom('ballot')
    .innerJoin('campaign_village as village', join =>
      join
        .onRef('village.campaign_id', '=', 'ballot.campaign_id')
        .onRef('village.village_id', '=', 'ballot.village_id'),
    )
    .where('ballot.campaign_id', '=', campaignId)
  if (after !== null) query = query.where('ballot.id', '>', after)
  const rows = await query
    .select(['ballot.id', 'village.name as village', 'ballot.channel', 'ballot.language', 'ballot.answers'])
    .orderBy('ballot.id')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, channel: row.channel as Channel | null }))
}

export type ExportFormat = 'csv' | 'xlsx'

export type NewExport = {
  readonly id: string
  readonly accountId: string
  readonly scope: readonly AreaPath[]
  readonly about: string
  readonly format: ExportFormat
  readonly campaigns: number
  readonly startedAt: Date
}

/** Notes that a file of ballots is on its way. */
export const insertExport = async (tx: Transaction<Database>, one: NewExport): Promise<void> => {
  await tx
    .insertInto('ballot_export')
    .values({
      id: one.id,
      account_id: one.accountId,
      scope: [...one.scope],
      about: one.about,
      format: one.format,
      campaigns: one.campaigns,
      started_at: one.startedAt,
      ended_at: null,
      rows: null,
      sha256: null,
    })
    .execute()
}

/** Notes how a file of ballots ended; the hash (64 hex digits) where it was whole, null where it was not. */
export const updateExportEnded = async (
  tx: Transaction<Database>,
  id: string,
  end: { readonly endedAt: Date; readonly rows: number; readonly sha256: string | null },
): Promise<void> => {
  await tx
    .updateTable('ballot_export')
    .set({
      state: end.sha256 === null ? 'failed' : 'finished',
      ended_at: end.endedAt,
      rows: end.rows,
      sha256: end.sha256,
    })
    .where('id', '=', id)
    .execute()
}

/** A file of ballots that was asked for. */
export type ExportRow = {
  readonly id: string
  readonly who: string
  readonly about: string
  readonly format: ExportFormat
  readonly campaigns: number
  readonly startedAt: Date
  readonly state: 'running' | 'finished' | 'failed'
  readonly rows: number | null
  readonly sha256: string | null
}

/** A page of the files of ballots all of whose communes lie within a scope, the newest first. */
export const listExports = async (
  db: Kysely<Database>,
  scope: readonly AreaPath[],
  slice: Slice,
): Promise<Paged<ExportRow>> => {
  const within = db
    .selectFrom('ballot_export as one')
    .innerJoin('account', 'account.id', 'one.account_id')
    .where(
      sql<boolean>`not exists (
        select 1 from unnest(one.scope) as theirs (path)
        where not exists (
          select 1 from unnest(${scope}::text[]) as mine (path)
          where theirs.path = mine.path or theirs.path like mine.path || '/%'))`,
    )
  const { total } = await within.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await within
    .select(['one.id', 'account.name as who', 'one.about', 'one.format', 'one.campaigns'])
    .select(['one.started_at as startedAt', 'one.state', 'one.rows', 'one.sha256'])
    .orderBy('one.started_at', 'desc')
    .orderBy('one.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => ({
      ...row,
      format: row.format as ExportFormat,
      state: row.state as ExportRow['state'],
    })),
    total,
    slice,
  )
}
