import { describe, expect, test } from 'vitest'
import { isPercent, meetsPercent, printPercent, printRate, printThreshold } from '#app/tally/rate.ts'

describe('a printed rate', () => {
  test.each([
    [1893, 2552, '74,18'],
    [71, 72, '98,61'],
    [65_604, 65_627, '99,96'],
    [1, 3, '33,33'],
    [2, 3, '66,67'],
    [0, 7, '0,00'],
    [7, 7, '100,00'],
  ])('%i of %i reads %s', (part, whole, text) => {
    expect(printPercent({ part, whole }, 'vi')).toBe(text)
  })

  test('rounds exactly half up, where floating point would not', () => {
    // 1.005 % and 8.345 % are halves at two decimals; as doubles both lie below.
    expect(printPercent({ part: 201, whole: 20_000 }, 'vi')).toBe('1,01')
    expect(printPercent({ part: 1669, whole: 20_000 }, 'vi')).toBe('8,35')
  })

  test('takes more decimals rather than claim that everybody is satisfied', () => {
    expect(printPercent({ part: 65_624, whole: 65_627 }, 'vi')).toBe('99,995')
    expect(printPercent({ part: 9_999_999, whole: 10_000_000 }, 'vi')).toBe('99,99999')
  })

  test('takes more decimals rather than claim that nobody is', () => {
    expect(printPercent({ part: 3, whole: 65_627 }, 'vi')).toBe('0,005')
  })

  test('has a decimal comma and a sign in Vietnamese, a point in English', () => {
    expect(printRate({ part: 11_679, whole: 11_683 }, 'vi')).toBe('99,97\u00a0%')
    expect(printRate({ part: 11_679, whole: 11_683 }, 'en')).toBe('99.97%')
  })

  test('without a base is a dash, not a zero', () => {
    expect(printRate({ part: 0, whole: 0 }, 'vi')).toBe('–')
  })
})

describe('a threshold', () => {
  test('is met on the integers, not on the rounded figure', () => {
    expect(printPercent({ part: 79_999, whole: 100_000 }, 'vi')).toBe('80,00')
    expect(meetsPercent({ part: 79_999, whole: 100_000 }, '80')).toBe(false)
    expect(meetsPercent({ part: 80_000, whole: 100_000 }, '80')).toBe(true)
  })

  test('with decimals stays exact', () => {
    expect(meetsPercent({ part: 133, whole: 200 }, '66.5')).toBe(true)
    expect(meetsPercent({ part: 132_999, whole: 200_000 }, '66.5')).toBe(false)
  })

  test('is never met without a base', () => {
    expect(meetsPercent({ part: 0, whole: 0 }, '0')).toBe(false)
  })

  test('is a decimal between 0 and 100 and nothing else', () => {
    expect(['0', '66.5', '80', '100'].every(isPercent)).toBe(true)
    expect(['100.1', '-1', '66,5', '8e1', '', 'abc'].some(isPercent)).toBe(false)
  })

  test('prints as a document writes it', () => {
    expect([printThreshold('66.5', 'vi'), printThreshold('66.5', 'en')]).toEqual(['66,5\u00a0%', '66.5%'])
  })
})
