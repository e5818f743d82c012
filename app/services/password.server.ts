import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1 (128 MiB a hash). */
const cost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

const hashLength = 32

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, hashLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

let queue: Promise<unknown> = Promise.resolve()

/** One hash at a time: each takes 128 MiB, and a flood of sign-ins must not take them all at once. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const result = queue.then(work)
  queue = result.catch(() => undefined)
  return result
}

/** Hashes a password as `scrypt$log2N$salt$hash`, base64url. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => {
    const salt = randomBytes(16)
    const hash = await derive(password, salt, cost)
    return `scrypt$${Math.log2(cost.N ?? 0)}$${salt.toString('base64url')}$${hash.toString('base64url')}`
  })

/** Whether the password made this hash. */
export const checkPassword = (password: string, stored: string): Promise<boolean> =>
  inTurn(async () => {
    const [, log2N, salt, hash] = stored.split('$')
    if (!log2N || !salt || !hash) throw new Error('a stored password hash is damaged')
    const expected = Buffer.from(hash, 'base64url')
    const given = await derive(password, Buffer.from(salt, 'base64url'), { ...cost, N: 2 ** Number(log2N) })
    return given.length === expected.length && timingSafeEqual(given, expected)
  })

/** Takes as long as a real check, for names nobody has: answering faster would tell which names exist. */
export const pretendCheck = async (password: string): Promise<false> => {
  await inTurn(() => derive(password, randomBytes(16), cost))
  return false
}
