import { type AreaCounts, poolUnits, type UnitCounts, validOf } from '#app/tally/counts.ts'

/*
 * Open data of a campaign (villages × contents) in which small numbers tell nothing about a household, and which still
 * adds up: small villages are merged, no number is rounded, changed or left out, so every total is the official one.
 *
 * Protects against: reading from a village of a few ballots who was dissatisfied, or that all of them were; and getting
 * one hidden village back by subtracting the published ones from the total, since a merged unit has at least two
 * villages with ballots.
 *
 * Does not protect against: other papers that give a small village by itself (what the law posts in the village is not
 * open data, and is posted as it is); somebody who knows all but one household of a merged unit; a village of many
 * ballots that is of one mind; the knowledge that a merged village had few ballots or a small cell. A campaign whose villages together cannot be made safe is published as one unit if it has
 * enough ballots, since its total is the official result, else not at all.
 */

/** What counts as small. Ours, not a rule of the programme. */
export type CellLimits = {
  /** Fewest valid ballots of anything published, and fewest ballots of a cell that is not empty, in a unit with few. */
  readonly fewestBallots: number
  /** A unit with this many valid ballots is no longer one with few: who one of them is cannot be told from a small cell. */
  readonly manyBallots: number
}

/** The limits shipped: cells under 5 are small (as for means, invariant 3), from 20 ballots up they point at nobody. */
export const usualCells: CellLimits = { fewestBallots: 5, manyBallots: 20 }

/** One row of the open data: a village by itself, or several together (các thôn nhỏ gộp lại). */
export type OpenUnit =
  | { readonly kind: 'village'; readonly unit: UnitCounts }
  | {
      readonly kind: 'merged'
      readonly villages: readonly { readonly commune: string; readonly name: string }[]
      readonly counts: AreaCounts
    }

export type OpenTable =
  | { readonly kind: 'published'; readonly units: readonly OpenUnit[]; readonly total: AreaCounts }
  | { readonly kind: 'withheld'; readonly reason: 'too-few-ballots' }

/** The cells of a unit that describe ballots by an answer. */
function cellsOf(counts: AreaCounts): readonly number[] {
  const cells = counts.contents.flatMap(({ satisfied, dissatisfied, blank }) => [
    satisfied,
    dissatisfied,
    blank,
  ])
  const any = counts.anyDissatisfied
  return any === null ? cells : [...cells, any, validOf(counts) - any]
}

const allDissatisfied = (counts: AreaCounts): boolean =>
  counts.contents.some(({ dissatisfied }) => dissatisfied === validOf(counts))

/** Whether a unit can be published as it is: many ballots; or enough, with no small cell and no content that all are dissatisfied with. */
export function isSafe(counts: AreaCounts, { fewestBallots, manyBallots }: CellLimits): boolean {
  const valid = validOf(counts)
  if (valid < fewestBallots) return false
  if (valid >= manyBallots) return true
  return cellsOf(counts).every(cell => cell === 0 || cell >= fewestBallots) && !allDissatisfied(counts)
}

/** Smallest first, equal ones by name, so that the same counts always give the same table. */
function smallestFirst(a: UnitCounts, b: UnitCounts): number {
  const [one, other] = [`${a.commune}\t${a.name}`, `${b.commune}\t${b.name}`]
  return validOf(a) - validOf(b) || (one < other ? -1 : 1)
}

/** Whether a group is safe, and hides the villages in it that are not: from two with ballots, none is got back by subtraction. */
function hides(group: readonly UnitCounts[], contents: number, limits: CellLimits): boolean {
  const withBallots = group.filter(unit => validOf(unit) > 0)
  const toHide = withBallots.some(unit => !isSafe(unit, limits))
  return (!toHide || withBallots.length >= 2) && isSafe(poolUnits(group, contents), limits)
}

/** The villages to merge: all unsafe ones, and then the smallest others until the group hides them. */
function groupOf(units: readonly UnitCounts[], contents: number, limits: CellLimits): readonly UnitCounts[] {
  const unsafe = units.filter(unit => !isSafe(unit, limits))
  if (unsafe.length === 0) return []
  const group = [...unsafe]
  for (const unit of [...units].sort(smallestFirst)) {
    if (hides(group, contents, limits)) break
    if (!unsafe.includes(unit)) group.push(unit)
  }
  return group
}

function merged(group: readonly UnitCounts[], contents: number): readonly OpenUnit[] {
  if (group.length === 0) return []
  const villages = group.map(({ commune, name }) => ({ commune, name }))
  return [{ kind: 'merged', villages, counts: poolUnits(group, contents) }]
}

/**
 * The open data of one campaign: villages in the order given, the merged ones last. Every published unit has at least
 * `fewestBallots` valid ballots and all units add up to the total. `contents` is the number of contents.
 */
export function protectSmallCells(
  units: readonly UnitCounts[],
  { contents, limits = usualCells }: { readonly contents: number; readonly limits?: CellLimits },
): OpenTable {
  const total = poolUnits(units, contents)
  if (validOf(total) < limits.fewestBallots) return { kind: 'withheld', reason: 'too-few-ballots' }
  const group = groupOf(units, contents, limits)
  const alone = units.filter(unit => !group.includes(unit))
  const rows = alone.map((unit): OpenUnit => ({ kind: 'village', unit }))
  return { kind: 'published', units: [...rows, ...merged(group, contents)], total }
}
