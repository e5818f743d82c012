import { no, ok, type Result } from '#app/basics/result.ts'

/** HMAC-SHA-1 of a message under a key, 20 bytes: comes in as an argument, since the mission has no crypto of its own. */
export type HmacSha1 = (key: Uint8Array, message: Uint8Array) => Uint8Array

/** What authenticator apps take without asking (RFC 6238 §4; other values are ignored by the commonest of them). */
const digits = 6
const periodSeconds = 30

/** Steps before and after the present one that are taken too: phones' clocks and slow typing (RFC 6238 §5.2). */
const window = 1

/** Bytes of a secret: the length of HMAC-SHA-1's output (RFC 4226 §4, requirement R6). */
export const secretBytes = 20

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as base32 without padding (RFC 4648 §6), as authenticator apps take a typed secret. */
export const writeBase32 = (bytes: Uint8Array): string => {
  let [text, pool, bits] = ['', 0, 0]
  for (const byte of bytes) {
    pool = (pool << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += base32.charAt((pool >> bits) & 31)
    }
    pool &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + base32.charAt((pool << (5 - bits)) & 31)
}

/** The bytes of a base32 text, spaces, small letters and padding allowed; null when it is none. */
export const readBase32 = (text: string): Uint8Array | null => {
  const bytes: number[] = []
  let [pool, bits] = [0, 0]
  for (const character of text.replace(/\s|=+$/g, '').toUpperCase()) {
    const value = base32.indexOf(character)
    if (value < 0) return null
    pool = ((pool << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((pool >> bits) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** A counter as eight bytes, the highest first; exact up to 2⁵³. */
const counterBytes = (counter: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(counter / 2 ** 32))
  view.setUint32(4, counter % 2 ** 32)
  return bytes
}

/** The six digits of a counter (RFC 4226 §5.3: dynamic truncation of the HMAC to 31 bits, modulo 10⁶). */
export const hotp = (secret: Uint8Array, counter: number, hmac: HmacSha1): string => {
  const mac = hmac(secret, counterBytes(counter))
  const offset = (mac[mac.length - 1] ?? 0) & 0xf
  const truncated = new DataView(mac.buffer, mac.byteOffset, mac.byteLength).getUint32(offset) & 0x7fffffff
  return String(truncated % 10 ** digits).padStart(digits, '0')
}

/** The time step of an instant: whole periods of 30 s since 1970 (RFC 6238 §4.2). */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / periodSeconds)

/** Compares all digits whatever comes, so that the time taken tells nothing about how many are right. */
const sameDigits = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

export type TotpFault = 'second-step-wrong' | 'second-step-used'

/** What is checked: `lastStep` is the step of the code last taken from this account, null before the first. */
export type TotpAttempt = {
  readonly secret: Uint8Array
  readonly typed: string
  readonly at: Date
  readonly lastStep: number | null
}

/**
 * Checks a typed code (spaces allowed) against the present step and one on either side. Gives the step to be stored
 * as `lastStep` in the same transaction: a code of that step or an earlier one is never taken again (RFC 6238 §5.2).
 */
export const checkTotp = (
  { secret, typed, at, lastStep }: TotpAttempt,
  hmac: HmacSha1,
): Result<number, TotpFault> => {
  const given = typed.replace(/\s/g, '')
  const now = stepOf(at)
  const steps = Array.from({ length: 2 * window + 1 }, (_, i) => now - window + i).filter(step => step >= 0)
  const matching = steps.filter(step => sameDigits(hotp(secret, step, hmac), given))
  const fresh = matching.find(step => lastStep === null || step > lastStep)
  if (fresh !== undefined) return ok(fresh)
  return no(matching.length > 0 ? 'second-step-used' : 'second-step-wrong')
}

const issuer = 'Lòng Dân'

/** The address that the QR code of a second step holds (Key Uri Format of authenticator apps: otpauth://totp/issuer:account). */
export const totpUri = (secret: Uint8Array, username: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`
  const query = [
    `secret=${writeBase32(secret)}`,
    `issuer=${encodeURIComponent(issuer)}`,
    'algorithm=SHA1',
    `digits=${digits}`,
    `period=${periodSeconds}`,
  ]
  return `otpauth://totp/${label}?${query.join('&')}`
}
