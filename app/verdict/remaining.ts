import { type Percent, percentFraction, type Rate } from '#app/tally/rate.ts'
import type { Results, UnitFigures } from './compute.ts'
import type { Check } from './judge.ts'

/** A requirement while collecting: the fewest further ballots, all satisfied, with which it would hold (0: it does), and the fewest, all dissatisfied, that would break it. Null: no number can. */
export type OpenRequirement = Check & {
  readonly fewestToMeet: number | null
  readonly fewestToFail: number | null
}

/** A village while collecting. `silent` households have not answered; `canChange` of them can still, with others, turn the verdict; `alone` is the fewest of them that could turn it without any other village, or null. */
export type UnitRemaining = {
  readonly name: string
  readonly commune: string
  readonly silent: number
  readonly canChange: number
  readonly alone: number | null
}

/** What is still open while collecting. `standing` is what the figures so far give; `fewestToChange` the fewest further households in the whole area that could turn it, null when nothing can any more. */
export type StillOpen = {
  readonly standing: 'met' | 'not-met' | 'no-basis'
  readonly silent: number
  readonly fewestToChange: number | null
  readonly requirements: readonly OpenRequirement[]
  readonly units: readonly UnitRemaining[]
}

const ceilingOf = (part: bigint, whole: bigint) => (part <= 0n ? 0n : (part + whole - 1n) / whole)

/** The fewest k with (part + k) ÷ (whole + k) ≥ percent, or null. */
function satisfiedNeeded({ part, whole }: Rate, percent: Percent): number | null {
  const { over, scale } = percentFraction(percent)
  const short = over * BigInt(whole) - 100n * scale * BigInt(part)
  const gain = 100n * scale - over
  if (gain === 0n && short > 0n) return null
  const needed = gain === 0n ? 0 : Number(ceilingOf(short, gain))
  return whole === 0 ? Math.max(1, needed) : needed
}

/** The fewest k with part ÷ (whole + k) < percent, or null. */
function dissatisfiedNeeded({ part, whole }: Rate, percent: Percent): number | null {
  const { over, scale } = percentFraction(percent)
  if (whole === 0) return 0
  if (over === 0n) return null
  return Math.max(0, Number((100n * scale * BigInt(part)) / over + 1n - BigInt(whole)))
}

/** The fewest further households k with (part + k) ÷ whole ≥ percent, 0 when it holds: coverage only grows, and its whole is fixed. Null without households. */
export function householdsNeeded({ part, whole }: Rate, percent: Percent): number | null {
  if (whole === 0) return null
  const { over, scale } = percentFraction(percent)
  return Number(ceilingOf(over * BigInt(whole) - 100n * scale * BigInt(part), 100n * scale))
}

const isCoverage = (check: Check) => check.requirement === 'minimumCoverage'

function needsOf(check: Check): OpenRequirement {
  const { rate, threshold } = check
  if (isCoverage(check))
    return { ...check, fewestToMeet: householdsNeeded(rate, threshold), fewestToFail: check.holds ? null : 0 }
  return {
    ...check,
    fewestToMeet: satisfiedNeeded(rate, threshold),
    fewestToFail: dissatisfiedNeeded(rate, threshold),
  }
}

const silentIn = (units: readonly UnitFigures[]) =>
  units.reduce((sum, { households, collected }) => sum + households - collected, 0)

const uncoveredIn = (units: readonly UnitFigures[]) =>
  units.reduce((sum, { coverage }) => sum + coverage.whole - coverage.part, 0)

const touching = (units: readonly UnitFigures[], check: Check) =>
  check.commune === null ? units : units.filter(unit => unit.commune === check.commune)

/** Households among these units that can still move a requirement. */
function roomFor(check: Check, units: readonly UnitFigures[]): number {
  const touched = touching(units, check)
  return isCoverage(check) ? uncoveredIn(touched) : silentIn(touched)
}

/** The fewest ballots that mend every failing requirement at once: those of different communes add up, and count for the whole area as well. */
function fewestToMend(failing: readonly OpenRequirement[], units: readonly UnitFigures[]): number | null {
  const needs = new Map<string | null, number>()
  for (const check of failing) {
    const needed = check.fewestToMeet
    if (needed === null || needed > roomFor(check, units)) return null
    needs.set(check.commune, Math.max(needs.get(check.commune) ?? 0, needed))
  }
  const wide = needs.get(null) ?? 0
  const communes = [...needs].reduce((sum, [commune, needed]) => (commune === null ? sum : sum + needed), 0)
  return Math.max(wide, communes)
}

function fewestToBreak(holding: readonly OpenRequirement[], units: readonly UnitFigures[]): number | null {
  const breaks = holding.flatMap(check =>
    check.fewestToFail !== null && check.fewestToFail <= roomFor(check, units) ? [check.fewestToFail] : [],
  )
  return breaks.length > 0 ? Math.min(...breaks) : null
}

function fewestToTurn(
  requirements: readonly OpenRequirement[],
  units: readonly UnitFigures[],
): number | null {
  const failing = requirements.filter(check => !check.holds)
  return failing.length > 0 ? fewestToMend(failing, units) : fewestToBreak(requirements, units)
}

/** The requirements whose turning would turn the verdict: the failing ones, or those that can still break. */
function decisive(requirements: readonly OpenRequirement[], units: readonly UnitFigures[]) {
  const failing = requirements.filter(check => !check.holds)
  return failing.length > 0 ? failing : requirements.filter(check => fewestToBreak([check], units) !== null)
}

/**
 * While collecting: how many more households can still change the verdict, for the area and each village.
 * Further ballots are taken as valid and fully answered; collecting may stop at any moment.
 */
export function stillOpen({ checks, units }: Pick<Results, 'checks' | 'units'>): StillOpen {
  const requirements = checks.map(needsOf)
  const fewestToChange = requirements.length > 0 ? fewestToTurn(requirements, units) : null
  const open = fewestToChange === null ? [] : decisive(requirements, units)
  const outcome = checks.every(check => check.holds) ? 'met' : 'not-met'
  return {
    standing: checks.length === 0 ? 'no-basis' : outcome,
    silent: silentIn(units),
    fewestToChange,
    requirements,
    units: units.map(unit => {
      const silent = silentIn([unit])
      const touched = open.some(check => roomFor(check, [unit]) > 0)
      const alone = requirements.length > 0 ? fewestToTurn(requirements, [unit]) : null
      return { name: unit.name, commune: unit.commune, silent, canChange: touched ? silent : 0, alone }
    }),
  }
}

/**
 * Units of a survey that asks only some of their households: `asked` by name of the unit. What is beyond them stays in
 * every whole that a requirement is measured against, and cannot move it.
 */
export const withinReach = (
  units: readonly UnitFigures[],
  asked: ReadonlyMap<string, number>,
): readonly UnitFigures[] =>
  units.map(unit => {
    const households = asked.get(unit.name) ?? unit.households
    return { ...unit, households, coverage: { ...unit.coverage, whole: households } }
  })
