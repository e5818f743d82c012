import { expect, test } from 'vitest'
import { readSlotCode, showSlotCode, slotCodeLength, writeSlotCode } from '#app/household/household.ts'

const code = writeSlotCode(Uint8Array.from([7, 77, 177, 27, 127, 227]))

test('a code is ten characters, shown in two groups of five', () => {
  expect(slotCodeLength).toBe(10)
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/)
  expect(showSlotCode(code)).toMatch(/^.{5}-.{5}$/)
})

test('a code as shown, in small letters or with spaces leads back to itself', () => {
  expect(readSlotCode(code)).toBe(code)
  expect(readSlotCode(showSlotCode(code))).toBe(code)
  expect(readSlotCode(` ${showSlotCode(code).toLowerCase().replace('-', ' ')} `)).toBe(code)
})

test('a slip of the finger is no code', () => {
  expect(readSlotCode(code.slice(1))).toBeNull()
  expect(readSlotCode(`${code}2`)).toBeNull()
  expect(readSlotCode(code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'))).toBeNull()
  expect(readSlotCode(code.charAt(1) + code.charAt(0) + code.slice(2))).toBeNull()
})

test.each([
  '',
  ' ',
  "' or 1=1 --",
  '../../../etc/passwd',
  '\u0000'.repeat(10),
  '0'.repeat(10),
  'x'.repeat(100_000),
])('a foreign text is no code (%#)', typed => {
  expect(readSlotCode(typed)).toBeNull()
})
