import { expect, test } from 'vitest'
import { compareRates } from '#app/tally/rate.ts'

test('rates order by their exact value, whatever they print as', () => {
  const rates = [
    { part: 80_001, whole: 100_000 },
    { part: 79_999, whole: 100_000 },
    { part: 4, whole: 5 },
  ]
  expect([...rates].sort(compareRates).map(rate => rate.part)).toEqual([79_999, 4, 80_001])
})

test('equal rates of different bases are equal', () => {
  expect(compareRates({ part: 1, whole: 2 }, { part: 50, whole: 100 })).toBe(0)
})

test('a rate without a base is never the lowest', () => {
  const none = { part: 0, whole: 0 }
  expect(compareRates(none, { part: 0, whole: 5 })).toBeGreaterThan(0)
  expect(compareRates({ part: 0, whole: 5 }, none)).toBeLessThan(0)
})
