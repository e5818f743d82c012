/**
 * Draws that come out the same each time, so that the demonstration tells one story everywhere. Ids, codes, keys and
 * passwords never come from here.
 */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  /** One of a list; throws when it is empty. */
  readonly pick: <T>(items: readonly T[]) => T
  readonly shuffle: <T>(items: readonly T[]) => readonly T[]
}

const seedOf = (text: string): number => {
  let seed = 0x811c9dc5
  for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return seed >>> 0
}

/** Mulberry32 (Tommy Ettinger, 2017), started from a text by FNV-1a: small, and even enough for a made-up story. */
const drawsFrom = (text: string) => {
  let state = seedOf(text)
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The draws that belong to a text: the same text gives the same draws. */
export const chanceOf = (text: string): Chance => {
  const next = drawsFrom(text)
  return {
    next,
    pick: items => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    shuffle: items =>
      items
        .map(item => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  }
}
