import { keyOf, numberKey } from './register/clean.ts'
import type { Standing } from './standing.ts'

/** A household as the register has it. */
export type Kept = {
  readonly id: string
  readonly villageId: string
  readonly number: string | null
  readonly name: string
  readonly standing: Standing
}

/** A household as a file lists it, its village already found. */
export type Line = { readonly villageId: string; readonly number: string | null; readonly name: string }

/** One household of the register and the line of the file that is the same household. */
export type Pair = { readonly kept: Kept; readonly line: Line }

/** What a file says that the register does not, and the other way round. Every line is in exactly one of the first five. */
export type Difference = {
  /** Lines that the register does not list in any way. */
  readonly fresh: readonly Line[]
  /** Lines it lists as they are, households merged into another included. */
  readonly known: readonly Pair[]
  /** Same village and name under another number: running numbers shift whenever a household comes or goes. */
  readonly renumbered: readonly Pair[]
  /** Same name and number, once on each side, in another village. */
  readonly elsewhere: readonly Pair[]
  /** Listed by the file although the register has them as moved out. */
  readonly away: readonly Pair[]
  /** Active households of the villages that the file lists, which it does not name. */
  readonly missing: readonly Kept[]
}

type Named = Pick<Line, 'villageId' | 'number' | 'name'>

/** A household or line with what it is compared by, worked out once. */
type Keyed<T extends Named> = {
  readonly one: T
  readonly number: string
  readonly atVillage: string
  readonly asListed: string
  readonly anywhere: string
}

type Key = 'atVillage' | 'asListed' | 'anywhere'

const numberOf = (number: string | null): string => (number === null ? '' : numberKey(number))

const keyed = <T extends Named>(one: T): Keyed<T> => {
  const [name, number] = [keyOf(one.name), numberOf(one.number)]
  return {
    one,
    number,
    atVillage: JSON.stringify([one.villageId, name]),
    asListed: JSON.stringify([one.villageId, name, number]),
    anywhere: JSON.stringify([name, number]),
  }
}

const grouped = <T extends Named>(all: Iterable<Keyed<T>>, key: Key): ReadonlyMap<string, Keyed<T>[]> => {
  const groups = new Map<string, Keyed<T>[]>()
  for (const each of all) {
    const group = groups.get(each[key])
    if (group) group.push(each)
    else groups.set(each[key], [each])
  }
  return groups
}

/** Numbers in the order people count them, 9 before 10. */
const counting = new Intl.Collator('vi', { numeric: true })

const byNumber = (a: Keyed<Named>, b: Keyed<Named>): number => counting.compare(a.number, b.number)

type Rest = { readonly kept: Set<Keyed<Kept>>; readonly lines: Set<Keyed<Line>> }

type KeyedPair = readonly [Keyed<Kept>, Keyed<Line>]

const taken = (rest: Rest, pairs: readonly KeyedPair[]): readonly Pair[] =>
  pairs.map(([kept, line]) => {
    rest.kept.delete(kept)
    rest.lines.delete(line)
    return { kept: kept.one, line: line.one }
  })

/** Pairs households and lines of one key in the order of their numbers, and takes them out of the rest. */
const pairUp = (rest: Rest, key: Key, wants: (kept: Kept) => boolean): readonly Pair[] => {
  const lines = grouped(rest.lines, key)
  const kept = grouped(
    [...rest.kept].filter(({ one }) => wants(one)),
    key,
  )
  return taken(
    rest,
    [...kept].flatMap(([at, group]) => {
      const same = lines.get(at)?.sort(byNumber) ?? []
      return group.sort(byNumber).flatMap((each, index): readonly KeyedPair[] => {
        const line = same[index]
        return line ? [[each, line]] : []
      })
    }),
  )
}

/** Two families of one name in two villages are common: only a name and number that stand once on each side are one household. */
const pairAcross = (rest: Rest, covered: ReadonlySet<string>): readonly Pair[] => {
  const left = [...rest.kept].filter(({ one }) => one.standing === 'active' && covered.has(one.villageId))
  const lines = grouped(rest.lines, 'anywhere')
  return taken(
    rest,
    [...grouped(left, 'anywhere')].flatMap(([key, [kept, another]]): readonly KeyedPair[] => {
      const [line, second] = lines.get(key) ?? []
      return kept && line && !another && !second ? [[kept, line]] : []
    }),
  )
}

const is =
  (...standings: readonly Standing[]) =>
  (kept: Kept): boolean =>
    standings.includes(kept.standing)

/** Households found under the same name: a file without numbers takes none away, and one that says the same is known. */
const isSameNumber = ({ kept, line }: Pair): boolean =>
  line.number === null || numberOf(kept.number) === numberOf(line.number)

/**
 * Holds a file against the register of its commune, from the surest likeness to the least: village, name and number;
 * village and name; name and number across villages. Case, the place of tones and leading zeros do not count, accents do.
 */
export const compareRegister = (register: readonly Kept[], file: readonly Line[]): Difference => {
  const rest: Rest = { kept: new Set(register.map(keyed)), lines: new Set(file.map(keyed)) }
  const covered = new Set(file.map(line => line.villageId))
  const same = pairUp(rest, 'asListed', is('active'))
  const left = [...pairUp(rest, 'asListed', is('moved', 'merged'))]
  const named = pairUp(rest, 'atVillage', is('active'))
  left.push(...pairUp(rest, 'atVillage', is('moved')), ...pairUp(rest, 'atVillage', is('merged')))
  const elsewhere = pairAcross(rest, covered)
  const missing = [...rest.kept].map(({ one }) => one)
  return {
    fresh: [...rest.lines].map(({ one }) => one),
    known: [...same, ...named.filter(isSameNumber), ...left.filter(({ kept }) => is('merged')(kept))],
    renumbered: named.filter(pair => !isSameNumber(pair)),
    elsewhere,
    away: left.filter(({ kept }) => is('moved')(kept)),
    missing: missing.filter(kept => is('active')(kept) && covered.has(kept.villageId)),
  }
}
