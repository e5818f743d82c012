import { createHmac } from 'node:crypto'
import { hotp, readBase32, stepOf } from '#app/account/totp.ts'

/** The six digits that an app on the phone shows for a base32 secret at this instant, `ahead` steps later. */
export const phoneCode = (secret: string, at: Date, ahead = 0): string => {
  const bytes = readBase32(secret)
  if (!bytes) throw new Error('the secret is no base32')
  return hotp(bytes, stepOf(at) + ahead, (key, message) => createHmac('sha1', key).update(message).digest())
}
