import { describe, expect, test } from 'vitest'
import { atLeast, atMost, exactBounds, worstCaseBounds } from '#app/verdict/bounds.ts'
import reference from '#tests/fixtures/reference-bounds.json'

describe('exact bounds of the number of satisfied households', () => {
  test.each(reference.single)('R agrees for $satisfied of $answered of $households', row => {
    expect(exactBounds(row, { tail: [5, 100] })).toEqual(row.oneSided95)
    expect(exactBounds(row, { tail: [25, 1000] })).toEqual(row.twoSided95)
    expect(worstCaseBounds(row)).toEqual(row.worstCase)
  })

  test('with every household asked nothing is left to estimate', () => {
    const draw = { households: 250, answered: 250, satisfied: 230 }
    expect(exactBounds(draw, { tail: [5, 100] })).toEqual({ lower: 230, upper: 230 })
  })

  test('with nobody asked everything is possible', () => {
    const draw = { households: 250, answered: 0, satisfied: 0 }
    expect(exactBounds(draw, { tail: [5, 100] })).toEqual({ lower: 0, upper: 250 })
  })

  test('when all who answered are satisfied some silent ones may still not be', () => {
    // P(all 20 white | 87 of 100 white) = C(87,20)/C(100,20) = 0.0443, and for 88 white 0.0574.
    const draw = { households: 100, answered: 20, satisfied: 20 }
    expect(exactBounds(draw, { tail: [5, 100] })).toEqual({ lower: 88, upper: 100 })
  })

  test('the two tails of the draw make a whole', () => {
    const urn = { households: 900, answered: 300, white: 700 }
    for (const k of [0, 150, 220, 233, 234, 260, 300])
      expect(atLeast(urn, k) + atMost(urn, k - 1)).toBeCloseTo(1, 11)
  })

  test('20 000 households take under 50 ms', () => {
    const draw = { households: 20_000, answered: 14_000, satisfied: 12_650 }
    exactBounds(draw, { tail: [5, 100] })
    const begun = performance.now()
    const bounds = [exactBounds(draw, { tail: [5, 100] }), exactBounds(draw, { tail: [25, 1000] })]
    expect(performance.now() - begun).toBeLessThan(50)
    expect(bounds[1]?.lower).toBeLessThan(bounds[0]?.lower ?? 0)
  })
})
