import { expect, test } from 'vitest'
import { guessingDelay } from '#app/household/guessing.ts'

test('a village’s slips of the finger cost nothing; guessing costs more with every guess, up to a bound', () => {
  expect([1, 30, 31, 40, 55, 1000].map(guessingDelay)).toEqual([0, 0, 200, 2000, 5000, 5000])
})
