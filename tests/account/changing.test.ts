import { describe, expect, test } from 'vitest'
import { areasLost, type Rights, sameRights, takesAway } from '#app/account/changing.ts'

const rights = (role: Rights['role'], ...areas: readonly string[]): Rights => ({ role, areas })

describe('a change of rights', () => {
  test.each([
    ['a village more', rights('collector', '9/1/a'), rights('collector', '9/1/a', '9/1/b'), false],
    [
      'the whole commune instead of a village',
      rights('collector', '9/1/a'),
      rights('collector', '9/1'),
      false,
    ],
    ['a role that may all of it and more', rights('collector', '9/1'), rights('commune-cadre', '9/1'), false],
    ['a village less', rights('collector', '9/1/a', '9/1/b'), rights('collector', '9/1/b'), true],
    ['another commune', rights('commune-cadre', '9/1'), rights('commune-cadre', '9/2'), true],
    ['a role that may less', rights('commune-cadre', '9/1'), rights('collector', '9/1'), true],
    ['a role that may other things', rights('administrator', '9'), rights('province-front', '9'), true],
  ])('%s: %#', (_, before, after, taken) => {
    expect(takesAway(before, after)).toBe(taken)
  })

  test('names the areas that no later one holds', () => {
    const before = rights('collector', '9/1/a', '9/1/b', '9/11')
    expect(areasLost(before, rights('collector', '9/1/b', '9/1'))).toEqual(['9/11'])
  })

  test('is none when only the order differs', () => {
    const [one, other] = [rights('collector', 'a', 'b'), rights('collector', 'b', 'a')]
    expect([sameRights(one, other), sameRights(one, rights('collector', 'a'))]).toEqual([true, false])
    expect(sameRights(one, rights('collector', 'a', 'c'))).toBe(false)
  })
})
