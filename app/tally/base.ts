import type { BlankTreatment } from './ballots.ts'
import { type AreaCounts, type ContentCounts, validOf } from './counts.ts'
import type { Rate } from './rate.ts'

/** What a content's rate is divided by: valid ballots, all collected ballots, or valid ballots with an answer to this content. */
export const bases = ['valid', 'collected', 'answered'] as const
export type Base = (typeof bases)[number]

export type BaseRule = { readonly base: Base; readonly blankTreatment: BlankTreatment }

/**
 * The base of one content, in ballots.
 * `invalid-line` takes the lines that are blank or doubly marked out of the base of their own content:
 * valid ballots then count as answered ones, and collected ones lose the invalid lines as well.
 */
export function baseOf(area: AreaCounts, content: ContentCounts, rule: BaseRule): number {
  if (rule.base === 'answered') return validOf(area) - content.blank
  const whole = rule.base === 'collected' ? area.collected : validOf(area)
  return rule.blankTreatment === 'invalid-line' ? whole - content.blank : whole
}

/** One content's counts with its two rates on the same base. */
export type ContentFigures = {
  readonly content: string
  readonly counts: ContentCounts
  readonly satisfied: Rate
  readonly dissatisfied: Rate
}

/** The figures of every content of an area, in order. Source: practice of published tallies (Tân Phước, Duy Xuyên): hài lòng ÷ phiếu hợp lệ. */
export function contentFigures(
  area: AreaCounts,
  contents: readonly string[],
  rule: BaseRule,
): readonly ContentFigures[] {
  return area.contents.map((counts, i) => {
    const whole = baseOf(area, counts, rule)
    return {
      content: contents[i] ?? String(i + 1),
      counts,
      satisfied: { part: counts.satisfied, whole },
      dissatisfied: { part: counts.dissatisfied, whole },
    }
  })
}
