import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readRecoveryCode,
  recoveryBytes,
  recoveryCodeCount,
  showRecoveryCode,
  writeRecoveryCodes,
} from '#app/account/recovery.ts'

const anyBytes = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes })

test('a set is ten codes of three groups of five', () => {
  const codes = writeRecoveryCodes(Uint8Array.from({ length: recoveryBytes }, (_, i) => (i * 37) % 256))
  expect(new Set(codes).size).toBe(recoveryCodeCount)
  for (const code of codes) expect(showRecoveryCode(code)).toMatch(/^\w{5}-\w{5}-\w{5}$/)
})

test('a code is read however it is typed', () => {
  fc.assert(
    fc.property(anyBytes, bytes => {
      for (const code of writeRecoveryCodes(bytes)) {
        expect(readRecoveryCode(showRecoveryCode(code))).toBe(code)
        expect(readRecoveryCode(` ${code.toLowerCase().replace(/.{5}/g, '$& ')}`)).toBe(code)
      }
    }),
  )
})

test('one wrong character is told at once', () => {
  fc.assert(
    fc.property(
      anyBytes,
      fc.nat(14),
      fc.constantFrom(...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'),
      (bytes, i, other) => {
        const [code = ''] = writeRecoveryCodes(bytes)
        fc.pre(code[i] !== other)
        expect(readRecoveryCode(code.slice(0, i) + other + code.slice(i + 1))).toBeNull()
      },
    ),
  )
})

test('two sets that differ in the last random byte differ in the last code only', () => {
  const bytes = new Uint8Array(recoveryBytes)
  const other = Uint8Array.from(bytes)
  other[recoveryBytes - 1] = 0x80
  const [a, b] = [writeRecoveryCodes(bytes), writeRecoveryCodes(other)]
  expect(a.map((code, i) => code === b[i])).toEqual([...Array(9).fill(true), false])
})

test('too few random bytes are a mistake of the caller', () => {
  expect(() => writeRecoveryCodes(new Uint8Array(recoveryBytes - 2))).toThrow()
})
