import {
  isSafe,
  type OpenTable,
  type OpenUnit,
  protectSmallCells,
  usualCells,
} from '#app/dossier/small-cells.ts'
import { byCommune, poolUnits, type UnitCounts } from '#app/tally/counts.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findJoint } from '#db/queries/joints.ts'
import type { System } from './context.server.ts'
import { type JointResults, readJointResults } from './joint-results.server.ts'

/**
 * The one table of villages (or communes) × contents from which the page, the .csv and the .json are made, so that none
 * of them gives what another hides. Withheld: too few ballots, or a commune of a joint round that is told only with others.
 */
export type PublicCells =
  | Extract<OpenTable, { readonly kind: 'published' }>
  | { readonly kind: 'withheld'; readonly reason: 'too-few-ballots' | 'in-joint' }

/** The communes of a joint round as units of its table. */
export const communeUnits = ({ units, questionnaire }: JointResults): readonly UnitCounts[] =>
  [...byCommune(units)].map(([commune, villages]) => ({
    ...poolUnits(villages, questionnaire.contents.length),
    ...{ name: commune, commune },
  }))

/** The table of a joint round: its communes, small ones together. */
export const jointCells = (joint: JointResults): PublicCells =>
  protectSmallCells(communeUnits(joint), { contents: joint.questionnaire.contents.length })

const namesOf = (unit: OpenUnit): readonly string[] =>
  unit.kind === 'merged' ? unit.villages.map(({ name }) => name) : []

/** Communes that a joint round's table tells only together with others; all of them where it tells nothing. */
export const mergedCommunes = (cells: PublicCells, joint: JointResults): ReadonlySet<string> =>
  new Set(
    cells.kind === 'withheld'
      ? joint.results.communes.map(({ commune }) => commune)
      : cells.units.flatMap(namesOf),
  )

/** Whether a commune's part of a joint round may be told by itself: as the joint table does; before there is one, if it is safe. */
const standsAlone = async (
  system: System,
  campaign: CampaignRow,
  units: readonly UnitCounts[],
  contents: number,
): Promise<boolean> => {
  const row = campaign.jointId === null ? null : await findJoint(system.db, campaign.jointId)
  if (!row) return true
  const joint = await readJointResults(system, row)
  if (!joint) return isSafe(poolUnits(units, contents), usualCells)
  return !mergedCommunes(jointCells(joint), joint).has(campaign.communeName)
}

/** The table of a counted campaign. `contents` is the number of its contents. */
export const campaignCells = async (
  system: System,
  campaign: CampaignRow,
  { units, contents }: { readonly units: readonly UnitCounts[]; readonly contents: number },
): Promise<PublicCells> => {
  const cells = protectSmallCells(units, { contents })
  if (cells.kind === 'withheld') return cells
  const alone = await standsAlone(system, campaign, units, contents)
  return alone ? cells : { kind: 'withheld', reason: 'in-joint' }
}
