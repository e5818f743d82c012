import { describe, expect, test } from 'vitest'
import type { Ballot } from '#app/ballot/ballot.ts'
import { differencesOf, resolve } from '#app/paper/difference.ts'
import { invalidSheet, readKeyedSheet } from '#app/paper/keyed-sheet.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'

const keys = contentKeys(qd318)
const [one = '', two = ''] = keys

const fieldsOf = (values: Record<string, string>) => ({ get: (name: string) => values[name] ?? null })

const keyed = (values: Record<string, string>): Ballot => {
  const reading = readKeyedSheet(fieldsOf({ nhanh: '1'.repeat(keys.length), ...values }), qd318)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.ballot
}

const line = (start: string): string => start.padEnd(keys.length, '1')

describe('two keyings of a sheet', () => {
  test('say the same when only capitals, spaces and a dot at the end differ', () => {
    const first = keyed({ nhanh: line('2'), [`reason.${one}`]: 'Đường  hỏng.', otherOpinion: 'Cảm ơn' })
    const second = keyed({ nhanh: line('2'), [`reason.${one}`]: 'đường hỏng', otherOpinion: 'cảm ơn!' })
    expect(differencesOf({ first, second }, keys)).toEqual([])
  })

  test('differ line by line, in answers and in what was written', () => {
    const first = keyed({ nhanh: line('21'), [`reason.${one}`]: 'Đường hỏng', otherOpinion: 'Thêm đèn' })
    const second = keyed({ nhanh: line('20'), [`reason.${one}`]: 'Đường hẹp' })
    expect(differencesOf({ first, second }, keys)).toEqual([`reason.${one}`, `answer.${two}`, 'otherOpinion'])
  })

  test('differ as a whole when only one of them holds the sheet invalid', () => {
    expect(differencesOf({ first: keyed({}), second: invalidSheet }, keys)).toEqual(['invalid'])
    expect(differencesOf({ first: invalidSheet, second: invalidSheet }, keys)).toEqual([])
  })
})

describe('a third look', () => {
  const first = keyed({ nhanh: line('21'), [`reason.${one}`]: 'Đường hỏng' })
  const second = keyed({ nhanh: line('20'), [`reason.${one}`]: 'Đường hẹp' })

  test('decides what differs; all else stays as both have it', () => {
    const posted = {
      [`answer.${two}`]: 'both',
      [`chon.reason.${one}`]: 'second',
      [`answer.${one}`]: 'satisfied',
    }
    const resolved = resolve({ first, second }, fieldsOf(posted), qd318)
    if (!resolved.ok) throw new Error('not resolved')
    expect(resolved.ballot.answers?.slice(0, 3)).toEqual(['dissatisfied', 'both', 'satisfied'])
    expect(resolved.ballot.reasons).toEqual({ [one]: 'Đường hẹp' })
  })

  test('may type what the paper says instead of either reading', () => {
    const posted = {
      [`answer.${two}`]: 'satisfied',
      [`chon.reason.${one}`]: 'other',
      [`reason.${one}`]: 'Đường hỏng, hẹp',
    }
    expect(resolve({ first, second }, fieldsOf(posted), qd318)).toMatchObject({
      ballot: { reasons: { [one]: 'Đường hỏng, hẹp' } },
    })
  })

  test('names every difference that was left undecided', () => {
    expect(resolve({ first, second }, fieldsOf({}), qd318)).toEqual({
      ok: false,
      faults: [
        { field: `answer.${two}`, code: 'answer-missing' },
        { field: `chon.reason.${one}`, code: 'pick-missing' },
      ],
    })
  })

  test('keys the whole sheet where one keying holds it invalid', () => {
    const pair = { first, second: invalidSheet }
    expect(resolve(pair, fieldsOf({ invalid: 'yes' }), qd318)).toEqual({ ok: true, ballot: invalidSheet })
    expect(resolve(pair, fieldsOf({ nhanh: line('3') }), qd318)).toMatchObject({ ok: true })
    expect(resolve(pair, fieldsOf({}), qd318)).toMatchObject({ ok: false })
  })
})
