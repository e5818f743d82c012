import { randomFillSync } from 'node:crypto'

/** Bytes drawn from the system at a time: one call for many ids and nonces instead of one each. */
const poolLength = 4096

let pool = Buffer.alloc(0)
let used = 0

/** Random bytes of the system's generator, each given out once; whoever gets them may keep and change them. */
export const freshBytes = (length: number): Buffer => {
  if (length > poolLength) return randomFillSync(Buffer.alloc(length))
  if (used + length > pool.length) {
    // A new pool, since what was given out of the old one belongs to others.
    pool = randomFillSync(Buffer.alloc(poolLength))
    used = 0
  }
  used += length
  return pool.subarray(used - length, used)
}
