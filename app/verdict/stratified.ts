import type { Draw } from './bounds.ts'
import { studentQuantile } from './student.ts'

/** Shares between 0 and 1. */
export type ShareInterval = { readonly lower: number; readonly upper: number }

/**
 * The satisfied share of all households, estimated village by village.
 * `estimate` null: a village with households has no answer. `standardError` null: a village with several households has one answer only,
 * so nothing tells how its households differ. `logit95` null: either of these, or everybody who answered agrees while others are silent.
 */
export type Stratified = {
  readonly estimate: number | null
  readonly standardError: number | null
  readonly logit95: ShareInterval | null
  readonly degreesOfFreedom: number
}

const shareOf = ({ satisfied, answered }: Draw) => satisfied / answered

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** The variance of a village's estimated number of satisfied households: N²(1 − n/N) p(1 − p)/(n − 1). A full count has none. */
function varianceOf(village: Draw): number | null {
  const { households, answered } = village
  if (answered === households) return 0
  if (answered < 2) return null
  const p = shareOf(village)
  return households ** 2 * (1 - answered / households) * ((p * (1 - p)) / (answered - 1))
}

function standardErrorOf(villages: readonly Draw[], households: number): number | null {
  const variances = villages.map(varianceOf)
  const known = variances.filter(variance => variance !== null)
  return known.length < variances.length ? null : Math.sqrt(sum(known)) / households
}

/** The interval on the logit scale, so that it stays between 0 and 1: logit(p) ± t · se ÷ p(1 − p). */
function logitInterval(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
): ShareInterval | null {
  if (standardError === 0) return { lower: estimate, upper: estimate }
  if (estimate <= 0 || estimate >= 1 || degreesOfFreedom < 1) return null
  const middle = Math.log(estimate / (1 - estimate))
  const half = (studentQuantile(0.975, degreesOfFreedom) * standardError) / (estimate * (1 - estimate))
  const share = (logit: number) => 1 / (1 + Math.exp(-logit))
  return { lower: share(middle - half), upper: share(middle + half) }
}

/** Whether everybody answered: then the estimate is the count itself. */
const complete = (villages: readonly Draw[]) =>
  villages.every(({ households, answered }) => households === answered)

/**
 * The stratified estimate with finite-population correction and its logit interval, each village a stratum and a simple random draw.
 * Source: Cochran, Sampling Techniques, 5.3–5.4; the R package survey, svydesign(strata, fpc), svymean, svyciprop(method = "logit").
 */
export function stratifiedEstimate(villages: readonly Draw[]): Stratified {
  const strata = villages.filter(({ households }) => households > 0)
  const households = sum(strata.map(village => village.households))
  const degreesOfFreedom = Math.max(0, sum(strata.map(village => village.answered)) - strata.length)
  if (households === 0 || strata.some(({ answered }) => answered === 0))
    return { estimate: null, standardError: null, logit95: null, degreesOfFreedom }
  const estimate = sum(strata.map(village => village.households * shareOf(village))) / households
  const standardError = standardErrorOf(strata, households)
  const certain = standardError === 0 && !complete(strata)
  const logit95 =
    standardError === null || certain ? null : logitInterval(estimate, standardError, degreesOfFreedom)
  return { estimate, standardError, logit95, degreesOfFreedom }
}
