import type { ContentFigures } from '#app/tally/base.ts'
import type { Rate } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { AreaFigures } from '#app/verdict/figures.ts'
import type { Reason } from '#app/verdict/judge.ts'

/*
 * Figures that everybody may read. What is left out here reaches no page and no file by another way: the pages’ data, the
 * tables and the open data are all made from what these functions leave.
 */

/** A rate that is not told: it prints as a dash, like one without a base. */
const untold: Rate = { part: 0, whole: 0 }

const untoldContent = ({ content }: ContentFigures): ContentFigures => ({
  content,
  counts: { satisfied: 0, dissatisfied: 0, blank: 0 },
  satisfied: untold,
  dissatisfied: untold,
})

/** An area's ballots by how many, with no answer. */
const headsOf = <T extends AreaFigures>(area: T): T => ({
  ...area,
  contents: area.contents.map(untoldContent),
  overall: untoldContent(area.overall),
  anyDissatisfied: null,
})

/** Results in which villages stand by their ballots alone: their answers are in the protected table. */
export const withoutVillageAnswers = (results: Results): Results => ({
  ...results,
  units: results.units.map(headsOf),
})

const isOf = (reason: Reason, communes: ReadonlySet<string>): boolean =>
  reason.code === 'content-below-threshold-in-commune' && communes.has(reason.commune)

/** Also without the answers of some communes, which are told only together with others. */
export const withoutCommuneAnswers = (results: Results, communes: ReadonlySet<string>): Results => ({
  ...withoutVillageAnswers(results),
  communes: results.communes.map(one => (communes.has(one.commune) ? headsOf(one) : one)),
  checks: results.checks.filter(({ commune }) => commune === null || !communes.has(commune)),
  reasons: results.reasons.filter(reason => !isOf(reason, communes)),
})

/** Participation alone: so few answered, or so it would follow from other figures, that answers would be theirs. */
export const withoutAnswers = (results: Results): Results => {
  const { overall } = results.bounds
  const none = { lower: 0, upper: overall.households }
  const { stratified } = overall
  return {
    ...withoutVillageAnswers(results),
    area: headsOf(results.area),
    communes: results.communes.map(headsOf),
    verdict: 'no-basis',
    provisional: null,
    checks: results.checks.filter(({ requirement }) => requirement === 'minimumCoverage'),
    reasons: [],
    dependsOn: [],
    bounds: {
      overall: {
        ...{ households: overall.households, answered: 0, satisfied: 0 },
        ...{ oneSided95: none, twoSided95: none, worstCase: none },
        stratified: { ...stratified, estimate: null, logit95: null },
      },
    },
  }
}
