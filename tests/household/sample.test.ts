import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draw, drawSample, type Listed, type SampleList, sampleList } from '#app/household/sample.ts'
import { allocate } from '#app/household/sample-allocation.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const villageOf = (village: string, size: number): readonly Listed[] =>
  Array.from({ length: size }, (_, i) => ({ commune: null, village, household: String(i + 1) }))

const listOf = (listed: readonly Listed[]): SampleList => {
  const list = sampleList(listed, sha256)
  if (!list.ok) throw new Error(list.error)
  return list.value
}

const drawOf = (listed: readonly Listed[], size: number, seed = 'XSMB 12345', leastPerVillage = 0): Draw => {
  const drawn = drawSample(listOf(listed), { seed, size, leastPerVillage }, sha256)
  if (!drawn.ok) throw new Error(drawn.error)
  return drawn.value
}

const commune = [...villageOf('Thôn Đông', 40), ...villageOf('Thôn Tây', 25), ...villageOf('Thôn Ao', 7)]

/** Any commune of up to eight villages, as sizes. */
const anyCommune = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
  .map(sizes => sizes.flatMap((size, i) => villageOf(`Thôn ${i + 1}`, size)))

const anyDraw = anyCommune.chain(listed =>
  fc.record({
    listed: fc.constant(listed),
    size: fc.integer({ min: 1, max: listed.length }),
    seed: fc
      .string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 12 })
      .map(text => `số ${text.trim()} X`),
  }),
)

describe('the published list', () => {
  test('is one text whatever order and Unicode form it came in', () => {
    const decomposed = commune.map(listed => ({ ...listed, village: ` ${listed.village.normalize('NFD')}` }))
    expect(listOf([...decomposed].reverse())).toEqual(listOf(commune))
  })

  test('has the hash that sort and sha256sum give', () => {
    const lines = commune.map(({ village, household }) => `${village}\t${household}`).join('\n')
    const shell = execFileSync('sh', ['-c', 'LC_ALL=C sort | sha256sum'], { input: lines, encoding: 'utf8' })
    expect(shell.slice(0, 64)).toBe(listOf(commune).hash)
  })

  const fault = (listed: readonly Listed[]) => sampleList(listed, sha256)

  test('holds every household once, and no field that could be mistaken for another', () => {
    const [one] = villageOf('Thôn Đông', 1)
    if (!one) throw new Error('no household')
    expect(fault([])).toEqual({ ok: false, error: 'sample-list-empty' })
    expect(fault([one, { ...one, village: 'Thôn Đông ' }])).toEqual({ ok: false, error: 'sample-list-twice' })
    for (const odd of [{ household: '' }, { household: '1\t2' }, { village: 'A\nB' }, { commune: '' }])
      expect(fault([{ ...one, ...odd }])).toEqual({ ok: false, error: 'sample-list-field' })
    expect(fault([one, { ...one, commune: 'Xã A' }])).toEqual({ ok: false, error: 'sample-list-field' })
  })
})

