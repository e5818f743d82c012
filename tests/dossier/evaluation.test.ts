import { expect, test } from 'vitest'
import { coverageLines, thresholdFor, weakSpots } from '#app/dossier/evaluation.ts'
import { confirmed, resultsOf } from '#tests/verdict/surveys.ts'

const rules = confirmed({ minimumCoverage: '70', overallThreshold: '90', contentThreshold: '80' })

const unit = (name: string, collected: number, roads: number, overall: number) => ({
  ...{ name, commune: 'Xã Sơn Lộc', households: 100, issued: collected, collected, invalid: 0 },
  anyDissatisfied: collected - Math.min(roads, overall),
  contents: [roads, overall].map(satisfied => ({
    ...{ satisfied, dissatisfied: collected - satisfied, blank: 0 },
  })),
})

const results = resultsOf(
  rules,
  ['roads', 'overall'],
  [unit('Đồi Chè', 80, 63, 76), unit('Suối Mơ', 69, 69, 62), unit('Bến Lội', 70, 70, 70)],
)

test('villages come by their coverage, the weakest first, and those below the minimum are marked', () => {
  const lines = coverageLines({ results, rules }, [{ name: 'Bến Lội', ballots: 60, byHand: 10 }])
  expect(lines.map(({ name, short, byHand }) => [name, short, byHand])).toEqual([
    ['Suối Mơ', true, 0],
    ['Bến Lội', false, 10],
    ['Đồi Chè', false, 0],
  ])
})

test('without a minimum no village is below it', () => {
  const open = { ...rules, minimumCoverage: { ...rules.minimumCoverage, value: null } }
  expect(coverageLines({ results, rules: open }, []).some(line => line.short)).toBe(false)
})

test('weak spots are village × content below the threshold that the content is held against, lowest first', () => {
  expect(thresholdFor(rules, results, 'overall')).toBe('90')
  expect(thresholdFor(rules, results, 'roads')).toBe('80')
  // 63/80 = 78,75 % < 80 %; 62/69 = 89,86 % < 90 %; 76/80 = 95 %.
  expect(weakSpots({ results, rules })).toEqual([
    { content: 'roads', village: 'Đồi Chè', rate: { part: 63, whole: 80 }, threshold: '80' },
    { content: 'overall', village: 'Suối Mơ', rate: { part: 62, whole: 69 }, threshold: '90' },
  ])
})

test('a village without ballots is no weak spot: an empty cell is never a zero', () => {
  const empty = resultsOf(rules, ['roads', 'overall'], [unit('Đồi Chè', 0, 0, 0)])
  expect(weakSpots({ results: empty, rules })).toEqual([])
})
