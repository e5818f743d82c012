import { describe, expect, test } from 'vitest'
import type { Answer, Channel } from '#app/ballot/ballot.ts'
import { type BallotPattern, compareMeans, countByMeans, type MeansCounts } from '#app/tally/means.ts'

const pattern = (
  channel: Channel | null,
  answers: readonly Answer[] | null,
  ballots: number,
): BallotPattern => ({ channel, answers, ballots })

const options = { contents: 2, treatment: 'blank-line' } as const

/** One means with the same counts on both contents. */
const means = (channel: Channel, satisfied: number, dissatisfied: number): MeansCounts => ({
  channel,
  collected: satisfied + dissatisfied,
  invalid: 0,
  anyDissatisfied: dissatisfied,
  contents: [
    { satisfied, dissatisfied, blank: 0 },
    { satisfied, dissatisfied, blank: 0 },
  ],
})

const contents = ['roads', 'overall']

describe('counting by means', () => {
  const patterns = [
    pattern('visit', ['dissatisfied', 'satisfied'], 3),
    pattern('self', ['satisfied', 'satisfied'], 7),
    pattern('self', ['satisfied', 'blank'], 2),
    pattern('paper', null, 1),
    pattern(null, ['satisfied', 'satisfied'], 5),
  ]

  test('adds ballots that were filled in alike, by means in their order', () => {
    expect(countByMeans(patterns, options)).toEqual({
      means: [
        {
          channel: 'self',
          ...{ collected: 9, invalid: 0, anyDissatisfied: 0 },
          contents: [
            { satisfied: 9, dissatisfied: 0, blank: 0 },
            { satisfied: 7, dissatisfied: 0, blank: 2 },
          ],
        },
        {
          channel: 'visit',
          ...{ collected: 3, invalid: 0, anyDissatisfied: 3 },
          contents: [
            { satisfied: 0, dissatisfied: 3, blank: 0 },
            { satisfied: 3, dissatisfied: 0, blank: 0 },
          ],
        },
        {
          channel: 'paper',
          ...{ collected: 1, invalid: 1, anyDissatisfied: 0 },
          contents: [
            { satisfied: 0, dissatisfied: 0, blank: 0 },
            { satisfied: 0, dissatisfied: 0, blank: 0 },
          ],
        },
      ],
      nameless: 5,
    })
  })

  test('counts each ballot as the frozen rules do', () => {
    const strict = countByMeans(patterns, { ...options, treatment: 'invalidates-ballot' })
    expect(strict.means[0]).toMatchObject({ channel: 'self', collected: 9, invalid: 2 })
  })
})

describe('comparing means', () => {
  /** Fisher by hand: 10/0 against 5/5, margins 15 and 5 of 20: 2 × C(10,5) ÷ C(20,5) = 504/15504. */
  const handP = 504 / 15504

  test('two means make one comparison a question, corrected over all three', () => {
    const lines = compareMeans([means('self', 5, 5), means('visit', 10, 0)], contents)
    expect(lines.map(line => line.question)).toEqual(['roads', 'overall', 'any'])
    for (const { finding } of lines) {
      expect(finding.kind).toBe('ordinary')
      expect(finding.kind === 'ordinary' && finding.p).toBeCloseTo(3 * handP, 12)
    }
  })

  test('says which means stands apart, and whether it is higher or lower', () => {
    const lines = compareMeans([means('self', 60, 40), means('visit', 98, 2)], contents)
    expect(lines[1]?.finding).toMatchObject({
      kind: 'different',
      apart: [{ channel: 'self', higher: false }],
    })
  })

  test('holds each of three means against the others together', () => {
    const three = [means('self', 90, 10), means('visit', 91, 9), means('paper', 40, 60)]
    const finding = compareMeans(three, contents)[0]?.finding
    expect(finding).toMatchObject({ kind: 'different' })
    expect(finding?.kind === 'different' && finding.apart[0]).toEqual({ channel: 'paper', higher: false })
  })

  test('leaves out a means with fewer than ten answers', () => {
    const lines = compareMeans([means('self', 90, 10), means('paper', 0, 9)], contents)
    expect(lines.map(line => line.finding)).toEqual(Array(3).fill({ kind: 'too-few' }))
    expect(lines[0]?.cells).toHaveLength(2)
  })

  test('finds nothing where all are of one mind', () => {
    const lines = compareMeans([means('self', 40, 0), means('visit', 30, 0)], contents)
    expect(lines[0]?.finding).toEqual({ kind: 'ordinary', p: 1 })
  })
})
