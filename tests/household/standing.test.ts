import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { changedFields, checkMoveOut, readStanding } from '#app/household/standing.ts'

const today = '2026-03-02' as Day

test('a household leaves today or earlier, never tomorrow', () => {
  expect(checkMoveOut('active', { movedOn: today, today }).ok).toBe(true)
  expect(checkMoveOut('active', { movedOn: '2025-12-31' as Day, today }).ok).toBe(true)
  expect(checkMoveOut('active', { movedOn: '2026-03-03' as Day, today })).toEqual({
    ok: false,
    error: 'move-in-future',
  })
})

test.each(['moved', 'merged'] as const)('a household that is %s does not leave again', standing => {
  const movedOn = '2026-03-01' as Day
  expect(checkMoveOut(standing, { movedOn, today })).toEqual({ ok: false, error: 'household-not-active' })
})

test('a correction is told by the names of its fields alone', () => {
  const before = { name: 'Vi Văn An', number: '1', villageId: 'v1' }
  expect(changedFields(before, before)).toEqual([])
  expect(changedFields(before, { name: 'Vi Văn Ân', number: null, villageId: 'v2' })).toEqual([
    'name',
    'number',
    'village',
  ])
})

test('any other word is no standing', () => {
  expect(readStanding('moved')).toBe('moved')
  expect([readStanding('gone'), readStanding(''), readStanding(null)]).toEqual([null, null, null])
})
