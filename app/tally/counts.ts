import type { Rate } from './rate.ts'

/** Valid ballots by their answer to one content. Together they are the valid ballots. */
export type ContentCounts = {
  readonly satisfied: number
  readonly dissatisfied: number
  readonly blank: number
}

/** What is counted for an area of any size. All are numbers of households or of their ballots; contents in the order of the questionnaire, the overall question last. `anyDissatisfied` is null where it was not counted. */
export type AreaCounts = {
  readonly households: number
  readonly issued: number
  readonly collected: number
  readonly invalid: number
  readonly contents: readonly ContentCounts[]
  readonly anyDissatisfied: number | null
}

/** The smallest area that is counted by itself: a village, or a town quarter. */
export type UnitCounts = AreaCounts & { readonly name: string; readonly commune: string }

export const noAnswers: ContentCounts = { satisfied: 0, dissatisfied: 0, blank: 0 }

/** Valid ballots: collected less invalid. */
export const validOf = (counts: AreaCounts): number => counts.collected - counts.invalid

/** Ballots collected ÷ ballots handed out. */
export const returnRate = (counts: AreaCounts): Rate => ({ part: counts.collected, whole: counts.issued })

/** Coverage (households asked ÷ all households), by ballots collected or by ballots handed out as the rules say. */
export function coverageOf(
  counts: Pick<AreaCounts, 'households' | 'issued' | 'collected'>,
  measure: 'collected' | 'issued',
): Rate {
  return { part: measure === 'issued' ? counts.issued : counts.collected, whole: counts.households }
}

function addContents(a: ContentCounts, b: ContentCounts): ContentCounts {
  return {
    satisfied: a.satisfied + b.satisfied,
    dissatisfied: a.dissatisfied + b.dissatisfied,
    blank: a.blank + b.blank,
  }
}

/** Adds two areas. Where one of them did not count ballots with any dissatisfaction, the sum is unknown. */
export function addCounts(a: AreaCounts, b: AreaCounts): AreaCounts {
  const any =
    a.anyDissatisfied === null || b.anyDissatisfied === null ? null : a.anyDissatisfied + b.anyDissatisfied
  return {
    households: a.households + b.households,
    issued: a.issued + b.issued,
    collected: a.collected + b.collected,
    invalid: a.invalid + b.invalid,
    contents: a.contents.map((counts, i) => addContents(counts, b.contents[i] ?? noAnswers)),
    anyDissatisfied: any,
  }
}

/** The counts of an area from those of its units: sums of ballots, never a mean of percentages. `contents` is the number of contents, so that no units at all give zeros. */
export function poolUnits(units: readonly AreaCounts[], contents: number): AreaCounts {
  const nothing: AreaCounts = {
    households: 0,
    issued: 0,
    collected: 0,
    invalid: 0,
    contents: Array.from({ length: contents }, () => noAnswers),
    anyDissatisfied: 0,
  }
  return units.reduce(addCounts, nothing)
}

/** Units gathered by their commune, in the order in which communes first appear. */
export function byCommune(units: readonly UnitCounts[]): ReadonlyMap<string, readonly UnitCounts[]> {
  const communes = new Map<string, UnitCounts[]>()
  for (const unit of units) {
    const gathered = communes.get(unit.commune)
    if (gathered) gathered.push(unit)
    else communes.set(unit.commune, [unit])
  }
  return communes
}
