import { describe, expect, test } from 'vitest'
import type { Answer } from '#app/ballot/ballot.ts'
import { countBallot, tallyBallots } from '#app/tally/ballots.ts'
import { contentFigures } from '#app/tally/base.ts'
import { checkUnit } from '#app/tally/conservation.ts'
import { village } from './units.ts'

const clear: readonly Answer[] = ['satisfied', 'dissatisfied']
const gap: readonly Answer[] = ['satisfied', 'blank']
const twice: readonly Answer[] = ['both', 'satisfied']

describe('a ballot', () => {
  test('with a clear mark on every line is valid under every treatment', () => {
    const counted = { kind: 'valid', lines: ['satisfied', 'dissatisfied'], anyDissatisfied: true }
    for (const treatment of ['invalidates-ballot', 'invalid-line', 'blank-line'] as const)
      expect(countBallot(clear, treatment)).toEqual(counted)
  })

  test('with a blank or doubly marked line is invalid where the rules say so', () => {
    expect(countBallot(gap, 'invalidates-ballot')).toEqual({ kind: 'invalid' })
    expect(countBallot(twice, 'invalidates-ballot')).toEqual({ kind: 'invalid' })
  })

  test('keeps its other lines where only the line is lost', () => {
    expect(countBallot(twice, 'blank-line')).toMatchObject({ lines: ['blank', 'satisfied'] })
    expect(countBallot(gap, 'invalid-line')).toMatchObject({ lines: ['satisfied', 'blank'] })
  })

  test('that says nothing at all is invalid under every treatment', () => {
    expect(countBallot(['blank', 'both'], 'blank-line')).toEqual({ kind: 'invalid' })
    expect(countBallot(null, 'blank-line')).toEqual({ kind: 'invalid' })
  })
})

describe('the count of a village’s ballots', () => {
  const ballots = [clear, gap, twice, null, clear]

  test('adds up', () => {
    const counts = tallyBallots(ballots, { contents: 2, treatment: 'blank-line' })
    expect(counts).toEqual({
      collected: 5,
      invalid: 1,
      contents: [
        { satisfied: 3, dissatisfied: 0, blank: 1 },
        { satisfied: 1, dissatisfied: 2, blank: 1 },
      ],
      anyDissatisfied: 2,
    })
    expect(checkUnit(village([], { ...counts, households: 9, issued: 7 }), ['roads', 'overall'])).toEqual([])
  })

  test('is the same in any order', () => {
    const options = { contents: 2, treatment: 'invalidates-ballot' } as const
    expect(tallyBallots([...ballots].reverse(), options)).toEqual(tallyBallots(ballots, options))
  })

  test('refuses a ballot of another questionnaire', () => {
    expect(() => tallyBallots([['satisfied']], { contents: 2, treatment: 'blank-line' })).toThrow()
  })
})

describe('the base of a rate', () => {
  const unit = village([[70, 20, 10]], { invalid: 5 })
  const whole = (base: 'valid' | 'collected' | 'answered', blankTreatment: 'invalid-line' | 'blank-line') =>
    contentFigures(unit, ['overall'], { base, blankTreatment })[0]?.satisfied

  test('is valid ballots, collected ballots, or valid ballots with an answer', () => {
    expect(whole('valid', 'blank-line')).toEqual({ part: 70, whole: 100 })
    expect(whole('collected', 'blank-line')).toEqual({ part: 70, whole: 105 })
    expect(whole('answered', 'blank-line')).toEqual({ part: 70, whole: 90 })
  })

  test('loses a line that counts as invalid', () => {
    expect(whole('valid', 'invalid-line')).toEqual({ part: 70, whole: 90 })
    expect(whole('collected', 'invalid-line')).toEqual({ part: 70, whole: 95 })
  })

  test('of a content that every ballot left blank gives no rate', () => {
    const silent = village([[0, 0, 8]])
    const [figures] = contentFigures(silent, ['overall'], { base: 'answered', blankTreatment: 'blank-line' })
    expect(figures?.satisfied).toEqual({ part: 0, whole: 0 })
  })
})
