import { expect, test } from 'vitest'
import { offsetOf, paged, readPage } from '#app/basics/paging.ts'

test('a page is a whole number from 1, and anything else is the first', () => {
  expect(['2', '1', '0', '-3', '1.5', 'x', '', null, '9e99'].map(readPage)).toEqual([
    2, 1, 1, 1, 1, 1, 1, 1, 1,
  ])
})

test('an empty list has one page, and a row too many begins another', () => {
  const slice = { page: 1, size: 50 }
  expect(paged([], 0, slice).pages).toBe(1)
  expect(paged([], 50, slice).pages).toBe(1)
  expect(paged([], 51, slice).pages).toBe(2)
})

test('the third page of fifty begins after a hundred rows', () => {
  expect(offsetOf({ page: 3, size: 50 })).toBe(100)
})
