import { may, mayEver } from '#app/account/permission.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { type JointPart, listJointParts } from '#db/queries/joint-parts.ts'
import { findJoint, findJointList, type JointRow, listJoints } from '#db/queries/joints.ts'
import type { Context } from './context.server.ts'
import { permitOnJoint } from './joint.server.ts'
import { allCounted, type JointResults, readJointResults } from './joint-results.server.ts'
import type { PaperFile } from './papers.server.ts'
import { listFile } from './sample-files.server.ts'
import { type PublishedDraw, publishedJoint } from './sample-view.server.ts'

export type JointFault = 'joint-unknown' | 'forbidden'

/** A joint campaign with its communes. */
export type JointView = {
  readonly joint: Omit<JointRow, 'frozen'>
  readonly draw: PublishedDraw & Pick<JointRow, 'stages'>
  readonly parts: readonly JointPart[]
  /** Whether every commune that was not cancelled is counted. */
  readonly counted: boolean
}

/** The joint campaigns of the areas of the person asking, newest first; none for who may not manage any. */
export const findJoints = async (
  context: Context,
  slice: Slice,
): Promise<Result<Paged<JointRow>, 'forbidden'>> => {
  if (!context.person || !mayEver(context.person, 'joint.manage')) return no('forbidden')
  return ok(await listJoints(context.db, context.person.areas, slice))
}

/** A joint campaign and how its communes stand. */
export const findJointView = async (context: Context, id: string): Promise<Result<JointView, JointFault>> => {
  const permitted = await permitOnJoint(context, 'joint.manage', id)
  if (!permitted.ok) return permitted
  const { frozen: _, ...joint } = permitted.value.joint
  const parts = await listJointParts(context.db, joint.id)
  const draw = { ...publishedJoint(permitted.value.joint), stages: joint.stages }
  return ok({ joint, draw, parts, counted: allCounted(parts) })
}

/** Address of the page of a joint campaign that the person asking may open, or null: a commune's cadre may open neither. */
export const findJointHref = async ({ db, person }: Context, id: string): Promise<string | null> => {
  const joint = await findJoint(db, id)
  if (joint && may(person, 'joint.manage', joint.areaPath)) return `/dot-nhieu-xa/${id}`
  return joint && may(person, 'results.read', joint.areaPath) ? `/dot-nhieu-xa/${id}/ket-qua` : null
}

/** The list from which a joint campaign draws, as the drawing command reads it; no name is in it. */
export const findJointListFile = async (
  context: Context,
  id: string,
): Promise<Result<PaperFile, JointFault>> => {
  const permitted = await permitOnJoint(context, 'joint.manage', id)
  if (!permitted.ok) return permitted
  return ok(listFile(await findJointList(context.db, id)))
}

export type JointResultsFault = JointFault | 'joint-not-counted'

/**
 * The figures, the verdict and the bounds of a joint campaign once every commune is counted: pooled over ballots, and every
 * commune against every content, by the one place that computes (`compute`).
 */
export const findJointResults = async (
  context: Context,
  id: string,
): Promise<Result<JointResults, JointResultsFault>> => {
  const permitted = await permitOnJoint(context, 'results.read', id)
  if (!permitted.ok) return permitted
  const results = await readJointResults(context, permitted.value.joint)
  return results ? ok(results) : no('joint-not-counted')
}

/** The counts of a joint campaign as `npm run compute` reads them, with its frozen rules. */
export const makeJointCounts = async (
  context: Context,
  id: string,
): Promise<Result<PaperFile, JointResultsFault>> => {
  const found = await findJointResults(context, id)
  if (!found.ok) return found
  const { rules, questionnaire, units } = found.value
  const file = {
    rules,
    contents: contentKeys(questionnaire),
    units: units.map(({ contents, ...heads }) => ({
      ...heads,
      counts: contents.map(({ satisfied, dissatisfied, blank }) => [satisfied, dissatisfied, blank]),
    })),
  }
  const bytes = Buffer.from(`${JSON.stringify(file, null, 1)}\n`, 'utf8')
  return ok({ name: 'so-lieu.json', type: 'application/json; charset=utf-8', bytes })
}
