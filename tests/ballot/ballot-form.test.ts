import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestOpinion, longestReason } from '#app/ballot/ballot.ts'
import { type FormKind, readBallotForm } from '#app/ballot/ballot-form.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'

const text = { vi: 'x', en: 'x' }

const asking = (...keys: readonly string[]): Questionnaire => ({
  id: 'q',
  version: 1,
  name: text,
  criteriaSet: 'none',
  official: false,
  contents: keys.map(key => ({ key, criterion: null, statement: text, meaning: text })),
})

const questionnaire = asking('roads', 'water', 'overall')

const form = (values: { readonly [field: string]: string }) => ({
  get: (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? null) : null),
})

const good = { 'answer.roads': 'satisfied', 'answer.water': 'dissatisfied', 'answer.overall': 'satisfied' }

const read = (values: { readonly [field: string]: string }, kind: FormKind = 'resident') =>
  readBallotForm(form(values), questionnaire, kind)

const faultsOf = (values: { readonly [field: string]: string }, kind: FormKind = 'resident') => {
  const reading = read(values, kind)
  return reading.ok ? [] : reading.faults.map(({ field, code }) => `${field}: ${code}`)
}

const ballotOf = (values: { readonly [field: string]: string }) => {
  const reading = read(values)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.ballot
}

test('a full form is a ballot, its answers in the order of the contents', () => {
  expect(ballotOf(good)).toEqual({
    answers: ['satisfied', 'dissatisfied', 'satisfied'],
    reasons: {},
    otherOpinion: '',
  })
})

test('an empty form is missing every line, in the order of the page', () => {
  expect(faultsOf({})).toEqual([
    'answer.roads: answer-missing',
    'answer.water: answer-missing',
    'answer.overall: answer-missing',
  ])
})

test('an empty answer is missing; a word that is no answer is unknown, whatever its capitals', () => {
  expect(faultsOf({ ...good, 'answer.roads': '', 'answer.water': 'SATISFIED' })).toEqual([
    'answer.roads: answer-missing',
    'answer.water: answer-unknown',
  ])
})

test('a household answers every line plainly; a paper sheet may hold a blank or both boxes', () => {
  const odd = { ...good, 'answer.roads': 'blank', 'answer.water': 'both' }
  expect(faultsOf(odd)).toEqual(['answer.roads: answer-unknown', 'answer.water: answer-unknown'])
  expect(faultsOf(odd, 'paper')).toEqual([])
  expect(faultsOf({ ...good, 'answer.roads': '' }, 'paper')).toEqual(['answer.roads: answer-missing'])
})

test('a reason stays with “Chưa hài lòng” and is dropped where the household turned satisfied', () => {
  const reasons = { 'reason.roads': 'Đường hỏng', 'reason.water': 'Nước đục' }
  expect(ballotOf({ ...good, ...reasons }).reasons).toEqual({ water: 'Nước đục' })
})

test('a dropped reason is no fault however long or unreadable it was', () => {
  expect(faultsOf({ ...good, 'reason.roads': `\u0000${'x'.repeat(9999)}` })).toEqual([])
})

test('texts are kept in NFC, with one kind of line break, without spaces around', () => {
  const decomposed = '  Đường xấu\r\nvà hẹp\rlắm  '.normalize('NFD')
  const ballot = ballotOf({ ...good, 'reason.water': decomposed, otherOpinion: decomposed })
  expect(ballot.reasons.water).toBe('Đường xấu\nvà hẹp\nlắm'.normalize('NFC'))
  expect(ballot.otherOpinion).toBe('Đường xấu\nvà hẹp\nlắm'.normalize('NFC'))
})

test('a text of spaces alone is no text', () => {
  expect(ballotOf({ ...good, 'reason.water': ' \n\t ', otherOpinion: '\u00a0' })).toMatchObject({
    reasons: {},
    otherOpinion: '',
  })
})

test('a text may be as long as its limit after it was brought to NFC, and one more is too long', () => {
  const fits = { 'reason.water': 'ệ'.repeat(longestReason), otherOpinion: 'ệ'.repeat(longestOpinion) }
  const decomposed = Object.fromEntries(
    Object.entries(fits).map(([name, value]) => [name, value.normalize('NFD')]),
  )
  expect(faultsOf({ ...good, ...decomposed })).toEqual([])
  const over = Object.fromEntries(Object.entries(fits).map(([name, value]) => [name, `${value}.`]))
  expect(faultsOf({ ...good, ...over })).toEqual([
    'reason.water: text-too-long',
    'otherOpinion: text-too-long',
  ])
})

test.each(['\u0000', '\u0007', '\u001b', '\u007f', '\ufffe', '\uffff', '\ud800', '\udc00x'])(
  'a text with %j in it cannot be shown or stored',
  mark => {
    expect(faultsOf({ ...good, 'reason.water': `a${mark}b`, otherOpinion: `a${mark}b` })).toEqual([
      'reason.water: text-unreadable',
      'otherOpinion: text-unreadable',
    ])
  },
)

test('line breaks, tabs, emoji and letters of any script are text', () => {
  const words = 'Đường\n\tđất 😀 ꦲ 路 \u200d'
  expect(ballotOf({ ...good, otherOpinion: words }).otherOpinion).toBe(words)
})

test('all faults come at once, line by line: the answer, then its reason, the other opinion last', () => {
  const faults = faultsOf({
    'answer.roads': 'dissatisfied',
    'reason.roads': '\u0001',
    'answer.water': 'perhaps',
    otherOpinion: 'x'.repeat(longestOpinion + 1),
  })
  expect(faults).toEqual([
    'reason.roads: text-unreadable',
    'answer.water: answer-unknown',
    'answer.overall: answer-missing',
    'otherOpinion: text-too-long',
  ])
})

test('fields that belong to no content are not read', () => {
  const more = {
    'answer.__proto__': 'dissatisfied',
    'reason.constructor': 'x',
    'answer.new': 'satisfied',
    slotId: '1',
  }
  expect(read({ ...good, ...more })).toEqual(read(good))
  expect(Object.getPrototypeOf(ballotOf({ ...good, ...more }).reasons)).toBe(Object.prototype)
})

test('even a content called like a part of JavaScript keeps its reason', () => {
  const keys = ['constructor', 'toString', 'hasOwnProperty']
  const values = Object.fromEntries(
    keys.flatMap(key => [
      [`answer.${key}`, 'dissatisfied'],
      [`reason.${key}`, `vì ${key}`],
    ]),
  )
  const reading = readBallotForm(form(values), asking(...keys), 'resident')
  expect(reading.ok && Object.entries(reading.ballot.reasons)).toEqual(keys.map(key => [key, `vì ${key}`]))
})

test('whatever is posted, a ballot has one plain answer a content or there is a fault to mend', () => {
  const value = fc.oneof(fc.constantFrom('satisfied', 'dissatisfied', 'blank', 'both', ''), fc.string())
  const fields = ['roads', 'water', 'overall'].flatMap(key => [`answer.${key}`, `reason.${key}`])
  const posted = fc.record(Object.fromEntries([...fields, 'otherOpinion'].map(name => [name, value])), {
    requiredKeys: [],
  })
  fc.assert(
    fc.property(posted, values => {
      const reading = read(values as Record<string, string>)
      expect(reading.ok || reading.faults.length > 0).toBe(true)
      if (!reading.ok) return
      expect(reading.ballot.answers).toHaveLength(3)
      expect(reading.ballot.answers?.every(answer => /^(dis)?satisfied$/.test(answer))).toBe(true)
    }),
  )
})
