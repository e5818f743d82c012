import { isCounted } from '#app/campaign/campaign.ts'
import { noAnswers, type UnitCounts } from '#app/tally/counts.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type Frozen, readFrozen } from '#app/verdict/frozen.ts'
import { findArea } from '#db/queries/areas.ts'
import { findCampaign } from '#db/queries/campaigns.ts'
import { type JointPart, listJointParts } from '#db/queries/joint-parts.ts'
import { findJointList, type JointRow } from '#db/queries/joints.ts'
import type { System } from './context.server.ts'
import { computeCampaign, countsOf } from './counts.server.ts'
import { villageSizes } from './sample-list.server.ts'

const running = (parts: readonly JointPart[]): readonly JointPart[] =>
  parts.filter(({ state }) => state !== 'cancelled')

/** Whether every commune that was not cancelled is counted. */
export const allCounted = (parts: readonly JointPart[]): boolean =>
  running(parts).length > 0 && running(parts).every(({ state }) => isCounted(state))

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

/** The results of a joint campaign, for whoever has asked who is asking; null until every commune is counted. */
export const readJointResults = async (system: System, joint: JointRow): Promise<JointResults | null> => {
  const parts = await listJointParts(system.db, joint.id)
  if (!allCounted(parts) || joint.frozen === null) return null
  const frozen = readFrozen(joint.frozen)
  const counted = running(parts)
  const units = await unitsOf(system, joint, counted, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, units)
  if (results.kind === 'inconsistent')
    throw new Error(`joint campaign ${joint.id}: ${JSON.stringify(results.problems)}`)
  const { frozen: _, ...shown } = joint
  const ofList = { part: results.area.collected, whole: joint.listHouseholds }
  const unasked = await unaskedOf(system, joint, counted)
  return { ...frozen, joint: shown, results, units, unasked, ofList }
}
