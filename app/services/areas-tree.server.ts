import type { Area } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { dayOf } from '#app/basics/day.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readWanted } from '#app/household/search.ts'
import { findArea, listAreasWithin } from '#db/queries/areas.ts'
import { type AreaEntry, listAreaEntries } from '#db/queries/areas-listed.ts'
import { type Context, permit } from './context.server.ts'

const communesPage = 50

/** Villages of a commune are few: one page holds them all. */
const villagesPage = 500

/** Whether the person asking looks after areas at all; a refusal is traced at the place they belong to. */
export const permitKeepingAreas = (context: Context): Promise<Result<Person, 'forbidden'>> =>
  permit(context, 'area.manage', context.person?.areas[0] ?? '')

/** What is asked of the tree of areas. */
export type AreaQuestion = {
  /** As typed; words of name or code. */
  readonly search: string
  readonly withEnded: boolean
  /** From 1. */
  readonly page: number
}

export type AreaTree = { readonly provinces: readonly Area[]; readonly communes: Paged<AreaEntry> }

/** The provinces and a page of the communes that the person asking looks after. */
export const findAreaTree = async (
  context: Context,
  { search, withEnded, page }: AreaQuestion,
): Promise<Result<AreaTree, 'forbidden'>> => {
  const permitted = await permitKeepingAreas(context)
  if (!permitted.ok) return permitted
  const scope = permitted.value.areas
  const filter = {
    kind: 'commune' as const,
    scope,
    parentId: null,
    words: readWanted(search)?.words ?? [],
    withEnded,
    today: dayOf(context.clock()),
  }
  return ok({
    provinces: await listAreasWithin(context.db, 'province', scope),
    communes: await listAreaEntries(context.db, filter, { page, size: communesPage }),
  })
}

export type AreaView = {
  readonly area: Area
  readonly parent: Area | null
  /** Current and ended areas inside, current ones first. */
  readonly parts: readonly AreaEntry[]
  /** Current areas of its kind beside it: what could take its place. */
  readonly beside: readonly Area[]
}

const parentIdOf = ({ path }: Area): string | null => path.split('/').at(-2) ?? null

const findBeside = async (context: Context, { id, kind }: Area, parent: Area | null) => {
  if (!parent) return []
  const scope = [parent.path]
  const areas = await listAreasWithin(context.db, kind, scope, dayOf(context.clock()))
  return areas.filter(one => one.id !== id)
}

/** One area with what lies in it and beside it, for whoever looks after it. */
export const findAreaView = async (
  context: Context,
  id: string,
): Promise<Result<AreaView, 'forbidden' | 'area-unknown'>> => {
  const area = await findArea(context.db, id)
  if (!area) return no('area-unknown')
  const permitted = await permit(context, 'area.manage', area.path)
  if (!permitted.ok) return permitted
  const parentId = parentIdOf(area)
  const parent = parentId ? await findArea(context.db, parentId) : null
  const filter = {
    kind: area.kind === 'province' ? ('commune' as const) : ('village' as const),
    scope: [area.path],
    parentId: area.id,
    words: [],
    withEnded: true,
    today: dayOf(context.clock()),
  }
  const parts = await listAreaEntries(context.db, filter, { page: 1, size: villagesPage })
  return ok({ area, parent, parts: parts.rows, beside: await findBeside(context, area, parent) })
}
