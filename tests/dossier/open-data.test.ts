import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OpenRow, openRows } from '#app/dossier/open-data.ts'
import { protectSmallCells } from '#app/dossier/small-cells.ts'
import { poolUnits, validOf } from '#app/tally/counts.ts'
import { village } from '#tests/tally/units.ts'
import { surveyOf } from '#tests/ui/results-page.tsx'

const { questionnaire, rules } = surveyOf('hd122-2019/commune-standard')
const contents = questionnaire.contents.length

const cell = fc.nat({ max: 40 })
const round = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })

const rowsOf = (villages: readonly (readonly [number, number, number])[]): readonly OpenRow[] => {
  const units = villages.map((counts, at) =>
    village(
      questionnaire.contents.map(() => counts),
      { name: `Thôn ${at + 1}` },
    ),
  )
  const heads = units.map(unit => ({ ...unit, valid: validOf(unit) }))
  const pooled = poolUnits(units, contents)
  const total = { ...pooled, valid: validOf(pooled), name: 'Xã' }
  const table = protectSmallCells(units, { contents })
  return openRows(table.kind === 'withheld' ? null : table, { questionnaire, rules, heads, total })
}

const sum = (rows: readonly OpenRow[], of: (row: OpenRow) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

test('answers of units and groups add up to the total, ballots of all units do as well', () => {
  fc.assert(
    fc.property(round, villages => {
      const rows = rowsOf(villages)
      const total = rows.filter(({ kind }) => kind === 'total')
      const told = rows.filter(({ kind }) => kind === 'unit' || kind === 'group')
      const units = rows.filter(({ kind }) => kind === 'unit' || kind === 'hidden')
      expect(total).toHaveLength(1)
      expect(sum(units, row => row.collected)).toBe(sum(total, row => row.collected))
      if (total[0]?.answers === null) return expect(told).toEqual([])
      for (const part of ['satisfied', 'dissatisfied', 'blank'] as const)
        expect(sum(told, row => row.answers?.[0]?.[part] ?? 0)).toBe(
          sum(total, row => row.answers?.[0]?.[part] ?? 0),
        )
    }),
    { numRuns: 60 },
  )
})

test('a hidden unit keeps its ballots and loses its answers; never is one hidden alone', () => {
  const rows = rowsOf([
    [90, 3, 1],
    [3, 1, 0],
    [30, 2, 0],
  ])
  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
    ['unit', 'Thôn 1'],
    ['hidden', 'Thôn 2'],
    ['hidden', 'Thôn 3'],
    ['group', 'Thôn 2, Thôn 3'],
    ['total', 'Xã'],
  ])
  expect(rows[1]).toMatchObject({ valid: 4, answers: null, anyDissatisfied: null })
})

test('too few ballots in all tell no answer', () => {
  expect(rowsOf([[2, 1, 0]]).map(({ kind, answers }) => [kind, answers])).toEqual([
    ['hidden', null],
    ['total', null],
  ])
})
