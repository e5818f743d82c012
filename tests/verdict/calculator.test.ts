import { describe, expect, test } from 'vitest'
import { calculate, calculateText, calculatorList } from '#app/verdict/calculator.ts'
import { rulesNamed } from './surveys.ts'

const unit = {
  name: 'Thôn Đông',
  commune: 'Xã Tân Hòa',
  households: 2552,
  issued: 1900,
  collected: 1893,
  invalid: 0,
  counts: [
    [1880, 13, 0],
    [1892, 1, 0],
  ],
  anyDissatisfied: 14,
}
const file = { rules: 'hd90-2022/district-standard', contents: ['roads', 'overall'], units: [unit] }

function computed(given: object) {
  const calculation = calculate({ ...file, ...given })
  if (calculation.kind === 'refused') throw new Error(JSON.stringify(calculation.problems))
  return calculation.output
}

function refused(given: object) {
  const calculation = calculate({ ...file, ...given })
  return calculation.kind === 'refused' ? calculation.problems.map(problem => problem.code) : []
}

describe('the calculator', () => {
  test('answers a file with every figure as part, whole and text', () => {
    const output = computed({})
    expect(output.coverage).toEqual({ part: 1893, whole: 2552, text: '74,18 %' })
    expect(output.return).toEqual({ part: 1893, whole: 1900, text: '99,63 %' })
    expect(output.contents).toHaveLength(2)
    expect(output.overall).toMatchObject({ content: 'overall', part: 1892, whole: 1893, text: '99,95 %' })
    expect(output.units[0]?.overall).toEqual(output.overall)
    expect([output.verdict, output.reasons, output.problems]).toEqual(['met', [], []])
    expect(output.decision).toEqual({ exact: 'met', worstCase: 'undecided' })
  })

  test('gives bounds as counts of satisfied households', () => {
    const { overall } = computed({}).bounds
    expect(overall).toMatchObject({ households: 2552, answered: 1893, satisfied: 1892 })
    expect(overall.worstCase).toEqual({ lower: 1892, upper: 2551 })
    expect(overall.stratified.degreesOfFreedom).toBe(1892)
  })

  test('answers a pack without confirmed thresholds with the figures and no verdict', () => {
    const output = computed({ rules: 'hd90-2022/commune-standard' })
    expect([output.verdict, output.provisional, output.coverage.text]).toEqual(['no-basis', 'met', '74,18 %'])
  })

  test('takes rules written into the file, short or in full', () => {
    const short = { minimumCoverage: 75, overallThreshold: '90', contentThreshold: null }
    expect(computed({ rules: short }).verdict).toBe('not-met')
    expect(computed({ rules: { overallThreshold: 90 } }).verdict).toBe('no-basis')
    expect(computed({ rules: rulesNamed('hd90-2022/district-standard') })).toEqual(computed({}))
  })

  test('refuses what it cannot read, saying where', () => {
    expect(calculateText('{"rules":')).toMatchObject({ kind: 'refused', problems: [{ code: 'not-json' }] })
    expect(calculate({ ...file, units: [{ ...unit, households: '2552' }] })).toMatchObject({
      problems: [{ code: 'input-invalid', path: 'units.0.households' }],
    })
    expect(refused({ rules: 'hd90-2022/galaxy' })).toEqual(['rules-unknown'])
    expect(refused({ rules: { overallThreshold: 101 } })).toEqual(['input-invalid'])
    expect([null, 7, [], 'x'].map(value => calculate(value).kind)).toEqual(Array(4).fill('refused'))
  })

  test('refuses counts that contradict each other, with the two numbers and no rate', () => {
    const calculation = calculate({ ...file, units: [{ ...unit, issued: 1800 }] })
    expect(calculation).toEqual({
      kind: 'refused',
      problems: [
        {
          code: 'collected-above-issued',
          unit: 'Thôn Đông',
          commune: 'Xã Tân Hòa',
          numbers: { collected: 1893, issued: 1800 },
        },
      ],
    })
  })

  test('holds published figures against the counts', () => {
    const right = { coverage: '74,18', overall: '99,95%', contents: ['99,31', null], return: '99,63' }
    expect(refused({ published: right })).toEqual([])
    expect(refused({ published: { coverage: '74,17' } })).toEqual(['rate-truncated'])
    expect(refused({ published: { contents: ['trên 100%', null] } })).toEqual(['rate-above-100'])
    expect(refused({ published: { overall: ['99,95', '97,29'] } })).toContain('two-overall-rates')
    const early = { collectionEnded: '2019-08-28', reported: '2019-08-27' }
    expect(refused({ published: early })).toEqual(['reported-before-collection-ended'])
  })

  test('lists every pack and title', () => {
    expect(calculatorList().map(one => one.rules)).toEqual([
      'hd78-2017/commune-standard',
      'hd78-2017/district-standard',
      'hd122-2019/commune-standard',
      'hd122-2019/district-standard',
      'hd90-2022/commune-standard',
      'hd90-2022/commune-advanced',
      'hd90-2022/commune-model',
      'hd90-2022/village-model',
      'hd90-2022/district-standard',
      'hd91-2022/ward-civilised',
      'qd51-2026/commune-standard',
      'qd51-2026/commune-modern',
    ])
  })
})
