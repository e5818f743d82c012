import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Channel, channels } from '#app/ballot/ballot.ts'
import { dropSmallGroups, dropSmallLanguages, smallestGroup } from '#app/ballot/small-groups.ts'

type Numbered = { readonly id: number; readonly villageId: string; readonly channel: Channel | null }

/** Ballots of one village: so many by each means. */
const village = (name: string, counts: Partial<Record<Channel, number>>): readonly Numbered[] =>
  channels.flatMap(channel =>
    Array.from({ length: counts[channel] ?? 0 }, (_, id) => ({ id, villageId: name, channel })),
  )

const countsOf = (ballots: readonly Numbered[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { villageId, channel } of ballots) {
    const group = `${villageId} ${channel ?? '-'}`
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

test('a means that five households used is kept, one that four used is not', () => {
  expect(countsOf(dropSmallGroups(village('a', { self: 5 })))).toEqual({ 'a self': 5 })
  expect(countsOf(dropSmallGroups(village('a', { self: 4 })))).toEqual({ 'a -': 4 })
})

test('a single small group takes the next smallest along: alone it would be known by what is missing', () => {
  expect(countsOf(dropSmallGroups(village('a', { self: 20, visit: 2, paper: 7 })))).toEqual({
    'a self': 20,
    'a -': 9,
  })
})

test('small groups that are five together hide in each other, and the large ones stay', () => {
  expect(countsOf(dropSmallGroups(village('a', { self: 20, visit: 2, paper: 3 })))).toEqual({
    'a self': 20,
    'a -': 5,
  })
})

test('two groups of which one is small lose their means both', () => {
  expect(countsOf(dropSmallGroups(village('a', { self: 60, visit: 1 })))).toEqual({ 'a -': 61 })
})

test('a village does not help another: small is counted within each', () => {
  const ballots = [...village('a', { self: 3 }), ...village('b', { self: 30 })]
  expect(countsOf(dropSmallGroups(ballots))).toEqual({ 'a -': 3, 'b self': 30 })
})

test('nothing in, nothing out', () => {
  expect(dropSmallGroups([])).toEqual([])
})

const sizes = fc.record({
  self: fc.nat(12),
  visit: fc.nat(12),
  meeting: fc.nat(12),
  paper: fc.nat(12),
})
const villages = fc.dictionary(fc.constantFrom('a', 'b', 'c'), sizes)
const laid = (counts: Readonly<Record<string, Record<Channel, number>>>) =>
  Object.entries(counts).flatMap(([name, each]) => village(name, each))

test('in every village what has no means is none, everything, or five and more; every other group is five and more', () => {
  fc.assert(
    fc.property(villages, counts => {
      const after = dropSmallGroups(laid(counts))
      for (const [name, each] of Object.entries(counts)) {
        const mine = after.filter(ballot => ballot.villageId === name)
        const nameless = mine.filter(ballot => ballot.channel === null).length
        const whole = Object.values(each).reduce((sum, count) => sum + count, 0)
        expect(nameless === 0 || nameless === whole || nameless >= smallestGroup).toBe(true)
        const named = Object.entries(countsOf(mine)).filter(([group]) => !group.endsWith('-'))
        for (const [, count] of named) expect(count).toBeGreaterThanOrEqual(smallestGroup)
      }
    }),
  )
})

test('no ballot is lost, made, moved to another village or given another means', () => {
  fc.assert(
    fc.property(villages, counts => {
      const before = laid(counts)
      const after = dropSmallGroups(before)
      const key = ({ villageId, id }: Numbered) => `${villageId} ${id}`
      expect(after.map(key).sort()).toEqual(before.map(key).sort())
      for (const [group, count] of Object.entries(countsOf(after)))
        if (!group.endsWith('-')) expect(count).toBe(countsOf(before)[group])
    }),
  )
})

test('a means is dropped whole or kept whole, and none without need', () => {
  fc.assert(
    fc.property(sizes, each => {
      const small = Object.values(each).some(count => count > 0 && count < smallestGroup)
      const nameless = dropSmallGroups(village('a', each)).some(ballot => ballot.channel === null)
      expect(nameless).toBe(small)
    }),
  )
})

describe('languages that few share', () => {
  const shown = (language: string | null, count: number, channel: 'self' | 'visit' = 'self') =>
    Array.from({ length: count }, () => ({ villageId: 'v', channel, language }))
  const sizes = (ballots: readonly { readonly language: string | null }[]) => {
    const counts: Record<string, number> = {}
    for (const { language } of ballots) counts[String(language)] = (counts[String(language)] ?? 0) + 1
    return counts
  }

  test('five of one village and means keep their language, four do not', () => {
    expect(sizes(dropSmallLanguages([...shown('vi', 8), ...shown('qaa', 5)]))).toEqual({ vi: 8, qaa: 5 })
    expect(sizes(dropSmallLanguages([...shown('vi', 8), ...shown('qaa', 4), ...shown('qab', 1)]))).toEqual({
      vi: 8,
      null: 5,
    })
  })

  test('a single reader does not stand out as the only one without a language', () => {
    expect(sizes(dropSmallLanguages([...shown('vi', 8), ...shown('qaa', 1)]))).toEqual({ null: 9 })
  })

  test('ballots whose language nobody knows hide nobody', () => {
    const ballots = [...shown(null, 20), ...shown('vi', 8), ...shown('qaa', 1)]
    expect(sizes(dropSmallLanguages(ballots))).toEqual({ null: 29 })
  })

  test('what is enough in a village is not enough by each means', () => {
    const ballots = [...shown('qaa', 6), ...shown('qaa', 1, 'visit')]
    expect(sizes(dropSmallLanguages(ballots))).toEqual({ qaa: 6, null: 1 })
  })
})
