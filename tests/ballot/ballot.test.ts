import { expect, test } from 'vitest'
import { answers, ballotSchema, readStoredAnswer, storeAnswer, writeReceipt } from '#app/ballot/ballot.ts'

test('answers are stored under the numbers the box has held from the beginning', () => {
  expect(Object.fromEntries(answers.map(answer => [answer, storeAnswer(answer)]))).toEqual({
    blank: 0,
    satisfied: 1,
    dissatisfied: 2,
    both: 3,
  })
})

test('what is stored is read back as the same answer', () => {
  expect(answers.map(answer => readStoredAnswer(storeAnswer(answer)))).toEqual(answers)
})

test.each([-1, 4, 1.5, Number.NaN])('no answer is stored as %s: reading it is a bug', number => {
  expect(() => readStoredAnswer(number)).toThrow(/no answer is stored/)
})

test('a receipt is two groups of five readable characters, the same for the same bytes', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => i * 8)
  expect(writeReceipt(bytes)).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  expect(writeReceipt(bytes)).toBe(writeReceipt(Uint8Array.from(bytes)))
})

test('an invalid sheet is a ballot without answers, and a word that is no answer is none', () => {
  const sheet = { answers: null, reasons: {}, otherOpinion: '' }
  expect(ballotSchema.parse(sheet)).toEqual(sheet)
  expect(ballotSchema.safeParse({ ...sheet, answers: ['perhaps'] }).success).toBe(false)
  expect(ballotSchema.safeParse({ reasons: {}, otherOpinion: '' }).success).toBe(false)
})
