import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAtAssisted, lookAtCollectors, lookForBursts, type VillageAnswers } from '#app/tally/signs.ts'
import { fisherTwoSided, holm } from '#app/tally/signs-fisher.ts'

const answers = (yes: number, no: number) => ({ yes, no })

describe("Fisher's exact test", () => {
  /** Computed with scipy.stats.fisher_exact 1.17.1; the first is Fisher's tea tasting, 34/70. */
  const known = [
    [answers(3, 1), answers(1, 3), 34 / 70],
    [answers(1, 9), answers(11, 3), 0.0027594561852200836],
    [answers(30, 0), answers(240, 30), 0.05497564040165885],
    [answers(8, 2), answers(1, 5), 0.034965034965034975],
    [answers(10, 0), answers(190, 100), 0.034023851833384786],
    [answers(95, 5), answers(900, 400), 7.693997634481213e-10],
    [answers(1000, 10), answers(4000, 200), 6.168461280616598e-10],
  ] as const

  test.each(known)('%j against %j', (one, other, p) => {
    expect(fisherTwoSided(one, other) / p).toBeCloseTo(1, 9)
  })

  test('finds nothing where a group is empty or all are of one mind', () => {
    expect(fisherTwoSided(answers(0, 0), answers(5, 3))).toBe(1)
    expect(fisherTwoSided(answers(12, 0), answers(300, 0))).toBe(1)
  })

  test('does not mind which group or which answer comes first', () => {
    const group = fc.record({ yes: fc.nat(60), no: fc.nat(60) })
    fc.assert(
      fc.property(group, group, (a, b) => {
        const p = fisherTwoSided(a, b)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(fisherTwoSided(b, a)).toBe(p)
        expect(fisherTwoSided(answers(a.no, a.yes), answers(b.no, b.yes))).toBe(p)
      }),
    )
  })

  test('stays exact for a whole commune', () => {
    expect(fisherTwoSided(answers(2400, 0), answers(3000, 1200))).toBeLessThan(1e-200)
  })
})

describe("Holm's correction", () => {
  test('is that of a case worked by hand', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005])
    for (const [i, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[i]).toBeCloseTo(p, 12)
    expect(holm([])).toEqual([])
  })

  test('never makes anything more unusual, and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), values => {
        const corrected = holm(values)
        for (const [i, p] of values.entries()) {
          expect(corrected[i]).toBeGreaterThanOrEqual(p)
          expect(corrected[i]).toBeLessThanOrEqual(1)
          for (const [j, other] of values.entries())
            if (p < other) expect(corrected[i]).toBeLessThanOrEqual(corrected[j] ?? 0)
        }
      }),
    )
  })
})

describe('a look at collectors', () => {
  const village = (name: string, parts: readonly (readonly [string, number, number])[]): VillageAnswers => ({
    village: name,
    all: parts.reduce((sum, [, yes, no]) => answers(sum.yes + yes, sum.no + no), answers(0, 0)),
    collectors: parts
      .filter(([collector]) => collector !== 'self')
      .map(([collector, yes, no]) => ({ collector, answers: answers(yes, no) })),
  })

  test('compares each with the rest of the same village, and names the unusual one by its direction', () => {
    const { compared } = lookAtCollectors([
      village('Thôn Đông', [
        ['a', 100, 0],
        ['b', 55, 25],
        ['self', 60, 28],
      ]),
      village('Thôn Tây', [
        ['c', 40, 2],
        ['self', 80, 5],
      ]),
    ])
    expect(compared.map(({ of, standing }) => [of.collector, standing])).toEqual([
      ['a', 'higher-for-a-human-to-look-at'],
      ['b', 'lower-for-a-human-to-look-at'],
      ['c', 'ordinary'],
    ])
    expect(compared[0]?.rest).toEqual(answers(115, 53))
  })

  test('says nothing about fewer than ten ballots, nor where the rest is fewer', () => {
    const { compared, tooFew } = lookAtCollectors([
      village('Thôn Đông', [
        ['a', 9, 0],
        ['self', 0, 90],
      ]),
      village('Thôn Tây', [
        ['b', 90, 0],
        ['self', 0, 9],
      ]),
    ])
    expect(compared).toEqual([])
    expect(tooFew).toEqual([
      { village: 'Thôn Đông', collector: 'a' },
      { village: 'Thôn Tây', collector: 'b' },
    ])
  })

  test('asks more of each the more are looked at', () => {
    const borderline = village('Thôn Đông', [
      ['a', 30, 0],
      ['self', 80, 20],
    ])
    const others = Array.from({ length: 20 }, (_, i) =>
      village(`Thôn ${i}`, [
        [`b${i}`, 20, 2],
        ['self', 60, 6],
      ]),
    )
    expect(lookAtCollectors([borderline]).compared[0]?.standing).toBe('higher-for-a-human-to-look-at')
    expect(lookAtCollectors([borderline, ...others]).compared[0]?.standing).toBe('ordinary')
  })

  test('refuses parts that exceed their village', () => {
    const odd = {
      village: 'Thôn Đông',
      all: answers(10, 0),
      collectors: [{ collector: 'a', answers: answers(10, 1) }],
    }
    expect(() => lookAtCollectors([odd])).toThrow()
  })
})

test('a village where nearly every ballot was assisted stands out against the others', () => {
  const villages = [
    { village: 'Thôn Đông', assisted: answers(95, 5) },
    { village: 'Thôn Tây', assisted: answers(40, 60) },
    { village: 'Thôn Ao', assisted: answers(45, 55) },
    { village: 'Xóm Mới', assisted: answers(4, 3) },
  ]
  const { compared, tooFew } = lookAtAssisted(villages)
  expect(compared.map(({ of, standing }) => [of.village, standing])).toEqual([
    ['Thôn Đông', 'higher-for-a-human-to-look-at'],
    ['Thôn Tây', 'lower-for-a-human-to-look-at'],
    ['Thôn Ao', 'lower-for-a-human-to-look-at'],
  ])
  expect(tooFew).toEqual([{ village: 'Xóm Mới' }])
})

describe('bursts', () => {
  const hour = (collector: string, ballots: number, stretch = '2026-03-02T14') => ({
    collector,
    stretch,
    hours: 1,
    ballots,
  })

  test('are hours with more ballots than visits take, the most extreme first', () => {
    const bursts = lookForBursts([hour('a', 20), hour('b', 21), hour('c', 60)])
    expect(bursts.map(({ collector, plausible }) => [collector, plausible])).toEqual([
      ['c', 20],
      ['b', 20],
    ])
  })

  test('are found in pieces of one hour, village by village', () => {
    expect(lookForBursts([hour('a', 15), hour('a', 15), hour('a', 15, '2026-03-02T15')])).toMatchObject([
      { stretch: '2026-03-02T14', ballots: 30 },
    ])
  })

  test('of a day go by its hours', () => {
    const day = { collector: 'a', stretch: '2026-03-02', hours: 8 }
    expect(lookForBursts([{ ...day, ballots: 160 }])).toEqual([])
    expect(lookForBursts([{ ...day, ballots: 161 }])).toHaveLength(1)
  })
})
