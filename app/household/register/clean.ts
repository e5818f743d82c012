import type { Cell } from './sheet.ts'

/** Excel holds 32 767 characters in a cell; no name needs more than this, and a hostile file must not make us normalise more. */
const longestText = 500

/** Spaces of every kind, control characters, and the invisible ones that come with text pasted from web pages. */
const spaces = /[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/gu

/** Eth (U+00D0) looks exactly like Đ and comes out of old font converters; Vietnamese has no eth. */
const withoutEth = (text: string) => text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')

/** A cell as one line of NFC text: every run of blanks one space, none at the ends, at most 500 characters. Empty for an empty cell. Idempotent. */
export function cleanText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell).slice(0, longestText).normalize('NFC').replace(spaces, ' ')
  return withoutEth(text).slice(0, longestText).trim()
}

/** "hoà" and "hòa", "thuý" and "thúy" are two spellings of one syllable: in open oa, oe, uy the tone may sit on either vowel. */
const tonedOpenVowels =
  /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?![\p{L}\p{M}])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?![\p{L}\p{M}])/gu

function onePlaceForTones(key: string): string {
  const decomposed = key.normalize('NFD')
  return decomposed
    .replace(tonedOpenVowels, (_, o, t1, ae, u, t2, y) => (o ? o + ae + t1 : u + y + t2))
    .normalize('NFC')
}

/** What two spellings of the same Vietnamese words share: lower case and one place for tones. Accents still count. */
export const keyOf = (text: string): string => onePlaceForTones(cleanText(text).toLowerCase())

/** A text without accents, in lower case, letters and digits only, single spaces: for headings and for texts typed without accents. */
export const bareOf = (text: string): string =>
  cleanText(text)
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** True when a text carries no letter beyond ASCII: it was typed without accents, or needs none. */
export const isPlain = (text: string): boolean => !/[^\p{ASCII}]/u.test(text)

/** True when every letter is a capital ("TÂN SƠN"). */
const isShouted = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase()

/** A place name shown as a name even where the file writes it in capitals: "TÂN SƠN" → "Tân Sơn". */
export const placeName = (text: string): string =>
  isShouted(text)
    ? text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, letter => letter.toUpperCase())
    : text

/** A cell that only says "nothing here": dashes, dots, question marks. */
export const isPlaceholder = (text: string): boolean => /^[\s\-–—_.…?*/]*$/u.test(text)

/** Letters of the fonts .VnTime (TCVN3) and VNI that never occur in Unicode Vietnamese: such text is unreadable to anyone without the font. */
export const isOldFont = (text: string): boolean =>
  /[µ¶¸¹¨ª«»¼½¾®©§¬£¤¦¡¢±×ÆÞßæþÿ]/u.test(text.normalize('NFC'))

/** A household number or code for comparison: "06", "6." and 6 are one number. */
export const numberKey = (number: string): string => keyOf(number).replace(/^0+(?=\d+$)/, '')

/** A number cell as text: no ".0", no trailing dot; null when nothing is there. */
export function cleanNumber(cell: Cell | undefined): string | null {
  const text = cleanText(cell).replace(/[.)\s]+$/u, '')
  return isPlaceholder(text) ? null : text.replace(/^\(/, '')
}
