import { bareOf } from './register/clean.ts'

type Listed = { readonly number: string | null; readonly name: string | null }

const plainNumber = (number: string): string => number.replace(/^0+(?=\d)/, '')

/** What a name is looked up by, kept beside it in the register: "Nguyễn Thị Hòa" → "nguyen thi hoa". Letters, digits and single spaces only. */
export const searchKeyOf = (name: string): string => bareOf(name)

/** What a household number is looked up by: without accents, capitals and leading zeros ("012" → "12"); null where there is none. */
export const numberKeyOf = (number: string | null): string | null =>
  number === null ? null : plainNumber(bareOf(number)) || null

/** What somebody looks for: each word begins a word of the name, or the whole text is the number. */
export type Wanted = { readonly words: readonly string[]; readonly number: string }

/** A search as typed, in the form of the keys above; null when nothing was typed that could be looked for. */
export const readWanted = (typed: string): Wanted | null => {
  const bare = bareOf(typed)
  return bare === '' ? null : { words: bare.split(' '), number: plainNumber(bare) }
}

/**
 * Whether a household is what somebody looks for: every word typed begins a word of its name, or the whole text is its
 * number. Accents, capitals and leading zeros do not matter, so "thi hoa" finds "Nguyễn Thị Hòa".
 */
export const matchesSearch = ({ number, name }: Listed, typed: string): boolean => {
  const wanted = readWanted(typed)
  if (wanted === null) return true
  if (numberKeyOf(number) === wanted.number) return true
  const words = searchKeyOf(name ?? '').split(' ')
  return wanted.words.every(part => words.some(word => word.startsWith(part)))
}
