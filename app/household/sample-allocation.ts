/** What is shared out: `sizes` of the strata, and the least each gets (or all it has, if that is less). */
export type Strata = { readonly sizes: readonly number[]; readonly least?: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Floor of `total × size ÷ whole` and what is left over, in BigInt: products of large strata stay exact. */
function quota(size: number, total: number, whole: number) {
  const product = BigInt(total) * BigInt(size)
  return { floor: Number(product / BigInt(whole)), remainder: product % BigInt(whole) }
}

/** Largest remainder (Hamilton): floors first, then one more to the largest remainders; equal ones go to the larger, then the earlier stratum. */
function largestRemainder(total: number, sizes: readonly number[]): readonly number[] {
  const whole = sum(sizes)
  if (whole === 0) return sizes
  const quotas = sizes.map((size, i) => ({ ...quota(size, total, whole), size, i }))
  const left = total - sum(quotas.map(({ floor }) => floor))
  const order = [...quotas].sort((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
    return b.size - a.size || a.i - b.i
  })
  const more = new Set(order.slice(0, left).map(({ i }) => i))
  return quotas.map(({ floor, i }) => (more.has(i) ? floor + 1 : floor))
}

/**
 * Shares `total` out over strata in proportion to their sizes, exactly and never more than a stratum has. Each gets
 * `least` first; what remains goes by the sizes that remain. Null when `total` is too small for that or larger than all.
 */
export function allocate(total: number, { sizes, least = 0 }: Strata): readonly number[] | null {
  const first = sizes.map(size => Math.min(size, least))
  const left = total - sum(first)
  if (left < 0 || total > sum(sizes)) return null
  const more = largestRemainder(
    left,
    sizes.map((size, i) => size - (first[i] ?? 0)),
  )
  return first.map((share, i) => share + (more[i] ?? 0))
}
