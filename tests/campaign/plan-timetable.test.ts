import { expect, test } from 'vitest'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import type { Day } from '#app/basics/day.ts'
import { timetableOf } from '#app/campaign/plan-timetable.ts'

const days = (startsOn: string, endsOn: string, more: { today?: string; limit?: number | null } = {}) =>
  timetableOf({
    startsOn: startsOn as Day,
    endsOn: endsOn as Day,
    today: (more.today ?? startsOn) as Day,
    limit: more.limit === undefined ? 20 : more.limit,
    calendar: vietnamCalendar,
  })

test('twenty working days from a Monday end on the Friday of the fourth week', () => {
  const { used, lastDay, standing, left, leftAllowed } = days('2026-03-02', '2026-03-27')
  expect({ used, lastDay, standing, left, leftAllowed }).toEqual({
    used: 20,
    lastDay: '2026-03-27',
    standing: 'within',
    left: 20,
    leftAllowed: 20,
  })
})

test('one day more hangs on the first day, two are beyond', () => {
  expect(days('2026-03-02', '2026-03-30').standing).toBe('hangs-on-first-day')
  expect(days('2026-03-02', '2026-03-31').standing).toBe('beyond')
})

test('rules without a limit give working days and no last day', () => {
  const { used, limit, lastDay, standing, leftAllowed } = days('2026-03-02', '2026-06-30', { limit: null })
  expect(used).toBeGreaterThan(20)
  expect({ limit, lastDay, standing, leftAllowed }).toEqual({
    limit: null,
    lastDay: null,
    standing: 'open',
    leftAllowed: null,
  })
})

test('what is left counts today, and nothing is left when the end is past', () => {
  expect(days('2026-03-02', '2026-03-20', { today: '2026-03-20' }).left).toBe(1)
  expect(days('2026-03-02', '2026-03-20', { today: '2026-03-20' }).leftAllowed).toBe(6)
  expect(days('2026-03-02', '2026-03-20', { today: '2026-03-23' }).left).toBe(0)
  expect(days('2026-03-02', '2026-03-20', { today: '2026-02-27' }).left).toBe(15)
})

test('a start before today, a year without holidays and days off that are only expected are said', () => {
  expect(days('2026-03-02', '2026-03-20', { today: '2026-03-03' }).startPast).toBe(true)
  expect(days('2026-03-02', '2026-03-20').startPast).toBe(false)
  expect(days('2031-03-03', '2031-03-20').unknownYears).toEqual(['2031'])
  expect(days('2027-01-25', '2027-02-26').expectedDays.length).toBeGreaterThan(0)
})
