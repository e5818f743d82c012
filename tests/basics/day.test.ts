import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayOf, readDay } from '#app/basics/day.ts'

test('a day is read as it is written', () => {
  expect(readDay('2026-02-15')).toBe('2026-02-15')
  expect(readDay('2024-02-29')).toBe('2024-02-29')
})

test.each([
  '',
  '2026-2-15',
  '15/02/2026',
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  ' 2026-02-15',
  '2026-02-15\n',
  '2026-02-15T00:00:00Z',
  '+002026-02-15',
  '２０２６-02-15',
])('"%s" is no day', raw => {
  expect(readDay(raw)).toBeNull()
})

test('a day in Vietnam begins at 17:00 UTC of the day before', () => {
  expect(dayOf(new Date('2026-03-01T16:59:59.999Z'))).toBe('2026-03-01')
  expect(dayOf(new Date('2026-03-01T17:00:00.000Z'))).toBe('2026-03-02')
  expect(dayOf(new Date('2025-12-31T17:00:00.000Z'))).toBe('2026-01-01')
})

test('days are added over the ends of months, years and leap days', () => {
  expect(addDays('2024-02-28' as Day, 1)).toBe('2024-02-29')
  expect(addDays('2026-02-28' as Day, 1)).toBe('2026-03-01')
  expect(addDays('2026-01-01' as Day, -1)).toBe('2025-12-31')
  expect(addDays('2026-03-02' as Day, 0)).toBe('2026-03-02')
})

test('going there and back leads to the same day, and later days compare as later texts', () => {
  const instants = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 4000 }), (instant, count) => {
      const day = dayOf(instant)
      expect(readDay(day)).toBe(day)
      expect(addDays(addDays(day, count), -count)).toBe(day)
      expect(addDays(day, count) > day).toBe(true)
    }),
  )
})
