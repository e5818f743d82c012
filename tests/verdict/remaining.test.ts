import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitCounts } from '#app/tally/counts.ts'
import { stillOpen } from '#app/verdict/remaining.ts'
import { village } from '#tests/tally/units.ts'
import { confirmed, resultsOf } from './surveys.ts'

const rules = confirmed({ minimumCoverage: 70, overallThreshold: 80 })
const remaining = (units: readonly UnitCounts[], of = rules) => stillOpen(resultsOf(of, ['overall'], units))

const at = (name: string, [satisfied, dissatisfied]: readonly [number, number], households: number) =>
  village([[satisfied, dissatisfied, 0]], { name, households })

describe('while collecting', () => {
  test('the fewest households that bring coverage to its minimum are counted', () => {
    const open = remaining([at('A', [50, 0], 100), at('B', [10, 0], 50)])
    expect([open.standing, open.silent, open.fewestToChange]).toEqual(['not-met', 90, 45])
    expect(open.units).toMatchObject([
      { name: 'A', silent: 50, canChange: 50, alone: 45 },
      { name: 'B', silent: 40, canChange: 40, alone: null },
    ])
  })

  test('a met verdict falls with the first dissatisfied ballots that bring the rate under the threshold', () => {
    // 81 of 100 is 81 %; 81 of 101 is 80.2 %; 81 of 102 is under 80 %.
    const open = remaining([at('A', [81, 19], 104)])
    expect([open.standing, open.fewestToChange, open.units[0]?.alone]).toEqual(['met', 2, 2])
  })

  test('a village whose silent households can change nothing has none left', () => {
    const open = remaining([at('A', [99, 1], 100), at('B', [95, 0], 100)])
    expect([open.standing, open.fewestToChange]).toEqual(['met', null])
    expect(open.units.map(unit => unit.canChange)).toEqual([0, 0])
  })

  test('too many dissatisfied are past mending', () => {
    const open = remaining([at('A', [40, 50], 100)])
    expect([open.standing, open.fewestToChange, open.units[0]?.canChange]).toEqual(['not-met', null, 0])
  })

  test('only the failing commune’s villages matter where every commune must reach the threshold', () => {
    const everywhere = confirmed({ contentThreshold: 80, contentScope: 'every-commune' })
    const poor = { ...at('A', [70, 30], 300), commune: 'Xã A' }
    const good = { ...at('B', [80, 1], 300), commune: 'Xã B' }
    const open = remaining([poor, good], everywhere)
    expect(open.fewestToChange).toBe(50)
    expect(open.units.map(({ canChange, alone }) => [canChange, alone])).toEqual([
      [200, 50],
      [0, null],
    ])
  })

  test('rules without thresholds leave nothing to change', () => {
    expect(remaining([at('A', [1, 0], 9)], confirmed({}))).toMatchObject({
      standing: 'no-basis',
      fewestToChange: null,
    })
  })
})

/** The fewest further ballots that turn the verdict, found by trying every split of them over two villages. */
function tried(of: typeof rules, units: readonly [UnitCounts, UnitCounts]): number | null {
  const verdict = (added: readonly [number, number], kind: 'satisfied' | 'dissatisfied') =>
    resultsOf(
      of,
      ['overall'],
      units.map((unit, i) => withMore(unit, added[i] ?? 0, kind)),
    ).verdict
  const now = verdict([0, 0], 'satisfied')
  const room = units.map(unit => unit.households - unit.collected)
  for (let k = 1; k <= (room[0] ?? 0) + (room[1] ?? 0); k += 1)
    for (let a = Math.max(0, k - (room[1] ?? 0)); a <= Math.min(k, room[0] ?? 0); a += 1)
      for (const kind of ['satisfied', 'dissatisfied'] as const)
        if (verdict([a, k - a], kind) !== now) return k
  return null
}

function withMore(unit: UnitCounts, added: number, kind: 'satisfied' | 'dissatisfied'): UnitCounts {
  const collected = unit.collected + added
  const contents = unit.contents.map(counts => ({ ...counts, [kind]: counts[kind] + added }))
  return { ...unit, issued: Math.max(unit.issued, collected), collected, contents }
}

const small = fc
  .tuple(fc.nat(6), fc.nat(4), fc.nat(5))
  .map(([satisfied, dissatisfied, silent]) =>
    at('A', [satisfied, dissatisfied], satisfied + dissatisfied + silent),
  )

test('the fewest further ballots are those that trying every possibility finds', () => {
  const threshold = fc.constantFrom(null, 50, 66.5, 80, 100)
  const scope = fc.constantFrom('area', 'every-commune')
  fc.assert(
    fc.property(
      small,
      small,
      threshold,
      threshold,
      threshold,
      scope,
      (a, b, minimum, overall, each, contentScope) => {
        const of = confirmed({
          minimumCoverage: minimum,
          overallThreshold: overall,
          contentThreshold: each,
          contentScope,
        })
        const units = [a, { ...b, name: 'B', commune: 'Xã Khác' }] as const
        expect(stillOpen(resultsOf(of, ['overall'], units)).fewestToChange).toBe(tried(of, units))
      },
    ),
    { numRuns: 150 },
  )
})
