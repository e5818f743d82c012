import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { freshBytes } from '#app/services/randomness.server.ts'
import { openBallot, sealBallot } from '#app/services/seal.server.ts'

const key = randomBytes(32)
const slotId = '3f0d5b1e-0000-4000-8000-000000000001' as SlotId

const enclosed = (otherOpinion: string) => ({
  slotId,
  collector: null,
  ballot: { answers: Array.from({ length: 20 }, () => 'satisfied' as const), reasons: {}, otherOpinion },
})

const sentence = 'Đường liên thôn còn lầy lội khi mưa, đề nghị xã sớm đổ bê tông. '

test('a sealed ballot is as long without a word as with two thousand characters of them', () => {
  const short = sealBallot(key, enclosed(''))
  const long = sealBallot(key, enclosed(sentence.repeat(32)))
  expect(long.length).toBe(short.length)
  expect(openBallot(key, short)).toMatchObject(enclosed(''))
  expect(openBallot(key, long)).toMatchObject(enclosed(sentence.repeat(32)))
})

test('a ballot just too long for its block, and one far too long, open as they were', () => {
  const noise = (bytes: number) => randomBytes(bytes).toString('base64')
  for (const length of [1100, 1200, 1300, 6000]) {
    const one = enclosed(noise(length))
    expect(openBallot(key, sealBallot(key, one))).toMatchObject(one)
  }
})

test('an altered byte of a sealed ballot is noticed wherever it is', () => {
  const sealed = sealBallot(key, enclosed(sentence))
  for (const place of [0, 12, 28, 40, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[place] = (altered[place] ?? 0) ^ 1
    expect(() => openBallot(key, altered), `byte ${place}`).toThrow()
  }
})

test('noise is not deflated to less: the test of long ballots above does not pass by accident', () => {
  expect(deflateRawSync(randomBytes(6000)).length).toBeGreaterThan(5000)
})

test('fresh bytes are as many as asked for, and none is given out twice', () => {
  const drawn = Array.from({ length: 2000 }, () => freshBytes(16).toString('hex'))
  expect(new Set(drawn).size).toBe(2000)
  expect(drawn.every(hex => hex.length === 32)).toBe(true)
  expect(freshBytes(10_000).length).toBe(10_000)
})

test('changing fresh bytes changes nobody else’s', () => {
  const first = freshBytes(16)
  const second = freshBytes(16)
  const before = second.toString('hex')
  first.fill(0)
  expect(second.toString('hex')).toBe(before)
})
