import { expect, test } from 'vitest'
import { type CountedVillage, changesBetween } from '#app/dossier/changes.ts'

const village = (villageId: string, collected: number, satisfied: number): CountedVillage => ({
  ...{ villageId, name: villageId, households: 20, issued: 20, collected, invalid: 0 },
  contents: [{ satisfied, dissatisfied: collected - satisfied, blank: 0 }],
})

test('exactly the counts that differ are told, with what they were', () => {
  expect(
    changesBetween([village('a', 10, 9), village('b', 5, 5)], [village('a', 11, 9), village('b', 5, 5)]),
  ).toEqual([
    { villageId: 'a', village: 'a', content: null, measure: 'collected', before: 10, after: 11 },
    { villageId: 'a', village: 'a', content: 0, measure: 'dissatisfied', before: 1, after: 2 },
  ])
})

test('a village that is new, or gone, differs from nothing', () => {
  const told = changesBetween([village('b', 5, 5)], [village('a', 3, 3)])
  expect(told.filter(one => one.measure === 'collected')).toEqual([
    { villageId: 'a', village: 'a', content: null, measure: 'collected', before: 0, after: 3 },
    { villageId: 'b', village: 'b', content: null, measure: 'collected', before: 5, after: 0 },
  ])
})
