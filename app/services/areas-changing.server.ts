import { type Area, hasEnded } from '#app/account/area.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { collectsIn, findArea, insertSuccessors, updateAreaEnded, updateAreaName } from '#db/queries/areas.ts'
import { cleanName } from './areas.server.ts'
import { type Context, change, permit } from './context.server.ts'

type Refusal = 'forbidden' | 'area-unknown' | 'area-ended'

const findCurrent = async (context: Context, id: string): Promise<Result<Area, Refusal>> => {
  const area = await findArea(context.db, id)
  if (!area) return no('area-unknown')
  const permitted = await permit(context, 'area.manage', area.path)
  if (!permitted.ok) return permitted
  return area.validTo === null ? ok(area) : no('area-ended')
}

type RenameFault = Refusal | 'area-name-missing' | 'area-taken' | 'nothing-changed'

/** Gives a current area another name. Campaigns keep the name they froze. */
export const renameArea = async (
  context: Context,
  { id, name: typed }: { readonly id: string; readonly name: string },
): Promise<Result<null, RenameFault>> => {
  const area = await findCurrent(context, id)
  if (!area.ok) return area
  const name = cleanName(typed)
  if (!name) return no('area-name-missing')
  const { name: from, path } = area.value
  if (name === from) return no('nothing-changed')
  return change<null, RenameFault>(context, async ({ tx, record }) => {
    if (!(await updateAreaName(tx, id, name))) return no('area-taken')
    record({ kind: 'area.renamed', path, from, to: name })
    return ok(null)
  })
}

export type Ending = {
  readonly id: string
  /** Its last day. */
  readonly on: Day
  readonly successorIds: readonly string[]
}

type EndFault =
  | Refusal
  | 'successor-missing'
  | 'successor-unknown'
  | 'area-day-early'
  | 'area-province-stays'
  | 'area-collecting'

/** What takes an area's place is another current area of its kind, looked after by the same person. */
const checkSuccessors = async (
  context: Context,
  { id, kind }: Area,
  successorIds: readonly string[],
): Promise<Result<null, EndFault>> => {
  if (successorIds.length === 0) return no('successor-missing')
  for (const successorId of successorIds) {
    const successor = await findArea(context.db, successorId)
    if (!successor || successor.kind !== kind || successor.id === id) return no('successor-unknown')
    if (hasEnded(successor, dayOf(context.clock()))) return no('successor-unknown')
    const permitted = await permit(context, 'area.manage', successor.path)
    if (!permitted.ok) return permitted
  }
  return ok(null)
}

const checkEnding = async (
  context: Context,
  area: Area,
  { on, successorIds }: Ending,
): Promise<Result<null, EndFault>> => {
  if (area.kind === 'province') return no('area-province-stays')
  if (area.validFrom !== null && on < area.validFrom) return no('area-day-early')
  if (area.kind === 'commune' && (await collectsIn(context.db, area.id))) return no('area-collecting')
  return checkSuccessors(context, area, successorIds)
}

/**
 * Gives an area its last day and names what took its place; one may have been split over several. What lies in it ends with
 * it. It stays in the tree, and nothing new is planned for it.
 */
export const endArea = async (context: Context, ending: Ending): Promise<Result<null, EndFault>> => {
  const area = await findCurrent(context, ending.id)
  if (!area.ok) return area
  const checked = await checkEnding(context, area.value, ending)
  if (!checked.ok) return checked
  const successorIds = [...new Set(ending.successorIds)]
  return change(context, async ({ tx, record }) => {
    await updateAreaEnded(tx, area.value.path, ending.on)
    await insertSuccessors(tx, ending.id, successorIds)
    record({
      kind: 'area.ended',
      path: area.value.path,
      on: ending.on,
      successors: successorIds.join(','),
    })
    return ok(null)
  })
}
