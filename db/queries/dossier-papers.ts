import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { ListedPaper } from '#app/dossier/title-papers.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'

/** The latest version of a province's own list for a title, papers as unread JSON; null before the first. */
export const findDossierList = async (
  db: Kysely<Database>,
  { provinceId, title }: { readonly provinceId: string; readonly title: Title },
): Promise<{ readonly version: number; readonly papers: unknown; readonly madeAt: Date } | null> => {
  const row = await db
    .selectFrom('dossier_list')
    .select(['version', 'papers', 'made_at as madeAt'])
    .where('province_id', '=', provinceId)
    .where('title', '=', title)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Adds a version of a list; false when somebody else added it first. */
export const insertDossierList = async (
  tx: Transaction<Database>,
  list: {
    readonly provinceId: string
    readonly title: Title
    readonly version: number
    readonly papers: readonly ListedPaper[]
    readonly madeBy: string
    readonly madeAt: Date
  },
): Promise<boolean> => {
  const row = await tx
    .insertInto('dossier_list')
    .values({
      province_id: list.provinceId,
      title: list.title,
      version: list.version,
      papers: JSON.stringify(list.papers),
      made_by: list.madeBy,
      made_at: list.madeAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** A paper of a dossier with how many files it has. */
export type DossierPaperRow = Omit<ListedPaper, 'due'> & {
  readonly id: string
  readonly position: number
  readonly dueOn: Day | null
  /** Why it is not asked for; null where it is. */
  readonly notApplicable: string | null
  /** Files that stand, those of them that took another's place, and all of its history. */
  readonly files: number
  readonly replacing: number
  readonly everFiles: number
}

const fileCount = (which: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from dossier_file f where f.paper_id = dossier_paper.id and ${which})`

/** The papers of a dossier in the order of the list. */
export const listDossierPapers = async (
  db: Kysely<Database>,
  dossierId: string,
): Promise<readonly DossierPaperRow[]> => {
  const rows = await db
    .selectFrom('dossier_paper')
    .where('dossier_id', '=', dossierId)
    .select(['id', 'position', 'key', 'name', 'kind', 'owner', 'agency', 'source', 'status'])
    .select(['due_on as dueOn', 'not_applicable as notApplicable'])
    .select(fileCount(sql`f.state = 'current'`).as('files'))
    .select(fileCount(sql`f.state = 'current' and f.replaces is not null`).as('replacing'))
    .select(fileCount(sql`true`).as('everFiles'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    ...row,
    kind: row.kind as ListedPaper['kind'],
    owner: row.owner as ListedPaper['owner'],
    status: row.status as ListedPaper['status'],
    dueOn: row.dueOn as Day | null,
  }))
}

type Placed = { readonly paper: ListedPaper; readonly position: number; readonly dueOn: Day | null }

const valuesOf = ({ paper, position, dueOn }: Placed) => ({
  position,
  name: paper.name,
  owner: paper.owner,
  agency: paper.agency,
  due_on: dueOn,
  source: paper.source,
  status: paper.status,
})

/** Puts papers of a list into a dossier. */
export const insertDossierPapers = async (
  tx: Transaction<Database>,
  dossierId: string,
  papers: readonly (Placed & { readonly id: string })[],
): Promise<void> => {
  if (papers.length === 0) return
  const rows = papers.map(one => ({
    ...valuesOf(one),
    id: one.id,
    dossier_id: dossierId,
    key: one.paper.key,
    kind: one.paper.kind,
  }))
  await tx.insertInto('dossier_paper').values(rows).execute()
}

/** Writes what a later list says of a paper over it. */
export const updateDossierPaper = async (
  tx: Transaction<Database>,
  id: string,
  placed: Placed,
): Promise<void> => {
  await tx.updateTable('dossier_paper').set(valuesOf(placed)).where('id', '=', id).execute()
}

/** Takes papers that hold no file out of their dossier. */
export const deleteDossierPapers = async (
  tx: Transaction<Database>,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length > 0) await tx.deleteFrom('dossier_paper').where('id', 'in', ids).execute()
}

/** Moves papers that no list names any more behind all others. */
export const updatePositionsBehind = async (
  tx: Transaction<Database>,
  ids: readonly string[],
  first: number,
): Promise<void> => {
  for (const [at, id] of ids.entries())
    await tx
      .updateTable('dossier_paper')
      .set({ position: first + at })
      .where('id', '=', id)
      .execute()
}

/** Says why a paper is not asked for, or that it is (null). */
export const updateNotApplicable = async (
  tx: Transaction<Database>,
  id: string,
  reason: string | null,
): Promise<void> => {
  await tx.updateTable('dossier_paper').set({ not_applicable: reason }).where('id', '=', id).execute()
}
