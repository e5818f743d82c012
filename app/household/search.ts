import { bareOf } from './register/clean.ts'

type Listed = { readonly number: string | null; readonly name: string | null }

const plainNumber = (number: string): string => number.replace(/^0+(?=\d)/, '')

/**
 * Whether a household is what somebody looks for: every word typed begins a word of its name, or the whole text is its
 * number. Accents, capitals and leading zeros do not matter, so "thi hoa" finds "Nguyễn Thị Hòa".
 */
export const matchesSearch = ({ number, name }: Listed, typed: string): boolean => {
  const wanted = bareOf(typed)
  if (wanted === '') return true
  if (number !== null && plainNumber(bareOf(number)) === plainNumber(wanted)) return true
  const words = bareOf(name ?? '').split(' ')
  return wanted.split(' ').every(part => words.some(word => word.startsWith(part)))
}
