import { expect, test } from 'vitest'
import { answers } from '#app/ballot/ballot.ts'
import { keyOf, readKeyedLine } from '#app/paper/keyed-line.ts'

test('one key a line: 1 satisfied, 2 dissatisfied, 0 blank, 3 both boxes', () => {
  expect(readKeyedLine('1203', 4)).toEqual({
    ok: true,
    answers: ['satisfied', 'dissatisfied', 'blank', 'both'],
  })
  expect(answers.map(keyOf)).toEqual(['1', '2', '0', '3'])
})

test('spaces, dots and dashes help the eye and mean nothing', () => {
  expect(readKeyedLine(' 11111-11111. 12 ', 12)).toMatchObject({ ok: true })
})

test('a line that does not fit the sheet says how many keys it holds', () => {
  expect(readKeyedLine('111', 4)).toEqual({ ok: false, code: 'keyed-line-short', found: 3 })
  expect(readKeyedLine('11111', 4)).toEqual({ ok: false, code: 'keyed-line-long', found: 5 })
  expect(readKeyedLine('11a1', 4)).toEqual({ ok: false, code: 'keyed-line-unreadable', found: 4 })
  expect(readKeyedLine('1141', 4)).toMatchObject({ code: 'keyed-line-unreadable' })
})
