import { type Area, hasEnded } from '#app/account/area.ts'
import { type Deed, mayEver } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  type DossierState,
  dossierState,
  dossierTitles,
  isLate,
  mayPut,
  type PaperState,
  paperState,
  takeOver,
} from '#app/dossier/title-dossier.ts'
import { dueDay, type ListedPaper } from '#app/dossier/title-papers.ts'
import { searchKeyOf } from '#app/household/search.ts'
import type { Title } from '#app/programme/titles.ts'
import { findArea, listAreasWithin } from '#db/queries/areas.ts'
import { type DossierFileRow, listDossierFiles } from '#db/queries/dossier-files.ts'
import {
  type DossierPaperRow,
  deleteDossierPapers,
  insertDossierPapers,
  listDossierPapers,
  updateDossierPaper,
  updatePositionsBehind,
} from '#db/queries/dossier-papers.ts'
import {
  type DossierRow,
  findDossier,
  insertDossier,
  listDossiers,
  lockDossier,
  updateDossierList,
} from '#db/queries/dossiers.ts'
import { type Change, type Context, change, newId, permit } from './context.server.ts'
import { listOf, provinceIdOf } from './dossier-lists.server.ts'

export type DossierRefusal = 'dossier-unknown' | 'forbidden'

/** A dossier on which the person asking may do a deed, as it stands today. */
export type OnDossier = { readonly dossier: DossierRow; readonly person: Person; readonly today: Day }

/** Finds a dossier and asks permission at its commune. */
export const permitOnDossier = async (
  context: Context,
  deed: Deed,
  id: string,
): Promise<Result<OnDossier, DossierRefusal>> => {
  const today = dayOf(context.clock())
  const dossier = isUuid(id) ? await findDossier(context.db, id, today) : null
  if (!dossier) return no('dossier-unknown')
  const permitted = await permit(context, deed, dossier.communePath)
  return permitted.ok ? ok({ dossier, person: permitted.value, today }) : permitted
}

/** How the log names a dossier: commune, title, year. */
export const dossierName = ({ communeId, title, year }: DossierRow): string => `${communeId} ${title} ${year}`

/** Runs a change of a dossier that is not submitted, which nobody else changes meanwhile. */
export const changeDossier = async <T, E extends string>(
  context: Context,
  id: string,
  work: (gate: Change, on: OnDossier) => Promise<Result<T, E>>,
): Promise<Result<T, E | DossierRefusal | 'dossier-submitted'>> => {
  const permitted = await permitOnDossier(context, 'dossier.fill', id)
  if (!permitted.ok) return permitted
  const { person, today } = permitted.value
  return change<T, E | DossierRefusal | 'dossier-submitted'>(context, async gate => {
    await lockDossier(gate.tx, id)
    const dossier = await findDossier(gate.tx, id, today)
    if (!dossier) return no('dossier-unknown')
    return dossier.submittedOn === null ? work(gate, { dossier, person, today }) : no('dossier-submitted')
  })
}

/** What is asked of the list of dossiers; null leaves a thing open. */
export type DossierQuestion = {
  /** As typed: words of the commune's name, or its code. */
  readonly search: string
  readonly state: DossierState | null
  readonly title: Title | null
  readonly year: number | null
  readonly slice: Slice
}

/** A page of the dossiers in the areas of the person asking. */
export const findDossiers = async (
  context: Context,
  { search, slice, ...question }: DossierQuestion,
): Promise<Paged<DossierRow>> => {
  const { person } = context
  if (!person || !mayEver(person, 'dossier.read')) return paged([], 0, slice)
  const words = searchKeyOf(search).split(' ').filter(Boolean)
  const filter = { ...question, words, scope: person.areas }
  return listDossiers(context.db, filter, { slice, today: dayOf(context.clock()) })
}

/** Communes for which the person asking may open a dossier. */
export const findDossierCommunes = async (context: Context): Promise<readonly Area[]> =>
  context.person && mayEver(context.person, 'dossier.fill')
    ? listAreasWithin(context.db, 'commune', context.person.areas, dayOf(context.clock()))
    : []

export type DossierForm = { readonly communeId: string; readonly title: Title; readonly year: number }

export type OpenFault =
  | 'forbidden'
  | 'area-unknown'
  | 'area-ended'
  | 'dossier-title-unknown'
  | 'dossier-exists'

const toPlaced = (year: number) => (paper: ListedPaper, position: number) => ({
  paper,
  position,
  dueOn: dueDay(paper.due, year),
})

