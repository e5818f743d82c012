import { type Kysely, sql } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { countedStates, type State } from '#app/campaign/campaign.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Rate } from '#app/tally/rate.ts'
import type { Verdict } from '#app/verdict/judge.ts'
import type { Database } from '../schema.ts'

/** What everybody looks for among counted campaigns; null leaves a thing open. */
export type PublicFilter = {
  /** As `searchKeyOf` writes them, each beginning a word of name or commune. */
  readonly words: readonly string[]
  readonly title: Title | null
  /** The year in which collecting was to begin. */
  readonly year: number | null
  readonly verdict: Verdict | null
}

/** A counted campaign with what is told of its present version. */
export type PublicCampaign = {
  readonly id: CampaignId
  readonly name: string
  readonly title: Title
  readonly communeId: string
  readonly communeName: string
  readonly state: State
  readonly version: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly jointId: string | null
  readonly fingerprint: string | null
  readonly verdict: Verdict | null
  readonly households: number
  readonly collected: number
  readonly valid: number
  readonly coverage: Rate
  /** Null where it is not told. */
  readonly overall: Rate | null
}

const counted = (db: Kysely<Database>, { words, title, year, verdict }: PublicFilter) => {
  let query = db
    .selectFrom('campaign')
    .innerJoin('area', 'area.id', 'campaign.commune_id')
    .innerJoin('campaign_result as kept', join =>
      join.onRef('kept.campaign_id', '=', 'campaign.id').onRef('kept.version', '=', 'campaign.version'),
    )
    .where('campaign.state', 'in', countedStates)
    .where(sql<boolean>`(' ' || campaign.search_key) like all (${words.map(word => `% ${word}%`)}::text[])`)
  if (title !== null) query = query.where('campaign.title', '=', title)
  if (year !== null) query = query.where(sql<boolean>`extract(year from campaign.starts_on) = ${year}`)
  if (verdict !== null) query = query.where('kept.verdict', '=', verdict)
  return query
}

const rowsOf = (db: Kysely<Database>, filter: PublicFilter) =>
  counted(db, filter)
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.title',
      'campaign.commune_id as communeId',
      'area.name as communeName',
      'campaign.state',
      'campaign.version',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      'campaign.opened_at as openedAt',
      'campaign.closed_at as closedAt',
      'campaign.joint_id as jointId',
      'campaign.evidence_fingerprint as fingerprint',
      'kept.verdict',
      'kept.households',
      'kept.collected',
      'kept.valid',
      'kept.coverage_part',
      'kept.overall_part',
      'kept.overall_whole',
    ])
    .orderBy('campaign.closed_at', 'desc')
    .orderBy('campaign.id')

type Raw = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const toPublic = (row: Raw): PublicCampaign => {
  const { coverage_part: part, overall_part: satisfied, overall_whole: base, ...rest } = row
  return {
    ...rest,
    id: row.id as CampaignId,
    title: row.title as Title,
    state: row.state as State,
    startsOn: row.startsOn as Day,
    endsOn: row.endsOn as Day,
    verdict: row.verdict as Verdict | null,
    coverage: { part, whole: row.households },
    overall: satisfied === null || base === null ? null : { part: satisfied, whole: base },
  }
}

