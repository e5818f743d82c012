import { expect, test } from 'vitest'
import { paceOf } from '#app/verdict/pace.ts'

const coverage = { part: 60, whole: 200 }

test('a village that would reach the minimum on its last day is not late, one household fewer is', () => {
  // 70 % of 200 is 140: 80 are missing. 60 in 6 days is 10 a day, so 8 days are just enough.
  expect(paceOf(coverage, { minimum: '70', elapsed: 6, left: 8 })).toEqual({
    missing: 80,
    perDay: 10,
    late: false,
  })
  expect(paceOf({ part: 59, whole: 200 }, { minimum: '70', elapsed: 6, left: 8 })).toMatchObject({
    missing: 81,
    perDay: 11,
    late: true,
  })
})

test('nobody is late on the first day, everybody without enough is after the last', () => {
  expect(paceOf({ part: 0, whole: 200 }, { minimum: '70', elapsed: 0, left: 20 })?.late).toBe(false)
  expect(paceOf(coverage, { minimum: '70', elapsed: 20, left: 0 })).toEqual({
    missing: 80,
    perDay: null,
    late: true,
  })
})

test('what is reached is not late, whatever is left', () => {
  expect(paceOf({ part: 140, whole: 200 }, { minimum: '70', elapsed: 30, left: 0 })).toEqual({
    missing: 0,
    perDay: 0,
    late: false,
  })
})

test('without a minimum or without households nothing is said', () => {
  expect(paceOf(coverage, { minimum: null, elapsed: 6, left: 8 })).toBeNull()
  expect(paceOf({ part: 0, whole: 0 }, { minimum: '70', elapsed: 6, left: 8 })).toBeNull()
})
