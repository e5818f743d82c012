import { isUuid } from '#app/basics/ids.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { type OpenRow, openRows } from '#app/dossier/open-data.ts'
import { withoutAnswers, withoutCommuneAnswers } from '#app/dossier/public-figures.ts'
import { type JointPart, listJointParts } from '#db/queries/joint-parts.ts'
import { findJoint } from '#db/queries/joints.ts'
import { listPublicJoints, type PublicJoint } from '#db/queries/public-campaigns.ts'
import type { System } from './context.server.ts'
import { allCounted, type JointResults, readJointResults } from './joint-results.server.ts'
import { jointCells, mergedCommunes, type PublicCells } from './public-cells.server.ts'

/** What everybody may know of a joint campaign of which every commune is counted: answers by commune stand in `cells` alone. */
export type PublicJointResults = Omit<JointResults, 'units'> & {
  readonly cells: PublicCells
  /** The same by row, as the files have it; no answers where none are told. */
  readonly rows: readonly OpenRow[]
  readonly parts: readonly Pick<JointPart, 'id' | 'communeName'>[]
}

/** The results of a joint campaign, for everybody; the table of communes protected. */
export const findPublicJoint = async (
  system: System,
  id: string,
): Promise<Result<PublicJointResults, 'joint-unknown' | 'joint-not-counted'>> => {
  const row = isUuid(id) ? await findJoint(system.db, id) : null
  if (!row) return no('joint-unknown')
  const found = await readJointResults(system, row)
  if (!found) return no('joint-not-counted')
  const { units: _, ...joint } = found
  const cells = jointCells(found)
  const results =
    cells.kind === 'withheld'
      ? withoutAnswers(joint.results)
      : withoutCommuneAnswers(joint.results, mergedCommunes(cells, found))
  const parts = (await listJointParts(system.db, row.id)).filter(part => isCounted(part.state))
  const { questionnaire, rules } = joint
  const heads = results.communes.map(({ commune, ...figures }) => ({ ...figures, name: commune }))
  const total = { ...results.area, name: joint.joint.areaName }
  return ok({
    ...joint,
    results,
    cells,
    rows: openRows(cells.kind === 'withheld' ? null : cells, { questionnaire, rules, heads, total }),
    parts: parts.map(part => ({ id: part.id, communeName: part.communeName })),
  })
}

/** Whether everybody may read the results of this joint campaign. */
export const isJointPublic = async (system: System, id: string): Promise<boolean> =>
  allCounted(await listJointParts(system.db, id))

/** A page of the joint campaigns with results, for everybody. */
export const findPublicJoints = (system: System, slice: Slice): Promise<Paged<PublicJoint>> =>
  listPublicJoints(system.db, slice)