/** A page of the counted campaigns, the last closed first. */
export const listPublicCampaigns = async (
  db: Kysely<Database>,
  filter: PublicFilter,
  slice: Slice,
): Promise<Paged<PublicCampaign>> => {
  const { total } = await counted(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await rowsOf(db, filter).limit(slice.size).offset(offsetOf(slice)).execute()
  return paged(rows.map(toPublic), total, slice)
}

/** Counted campaigns of one year and title added up over their ballots. */
export type PublicGroup = {
  readonly year: number
  readonly title: Title
  readonly campaigns: number
  readonly met: number
  readonly notMet: number
  readonly noBasis: number
  readonly coverage: Rate
  /** Over those of which it is told. */
  readonly overall: Rate
}

type RawGroup = Omit<PublicGroup, 'coverage' | 'overall'> & {
  readonly asked: number
  readonly households: number
  readonly satisfied: number
  readonly base: number
}

/** The same campaigns by year and title, the newest year first; sums of ballots, never means of percentages. */
export const listPublicGroups = async (
  db: Kysely<Database>,
  filter: PublicFilter,
): Promise<readonly PublicGroup[]> => {
  const rows = await counted(db, filter)
    .select(['campaign.title'])
    .select([
      sql<number>`extract(year from campaign.starts_on)::int`.as('year'),
      sql<number>`count(*)`.as('campaigns'),
      sql<number>`count(*) filter (where kept.verdict = 'met')`.as('met'),
      sql<number>`count(*) filter (where kept.verdict = 'not-met')`.as('notMet'),
      sql<number>`count(*) filter (where kept.verdict = 'no-basis')`.as('noBasis'),
      sql<number>`coalesce(sum(kept.coverage_part), 0)`.as('asked'),
      sql<number>`coalesce(sum(kept.households), 0)`.as('households'),
      sql<number>`coalesce(sum(kept.overall_part), 0)`.as('satisfied'),
      sql<number>`coalesce(sum(kept.overall_whole), 0)`.as('base'),
    ])
    .groupBy(['campaign.title', sql`extract(year from campaign.starts_on)`])
    .orderBy('year', 'desc')
    .orderBy('campaign.title')
    .execute()
  return rows.map(row => {
    const { asked, households, satisfied, base, ...rest } = row as RawGroup
    return {
      ...rest,
      coverage: { part: asked, whole: households },
      overall: { part: satisfied, whole: base },
    }
  })
}

/** Years in which counted campaigns began, the newest first. */
export const listPublicYears = async (db: Kysely<Database>): Promise<readonly number[]> => {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from starts_on)::int as year from campaign
    where state = any(${countedStates}::text[]) order by year desc`.execute(db)
  return rows.map(row => row.year)
}

/** A joint campaign of which every commune is counted. */
export type PublicJoint = {
  readonly id: string
  readonly name: string
  readonly title: Title
  readonly startsOn: Day
  readonly endsOn: Day
  readonly communes: number
  readonly closedAt: Date
}

/** A page of the joint campaigns of which every commune that was not cancelled is counted, the last closed first. */
export const listPublicJoints = async (db: Kysely<Database>, slice: Slice): Promise<Paged<PublicJoint>> => {
  const whole = db
    .selectFrom('joint_campaign as joint')
    .innerJoin('campaign', 'campaign.joint_id', 'joint.id')
    .where('campaign.state', '!=', 'cancelled')
    .groupBy('joint.id')
    .having(sql<boolean>`bool_and(campaign.state = any(${countedStates}::text[]))`)
    .select(['joint.id', 'joint.name', 'joint.title', 'joint.starts_on as startsOn'])
    .select('joint.ends_on as endsOn')
    .select([sql<number>`count(*)`.as('communes'), sql<Date>`max(campaign.closed_at)`.as('closedAt')])
  const { total } = await db
    .selectFrom(whole.as('whole'))
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await whole
    .orderBy('closedAt', 'desc')
    .orderBy('joint.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => ({
      ...row,
      title: row.title as Title,
      startsOn: row.startsOn as Day,
      endsOn: row.endsOn as Day,
    })),
    total,
    slice,
  )
}

/** Ids of all counted campaigns and the instant of their closing, for a list of addresses. */
export const listPublicIds = async (
  db: Kysely<Database>,
): Promise<readonly { readonly id: string; readonly closedAt: Date | null }[]> =>
  db
    .selectFrom('campaign')
    .where('state', 'in', countedStates)
    .orderBy('closed_at', 'desc')
    .orderBy('id')
    .limit(45_000)
    .select(['id', 'closed_at as closedAt'])
    .execute()
