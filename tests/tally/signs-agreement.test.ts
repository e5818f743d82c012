import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSample, sampleList } from '#app/household/sample.ts'
import { agreementOf, clopperPearson, drawCallBack } from '#app/tally/signs-agreement.ts'

describe('the exact interval for a share', () => {
  /** Computed with scipy.stats.beta 1.17.1. */
  const known = [
    [0, 20, 0, 0.1684334709830853],
    [20, 20, 0.8315665290169146, 1],
    [18, 20, 0.6830172859809177, 0.9876514728297052],
    [1, 30, 0.0008435709266304788, 0.17216945563341265],
    [290, 300, 0.9395546777987344, 0.9839018324373807],
    [37, 40, 0.796135251267101, 0.9842578201489585],
    [999, 1000, 0.9944410757201734, 0.9999746825125088],
  ] as const

  test.each(known)('%i of %i', (part, whole, lower, upper) => {
    const bounds = clopperPearson({ part, whole }, { tail: 0.025 })
    expect(bounds.lower).toBeCloseTo(lower, 11)
    expect(bounds.upper).toBeCloseTo(upper, 11)
  })

  test('of nobody is everything', () => {
    expect(clopperPearson({ part: 0, whole: 0 }, { tail: 0.025 })).toEqual({ lower: 0, upper: 1 })
  })

  test('holds the share, mirrors, and narrows as the tail grows', () => {
    const rate = fc
      .integer({ min: 1, max: 400 })
      .chain(whole => fc.record({ part: fc.nat(whole), whole: fc.constant(whole) }))
    fc.assert(
      fc.property(rate, ({ part, whole }) => {
        const { lower, upper } = clopperPearson({ part, whole }, { tail: 0.025 })
        expect(lower).toBeLessThanOrEqual(part / whole)
        expect(upper).toBeGreaterThanOrEqual(part / whole)
        const mirrored = clopperPearson({ part: whole - part, whole }, { tail: 0.025 })
        expect(mirrored.lower).toBeCloseTo(1 - upper, 10)
        const narrower = clopperPearson({ part, whole }, { tail: 0.1 })
        expect(narrower.upper - narrower.lower).toBeLessThan(upper - lower)
      }),
    )
  })
})

test('who could not be reached says nothing either way, and is shown', () => {
  const { rate, notReached, bounds } = agreementOf({ drawn: 50, reached: 40, agreed: 37 })
  expect([rate, notReached]).toEqual([{ part: 37, whole: 40 }, 10])
  expect(bounds.lower).toBeCloseTo(0.796135251267101, 11)
})

test('a call-back draws other households than the sample of the same seed', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const households = Array.from({ length: 60 }, (_, i) => ({
    commune: null,
    village: 'Thôn Đông',
    household: `${i}`,
  }))
  const list = sampleList(households, sha256)
  if (!list.ok) throw new Error(list.error)
  const options = { seed: 'XSMB 12345', size: 12 }
  const called = drawCallBack(list.value, options, sha256)
  const asked = drawSample(list.value, options, sha256)
  if (!called.ok || !asked.ok) throw new Error('not drawn')
  expect(called.value.villages[0]?.drawn).toHaveLength(12)
  expect(called.value.villages[0]?.drawn).not.toEqual(asked.value.villages[0]?.drawn)
  expect(drawCallBack(list.value, options, sha256)).toEqual(called)
  expect(drawCallBack(list.value, { ...options, seed: '1' }, sha256)).toEqual({
    ok: false,
    error: 'sample-seed',
  })
})
