import { bareOf, cleanText, isPlain, keyOf, placeName } from './clean.ts'
import { kindlessName, readKind, type VillageName } from './village-kind.ts'

/** A text read as a village: found (loose: typed without accents), or the villages it could mean. */
export type VillageMatch =
  | { readonly found: true; readonly village: string; readonly loose: boolean }
  | { readonly found: false; readonly ambiguous: boolean; readonly near: readonly string[] }

/** Reads texts as villages. `open` when no list was given and every name is accepted. */
export type VillageReader = { readonly open: boolean; readonly read: (text: string) => VillageMatch }

type Declared = { readonly village: string; readonly full: string; readonly name: VillageName | null }
type Fold = (text: string) => string

/** ", xã Đèo Gia", " - huyện …" behind a village's name. */
const higherUnits = /\s*[,;(–-]\s*(xã|x\.|phường|thị trấn|huyện|h\.|tỉnh|thành phố|tp)(?=[\s.]).*$/iu

const withoutHigherUnits = (text: string) => text.replace(higherUnits, '')

/** "thôn 05" and "thôn 5" are one. */
const withoutZeros = (key: string) => key.replace(/(?<!\d)0+(?=\d)/g, '')

const fold: Fold = text => withoutZeros(keyOf(withoutHigherUnits(cleanText(text))))
const foldBare: Fold = text => withoutZeros(bareOf(withoutHigherUnits(cleanText(text))))

function declare(villages: readonly string[], by: Fold): readonly Declared[] {
  const unique = [...new Set(villages.map(cleanText))].filter(village => village !== '')
  return unique.map(village => ({ village, full: by(village), name: readKind(by(village)) }))
}

/** From the surest reading to the least: the whole text; the text without its kind; the same kind and name; the name alone. The first that finds anything decides. */
function candidates(text: string, declared: readonly Declared[]): readonly string[] {
  const name = readKind(text)
  const readings: readonly ((d: Declared) => boolean)[] = [
    d => d.full === text,
    d => name !== null && d.full === name.rest,
    d => name !== null && d.name?.kind === name.kind && d.name.rest === name.rest,
    d => d.name?.droppable === true && d.name.rest === text,
  ]
  for (const fits of readings) {
    const found = declared.filter(fits)
    if (found.length > 0) return found.map(d => d.village)
  }
  return []
}

/** True when one letter put in, taken out or replaced makes the two equal. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const rest = longer.slice(start + 1)
  return shorter.slice(start) === rest || shorter.slice(start + 1) === rest
}

/** Villages to suggest, never to take: equal without accents, or one letter away. */
function nearby(text: string, declared: readonly Declared[]): readonly string[] {
  const bare = kindlessName(foldBare(text))
  const near = declared.filter(d => {
    const other = kindlessName(d.full)
    return other === bare || (Math.min(other.length, bare.length) >= 4 && oneEditApart(other, bare))
  })
  return near.map(d => d.village).slice(0, 3)
}

function decide(found: readonly string[], loose: boolean): VillageMatch | null {
  const [village, second] = found
  if (village === undefined) return null
  return second === undefined
    ? { found: true, village, loose }
    : { found: false, ambiguous: true, near: found }
}

function readAmong(villages: readonly string[]): VillageReader['read'] {
  const exact = declare(villages, fold)
  const bare = declare(villages, foldBare)
  return text => {
    const sure = decide(candidates(fold(text), exact), false)
    if (sure) return sure
    const loose = isPlain(cleanText(text)) ? decide(candidates(foldBare(text), bare), true) : null
    return loose ?? { found: false, ambiguous: false, near: nearby(text, bare) }
  }
}

/** Without a list the name stands for itself: "Thôn Tân Sơn", "T. Tân Sơn" and "TÂN SƠN" are one village, "Làng Chỗ" and "Thôn 5" keep their kind. */
function readAny(): VillageReader['read'] {
  const shown = new Map<string, string>()
  return text => {
    const cleaned = withoutHigherUnits(cleanText(text))
    const name = readKind(cleaned)
    const bare =
      name?.generic && !/^\d/.test(name.rest) ? name.rest : name ? `${name.kind} ${name.rest}` : cleaned
    const known = shown.get(fold(bare))
    if (known !== undefined) return { found: true, village: known, loose: false }
    const village = placeName(bare).replace(/^\p{L}/u, letter => letter.toUpperCase())
    shown.set(fold(bare), village)
    return { found: true, village, loose: false }
  }
}

function remembering(read: VillageReader['read']): VillageReader['read'] {
  const known = new Map<string, VillageMatch>()
  return text => {
    const match = known.get(text) ?? read(text)
    known.set(text, match)
    return match
  }
}

/**
 * A reader for the villages of a commune; an empty list accepts every name. Case, spaces, Unicode form, the place of a tone and the
 * kind of unit in front ("Thôn", "T.", "Xóm"…) do not matter; an accent does, unless the text has none at all and means one village only.
 */
export const villageReader = (villages: readonly string[]): VillageReader => ({
  open: villages.length === 0,
  read: remembering(villages.length === 0 ? readAny() : readAmong(villages)),
})
