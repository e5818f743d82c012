import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatInteger } from '#app/i18n/format.ts'

describe('numbers and dates', () => {
  it('set thousands apart with a point in Vietnamese and a comma in English', () => {
    expect(formatInteger(1234567, 'vi')).toBe('1.234.567')
    expect(formatInteger(1234567, 'en')).toBe('1,234,567')
  })

  it('put the day first', () => {
    expect(formatDate('2026-03-01', 'vi')).toBe('01/03/2026')
    expect(formatDate('2026-03-01', 'en')).toBe('1 March 2026')
  })

  it('give back a text that is no date', () => {
    expect(formatDate('', 'vi')).toBe('')
    expect(formatDate('tháng Ba', 'vi')).toBe('tháng Ba')
  })

  it('read the clock in Vietnam, over midnight too', () => {
    const evening = new Date('2026-02-28T18:05:00Z')
    expect(formatDateTime(evening, 'vi')).toBe('01:05 ngày 01/03/2026')
    expect(formatDateTime(evening, 'en')).toBe('01:05, 1 March 2026')
  })
})
