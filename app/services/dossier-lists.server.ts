import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Area } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { meetable } from '#app/dossier/title-dossier.ts'
import {
  checkList,
  type ListedPaper,
  type ListFault,
  listedPaperSchema,
  type PaperList,
  suggestedList,
} from '#app/dossier/title-papers.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import { findArea } from '#db/queries/areas.ts'
import { findDossierList, insertDossierList } from '#db/queries/dossier-papers.ts'
import type { Database } from '#db/schema.ts'
import { type Context, change, newId, permit } from './context.server.ts'

const storedSchema = z.array(listedPaperSchema)

/** The list of a title that a province goes by: its own latest version, or the suggested one. */
export const listOf = async (
  db: Kysely<Database>,
  at: { readonly provinceId: string; readonly title: Title },
): Promise<PaperList> => {
  const stored = await findDossierList(db, at)
  return stored
    ? { version: stored.version, papers: meetable(at.title, storedSchema.parse(stored.papers)) }
    : suggestedList(at.title)
}

/** The province above a place, by the first part of its path. */
export const provinceIdOf = (path: string): string => path.split('/')[0] ?? ''

type Unknown = 'forbidden' | 'area-unknown' | 'dossier-title-unknown'

/** A list as its page shows it. */
export type ListDesk = {
  readonly title: Title
  readonly province: Area
  readonly list: PaperList
  readonly person: Person
}

/** The list of a title in the province of the person asking, for whoever may edit it. */
export const findListDesk = async (context: Context, raw: string): Promise<Result<ListDesk, Unknown>> => {
  const provinceId = provinceIdOf(context.person?.areas[0] ?? '')
  const permitted = await permit(context, 'dossier.edit-list', provinceId)
  if (!permitted.ok) return permitted
  const title = titles.find(one => one === raw)
  if (!title) return no('dossier-title-unknown')
  const province = await findArea(context.db, provinceId)
  if (!province) return no('area-unknown')
  const list = await listOf(context.db, { provinceId, title })
  return ok({ title, province, list, person: permitted.value })
}

/** The lists of all titles in short, for whoever may edit them. */
export const findLists = async (
  context: Context,
): Promise<Result<readonly { readonly title: Title; readonly list: PaperList }[], 'forbidden'>> => {
  const provinceId = provinceIdOf(context.person?.areas[0] ?? '')
  const permitted = await permit(context, 'dossier.edit-list', provinceId)
  if (!permitted.ok) return permitted
  const lists: { title: Title; list: PaperList }[] = []
  for (const title of titles) lists.push({ title, list: await listOf(context.db, { provinceId, title }) })
  return ok(lists)
}

/** What is done to a list: a paper put in or changed (without a key it is new), or taken out. */
export type ListEdit =
  | {
      readonly kind: 'put'
      readonly paper: Omit<ListedPaper, 'key' | 'kind'>
      readonly key: string | null
      /** Counted from 1; null leaves it where it is, a new one at the end. */
      readonly place: number | null
    }
  | { readonly kind: 'remove'; readonly key: string }

export type EditFault =
  | Unknown
  | ListFault
  | 'dossier-list-outdated'
  | 'dossier-paper-unknown'
  | 'dossier-report-needed'

const placed = (
  papers: readonly ListedPaper[],
  paper: ListedPaper,
  place: number | null,
): readonly ListedPaper[] => {
  const was = papers.findIndex(({ key }) => key === paper.key)
  const others = papers.filter(({ key }) => key !== paper.key)
  const at = place === null ? (was < 0 ? others.length : was) : place - 1
  return [...others.slice(0, at), paper, ...others.slice(at)]
}

const edited = (
  papers: readonly ListedPaper[],
  edit: ListEdit,
  newKey: string,
): Result<readonly ListedPaper[], 'dossier-paper-unknown' | 'dossier-report-needed'> => {
  const known = papers.find(({ key }) => key === edit.key)
  if (edit.key !== null && !known) return no('dossier-paper-unknown')
  if (edit.kind === 'put') {
    const { key, kind } = known ?? { key: newKey, kind: 'upload' as const }
    return ok(placed(papers, { ...edit.paper, key, kind }, edit.place))
  }
  if (known?.kind === 'satisfaction') return no('dossier-report-needed')
  return ok(papers.filter(({ key }) => key !== edit.key))
}

/** Makes the next version of a title's list out of the version that the editor saw; open dossiers keep their copy. */
export const editList = async (
  context: Context,
  { title: raw, version }: { readonly title: string; readonly version: number },
  edit: ListEdit,
): Promise<Result<number, EditFault>> => {
  const desk = await findListDesk(context, raw)
  if (!desk.ok) return desk
  const { title, province, list, person } = desk.value
  if (list.version !== version) return no('dossier-list-outdated')
  const papers = edited(list.papers, edit, newId(context))
  if (!papers.ok) return papers
  const checked = checkList(papers.value)
  if (!checked.ok) return checked
  return change<number, EditFault>(context, async ({ tx, record }) => {
    const next = { provinceId: province.id, title, version: version + 1, papers: papers.value }
    const made = { madeBy: person.id, madeAt: context.clock() }
    if (!(await insertDossierList(tx, { ...next, ...made }))) return no('dossier-list-outdated')
    record({ kind: 'dossier.list-edited', title, version: next.version, papers: papers.value.length })
    return ok(next.version)
  })
}
