import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphabet, groupCode, isWellFormed, normaliseCode, writeCode } from '#app/basics/readable-code.ts'

const length = 10
const bytesOf = (seed: number) =>
  Uint8Array.from({ length: 6 }, (_, i) => (seed * 97 + i * 131 + seed * i) & 255)
const codes = [
  writeCode(new Uint8Array(6), length),
  writeCode(new Uint8Array(6).fill(255), length),
  ...Array.from({ length: 30 }, (_, seed) => writeCode(bytesOf(seed), length)),
]

const put = (code: string, at: number, character: string) =>
  code.slice(0, at) + character + code.slice(at + 1)

const places = Array.from({ length }, (_, at) => at)

test('the alphabet has 32 characters, none of them 0, O, 1 or I', () => {
  expect(new Set(alphabet).size).toBe(32)
  expect(alphabet).not.toMatch(/[^2-9A-Z]|[0O1I]/)
})

test('what is written is well formed', () => {
  expect(codes.filter(code => !isWellFormed(code, length))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
})

test('every single wrong character is caught, at every place', () => {
  const missed = codes.flatMap(code =>
    places.flatMap(at =>
      [...alphabet]
        .filter(character => character !== code.charAt(at))
        .map(character => put(code, at, character))
        .filter(wrong => isWellFormed(wrong, length)),
    ),
  )
  expect(missed).toEqual([])
})

test('every swap of two different characters is caught, neighbours or not', () => {
  const swapped = codes.flatMap(code =>
    places.flatMap(a =>
      places
        .filter(b => b > a && code.charAt(a) !== code.charAt(b))
        .map(b => put(put(code, a, code.charAt(b)), b, code.charAt(a))),
    ),
  )
  expect(swapped.length).toBeGreaterThan(1000)
  expect(swapped.filter(wrong => isWellFormed(wrong, length))).toEqual([])
})

test('a guess of ten characters is well formed once in 32: the check character spends no more than it must', () => {
  const [code = ''] = codes
  const endings = [...alphabet].filter(character => isWellFormed(put(code, length - 1, character), length))
  expect(endings).toEqual([code.charAt(length - 1)])
})

test('a code holds all its 45 random bits: one flipped bit is another code', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 6, maxLength: 6 }),
      fc.integer({ min: 0, max: 44 }),
      (bytes, bit) => {
        const other = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte))
        expect(writeCode(other, length)).not.toBe(writeCode(bytes, length))
      },
    ),
  )
})

test('too few bytes are a bug, not a shorter code', () => {
  expect(() => writeCode(new Uint8Array(5), length)).toThrow(/too few bytes/)
  expect(writeCode(new Uint8Array(6), length)).toHaveLength(length)
})

test.each([
  ['in groups', '7K3PM-X9QRT'],
  ['in small letters', '7k3pm-x9qrt'],
  ['with spaces around and between', '  7K3PM  X9QRT\n'],
  ['with a full stop at its end', '7K3PM-X9QRT.'],
  ['with the long dashes a phone puts in', '7K3PM–X9QRT—'],
  ['with the dash that never breaks, and a minus sign', '7K3PM\u2011X9Q\u2212RT'],
  ['with an underscore', '7K3PM_X9QRT'],
  ['with a space that never breaks', '7K3PM\u00a0X9QRT'],
  ['with marks nobody sees, copied from a message', '\u200b7K3PM\u200eX9QRT\ufeff'],
])('a code typed %s is the same code', (_, typed) => {
  expect(normaliseCode(typed)).toBe('7K3PMX9QRT')
})

test.each([
  ['nothing', ''],
  ['a short one', '7K3PM'],
  ['letters we never write', 'O0I1O0I1O0'],
  ['letters of other scripts that look alike', '7К3РМХ9QRТ'],
  ['a character of two units', '😀😀😀😀😀'],
])('%s is not well formed', (_, typed) => {
  expect(isWellFormed(normaliseCode(typed), length)).toBe(false)
})

test('a code is read aloud in groups of five, and grouping loses nothing', () => {
  expect(groupCode('7K3PMX9QRT')).toBe('7K3PM-X9QRT')
  expect(groupCode('7K3PMX9QRTAB')).toBe('7K3PM-X9QRT-AB')
  expect(groupCode('')).toBe('')
  for (const code of codes) expect(normaliseCode(groupCode(code))).toBe(code)
})
