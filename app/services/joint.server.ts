import type { Kysely } from 'kysely'
import { hasEnded, liesWithin } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { ListFault } from '#app/household/sample.ts'
import { findArea, findProvince } from '#db/queries/areas.ts'
import { findJoint, insertJoint, type JointRow, type Stages } from '#db/queries/joints.ts'
import type { Database } from '#db/schema.ts'
import { type ChoiceFault, checkChoices } from './campaigns.server.ts'
import { type Context, change, newId, permit } from './context.server.ts'
import type { JointForm } from './joint-form.server.ts'
import { listForDraw } from './sample-list.server.ts'

/** A joint campaign that the person asking may manage. */
export type PermittedJoint = { readonly joint: JointRow; readonly person: Person }

/** Finds a joint campaign and asks permission on its area: a commune's cadre is refused. */
export const permitOnJoint = async (
  context: Context,
  deed: 'joint.manage' | 'results.read' | 'paper.download',
  id: string,
): Promise<Result<PermittedJoint, 'joint-unknown' | 'forbidden'>> => {
  const joint = isUuid(id) ? await findJoint(context.db, id) : null
  if (!joint) return no('joint-unknown')
  const permitted = await permit(context, deed, joint.areaPath)
  return permitted.ok ? ok({ joint, person: permitted.value }) : permitted
}

type CreateFault =
  | ChoiceFault
  | ListFault
  | 'forbidden'
  | 'area-unknown'
  | 'area-ended'
  | 'sample-names-alike'
  | 'sample-larger-than-list'

const stagesOf = (form: JointForm): Stages | null => {
  if (form.way === 'everyone') return null
  const { communes, villages, households } = form
  return { communes, villages, households }
}

/** Every commune must be one of the province, and in force. */
const checkCommunes = async (
  db: Kysely<Database>,
  context: Context,
  provincePath: string,
  ids: readonly string[],
): Promise<Result<null, 'area-unknown' | 'area-ended'>> => {
  for (const id of ids) {
    const commune = await findArea(db, id)
    if (commune?.kind !== 'commune' || !liesWithin(commune.path, provincePath)) return no('area-unknown')
    if (hasEnded(commune, dayOf(context.clock()))) return no('area-ended')
  }
  return ok(null)
}

/**
 * Plans a campaign of several communes and fixes the list of their households by its hash, before there is a seed. No
 * commune has a campaign of it until it is started.
 */
export const createJoint = async (
  context: Context,
  form: JointForm,
): Promise<Result<string, CreateFault>> => {
  const province = await findProvince(context.db)
  if (!province) return no('area-unknown')
  const permitted = await permit(context, 'joint.manage', province.path)
  if (!permitted.ok) return permitted
  const choices = await checkChoices(context.db, form)
  if (!choices.ok) return choices
  const communes = await checkCommunes(context.db, context, province.path, form.communeIds)
  if (!communes.ok) return communes
  const stages = stagesOf(form)
  if (stages && stages.communes > form.communeIds.length) return no('sample-larger-than-list')
  const id = newId(context)
  return change<string, CreateFault>(context, async ({ tx, record }) => {
    const list = await listForDraw(tx, { communeIds: form.communeIds, villageIds: null, withCommune: true })
    if (!list.ok) return list
    const { name, title, startsOn, endsOn, questionnaireId, rulesId, communeIds } = form
    await insertJoint(tx, {
      ...{ id, name, title, startsOn, endsOn, questionnaireId, rulesId, communeIds, stages },
      areaId: province.id,
      list: list.value,
      createdBy: permitted.value.id,
      createdAt: context.clock(),
    })
    const { hash, households } = list.value
    record({ kind: 'joint.created', joint: name, communes: communeIds.length, households, hash })
    return ok(id)
  })
}
