import { expect, test } from 'vitest'
import { matchesSearch, numberKeyOf, readWanted, searchKeyOf } from '#app/household/search.ts'

const hoa = { number: '012', name: 'Nguyễn Thị Hòa' }

test.each(['hoa', 'NGUYEN hoa', 'thị h', 'Hoà', '12', '012', '  '])(
  '“%s” finds Nguyễn Thị Hòa, number 012',
  typed => {
    expect(matchesSearch(hoa, typed)).toBe(true)
  },
)

test.each(['hoan', 'oa', '1', '112', 'Hòa Lê'])('“%s” does not find her', typed => {
  expect(matchesSearch(hoa, typed)).toBe(false)
})

test('Đ is found by d, and a household without a name by its number alone', () => {
  expect(matchesSearch({ number: '3', name: 'Đỗ Văn Đức' }, 'do duc')).toBe(true)
  expect(matchesSearch({ number: '3', name: null }, '3')).toBe(true)
  expect(matchesSearch({ number: null, name: null }, '3')).toBe(false)
})

test('the keys that the register keeps are those that a search is read into', () => {
  expect(searchKeyOf(' NGUYỄN  Thị Hoà ')).toBe('nguyen thi hoa')
  expect([numberKeyOf('012'), numberKeyOf('K-07'), numberKeyOf('–'), numberKeyOf(null)]).toEqual([
    '12',
    'k 07',
    null,
    null,
  ])
  expect(readWanted('Thị  HÒA')).toEqual({ words: ['thi', 'hoa'], number: 'thi hoa' })
  expect(readWanted(' 012 ')).toEqual({ words: ['012'], number: '12' })
})

test.each(['', '   ', '%', '_%_', '“…”'])('%j looks for nothing and holds no wildcard', typed => {
  expect(readWanted(typed)).toBeNull()
})
