import { describe, expect, test } from 'vitest'
import { type Basis, comparable } from '#app/verdict/comparable.ts'
import { confirmed, rulesNamed } from './surveys.ts'

const basis = (given: Partial<Basis> = {}): Basis => ({
  rules: rulesNamed('hd90-2022/commune-standard'),
  questionnaire: 'qd318-v1',
  contents: ['roads', 'overall'],
  ...given,
})

describe('two surveys', () => {
  test('with one questionnaire, title, thresholds and base are comparable', () => {
    expect(comparable(basis(), basis())).toEqual({ kind: 'comparable' })
  })

  test('stay comparable when a value was only confirmed in between', () => {
    const { rules } = basis()
    const later = {
      ...rules,
      version: 2,
      overallThreshold: { ...rules.overallThreshold, status: 'confirmed' as const },
    }
    expect(comparable(basis(), basis({ rules: later }))).toEqual({ kind: 'comparable' })
  })

  test('of different questionnaires are not, and why is said', () => {
    expect(comparable(basis(), basis({ questionnaire: 'qd318-v2' }))).toEqual({
      kind: 'not-comparable',
      reasons: [{ code: 'questionnaire-differs', values: ['qd318-v1', 'qd318-v2'] }],
    })
  })

  test('under different thresholds and bases are not', () => {
    const [a, b] = [
      confirmed({ overallThreshold: 80 }),
      confirmed({ overallThreshold: 90, base: 'collected' }),
    ]
    expect(comparable(basis({ rules: a }), basis({ rules: b }))).toEqual({
      kind: 'not-comparable',
      reasons: [
        { code: 'thresholds-differ', values: ['– / 80 / –', '– / 90 / –'] },
        { code: 'base-differs', values: ['valid', 'collected'] },
      ],
    })
  })
})
