import { expect, test } from 'vitest'
import { addDays, type Day } from '#app/basics/day.ts'
import { states } from '#app/campaign/campaign.ts'
import { archivePeriod, checkArchiveDay, isArchiveDue, usualArchiveDay } from '#app/household/archive.ts'

const today = '2026-03-02' as Day

test('the usual archive date lies the shipped period after closing, and the period names its ground', () => {
  expect(usualArchiveDay(today)).toBe(addDays(today, archivePeriod.days))
  expect(archivePeriod.source).toContain('91/2025/QH15')
})

test('names are kept on the archive date and gone the day after', () => {
  expect(isArchiveDue(today, today)).toBe(false)
  expect(isArchiveDue(today, addDays(today, 1))).toBe(true)
})

test('only a counted campaign that still has its names takes a date, today or later', () => {
  const check = (archivedOn: Day, archived = false) =>
    states.filter(state => checkArchiveDay({ state, archived }, { archivedOn, today }).ok)
  const counted = ['closed', 'posted', 'awaiting-verification', 'returned', 'verified', 'filed']
  expect(check(today)).toEqual(counted)
  expect(check(addDays(today, -1))).toEqual([])
  expect(check(today, true)).toEqual([])
})
