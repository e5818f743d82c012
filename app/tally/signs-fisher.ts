/** Two groups of ballots by a yes and a no, such as satisfied and dissatisfied. */
export type YesNo = { readonly yes: number; readonly no: number }

/** Size of a number in bits, within four. */
const bitsOf = (number: bigint): number => number.toString(16).length * 4

/** A fraction of two huge whole numbers as a double, right to its last bits; below 1e-308 it is 0. */
function toDouble(part: bigint, whole: bigint): number {
  if (part === 0n) return 0
  const shift = Math.max(0, bitsOf(whole) - bitsOf(part) + 64)
  return Number((part << BigInt(shift)) / whole) / 2 ** 64 / 2 ** (shift - 64)
}

/** C(n, k), exact. */
function choose(n: number, k: number): bigint {
  const steps = Math.min(k, n - k)
  let value = 1n
  for (let i = 1; i <= steps; i += 1) value = (value * BigInt(n - steps + i)) / BigInt(i)
  return value
}

/**
 * The weights C(yes, k) × C(no, drawn − k) of every table with the same margins, exact: `k` is the first group's yes,
 * from the smallest that is possible.
 */
function weightsOf(
  one: YesNo,
  other: YesNo,
): { readonly least: number; readonly weights: readonly bigint[] } {
  const [yes, no, drawn] = [one.yes + other.yes, one.no + other.no, one.yes + one.no]
  const [least, most] = [Math.max(0, drawn - no), Math.min(yes, drawn)]
  const weights = [choose(yes, least) * choose(no, drawn - least)]
  for (let k = least; k < most; k += 1) {
    const last = weights[k - least] ?? 0n
    weights.push((last * BigInt(yes - k) * BigInt(drawn - k)) / (BigInt(k + 1) * BigInt(no - drawn + k + 1)))
  }
  return { least, weights }
}

/**
 * Fisher's exact test, two-sided: the chance of a table at most as likely as this one among all with the same margins
 * (Fisher 1935; the definition of R's fisher.test). Whole numbers to the end, so equally likely tables are equal.
 * All counts are whole and not negative; an empty group gives 1.
 */
export function fisherTwoSided(one: YesNo, other: YesNo): number {
  const { least, weights } = weightsOf(one, other)
  const own = weights[one.yes - least] ?? 0n
  const all = weights.reduce((a, b) => a + b, 0n)
  const asRare = weights.reduce((sum, weight) => (weight <= own ? sum + weight : sum), 0n)
  return toDouble(asRare, all)
}

/**
 * Holm's correction: p-values as if all were looked at together, in the order given (Holm 1979). The i-th smallest of m
 * is multiplied by m − i + 1, never below an earlier one and at most 1.
 */
export function holm(values: readonly number[]): readonly number[] {
  const order = values.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p)
  const adjusted = new Map<number, number>()
  let worst = 0
  for (const [rank, { p, i }] of order.entries()) {
    worst = Math.max(worst, Math.min(1, p * (values.length - rank)))
    adjusted.set(i, worst)
  }
  return values.map((_, i) => adjusted.get(i) ?? 1)
}
