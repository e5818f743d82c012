import { expect, test } from 'vitest'
import type { SheetFrame } from '#app/tally/sheet.ts'
import { checkTyped, sheetFields, type TypedSheet } from '#app/tally/sheet-typed.ts'

const frame: SheetFrame = {
  households: 40,
  ballots: 11,
  contents: ['transport', 'overall'],
  treatment: 'blank-line',
}

/** 36 issued, 35 collected, 11 of them one by one, 24 by hand of which one is invalid. */
const full: TypedSheet = {
  issued: '36',
  collected: '35',
  ballots: '11',
  invalid: '1',
  anyDissatisfied: '4',
  'satisfied.transport': '20',
  'dissatisfied.transport': '3',
  'blank.transport': '0',
  'satisfied.overall': '21',
  'dissatisfied.overall': '2',
  'blank.overall': '0',
}

const faults = (changes: TypedSheet, more: Partial<SheetFrame> = {}) =>
  checkTyped({ ...full, ...changes }, { ...frame, ...more })

test('a sheet that adds up has no fault', () => {
  expect(faults({})).toEqual([])
  expect(faults({ anyDissatisfied: '' })).toEqual([])
})

test('each breach stands at its cell with its two numbers', () => {
  expect(faults({ issued: '41' })).toEqual([
    { field: 'issued', code: 'issued-above-households', numbers: { issued: 41, households: 40 } },
  ])
  expect(faults({ 'satisfied.transport': '21' })).toEqual([
    {
      field: 'satisfied.transport',
      code: 'content-not-adding-up',
      numbers: { satisfied: 21, dissatisfied: 3, blank: 0, sum: 24, valid: 23 },
    },
  ])
  expect(faults({ anyDissatisfied: '2' })).toMatchObject([
    { field: 'anyDissatisfied', numbers: { anyDissatisfied: 2, atLeast: 3, atMost: 5 } },
  ])
  expect(
    faults({ 'satisfied.overall': '20', 'blank.overall': '1' }, { treatment: 'invalidates-ballot' }),
  ).toEqual([{ field: 'blank.overall', code: 'blank-under-invalidating-rule', numbers: { blank: 1 } }])
})

test('an empty cell is missing, never a zero, and breaks no law with the others', () => {
  expect(faults({ 'blank.transport': '' })).toEqual([
    { field: 'blank.transport', code: 'count-missing', numbers: {} },
  ])
  expect(faults({ issued: ' ' }).map(fault => fault.code)).toEqual(['count-missing'])
})

test('what is no count is said at its cell', () => {
  for (const text of ['12,5', '-1', '1e3', 'mười'])
    expect(faults({ invalid: text })).toEqual([{ field: 'invalid', code: 'count-unreadable', numbers: {} }])
})

test('fewer collected than recorded one by one is one breach, not one a line', () => {
  expect(faults({ collected: '9' })).toEqual([
    { field: 'collected', code: 'sheet-empty', numbers: { collected: 9, ballots: 11 } },
  ])
  expect(faults({ invalid: '25' })).toMatchObject([{ field: 'invalid', code: 'invalid-above-collected' }])
})

test('an untouched sheet misses every count but the one that may stay empty', () => {
  const missing = checkTyped({}, frame)
  expect(missing.map(fault => fault.field)).toEqual(
    sheetFields(frame.contents).filter(field => field !== 'anyDissatisfied'),
  )
  expect(new Set(missing.map(fault => fault.code))).toEqual(new Set(['count-missing']))
})
