import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounts, type Brought, countByCollector, keptApart, overallOf } from '#app/tally/collectors.ts'

const of = (collector: string | null, count: number, satisfied = count): readonly Brought[] =>
  Array.from({ length: count }, (_, i) => ({
    collector,
    overall: i < satisfied ? ('satisfied' as const) : ('dissatisfied' as const),
    anyDissatisfied: i >= satisfied,
  }))

const names = (ballots: readonly Brought[]) => keptApart(ballots).map(one => one.collector)

describe('what a ballot says overall', () => {
  test('is its last line; one line dissatisfied is told apart from it', () => {
    expect(overallOf(['dissatisfied', 'satisfied'], 'blank-line')).toEqual({
      overall: 'satisfied',
      anyDissatisfied: true,
    })
  })

  test('is nothing where the line is blank or the ballot invalid', () => {
    expect(overallOf(['satisfied', 'blank'], 'blank-line').overall).toBe('none')
    expect(overallOf(['satisfied', 'blank'], 'invalidates-ballot').overall).toBe('none')
    expect(overallOf(null, 'blank-line')).toEqual({ overall: 'none', anyDissatisfied: false })
  })
})

describe('counts kept apart', () => {
  test('a collector with fewer than ten ballots is never counted apart', () => {
    expect(names(of('a', 9))).toEqual([])
    expect(names(of('a', 10))).toEqual(['a'])
  })

  test('nobody is counted apart where the others are one to nine', () => {
    expect(names([...of('a', 30), ...of('b', 1)])).toEqual([])
    expect(names([...of('a', 30), ...of(null, 9)])).toEqual([])
    expect(names([...of('a', 30), ...of('b', 9), ...of(null, 1)])).toEqual(['a'])
  })

  test('the smallest is withheld so that the others can be shown', () => {
    expect(names([...of('a', 30), ...of('b', 12), ...of('c', 3)])).toEqual(['a'])
  })

  test('no difference between the whole and what is kept stands for one to nine ballots', () => {
    const group = fc.record({ who: fc.constantFrom('a', 'b', 'c', null), count: fc.nat(25) })
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), groups => {
        const ballots = groups.flatMap(({ who, count }) => of(who, count))
        const kept = keptApart(ballots)
        for (const one of kept) expect(one.ballots).toBeGreaterThanOrEqual(10)
        const rest = ballots.length - kept.reduce((sum, one) => sum + one.ballots, 0)
        expect(kept.length === 0 || rest === 0 || rest >= 10).toBe(true)
      }),
    )
  })

  test('counts add up over the means', () => {
    expect(countByCollector([...of('a', 12, 10), ...of(null, 2)])).toEqual([
      { collector: 'a', ballots: 12, satisfied: 10, dissatisfied: 2, anyDissatisfied: 2 },
    ])
    expect(addCounts([...countByCollector(of('a', 12, 10)), ...countByCollector(of('a', 10))])).toEqual([
      { collector: 'a', ballots: 22, satisfied: 20, dissatisfied: 2, anyDissatisfied: 2 },
    ])
  })
})
