import { describe, expect, test } from 'vitest'
import { stratifiedEstimate } from '#app/verdict/stratified.ts'
import { studentQuantile } from '#app/verdict/student.ts'
import reference from '#tests/fixtures/reference-bounds.json'

const within = (actual: number | null | undefined, expected: number) => {
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(1e-6)
}

describe('the stratified estimate', () => {
  test.each(reference.stratified)('R’s survey package agrees on $estimate', row => {
    const ours = stratifiedEstimate(row.villages)
    within(ours.estimate, row.estimate)
    within(ours.standardError, row.standardError)
    within(ours.logit95?.lower, row.logit95.lower)
    within(ours.logit95?.upper, row.logit95.upper)
    expect(ours.degreesOfFreedom).toBe(row.degreesOfFreedom)
  })

  test('a full count has no error, even where everybody agrees', () => {
    const villages = [
      { households: 40, answered: 40, satisfied: 40 },
      { households: 1, answered: 1, satisfied: 1 },
    ]
    const full = { estimate: 1, standardError: 0, logit95: { lower: 1, upper: 1 }, degreesOfFreedom: 39 }
    expect(stratifiedEstimate(villages)).toEqual(full)
  })

  test('a village where nobody answered leaves no estimate', () => {
    const villages = [
      { households: 40, answered: 30, satisfied: 28 },
      { households: 50, answered: 0, satisfied: 0 },
    ]
    expect(stratifiedEstimate(villages).estimate).toBeNull()
  })

  test('one answer from a larger village gives an estimate without an error', () => {
    const villages = [
      { households: 40, answered: 30, satisfied: 15 },
      { households: 40, answered: 1, satisfied: 1 },
    ]
    const { estimate, standardError, logit95 } = stratifiedEstimate(villages)
    expect([estimate, standardError, logit95]).toEqual([0.75, null, null])
  })

  test('agreement of all who answered while others are silent gives no interval', () => {
    const { standardError, logit95 } = stratifiedEstimate([{ households: 40, answered: 30, satisfied: 30 }])
    expect([standardError, logit95]).toEqual([0, null])
  })

  test('an empty village changes nothing', () => {
    const village = { households: 40, answered: 30, satisfied: 20 }
    const empty = { households: 0, answered: 0, satisfied: 0 }
    expect(stratifiedEstimate([village, empty])).toEqual(stratifiedEstimate([village]))
  })
})

// Values of R's qt(0.975, df).
test.each([
  [1, 12.7062047361747],
  [2, 4.30265272974946],
  [10, 2.22813885198627],
  [30, 2.04227245630124],
  [100, 1.98397151852355],
  [1000, 1.96233908082641],
])('Student’s quantile for %i degrees of freedom is the tabled one', (df, expected) => {
  expect(studentQuantile(0.975, df)).toBeCloseTo(expected, 6)
})
