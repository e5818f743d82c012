import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid, uuidFrom } from '#app/basics/ids.ts'

test('sixteen bytes are written as a UUID of version 4, variant 10', () => {
  expect(uuidFrom(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000')
  expect(uuidFrom(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test('a longer hash gives its first sixteen bytes, and stays as it was', () => {
  const hash = Uint8Array.from({ length: 32 }, (_, i) => i)
  expect(uuidFrom(hash)).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f')
  expect([...hash]).toEqual(Array.from({ length: 32 }, (_, i) => i))
})

test('fewer than sixteen bytes are a bug, not a shorter id', () => {
  expect(() => uuidFrom(new Uint8Array(15))).toThrow(/sixteen bytes/)
})

test('what is written is recognised, and 122 of its bits are the bytes’ own', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.integer({ min: 0, max: 127 }),
      (bytes, bit) => {
        const other = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte))
        const fixed = [48, 49, 50, 51, 64, 65].includes(bit)
        expect(isUuid(uuidFrom(bytes))).toBe(true)
        expect(uuidFrom(other) === uuidFrom(bytes)).toBe(fixed)
      },
    ),
  )
})

test.each([
  '',
  '00000000-0000-4000-8000-00000000000',
  '00000000-0000-4000-8000-0000000000000',
  'ABCDEF00-0000-4000-8000-000000000000',
  '00000000-0000-4000-8000-000000000000\n',
  '../../00000000-0000-4000-8000-000000000000',
  "00000000-0000-4000-8000-00000000000'",
])('%j is no id of ours', raw => {
  expect(isUuid(raw)).toBe(false)
})