/** Opens the dossier of a commune for a title and year; the province's list as it is today is copied in. Its id. */
export const openDossier = async (
  context: Context,
  { communeId, title, year }: DossierForm,
): Promise<Result<string, OpenFault>> => {
  const commune = await findArea(context.db, communeId)
  if (commune?.kind !== 'commune') return no('area-unknown')
  const permitted = await permit(context, 'dossier.fill', commune.path)
  if (!permitted.ok) return permitted
  if (!dossierTitles.includes(title)) return no('dossier-title-unknown')
  if (hasEnded(commune, dayOf(context.clock()))) return no('area-ended')
  return change<string, OpenFault>(context, async ({ tx, record }) => {
    const list = await listOf(tx, { provinceId: provinceIdOf(commune.path), title })
    const id = newId(context)
    const made = { listVersion: list.version, openedBy: permitted.value.id, openedAt: context.clock() }
    if (!(await insertDossier(tx, { id, communeId, title, year, ...made }))) return no('dossier-exists')
    const papers = list.papers.map(toPlaced(year)).map(one => ({ ...one, id: newId(context) }))
    await insertDossierPapers(tx, id, papers)
    const { length } = papers
    record({ kind: 'dossier.opened', commune: communeId, title, year: String(year), papers: length })
    return ok(id)
  })
}

/** A paper of a dossier as its page shows it. */
export type DossierPaper = DossierPaperRow & {
  readonly state: PaperState
  readonly late: boolean
  readonly mine: boolean
  readonly history: readonly DossierFileRow[]
}

/** A dossier with its papers and files, and what the person asking may do. */
export type DossierDesk = {
  readonly dossier: DossierRow
  readonly state: DossierState
  readonly papers: readonly DossierPaper[]
  /** The province's list of today. */
  readonly listVersion: number
  readonly mayFill: boolean
  readonly maySubmit: boolean
  readonly today: Day
}

/** The dossier of a commune, for whoever may read it. */
export const findDossierDesk = async (
  context: Context,
  id: string,
): Promise<Result<DossierDesk, DossierRefusal>> => {
  const permitted = await permitOnDossier(context, 'dossier.read', id)
  if (!permitted.ok) return permitted
  const { dossier, person, today } = permitted.value
  const files = await listDossierFiles(context.db, id)
  const mayFill = mayEver(person, 'dossier.fill') && dossier.submittedOn === null
  const papers = (await listDossierPapers(context.db, id)).map(paper => {
    const state = paperState(paper, dossier.round)
    return {
      ...paper,
      state,
      late: dossier.submittedOn === null && isLate({ state, dueOn: paper.dueOn }, today),
      mine: mayFill && mayPut(person.role, paper),
      history: files.filter(file => file.paperId === paper.id),
    }
  })
  const at = { provinceId: provinceIdOf(dossier.communePath), title: dossier.title }
  return ok({
    ...{ dossier, papers, mayFill, today },
    state: dossierState(dossier.submittedOn, papers),
    listVersion: (await listOf(context.db, at)).version,
    maySubmit: mayFill && (person.role === 'commune-cadre' || person.role === 'peoples-committee'),
  })
}

export type TakeOverFault = DossierRefusal | 'dossier-submitted' | 'dossier-list-known'

/** Takes the province's list of today over into a dossier; papers that hold files stay whatever the list says. */
export const takeListOver = async (context: Context, id: string): Promise<Result<number, TakeOverFault>> =>
  changeDossier<number, 'dossier-list-known'>(context, id, async ({ tx, record }, { dossier }) => {
    const at = { provinceId: provinceIdOf(dossier.communePath), title: dossier.title }
    const list = await listOf(tx, at)
    if (list.version === dossier.listVersion) return no('dossier-list-known')
    const plan = takeOver(await listDossierPapers(tx, id), list.papers)
    const places = new Map(list.papers.map(toPlaced(dossier.year)).map(one => [one.paper.key, one]))
    const added = plan.add.flatMap(({ key }) => {
      const one = places.get(key)
      return one ? [{ ...one, id: newId(context) }] : []
    })
    await deleteDossierPapers(tx, plan.remove)
    for (const { id: paperId, paper } of plan.change) {
      const one = places.get(paper.key)
      if (one) await updateDossierPaper(tx, paperId, one)
    }
    await insertDossierPapers(tx, id, added)
    await updatePositionsBehind(tx, plan.keep, list.papers.length)
    await updateDossierList(tx, id, list.version)
    const counts = { added: added.length, removed: plan.remove.length }
    record({
      kind: 'dossier.list-taken-over',
      dossier: dossierName(dossier),
      version: list.version,
      ...counts,
    })
    return ok(list.version)
  })
