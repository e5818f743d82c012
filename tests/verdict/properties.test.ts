import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkUnits } from '#app/tally/conservation.ts'
import { addCounts, type ContentCounts, type UnitCounts } from '#app/tally/counts.ts'
import type { Rate } from '#app/tally/rate.ts'
import { exactBounds, worstCaseBounds } from '#app/verdict/bounds.ts'
import { compute, type Results } from '#app/verdict/compute.ts'
import { confirmed } from './surveys.ts'

const contents = ['roads', 'overall']
const rules = confirmed({ minimumCoverage: 70, overallThreshold: 90, contentThreshold: 80 })
const everywhere = confirmed({ ...rules, contentScope: 'every-commune' })

const line = (valid: number) =>
  fc.tuple(fc.nat(valid), fc.nat(valid)).map(([a, b]): ContentCounts => {
    const [low, high] = a < b ? [a, b] : [b, a]
    return {
      satisfied: high,
      dissatisfied: Math.min(low, valid - high),
      blank: valid - high - Math.min(low, valid - high),
    }
  })

const unit = fc
  .record({
    valid: fc.nat(80),
    invalid: fc.nat(5),
    unreturned: fc.nat(10),
    unasked: fc.nat(40),
    commune: fc.constantFrom('Xã A', 'Xã B'),
  })
  .chain(({ valid, invalid, unreturned, unasked, commune }) =>
    fc.tuple(line(valid), line(valid)).map(([roads, overall]): UnitCounts => {
      const collected = valid + invalid
      const issued = collected + unreturned
      const heads = { name: '', commune, households: issued + unasked, issued, collected, invalid }
      return {
        ...heads,
        contents: [roads, overall],
        anyDissatisfied: Math.max(roads.dissatisfied, overall.dissatisfied),
      }
    }),
  )

const units = fc
  .array(unit, { minLength: 1, maxLength: 6 })
  .map(all => all.map((one, i): UnitCounts => ({ ...one, name: `Thôn ${i + 1}` })))

function consistent(some: readonly UnitCounts[], by = rules): Results {
  const results = compute({ rules: by, contents, units: some })
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  return results
}

/** What the whole area says, leaving out what is told unit by unit. */
function told({ area, verdict, reasons, bounds, decision }: Results) {
  const { stratified: _, ...overall } = bounds.overall
  return { area, verdict, reasons, overall, exact: decision.exact, worstCase: decision.worstCase }
}

const atLeastAsHigh = (a: Rate, b: Rate) =>
  BigInt(a.part) * BigInt(b.whole) >= BigInt(b.part) * BigInt(a.whole)

