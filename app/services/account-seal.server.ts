import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { secretBytes } from '#app/account/totp.ts'
import type { AccountId } from '#app/basics/ids.ts'
import type { System } from './context.server.ts'

/** What a value is derived for; each purpose gets values that say nothing about the others'. */
type Purpose = 'failed-name' | 'recovery-code' | 'second-step-offer' | 'second-step-seal'

const derive = ({ keys }: System, purpose: Purpose, about: string): Buffer =>
  createHmac('sha256', keys.server).update(`${purpose}|${about}`).digest()

/** What the database keeps of a secret that is random throughout: a session's token, a link's. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A new token for a cookie or a link: 256 random bits, base64url. */
export const newToken = (system: System): string => Buffer.from(system.random(32)).toString('base64url')

/** What a name that nobody has is counted under; without the server's key nobody can try names against it. */
export const failedNameHash = (system: System, username: string): Buffer =>
  derive(system, 'failed-name', username)

/** What the database keeps of a recovery code, bound to its account. */
export const recoveryCodeHash = (system: System, id: AccountId, code: string): Buffer =>
  derive(system, 'recovery-code', `${id}|${code}`)

/**
 * The secret offered to a session that sets its second step up: the same whenever the page is shown, and nothing to be
 * stored before a code confirms it.
 */
export const offeredSecret = (system: System, token: string): Uint8Array =>
  derive(system, 'second-step-offer', hashToken(token).toString('hex')).subarray(0, secretBytes)

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Seals an account's secret: AES-256-GCM, laid out as nonce, tag, text; it opens for this account alone. */
export const sealSecret = (system: System, id: AccountId, secret: Uint8Array): Buffer => {
  const nonce = system.random(nonceLength)
  const encrypt = createCipheriv(cipher, derive(system, 'second-step-seal', ''), nonce)
  encrypt.setAAD(Buffer.from(id))
  const text = Buffer.concat([encrypt.update(secret), encrypt.final()])
  return Buffer.concat([nonce, encrypt.getAuthTag(), text])
}

/** Opens an account's secret; throws when it was altered, belongs to another account, or the server's key is another. */
export const openSecret = (system: System, id: AccountId, sealed: Buffer): Uint8Array => {
  const nonce = sealed.subarray(0, nonceLength)
  const decrypt = createDecipheriv(cipher, derive(system, 'second-step-seal', ''), nonce)
  decrypt.setAAD(Buffer.from(id))
  decrypt.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decrypt.update(sealed.subarray(nonceLength + tagLength)), decrypt.final()])
}
