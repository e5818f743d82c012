import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Listed, sampleList } from '#app/household/sample.ts'
import { drawStages, type StagedDraw, type StageSizes } from '#app/household/sample-stages.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A district by the sizes of its villages, commune by commune. */
const district = (communes: readonly (readonly number[])[]): readonly Listed[] =>
  communes.flatMap((villages, c) =>
    villages.flatMap((size, v) =>
      Array.from({ length: size }, (_, h) => ({
        commune: `Xã ${c + 1}`,
        village: `Thôn ${v + 1}`,
        household: String(h + 1),
      })),
    ),
  )

const draw = (listed: readonly Listed[], options: StageSizes & { readonly seed: string }) => {
  const list = sampleList(listed, sha256)
  if (!list.ok) throw new Error(list.error)
  return drawStages(list.value, options, sha256)
}

const drawn = (listed: readonly Listed[], options: StageSizes & { readonly seed: string }): StagedDraw => {
  const result = draw(listed, options)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const sizes = (communes: number, villagesPerCommune: number, householdsPerVillage: number): StageSizes => ({
  communes,
  villagesPerCommune,
  householdsPerVillage,
})

const even = district([
  [30, 20, 25],
  [40, 35, 15],
  [20, 45, 30],
  [25, 25, 40],
])

describe('a draw in stages', () => {
  test('takes so many communes, villages in each, households in each', () => {
    const { villages, size } = drawn(even, { seed: 'XSMB 12345', ...sizes(2, 2, 5) })
    expect(new Set(villages.map(v => v.commune)).size).toBe(2)
    expect(villages.map(v => v.drawn.length)).toEqual([5, 5, 5, 5])
    expect(size).toBe(20)
  })

  test('gives every household the same chance where no unit is certain', () => {
    const { villages } = drawn(even, { seed: 'XSMB 12345', ...sizes(2, 1, 5) })
    for (const { chances } of villages) {
      const { commune, village, household } = chances
      const part = commune.part * village.part * household.part
      expect(part * 350).toBe(2 * 1 * 5 * commune.whole * village.whole * household.whole)
    }
  })

  test('says where a commune is so large that it is certain', () => {
    const { villages } = drawn(district([[300], [10], [10], [10]]), { seed: 'XSMB 12345', ...sizes(2, 1, 5) })
    expect(villages.find(v => v.commune === 'Xã 1')?.chances.commune).toEqual({ part: 1, whole: 1 })
    expect(villages.find(v => v.commune !== 'Xã 1')?.chances.commune).toEqual({ part: 10, whole: 30 })
  })

  test('draws communes as often as their size says', () => {
    const listed = district([[10], [20], [30], [40]])
    const times = new Map<string | null, number>()
    const rounds = 1500
    for (let i = 0; i < rounds; i += 1)
      for (const { commune } of drawn(listed, { seed: `thử ${i} lần`, ...sizes(2, 1, 1) }).villages)
        times.set(commune, (times.get(commune) ?? 0) + 1)
    for (const [i, chance] of [0.2, 0.4, 0.6, 0.8].entries()) {
      const spread = Math.sqrt(rounds * chance * (1 - chance))
      const off = Math.abs((times.get(`Xã ${i + 1}`) ?? 0) - rounds * chance)
      expect(off / spread).toBeLessThan(4)
    }
  })

  test('adds up, keeps reserves apart and repeats, whatever the district', () => {
    const villages = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    const any = fc.array(villages, { minLength: 1, maxLength: 5 }).chain(communes =>
      fc.record({
        communes: fc.constant(communes),
        options: fc
          .tuple(
            fc.integer({ min: 1, max: communes.length }),
            fc.integer({ min: 1, max: 5 }),
            fc.integer({ min: 1, max: 15 }),
          )
          .map(([c, v, h]) => ({ seed: 'XSMB 12345', ...sizes(c, v, h) })),
      }),
    )
    fc.assert(
      fc.property(any, ({ communes, options }) => {
        const listed = district(communes)
        const one = drawn(listed, options)
        expect(drawn([...listed].reverse(), options)).toEqual(one)
        const expectedOf = (commune: string | null) =>
          Math.min(options.villagesPerCommune, communes[Number(commune?.slice(3)) - 1]?.length ?? 0)
        const names = [...new Set(one.villages.map(v => v.commune))]
        expect(names).toHaveLength(options.communes)
        for (const name of names)
          expect(one.villages.filter(v => v.commune === name)).toHaveLength(expectedOf(name))
        for (const { drawn: taken, reserve, households } of one.villages) {
          expect(taken).toHaveLength(Math.min(options.householdsPerVillage, households))
          expect(new Set([...taken, ...reserve]).size).toBe(households)
        }
        expect(one.size).toBe(one.villages.reduce((sum, v) => sum + v.drawn.length, 0))
      }),
    )
  })

  test.each([
    [{ seed: 'ngắn', ...sizes(1, 1, 1) }, 'sample-seed'],
    [{ seed: 'XSMB 12345', ...sizes(0, 1, 1) }, 'sample-size'],
    [{ seed: 'XSMB 12345', ...sizes(1, Number.NaN, 1) }, 'sample-size'],
    [{ seed: 'XSMB 12345', ...sizes(5, 1, 1) }, 'sample-larger-than-list'],
  ] as const)('%j is refused', (options, error) => {
    expect(draw(even, options)).toEqual({ ok: false, error })
  })

  test('needs a list that names communes', () => {
    const one = [{ commune: null, village: 'Thôn Đông', household: '1' }]
    expect(draw(one, { seed: 'XSMB 12345', ...sizes(1, 1, 1) })).toEqual({
      ok: false,
      error: 'sample-list-without-communes',
    })
  })
})
