import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OpenTable, protectSmallCells, usualCells } from '#app/dossier/small-cells.ts'
import { poolUnits, type UnitCounts, validOf } from '#app/tally/counts.ts'
import { village } from '#tests/tally/units.ts'

type Cells = readonly [number, number, number]

const named = (name: string, ...lines: readonly Cells[]) => village(lines, { name })

const rowsOf = (table: OpenTable): readonly (string | readonly string[])[] =>
  table.kind === 'withheld'
    ? []
    : table.units.map(row => (row.kind === 'village' ? row.unit.name : row.villages.map(({ name }) => name)))

const protect = (...units: readonly UnitCounts[]) =>
  protectSmallCells(units, { contents: units[0]?.contents.length ?? 1 })

const large = (name: string) => named(name, [90, 3, 1])

test('villages with many ballots are published as they are, small cells and all', () => {
  expect(rowsOf(protect(large('Đông'), named('Tây', [18, 1, 1])))).toEqual(['Đông', 'Tây'])
})

test('a village with few ballots and no small cell is published as it is', () => {
  expect(rowsOf(protect(large('Đông'), named('Ao', [8, 6, 0])))).toEqual(['Đông', 'Ao'])
})

test('a village with few ballots and a small cell is merged with the smallest other, so that it cannot be subtracted', () => {
  const table = protect(large('Đông'), named('Ao', [10, 2, 0]), named('Tây', [30, 0, 0]))
  expect(rowsOf(table)).toEqual(['Đông', ['Ao', 'Tây']])
})

test('a village whose few ballots are all dissatisfied is merged', () => {
  expect(rowsOf(protect(large('Đông'), named('Ao', [0, 9, 0]), named('Tây', [9, 6, 0])))).toEqual([
    'Đông',
    ['Ao', 'Tây'],
  ])
})

test('small villages that are safe together need no other', () => {
  const table = protect(large('Đông'), named('Ao', [10, 2, 0]), named('Suối', [9, 1, 0]))
  expect(rowsOf(table)).toEqual(['Đông', ['Ao', 'Suối']])
})

test('one content with a small cell is enough', () => {
  const units = [named('Đông', [30, 0, 0], [30, 0, 0]), named('Ao', [12, 0, 0], [11, 0, 1])]
  expect(rowsOf(protect(...units))).toEqual([['Ao', 'Đông']])
})

test('so is a small number of ballots with any dissatisfaction', () => {
  const ao = { ...named('Ao', [12, 6, 0], [6, 12, 0]), anyDissatisfied: 16 }
  expect(rowsOf(protect({ ...named('Đông', [30, 0, 0], [30, 0, 0]), anyDissatisfied: 0 }, ao))).toEqual([
    ['Ao', 'Đông'],
  ])
})

test('a village without a ballot has nothing to hide and joins the smallest', () => {
  expect(rowsOf(protect(large('Đông'), named('Tây', [40, 0, 0]), named('Mới', [0, 0, 0])))).toEqual([
    'Đông',
    ['Mới', 'Tây'],
  ])
})

test('a commune that no merging makes safe is one unit, as its total is the official result', () => {
  expect(rowsOf(protect(named('Ao', [6, 1, 0]), named('Suối', [7, 1, 0])))).toEqual([['Ao', 'Suối']])
})

test('fewer than five ballots in all are not published', () => {
  expect(protect(named('Ao', [2, 0, 0]), named('Suối', [1, 1, 0]))).toEqual({
    kind: 'withheld',
    reason: 'too-few-ballots',
  })
})

describe('for any commune', () => {
  const cell = fc.oneof(fc.nat(6), fc.nat(60))
  const unit = fc.tuple(cell, cell, cell, fc.nat(3)).map(
    ([a, b, c, invalid]): UnitCounts =>
      village(
        [
          [a, b, c],
          [a + b, c, 0],
        ],
        { invalid, households: a + b + c + invalid + 2 },
      ),
  )
  const anyCommune = fc
    .array(unit, { minLength: 1, maxLength: 12 })
    .map(units => units.map((one, i) => ({ ...one, name: `Thôn ${i + 1}` })))
  const countsOf = (table: OpenTable) =>
    table.kind === 'withheld' ? [] : table.units.map(row => (row.kind === 'village' ? row.unit : row.counts))

  test('the published units add up to the true total, each village in one of them', () => {
    fc.assert(
      fc.property(anyCommune, units => {
        const table = protectSmallCells(units, { contents: 2 })
        fc.pre(table.kind === 'published')
        if (table.kind !== 'published') return
        expect(table.total).toEqual(poolUnits(units, 2))
        expect(poolUnits(countsOf(table), 2)).toEqual(table.total)
        expect(rowsOf(table).flat().sort()).toEqual(units.map(({ name }) => name).sort())
      }),
    )
  })

  test('no published unit has fewer than five ballots, and one with few has no small cell unless it is the total', () => {
    fc.assert(
      fc.property(anyCommune, units => {
        const counts = countsOf(protectSmallCells(units, { contents: 2 }))
        for (const one of counts) {
          expect(validOf(one)).toBeGreaterThanOrEqual(usualCells.fewestBallots)
          if (validOf(one) >= usualCells.manyBallots || counts.length === 1) continue
          const cells = one.contents.flatMap(line => [line.satisfied, line.dissatisfied, line.blank])
          expect(cells.filter(n => n > 0 && n < usualCells.fewestBallots)).toEqual([])
          expect(one.contents.filter(line => line.dissatisfied === validOf(one))).toEqual([])
        }
      }),
    )
  })

  test('a village that needs hiding never stands alone in its unit unless it is the whole commune', () => {
    fc.assert(
      fc.property(anyCommune, units => {
        const byName = new Map(units.map(one => [one.name, one]))
        for (const row of rowsOf(protectSmallCells(units, { contents: 2 }))) {
          if (typeof row === 'string' || units.filter(one => validOf(one) > 0).length === 1) continue
          const counted = row.flatMap(name => byName.get(name) ?? []).filter(one => validOf(one) > 0)
          const hidden = counted.filter(one => validOf(one) < usualCells.fewestBallots)
          if (hidden.length > 0) expect(counted.length).toBeGreaterThan(1)
        }
      }),
    )
  })

  test('the order of the villages does not change who is merged', () => {
    fc.assert(
      fc.property(anyCommune, units => {
        const groupOf = (given: readonly UnitCounts[]) =>
          rowsOf(protectSmallCells(given, { contents: 2 }))
            .flatMap(row => (typeof row === 'string' ? [] : row))
            .sort()
        expect(groupOf([...units].reverse())).toEqual(groupOf(units))
      }),
    )
  })
})
