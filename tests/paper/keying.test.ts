import { expect, test } from 'vitest'
import { differingSheets, type Keyed, nextSheet, readingFor } from '#app/paper/keying.ts'

const keyed: readonly Keyed[] = [
  { sheet: 1, reading: 'first', keyedBy: 'lan' },
  { sheet: 1, reading: 'second', keyedBy: 'tam' },
  { sheet: 2, reading: 'first', keyedBy: 'tam' },
  { sheet: 3, reading: 'first', keyedBy: 'lan' },
  { sheet: 3, reading: 'second', keyedBy: 'tam' },
  { sheet: 3, reading: 'resolved', keyedBy: null },
]

const lan = { sheets: 4, person: 'lan' }

test('the first keying of a sheet comes from anybody, the second from somebody else', () => {
  expect(readingFor(keyed, { ...lan, sheet: 4 })).toEqual({ ok: true, value: 'first' })
  expect(readingFor(keyed, { ...lan, sheet: 2 })).toEqual({ ok: true, value: 'second' })
  expect(readingFor(keyed, { ...lan, sheet: 1 })).toMatchObject({ error: 'sheet-keyed-by-you' })
  expect(readingFor(keyed, { sheets: 4, person: 'minh', sheet: 1 })).toMatchObject({
    error: 'sheet-keyed-twice',
  })
})

test('a sheet that the batch does not have is unknown', () => {
  for (const sheet of [0, 5, 1.5, Number.NaN])
    expect(readingFor([], { ...lan, sheet })).toMatchObject({ error: 'sheet-number-unknown' })
})

test('the next sheet follows the last one, and starts again from the first', () => {
  expect(nextSheet(keyed, { ...lan, after: 0 })).toBe(2)
  expect(nextSheet(keyed, { ...lan, after: 2 })).toBe(4)
  expect(nextSheet(keyed, { ...lan, after: 4 })).toBe(2)
  expect(nextSheet(keyed, { sheets: 3, person: 'tam', after: 3 })).toBeNull()
})

test('sheets keyed twice without a resolved reading wait for a third look', () => {
  expect(differingSheets(keyed)).toEqual([1])
})
