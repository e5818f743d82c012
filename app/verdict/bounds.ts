/** Households of an area of which `answered` were drawn and `satisfied` of these are satisfied. */
export type Draw = { readonly households: number; readonly answered: number; readonly satisfied: number }

/** Bounds on the number of satisfied households among all of them, both included. */
export type CountBounds = { readonly lower: number; readonly upper: number }

/** Nothing assumed: every silent household dissatisfied, or every one satisfied. */
export function worstCaseBounds({ households, answered, satisfied }: Draw): CountBounds {
  return { lower: satisfied, upper: satisfied + households - answered }
}

const tabled = 256
const logFactorials: readonly number[] = (() => {
  const table = [0]
  for (let n = 1; n < tabled; n += 1) table.push((table[n - 1] ?? 0) + Math.log(n))
  return table
})()

/** ln n!, from a table or by Stirling's series (Abramowitz and Stegun 6.1.41), good to the last bits of a double. */
function logFactorial(n: number): number {
  const known = logFactorials[n]
  if (known !== undefined) return known
  const x = n + 1
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

type Urn = { readonly households: number; readonly answered: number; readonly white: number }

/** Probability that exactly k of the answered are white. */
function probability({ households, answered, white }: Urn, k: number): number {
  if (k < 0 || k > white || answered - k > households - white || k > answered) return 0
  const log =
    logChoose(white, k) + logChoose(households - white, answered - k) - logChoose(households, answered)
  return Math.exp(log)
}

/** A probability that equals the level but for the noise of logarithms counts as equal, so that ties are the same on every machine. */
const ties = 1e-10

/** Terms too small to change a double are left out. */
const negligible = 1e-20

function sumUp(urn: Urn, from: number): number {
  const { households, answered, white } = urn
  let [term, sum] = [probability(urn, from), 0]
  for (let k = from; k <= Math.min(white, answered) && term > negligible * sum; k += 1) {
    sum += term
    term *= ((white - k) * (answered - k)) / ((k + 1) * (households - white - answered + k + 1))
  }
  return sum
}

function sumDown(urn: Urn, from: number): number {
  const { households, answered, white } = urn
  let [term, sum] = [probability(urn, from), 0]
  for (let k = from; k >= Math.max(0, white + answered - households) && term > negligible * sum; k -= 1) {
    sum += term
    term *= (k * (households - white - answered + k)) / ((white - k + 1) * (answered - k + 1))
  }
  return sum
}

const meanOf = ({ households, answered, white }: Urn) => (answered * white) / households

/** P(at least k white). Summed from the side away from the mode, where terms only shrink. */
export function atLeast(urn: Urn, k: number): number {
  return k > meanOf(urn) ? sumUp(urn, k) : 1 - sumDown(urn, k - 1)
}

/** P(at most k white). */
export function atMost(urn: Urn, k: number): number {
  return k < meanOf(urn) ? sumDown(urn, k) : 1 - sumUp(urn, k + 1)
}

/** The first number from `low` to `high` for which `holds`, which once true stays true; `high` is taken to hold. */
function first(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/**
 * Exact bounds on the number of satisfied households, if those who answered are a random draw without replacement:
 * every number that a hypergeometric test at level `tail` on that side does not reject (test inversion, as Clopper and Pearson's for the binomial).
 * `tail` is a fraction: [5, 100] one-sided 95 %, [25, 1000] each side of two-sided 95 %.
 */
export function exactBounds(draw: Draw, { tail }: { readonly tail: readonly [number, number] }): CountBounds {
  const { households, answered, satisfied } = draw
  const level = (tail[0] / tail[1]) * (1 + ties)
  const worst = worstCaseBounds(draw)
  if (answered === 0) return worst
  const urn = (white: number): Urn => ({ households, answered, white })
  const lower = first(worst.lower, worst.upper, white => atLeast(urn(white), satisfied) > level)
  const above = first(
    worst.lower,
    worst.upper + 1,
    white => white > worst.upper || atMost(urn(white), satisfied) <= level,
  )
  return { lower, upper: above - 1 }
}
