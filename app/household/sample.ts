import { no, ok, type Result } from '#app/basics/result.ts'
import { allocate } from './sample-allocation.ts'

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hex digits: comes in as an argument. */
export type TextSha256 = (text: string) => string

/** A household as the published list names it: its village and what is unique there, such as its number in the register. No name of a person is needed. `commune` is null in the list of a single commune. */
export type Listed = { readonly commune: string | null; readonly village: string; readonly household: string }

export type ListFault = 'sample-list-empty' | 'sample-list-field' | 'sample-list-twice'

/** Between fields of a line and of a ticket, so that no field can hold it. */
const tab = '\t'
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a field may not hold
const control = /[\u0000-\u001f\u007f]/

const clean = (text: string): string => text.normalize('NFC').trim()
const fits = (text: string): boolean => text !== '' && !control.test(text)
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The fields that a list has: two, or three where it names communes. */
const fieldsOf = ({ commune, village, household }: Listed): readonly string[] =>
  commune === null ? [village, household] : [commune, village, household]

const lineOf = (listed: Listed): string => fieldsOf(listed).join(tab)

const cleanListed = ({ commune, village, household }: Listed): Listed => ({
  commune: commune === null ? null : clean(commune),
  village: clean(village),
  household: clean(household),
})

/** The list as it is published and hashed. */
export type SampleList = {
  readonly households: readonly Listed[]
  /** One line a household, `village TAB household` or `commune TAB village TAB household`, NFC, each ended by a newline, in the order of `LC_ALL=C sort list.tsv`. */
  readonly text: string
  /** SHA-256 of `text`: `LC_ALL=C sort list.tsv | sha256sum`. */
  readonly hash: string
}

/** Brings a list into its one form, whatever order and Unicode form it came in. */
export function sampleList(given: readonly Listed[], sha256: TextSha256): Result<SampleList, ListFault> {
  const households = given.map(cleanListed).sort((a, b) => byText(lineOf(a), lineOf(b)))
  const [first] = households
  if (!first) return no('sample-list-empty')
  const fields = fieldsOf(first).length
  const whole = (listed: Listed) => fieldsOf(listed).every(fits) && fieldsOf(listed).length === fields
  if (!households.every(whole)) return no('sample-list-field')
  const lines = households.map(lineOf)
  if (new Set(lines).size < lines.length) return no('sample-list-twice')
  const text = lines.map(line => `${line}\n`).join('')
  return ok({ households, text, hash: sha256(text) })
}

/**
 * What decides a draw. The seed is a text nobody could choose once the list's hash was published: the special prize of
 * a lottery of a later day, named in the plan beforehand. `hash` is the list's.
 */
export type DrawSeed = { readonly seed: string; readonly hash: string }

/** Whether a seed can be used: at least six characters, nothing invisible. */
export const readSeed = (raw: string): string | null => {
  const seed = clean(raw)
  return fits(seed) && seed.length >= 6 ? seed : null
}

/**
 * A lot: SHA-256 of `seed TAB list hash TAB name…`, anyone's to repeat:
 * `printf '%s\t%s\t%s\t%s' "$seed" "$hash" "Thôn Đông" 012 | sha256sum`.
 */
export const lotOf = (by: DrawSeed, names: readonly string[], sha256: TextSha256): string =>
  sha256([by.seed, by.hash, ...names].join(tab))

/** Puts things in the order of their lots, the smallest first. */
export function inLotOrder<T>(
  things: readonly T[],
  by: DrawSeed & { readonly namesOf: (thing: T) => readonly string[]; readonly sha256: TextSha256 },
): readonly T[] {
  return things
    .map(thing => ({ thing, lot: lotOf(by, by.namesOf(thing), by.sha256) }))
    .sort((a, b) => byText(a.lot, b.lot))
    .map(({ thing }) => thing)
}

/** One village's part of a draw. `drawn` and `reserve` in the order of their lots: who drops out is replaced by the first of the reserve. */
export type VillageDraw = {
  readonly commune: string | null
  readonly village: string
  /** All its households. */
  readonly households: number
  readonly drawn: readonly string[]
  readonly reserve: readonly string[]
}

export type Draw = DrawSeed & {
  readonly households: number
  readonly size: number
  readonly villages: readonly VillageDraw[]
}

export type DrawFault = 'sample-seed' | 'sample-size' | 'sample-larger-than-list'

export type DrawOptions = {
  readonly seed: string
  /** Households to draw, over all villages. */
  readonly size: number
  /** Households drawn in every village at least, where it has as many; two let a village's spread be estimated. 0 unless told. */
  readonly leastPerVillage?: number
}

/** A list's villages with their households, both in list order. */
export function villagesOf(list: SampleList): readonly (readonly Listed[])[] {
  const villages = new Map<string, Listed[]>()
  for (const listed of list.households) {
    const key = fieldsOf(listed).slice(0, -1).join(tab)
    const known = villages.get(key)
    if (known) known.push(listed)
    else villages.set(key, [listed])
  }
  return [...villages.values()]
}

/** Draws the `share` households with the smallest lots of one village (at least one household must be in it); the rest is its reserve. */
export function drawVillage(
  households: readonly Listed[],
  { share, by, sha256 }: { readonly share: number; readonly by: DrawSeed; readonly sha256: TextSha256 },
): VillageDraw {
  const [first] = households
  if (!first) throw new Error('a village without households is in no list')
  const names = inLotOrder(households, { ...by, namesOf: fieldsOf, sha256 }).map(({ household }) => household)
  return {
    commune: first.commune,
    village: first.village,
    households: households.length,
    drawn: names.slice(0, share),
    reserve: names.slice(share),
  }
}

/** Whether a number is whole and at least `least`. */
export const isCount = (value: number, least: number): boolean =>
  Number.isSafeInteger(value) && value >= least

/**
 * Draws households, stratified by village: each village gets its share of the sample by size (largest remainder), and
 * within a village the households with the smallest lots are drawn. Every household of a village has the same chance.
 */
export function drawSample(
  list: SampleList,
  options: DrawOptions,
  sha256: TextSha256,
): Result<Draw, DrawFault> {
  const { size, leastPerVillage = 0 } = options
  const seed = readSeed(options.seed)
  if (seed === null) return no('sample-seed')
  if (!isCount(size, 1) || !isCount(leastPerVillage, 0)) return no('sample-size')
  if (size > list.households.length) return no('sample-larger-than-list')
  const villages = villagesOf(list)
  const sizes = villages.map(households => households.length)
  const shares = allocate(size, { sizes, least: leastPerVillage })
  if (shares === null) return no('sample-size')
  const by = { seed, hash: list.hash }
  return ok({
    ...by,
    households: list.households.length,
    size,
    villages: villages.map((households, i) => drawVillage(households, { share: shares[i] ?? 0, by, sha256 })),
  })
}
