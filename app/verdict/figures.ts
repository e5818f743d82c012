import { type BaseRule, type ContentFigures, contentFigures } from '#app/tally/base.ts'
import { type AreaCounts, coverageOf, returnRate, validOf } from '#app/tally/counts.ts'
import type { Rate } from '#app/tally/rate.ts'
import type { CoverageMeasure } from './rules.ts'

/** The figures of one area of any size. Counts are households or their ballots. */
export type AreaFigures = {
  readonly households: number
  readonly issued: number
  readonly collected: number
  readonly valid: number
  readonly invalid: number
  readonly coverage: Rate
  readonly returned: Rate
  /** Every content in order, the overall question last. */
  readonly contents: readonly ContentFigures[]
  /** The overall question: a question of its own, not a mean of the others. */
  readonly overall: ContentFigures
  /** Valid ballots with at least one “chưa hài lòng”; null where it was not counted. */
  readonly anyDissatisfied: Rate | null
}

/** Turns counts into figures. Throws without a content: counts are checked before they come here. */
export function areaFigures(
  counts: AreaCounts,
  contents: readonly string[],
  counting: BaseRule & { readonly coverageMeasure: CoverageMeasure },
): AreaFigures {
  const figures = contentFigures(counts, contents, counting)
  const overall = figures.at(-1)
  if (!overall) throw new Error('figures of a survey without contents')
  const valid = validOf(counts)
  const { households, issued, collected, invalid, anyDissatisfied: any } = counts
  return {
    households,
    issued,
    collected,
    valid,
    invalid,
    coverage: coverageOf(counts, counting.coverageMeasure),
    returned: returnRate(counts),
    contents: figures,
    overall,
    anyDissatisfied: any === null ? null : { part: any, whole: valid },
  }
}