describe('for any counts that add up', () => {
  test('every area keeps collected = valid + invalid and valid = satisfied + dissatisfied + blank', () => {
    fc.assert(
      fc.property(units, some => {
        expect(checkUnits(some, contents)).toEqual([])
        const { area, units: each } = consistent(some)
        for (const one of [area, ...each]) {
          expect(one.collected).toBe(one.valid + one.invalid)
          for (const { counts } of one.contents)
            expect(counts.satisfied + counts.dissatisfied + counts.blank).toBe(one.valid)
        }
        expect(area.valid).toBe(each.reduce((sum, one) => sum + one.valid, 0))
      }),
    )
  })

  test('one ballot more or less on one side is caught', () => {
    const place = fc.record({
      which: fc.nat(),
      content: fc.constantFrom(0, 1),
      field: fc.constantFrom('satisfied', 'dissatisfied', 'blank'),
    })
    fc.assert(
      fc.property(units, place, (some, { which, content, field }) => {
        const broken = some.map((one, i) => {
          if (i !== which % some.length) return one
          const lines = one.contents.map((counts, j) =>
            j === content ? { ...counts, [field]: (counts[field as 'blank'] ?? 0) + 1 } : counts,
          )
          return { ...one, contents: lines }
        })
        expect(checkUnits(broken, contents).map(problem => problem.code)).toContain('content-not-adding-up')
      }),
    )
  })

  test('the order of the villages changes nothing', () => {
    fc.assert(
      fc.property(units, some => {
        expect(told(consistent([...some].reverse()))).toEqual(told(consistent(some)))
      }),
    )
  })

  test('splitting a village in two changes nothing of the area', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(rules, everywhere), (some, by) => {
        const [first, second, ...rest] = some
        if (!first || !second) return
        const neighbour = { ...second, commune: first.commune }
        const whole = consistent([joined(first, neighbour), ...rest], by)
        expect(told(consistent([first, neighbour, ...rest], by))).toEqual(told(whole))
      }),
    )
  })

  test('one more satisfied ballot never lowers a rate or worsens a verdict', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(rules, everywhere), (some, by) => {
        const [first, ...rest] = some
        if (!first || first.households === first.collected) return
        const [before, after] = [consistent(some, by), consistent([oneMore(first), ...rest], by)]
        expect(atLeastAsHigh(after.area.coverage, before.area.coverage)).toBe(true)
        for (const [i, figures] of after.area.contents.entries())
          expect(
            atLeastAsHigh(figures.satisfied, before.area.contents[i]?.satisfied ?? figures.satisfied),
          ).toBe(true)
        if (before.verdict === 'met') expect(after.verdict).toBe('met')
        expect(after.bounds.overall.worstCase.lower).toBeGreaterThan(before.bounds.overall.worstCase.lower)
      }),
    )
  })

  test('the worst case holds the exact bounds, and the two-sided hold the one-sided', () => {
    fc.assert(
      fc.property(units, some => {
        const { oneSided95: one, twoSided95: two, worstCase: worst } = consistent(some).bounds.overall
        expect([worst.lower <= two.lower, two.lower <= one.lower]).toEqual([true, true])
        expect([one.upper <= two.upper, two.upper <= worst.upper]).toEqual([true, true])
      }),
    )
  })
})

/** Two villages counted as one. */
const joined = (a: UnitCounts, b: UnitCounts): UnitCounts => ({ ...a, ...addCounts(a, b) })

function oneMore(one: UnitCounts): UnitCounts {
  const collected = one.collected + 1
  const more = one.contents.map(counts => ({ ...counts, satisfied: counts.satisfied + 1 }))
  return { ...one, collected, issued: Math.max(one.issued, collected), contents: more }
}

describe('for any draw', () => {
  /** C(n, k) as a whole number. */
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n
    let value = 1n
    for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - k + i)) / BigInt(i)
    return value
  }

  test('the exact bounds hold the truth as often as they promise', () => {
    const population = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat())
    fc.assert(
      fc.property(population, ([households, a, b]) => {
        const [answered, truth] = [(a % households) + 1, b % (households + 1)]
        let [missedBelow, missedBoth] = [0n, 0n]
        for (
          let satisfied = Math.max(0, truth + answered - households);
          satisfied <= Math.min(truth, answered);
          satisfied += 1
        ) {
          const ways = choose(truth, satisfied) * choose(households - truth, answered - satisfied)
          const draw = { households, answered, satisfied }
          const two = exactBounds(draw, { tail: [25, 1000] })
          if (exactBounds(draw, { tail: [5, 100] }).lower > truth) missedBelow += ways
          if (two.lower > truth || two.upper < truth) missedBoth += ways
          const worst = worstCaseBounds(draw)
          expect(worst.lower <= truth && truth <= worst.upper).toBe(true)
        }
        const all = choose(households, answered)
        expect(missedBelow * 20n <= all).toBe(true)
        expect(missedBoth * 20n <= all).toBe(true)
      }),
    )
  })

  test('the exact bounds are those of exact whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (households, a, b) => {
        const answered = (a % households) + 1
        const satisfied = b % (answered + 1)
        const tail = (white: number, from: number, to: number) => {
          let ways = 0n
          for (let k = from; k <= to; k += 1)
            ways += choose(white, k) * choose(households - white, answered - k)
          return ways * 20n > choose(households, answered)
        }
        const possible = Array.from({ length: households - answered + 1 }, (_, i) => satisfied + i)
        const lower = possible.find(white => tail(white, satisfied, answered))
        const upper = possible.findLast(white => tail(white, 0, satisfied))
        expect(exactBounds({ households, answered, satisfied }, { tail: [5, 100] })).toEqual({ lower, upper })
      }),
    )
  })
})
