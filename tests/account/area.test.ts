import { expect, test } from 'vitest'
import { liesWithin } from '#app/account/area.ts'

test.each([
  ['99', '99'],
  ['99/99001', '99'],
  ['99/99001/v-1', '99'],
  ['99/99001/v-1', '99/99001'],
])('%s lies within %s', (inner, outer) => {
  expect(liesWithin(inner, outer)).toBe(true)
})

test.each([
  ['99', '99/99001'],
  ['99/9900', '99/990'],
  ['99/99001', '99/9900'],
  ['99/99002', '99/99001'],
  ['990', '99'],
  ['98/99', '99'],
  ['99/99001', ''],
  ['', '99'],
])('%j does not lie within %j', (inner, outer) => {
  expect(liesWithin(inner, outer)).toBe(false)
})
