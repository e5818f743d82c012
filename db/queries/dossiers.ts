import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { countedStates, type State } from '#app/campaign/campaign.ts'
import type { DossierRound, DossierState } from '#app/dossier/title-dossier.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'

/** A dossier as lists and pages name it. */
export type DossierRow = {
  readonly id: string
  readonly communeId: string
  readonly communeName: string
  readonly communePath: AreaPath
  readonly title: Title
  readonly year: number
  readonly listVersion: number
  readonly submittedOn: Day | null
  readonly submittedNumber: string | null
  /** The round whose report it holds; where it is submitted, the one with which it was. */
  readonly round: DossierRound | null
  /** Papers, and those still owed; of these the ones whose day has passed. */
  readonly papers: number
  readonly owed: number
  readonly late: number
}

/**
 * The newest counted round of the commune for the title that began in the dossier's year or the one before, a reopened one
 * included; a submitted dossier keeps its own. A part of a joint round has no report of its own.
 */
const round = sql`
  select c.id, c.name, c.state, c.version from campaign c
  where case when d.campaign_id is not null then c.id = d.campaign_id
    else d.submitted_on is null and c.commune_id = d.commune_id and c.title = d.title and c.joint_id is null
      and c.starts_on between make_date(d.year - 1, 1, 1) and make_date(d.year, 12, 31)
      and (c.state = any(${[...countedStates]}::text[]) or (c.state = 'collecting' and c.version > 1)) end
  order by c.starts_on desc, c.created_at desc, c.id limit 1
`

const isOwed = sql`
  case when p.kind = 'satisfaction' then coalesce(r.state not in ('verified', 'filed'), true)
    else p.not_applicable is null
      and not exists (select 1 from dossier_file f where f.paper_id = p.id and f.state = 'current') end
`

type Raw = {
  readonly id: string
  readonly communeId: string
  readonly communeName: string
  readonly communePath: string
  readonly title: string
  readonly year: number
  readonly listVersion: number
  readonly submittedOn: string | null
  readonly submittedNumber: string | null
  readonly roundId: string | null
  readonly roundName: string | null
  readonly roundState: string | null
  readonly roundVersion: number | null
  readonly papers: number
  readonly owed: number
  readonly late: number
}

/** Every dossier with its round and counts, to be narrowed. */
const dossiers = (today: Day) => sql`
  select d.id, d.commune_id as "communeId", area.name as "communeName", area.path as "communePath", d.title, d.year,
    d.list_version as "listVersion", d.submitted_on::text as "submittedOn", d.submitted_number as "submittedNumber",
    r.id as "roundId", r.name as "roundName", r.state as "roundState", r.version as "roundVersion",
    counts.papers, counts.owed, counts.late, d.opened_at as "openedAt"
  from dossier d
  join area on area.id = d.commune_id
  left join lateral (${round}) r on true
  cross join lateral (
    select count(*)::int as papers, count(*) filter (where owed)::int as owed,
      count(*) filter (where owed and due_on < ${today}::date)::int as late
    from (select p.due_on, ${isOwed} as owed from dossier_paper p where p.dossier_id = d.id) paper
  ) counts
`

const toDossier = (raw: Raw): DossierRow => {
  const { roundId, roundName, roundState, roundVersion, ...row } = raw
  const round =
    roundId === null || roundName === null || roundVersion === null
      ? null
      : { id: roundId, name: roundName, state: roundState as State, version: roundVersion }
  return { ...row, title: row.title as Title, submittedOn: row.submittedOn as Day | null, round }
}

/** One dossier as it stands today, or null. */
export const findDossier = async (
  db: Kysely<Database>,
  id: string,
  today: Day,
): Promise<DossierRow | null> => {
  const { rows } = await sql<Raw>`${dossiers(today)} where d.id = ${id}`.execute(db)
  return rows[0] ? toDossier(rows[0]) : null
}

/** Holds a dossier against every other change until the transaction ends; false when there is none. */
export const lockDossier = async (tx: Transaction<Database>, id: string): Promise<boolean> => {
  const row = await tx.selectFrom('dossier').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row !== undefined
}

/** What somebody looks for among dossiers; null leaves a thing open. */
export type DossierFilter = {
  readonly scope: readonly AreaPath[]
  readonly state: DossierState | null
  readonly title: Title | null
  readonly year: number | null
  /** As `searchKeyOf` writes them, each beginning a word of the commune's name or its code. */
  readonly words: readonly string[]
}

const stateSql: { readonly [state in DossierState]: ReturnType<typeof sql> } = {
  preparing: sql`one."submittedOn" is null and one.owed > 0`,
  complete: sql`one."submittedOn" is null and one.owed = 0`,
  submitted: sql`one."submittedOn" is not null`,
}

const matching = ({ scope, state, title, year, words }: DossierFilter) => sql`
  (one."communePath" = any(${[...scope]}::text[])
    or one."communePath" like any(${scope.map(path => `${path}/%`)}::text[]))
  and (${title}::text is null or one.title = ${title})
  and (${year}::int is null or one.year = ${year})
  and (${state === null ? sql`true` : stateSql[state]})
  and exists (select 1 from area where area.id = one."communeId"
    and (' ' || area.search_key) like all (${words.map(word => `% ${word}%`)}::text[]))
`

/** A page of the dossiers inside the scope, the latest year first, then by commune. */
export const listDossiers = async (
  db: Kysely<Database>,
  filter: DossierFilter,
  { slice, today }: { readonly slice: Slice; readonly today: Day },
): Promise<Paged<DossierRow>> => {
  const one = sql`from (${dossiers(today)}) one where ${matching(filter)}`
  const counted = await sql<{ readonly total: number }>`select count(*)::int as total ${one}`.execute(db)
  const { rows } = await sql<Raw>`
    select one.* ${one}
    order by one.year desc, one."communeName", one.title, one.id limit ${slice.size} offset ${offsetOf(slice)}
  `.execute(db)
  return paged(rows.map(toDossier), counted.rows[0]?.total ?? 0, slice)
}

/** Opens a dossier; false when the commune has one for the title and year. */
export const insertDossier = async (
  tx: Transaction<Database>,
  dossier: {
    readonly id: string
    readonly communeId: string
    readonly title: Title
    readonly year: number
    readonly listVersion: number
    readonly openedBy: string
    readonly openedAt: Date
  },
): Promise<boolean> => {
  const row = await tx
    .insertInto('dossier')
    .values({
      id: dossier.id,
      commune_id: dossier.communeId,
      title: dossier.title,
      year: dossier.year,
      list_version: dossier.listVersion,
      opened_by: dossier.openedBy,
      opened_at: dossier.openedAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes which version of the province's list a dossier follows. */
export const updateDossierList = async (
  tx: Transaction<Database>,
  id: string,
  version: number,
): Promise<void> => {
  await tx.updateTable('dossier').set({ list_version: version }).where('id', '=', id).execute()
}

/** Marks a dossier as submitted, with the round whose report is in it. */
export const updateDossierSubmitted = async (
  tx: Transaction<Database>,
  id: string,
  submitted: {
    readonly on: Day
    readonly number: string | null
    readonly by: string
    readonly campaignId: CampaignId | null
  },
): Promise<void> => {
  const { on, number, by, campaignId } = submitted
  await tx
    .updateTable('dossier')
    .set({ submitted_on: on, submitted_number: number, submitted_by: by, campaign_id: campaignId })
    .where('id', '=', id)
    .execute()
}
