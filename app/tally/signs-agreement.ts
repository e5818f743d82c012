import { no, type Result } from '#app/basics/result.ts'
import {
  type Draw,
  type DrawFault,
  drawSample,
  readSeed,
  type SampleList,
  type TextSha256,
} from '#app/household/sample.ts'
import type { Rate } from './rate.ts'

/**
 * The households to call back blind, in one order over all villages: those of a draw, so that whoever calls did not choose.
 * Asked is whether the round reached the household as recorded (by whom, by which means, in its own words), never how it answered.
 */
export function drawCallBack(
  list: SampleList,
  options: { readonly seed: string; readonly size: number },
  sha256: TextSha256,
): Result<Draw, DrawFault> {
  const seed = readSeed(options.seed)
  if (seed === null) return no('sample-seed')
  return drawSample(list, { ...options, seed: `gọi lại ${seed}` }, sha256)
}

/** Binomial terms from the largest one outwards, each relative to it: pairs of a number of successes and its weight. */
function* binomialTerms(n: number, p: number): Generator<readonly [number, number]> {
  const odds = p / (1 - p)
  const top = Math.min(n, Math.floor((n + 1) * p))
  yield [top, 1]
  for (let [i, weight] = [top, 1]; i < n && weight > 0; i += 1) {
    weight *= ((n - i) / (i + 1)) * odds
    yield [i + 1, weight]
  }
  for (let [i, weight] = [top, 1]; i > 0 && weight > 0; i -= 1) {
    weight *= i / (n - i + 1) / odds
    yield [i - 1, weight]
  }
}

/** P(at least `k` of `n`) for a chance `p`, 0 < p < 1. */
function atLeast(k: number, n: number, p: number): number {
  let [inside, all] = [0, 0]
  for (const [successes, weight] of binomialTerms(n, p)) {
    all += weight
    if (successes >= k) inside += weight
  }
  return inside / all
}

/** The chance from 0 to 1 at which `rising` passes `level`, by bisection to the last bits of a double. */
function crossing(rising: (p: number) => number, level: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2
    if (rising(middle) < level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Bounds on a share from 0 to 1. */
export type ShareBounds = { readonly lower: number; readonly upper: number }

/**
 * The exact interval for a share (Clopper and Pearson 1934): every chance that neither one-sided binomial test rejects.
 * `tail` is the level on each side, 0.025 for 95 %. With nobody asked it is all of 0 to 1.
 */
export function clopperPearson({ part, whole }: Rate, { tail }: { readonly tail: number }): ShareBounds {
  return {
    lower: part === 0 ? 0 : crossing(p => atLeast(part, whole, p), tail),
    upper: part === whole ? 1 : crossing(p => atLeast(part + 1, whole, p), 1 - tail),
  }
}

/** What the call-back found: of those reached, how many confirm what is recorded, with its exact 95 % interval. */
export type Agreement = {
  readonly rate: Rate
  readonly bounds: ShareBounds
  /** Drawn but not reached: they say nothing either way and are shown. */
  readonly notReached: number
}

/** The agreement of a call-back, in households; `agreed` of `reached` of `drawn`. */
export function agreementOf(found: {
  readonly drawn: number
  readonly reached: number
  readonly agreed: number
}): Agreement {
  const rate = { part: found.agreed, whole: found.reached }
  return {
    rate,
    bounds: clopperPearson(rate, { tail: 0.025 }),
    notReached: found.drawn - found.reached,
  }
}