describe('a draw', () => {
  test('takes the smallest of the lots that anyone can compute', () => {
    const { hash } = listOf(villageOf('Thôn Đông', 40))
    const lot = (household: string) => sha256(`XSMB 12345\t${hash}\tThôn Đông\t${household}`)
    const byLot = villageOf('Thôn Đông', 40)
      .map(({ household }) => household)
      .sort((a, b) => (lot(a) < lot(b) ? -1 : 1))
    const [village] = drawOf(villageOf('Thôn Đông', 40), 10).villages
    expect(village?.drawn).toEqual(byLot.slice(0, 10))
    expect(village?.reserve).toEqual(byLot.slice(10))
  })

  test('takes its size in all, and each village a share within one of its proportion', () => {
    fc.assert(
      fc.property(anyDraw, ({ listed, size, seed }) => {
        const { villages } = drawOf(listed, size, seed)
        expect(villages.reduce((sum, { drawn }) => sum + drawn.length, 0)).toBe(size)
        for (const { drawn, households } of villages)
          expect(Math.abs(drawn.length * listed.length - size * households)).toBeLessThan(listed.length)
      }),
    )
  })

  test('leaves every household of a village either drawn or in reserve, once', () => {
    fc.assert(
      fc.property(anyDraw, ({ listed, size, seed }) => {
        for (const { drawn, reserve, households, village } of drawOf(listed, size, seed).villages) {
          const all = listed.filter(one => one.village === village).map(({ household }) => household)
          expect([...drawn, ...reserve].sort()).toEqual(all.sort())
          expect(all).toHaveLength(households)
        }
      }),
    )
  })

  test('is the same for the same seed, whatever order the list came in', () => {
    const shuffled = anyDraw.chain(draw =>
      fc.record({
        draw: fc.constant(draw),
        order: fc.shuffledSubarray([...draw.listed], { minLength: draw.listed.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ draw: { listed, size, seed }, order }) => {
        expect(drawOf(order, size, seed)).toEqual(drawOf(listed, size, seed))
      }),
    )
  })

  test('changes with the seed, and with one household more on the list', () => {
    const drawn = (listed: readonly Listed[], seed: string) =>
      JSON.stringify(drawOf(listed, 30, seed).villages.map(v => v.drawn))
    expect(drawn(commune, 'XSMB 12346')).not.toBe(drawn(commune, 'XSMB 12345'))
    expect(drawn([...commune, ...villageOf('Thôn Mới', 1)], 'XSMB 12345')).not.toBe(
      drawn(commune, 'XSMB 12345'),
    )
  })

  test('gives every household of a village the same chance', () => {
    const times = new Map<string, number>()
    const rounds = 2000
    const list = listOf(villageOf('Thôn Đông', 8))
    for (let i = 0; i < rounds; i += 1) {
      const drawn = drawSample(list, { seed: `thử ${i} lần`, size: 3 }, sha256)
      if (!drawn.ok) throw new Error(drawn.error)
      for (const household of drawn.value.villages[0]?.drawn ?? [])
        times.set(household, (times.get(household) ?? 0) + 1)
    }
    const expected = (rounds * 3) / 8
    const chiSquare = [...times.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / (expected * (5 / 8)),
      0,
    )
    expect(times.size).toBe(8)
    expect(chiSquare).toBeLessThan(24.3)
  })

  test.each([
    [{ seed: 'ngắn', size: 3 }, 'sample-seed'],
    [{ seed: 'XSMB 12345', size: 0 }, 'sample-size'],
    [{ seed: 'XSMB 12345', size: 2.5 }, 'sample-size'],
    [{ seed: 'XSMB 12345', size: 73 }, 'sample-larger-than-list'],
    [{ seed: 'XSMB 12345', size: 5, leastPerVillage: 2 }, 'sample-size'],
  ] as const)('%j is refused', (options, error) => {
    expect(drawSample(listOf(commune), options, sha256)).toEqual({ ok: false, error })
  })
})

describe('shares by largest remainder', () => {
  test('go to the largest remainders, equal ones to the larger, then the earlier stratum', () => {
    expect(allocate(10, { sizes: [53, 24, 23] })).toEqual([5, 3, 2])
    expect(allocate(1, { sizes: [5, 5] })).toEqual([1, 0])
    expect(allocate(1, { sizes: [1, 3, 1, 3] })).toEqual([0, 1, 0, 0])
    expect(allocate(0, { sizes: [0, 0] })).toEqual([0, 0])
  })

  test('give a small village its least, or all it has', () => {
    expect(allocate(10, { sizes: [90, 9, 1], least: 2 })).toEqual([7, 2, 1])
    expect(allocate(4, { sizes: [90, 9, 1], least: 2 })).toBeNull()
    expect(allocate(101, { sizes: [90, 9, 1] })).toBeNull()
  })

  test('add up, and never exceed a stratum', () => {
    const strata = fc
      .array(fc.nat(100_000_000), { minLength: 1, maxLength: 40 })
      .chain(sizes =>
        fc.record({ sizes: fc.constant(sizes), total: fc.nat(sizes.reduce((a, b) => a + b, 0)) }),
      )
    fc.assert(
      fc.property(strata, ({ sizes, total }) => {
        const shares = allocate(total, { sizes }) ?? []
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        expect(shares.filter((share, i) => share < 0 || share > (sizes[i] ?? 0))).toEqual([])
      }),
    )
  })
})

describe('the command', () => {
  const run = (list: string, ...args: readonly string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'sample-draw-'))
    try {
      const path = join(folder, 'list.csv')
      writeFileSync(path, list)
      const command = ['scripts/run.mjs', 'scripts/sample-draw.ts', '--', path, ...args]
      return execFileSync('node', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const csv = ['thôn;hộ', ...commune.map(({ village, household }) => `${village};${household}`)].join('\n')

  test('redraws the same households from the list and the seed', () => {
    const redrawn = JSON.parse(run(csv, '--seed', 'XSMB 12345', '--size', '12', '--json'))
    expect(redrawn).toEqual(drawOf(commune, 12))
  })

  test('says in one line what is wrong, and ends with 2', () => {
    expect(() => run(csv, '--seed', 'XSMB 12345', '--size', '999')).toThrow(
      expect.objectContaining({ status: 2, stderr: 'Số cần rút lớn hơn danh sách.\n' }),
    )
    expect(() => run(csv, '--sed', 'x')).toThrow(expect.objectContaining({ status: 2 }))
  })
})
