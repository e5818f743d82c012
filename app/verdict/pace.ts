import type { Percent, Rate } from '#app/tally/rate.ts'
import { householdsNeeded } from './remaining.ts'

/** How far an area is from the minimum coverage, against the working days that are left. */
export type Pace = {
  /** Households still missing; 0 when it is reached. */
  readonly missing: number
  /** Households a working day that would be enough, rounded up; null when no working day is left. */
  readonly perDay: number | null
  /** At the pace so far the minimum would not be reached on the last day. */
  readonly late: boolean
}

/**
 * The pace of collecting. `elapsed` working days before today have passed, `left` remain with today; both whole. Late:
 * missing ÷ left > collected ÷ elapsed, on whole numbers. On the first day nobody is late. Null where the rules set no
 * minimum, or there are no households.
 */
export function paceOf(
  coverage: Rate,
  {
    minimum,
    elapsed,
    left,
  }: { readonly minimum: Percent | null; readonly elapsed: number; readonly left: number },
): Pace | null {
  const missing = minimum === null ? null : householdsNeeded(coverage, minimum)
  if (missing === null) return null
  if (missing <= 0) return { missing: 0, perDay: 0, late: false }
  if (left === 0) return { missing, perDay: null, late: true }
  return {
    missing,
    perDay: Math.ceil(missing / left),
    late: elapsed > 0 && missing * elapsed > coverage.part * left,
  }
}
