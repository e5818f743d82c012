import { may, mayEver } from '#app/account/permission.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { noAnswers, type UnitCounts } from '#app/tally/counts.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type Frozen, readFrozen } from '#app/verdict/frozen.ts'
import { findArea } from '#db/queries/areas.ts'
import { findCampaign } from '#db/queries/campaigns.ts'
import {
  findJoint,
  findJointList,
  type JointPart,
  type JointRow,
  listJointParts,
  listJoints,
} from '#db/queries/joints.ts'
import type { Context, System } from './context.server.ts'
import { computeCampaign, countsOf } from './counts.server.ts'
import { permitOnJoint } from './joint.server.ts'
import type { PaperFile } from './papers.server.ts'
import { listFile } from './sample-files.server.ts'
import { villageSizes } from './sample-list.server.ts'
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

const running = (parts: readonly JointPart[]): readonly JointPart[] =>
  parts.filter(({ state }) => state !== 'cancelled')

const allCounted = (parts: readonly JointPart[]): boolean =>
  running(parts).length > 0 && running(parts).every(({ state }) => isCounted(state))

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

/** What a joint campaign found, over its communes. */
export type JointResults = Frozen & {
  readonly joint: Omit<JointRow, 'frozen'>
  readonly results: Results
  /** What the calculator reads: the same counts give the same figures. */
  readonly units: readonly UnitCounts[]
  /** Communes of the joint campaign that nobody was asked in: not drawn, or their round was cancelled. */
  readonly unasked: readonly string[]
  /** Ballots against every household of the list, drawn or not. */
  readonly ofList: { readonly part: number; readonly whole: number }
}

/** Villages of an asked commune that were not drawn: their households count in the coverage, and have no ballots. */
const undrawnUnits = async (
  system: System,
  joint: JointRow,
  {
    parts,
    asked,
    contents,
  }: {
    readonly parts: readonly JointPart[]
    readonly asked: ReadonlySet<string>
    readonly contents: number
  },
): Promise<readonly UnitCounts[]> => {
  const sizes = villageSizes(await findJointList(system.db, joint.id))
  const units: UnitCounts[] = []
  for (const [villageId, households] of sizes) {
    const village = asked.has(villageId) ? null : await findArea(system.db, villageId)
    const part = parts.find(({ communePath }) => village?.path.startsWith(`${communePath}/`))
    if (!village || !part) continue
    units.push({
      ...{ name: village.name, commune: part.communeName, households },
      ...{ issued: 0, collected: 0, invalid: 0, anyDissatisfied: 0 },
      contents: Array.from({ length: contents }, () => noAnswers),
    })
  }
  return units
}

const unitsOf = async (system: System, joint: JointRow, parts: readonly JointPart[], contents: number) => {
  const units: UnitCounts[] = []
  const asked = new Set<string>()
  for (const part of parts) {
    const campaign = await findCampaign(system.db, part.id)
    if (!campaign) continue
    const counts = await countsOf(system, campaign, contents)
    units.push(...counts.units)
    for (const villageId of counts.villageIds) asked.add(villageId)
  }
  return joint.stages ? [...units, ...(await undrawnUnits(system, joint, { parts, asked, contents }))] : units
}

/** Names of the chosen communes without a counted round. */
const unaskedOf = async (
  system: System,
  joint: JointRow,
  parts: readonly JointPart[],
): Promise<readonly string[]> => {
  const ids = joint.communeIds.filter(id => !parts.some(({ communeId }) => communeId === id))
  const areas = await Promise.all(ids.map(id => findArea(system.db, id)))
  return areas.flatMap(area => area?.name ?? [])
}

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
  const { joint } = permitted.value
  const parts = await listJointParts(context.db, joint.id)
  if (!allCounted(parts) || joint.frozen === null) return no('joint-not-counted')
  const frozen = readFrozen(joint.frozen)
  const counted = running(parts)
  const units = await unitsOf(context, joint, counted, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, units)
  if (results.kind === 'inconsistent')
    throw new Error(`joint campaign ${id}: ${JSON.stringify(results.problems)}`)
  const { frozen: _, ...shown } = joint
  const ofList = { part: results.area.collected, whole: joint.listHouseholds }
  const unasked = await unaskedOf(context, joint, counted)
  return ok({ ...frozen, joint: shown, results, units, unasked, ofList })
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
