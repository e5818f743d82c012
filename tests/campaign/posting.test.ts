import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { lastDayOf, standingOf, whyNotOver } from '#app/campaign/posting.ts'

const posting = { startsOn: '2026-03-25' as Day, days: 10 }
const on = (day: string) => standingOf(posting, day as Day)

test('the first day after the start is day 1, across the end of a month', () => {
  expect(lastDayOf(posting)).toBe('2026-04-04')
})

test('Saturdays, Sundays and holidays count', () => {
  expect(lastDayOf({ startsOn: '2026-04-25' as Day, days: 10 })).toBe('2026-05-05')
})

test('days left count today, and the last day is still posting', () => {
  expect(on('2026-03-25')).toMatchObject({ kind: 'running', daysLeft: 10 })
  expect(on('2026-03-26')).toMatchObject({ kind: 'running', daysLeft: 10 })
  expect(on('2026-04-03')).toMatchObject({ kind: 'running', daysLeft: 2 })
  expect(on('2026-04-04')).toMatchObject({ kind: 'running', daysLeft: 1 })
  expect(on('2026-04-05')).toEqual({ kind: 'over', lastDay: '2026-04-04' })
})

test('before its first day posting is ahead', () => {
  expect(on('2026-03-24')).toEqual({ kind: 'ahead', startsOn: '2026-03-25', lastDay: '2026-04-04' })
})

test('posting ends when its days have passed and every opinion has an answer', () => {
  expect(whyNotOver(on('2026-04-04'), 0)).toBe('posting-running')
  expect(whyNotOver(on('2026-04-05'), 1)).toBe('opinions-unanswered')
  expect(whyNotOver(on('2026-04-05'), 0)).toBeNull()
})
