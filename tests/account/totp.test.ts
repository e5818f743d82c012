import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkTotp,
  type HmacSha1,
  hotp,
  readBase32,
  secretBytes,
  totpUri,
  writeBase32,
} from '#app/account/totp.ts'

const hmac: HmacSha1 = (key, message) => createHmac('sha1', key).update(message).digest()

/** The secret of the vectors of RFC 4226 and RFC 6238. */
const secret = new TextEncoder().encode('12345678901234567890')

const at = (seconds: number) => new Date(seconds * 1000)

test('the codes are those of RFC 4226, appendix D', () => {
  const published = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'
  expect(Array.from({ length: 10 }, (_, counter) => hotp(secret, counter, hmac)).join(' ')).toBe(published)
})

/** RFC 6238, appendix B prints eight digits; six are their last. */
const timed = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const

test.each(timed)('at %i s the code of RFC 6238, appendix B is taken', (seconds, code) => {
  const answer = checkTotp({ secret, typed: code.slice(-6), at: at(seconds), lastStep: null }, hmac)
  expect(answer).toEqual({ ok: true, value: Math.floor(seconds / 30) })
})

describe('a typed code', () => {
  const typed = hotp(secret, 100, hmac)
  const check = (step: number, lastStep: number | null = null) =>
    checkTotp({ secret, typed, at: at(step * 30 + 7), lastStep }, hmac)

  test('is taken one step early and one step late, and no further', () => {
    expect([98, 99, 100, 101, 102].map(step => check(step).ok)).toEqual([false, true, true, true, false])
  })

  test('is taken once', () => {
    expect(check(100)).toEqual({ ok: true, value: 100 })
    expect(check(100, 100)).toEqual({ ok: false, error: 'second-step-used' })
    expect(check(101, 101)).toEqual({ ok: false, error: 'second-step-used' })
    expect(check(100, 99)).toEqual({ ok: true, value: 100 })
  })

  test('may have a space in the middle', () => {
    const spaced = `${typed.slice(0, 3)} ${typed.slice(3)}`
    expect(checkTotp({ secret, typed: spaced, at: at(3000), lastStep: null }, hmac).ok).toBe(true)
  })

  test.each(['', '12345', 'abcdef', `${typed}0`])('%j is wrong', wrong => {
    expect(checkTotp({ secret, typed: wrong, at: at(3000), lastStep: null }, hmac)).toEqual({
      ok: false,
      error: 'second-step-wrong',
    })
  })
})

describe('base32', () => {
  test('is that of RFC 4648, §10, without padding', () => {
    const write = (text: string) => writeBase32(new TextEncoder().encode(text))
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(write)).toEqual([
      '',
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ])
  })

  test('comes back as it went, typed in small letters with spaces and padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const typed = `${writeBase32(bytes).toLowerCase().replace(/.{4}/g, '$& ')}==`
        expect(readBase32(typed)).toEqual(bytes)
      }),
    )
  })

  test('of a secret is 32 whole characters to type', () => {
    expect(writeBase32(new Uint8Array(secretBytes))).toBe('A'.repeat(32))
  })

  test('has no 0, 1, 8 or 9', () => {
    expect(['A0', '1', 'B8', '9'].map(readBase32)).toEqual([null, null, null, null])
  })
})

test('the address for the QR code names the product and the account', () => {
  const uri = new URL(totpUri(secret, 'lan xã'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toBe('/Lòng Dân:lan xã')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    issuer: 'Lòng Dân',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
