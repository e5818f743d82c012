import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poolUnits, validOf } from '#app/tally/counts.ts'
import { compareRates, meetsPercent, printPercent } from '#app/tally/rate.ts'
import { village } from './units.ts'

describe('for any rate', () => {
  const rate = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain(whole => fc.record({ part: fc.nat(whole), whole: fc.constant(whole) }))

  test('the print is within half of its last place, and 100 or 0 only when it is so', () => {
    fc.assert(
      fc.property(rate, one => {
        const text = printPercent(one, 'en')
        const decimals = BigInt(text.split('.')[1]?.length ?? 0)
        const printed = BigInt(text.replace('.', ''))
        const difference = 2n * (printed * BigInt(one.whole) - BigInt(one.part) * 100n * 10n ** decimals)
        expect(difference > -BigInt(one.whole) && difference <= BigInt(one.whole)).toBe(true)
        expect(/^100\.0+$/.test(text)).toBe(one.part === one.whole)
        expect(/^0\.0+$/.test(text)).toBe(one.part === 0)
      }),
    )
  })

  test('a threshold is met by the whole numbers alone', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 0, max: 10_000 }), (one, hundredths) => {
        const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
        expect(meetsPercent(one, percent)).toBe(
          BigInt(one.part) * 10_000n >= BigInt(hundredths) * BigInt(one.whole),
        )
      }),
    )
  })
})

test('pooling no village at all gives zeros', () => {
  const nothing = poolUnits([], 2)
  expect([nothing.households, validOf(nothing), nothing.contents.length, nothing.anyDissatisfied]).toEqual([
    0, 0, 2, 0,
  ])
})

test('ballots with any dissatisfaction are unknown for the area where one village did not count them', () => {
  const [counted, uncounted] = [village([[4, 1, 0]], { anyDissatisfied: 1 }), village([[4, 1, 0]])]
  expect(poolUnits([counted, counted], 1).anyDissatisfied).toBe(2)
  expect(poolUnits([counted, uncounted], 1).anyDissatisfied).toBeNull()
})

test('rates are put in order exactly, those without a base last', () => {
  const rates = [
    { part: 0, whole: 0 },
    { part: 2, whole: 3 },
    { part: 66_666, whole: 100_000 },
    { part: 0, whole: 9 },
  ]
  expect([...rates].sort(compareRates)).toEqual([rates[3], rates[2], rates[1], rates[0]])
})
