import { describe, expect, test } from 'vitest'
import { checkUnit, checkUnits } from '#app/tally/conservation.ts'
import { village } from './units.ts'

const contents = ['roads', 'overall']
const sound = village([
  [80, 10, 5],
  [90, 4, 1],
])

const codes = (given: Parameters<typeof village>[1]) =>
  checkUnit({ ...sound, ...given }, contents).map(({ code, numbers }) => ({ code, numbers }))

describe('a village’s counts', () => {
  test('that add up have no problem', () => {
    expect(checkUnits([sound], contents)).toEqual([])
  })

  test('cannot have more ballots than households', () => {
    const numbers = { issued: 95, households: 94 }
    expect(codes({ households: 94 })).toEqual([{ code: 'issued-above-households', numbers }])
  })

  test('cannot have more ballots back than went out', () => {
    const numbers = { collected: 95, issued: 90 }
    expect(codes({ issued: 90 })).toEqual([{ code: 'collected-above-issued', numbers }])
  })

  test('cannot have more invalid ballots than collected ones', () => {
    expect(codes({ invalid: 96 })[0]).toEqual({
      code: 'invalid-above-collected',
      numbers: { invalid: 96, collected: 95 },
    })
  })

  test('name the content that does not make up the valid ballots, with both sides', () => {
    const wrong = village([
      [80, 10, 5],
      [90, 4, 2],
    ])
    const numbers = { satisfied: 90, dissatisfied: 4, blank: 2, sum: 96, valid: 95 }
    const where = { unit: 'Thôn Đông', commune: 'Xã Tân Hòa', content: 'overall' }
    expect(checkUnit(wrong, contents)).toEqual([{ code: 'content-not-adding-up', ...where, numbers }])
  })

  test.each([
    [9, false],
    [10, true],
    [14, true],
    [15, false],
  ])('with at most 10 dissatisfied on one content and 14 marks: %i ballots with any is %s', (any, fits) => {
    expect(codes({ anyDissatisfied: any })).toEqual(
      fits
        ? []
        : [
            {
              code: 'any-dissatisfied-out-of-range',
              numbers: { anyDissatisfied: any, atLeast: 10, atMost: 14 },
            },
          ],
    )
  })

  test('are whole numbers from 0 up', () => {
    expect(codes({ collected: 95.5 })).toEqual([{ code: 'not-an-integer', numbers: { value: 95.5 } }])
    expect(codes({ invalid: -1 })).toEqual([{ code: 'negative', numbers: { value: -1 } }])
    expect(codes({ households: Number.NaN })[0]?.code).toBe('not-an-integer')
  })

  test('have one line a content', () => {
    expect(codes({ contents: sound.contents.slice(1) })).toEqual([
      { code: 'contents-length', numbers: { found: 1, expected: 2 } },
    ])
  })
})

describe('a set of villages', () => {
  test('names each village once in its commune', () => {
    const namesake = { ...sound, commune: 'Xã Phú Lâm' }
    expect(checkUnits([sound, namesake], contents)).toEqual([])
    expect(checkUnits([sound, namesake, sound], contents)).toEqual([
      { code: 'duplicate-unit', unit: 'Thôn Đông', commune: 'Xã Tân Hòa', numbers: { count: 2 } },
    ])
  })

  test('is not empty, nor are its contents', () => {
    expect(checkUnits([], contents).map(problem => problem.code)).toEqual(['no-units'])
    expect(checkUnits([sound], []).map(problem => problem.code)).toEqual(['no-contents'])
  })

  test('has no content twice', () => {
    const [problem] = checkUnits([sound], ['overall', 'overall'])
    expect(problem).toMatchObject({ code: 'duplicate-content', content: 'overall', numbers: { count: 2 } })
  })
})
