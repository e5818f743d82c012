/** Digits and capitals without 0/O and 1/I: 32 characters, five bits each, none mistaken for another on paper. */
export const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Multiplies by the generator of GF(2⁵) with x⁵ + x² + 1, so that the check below weighs each place differently. */
const timesGenerator = (value: number): number => {
  const doubled = value << 1
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled
}

/**
 * Check character over GF(32): Σ αⁱ·cᵢ. Every single wrong character and every swap of two characters
 * changes it, because the weights αⁱ are all different and none is zero (ISBN-10's idea in a field of 32).
 */
const checkCharacter = (body: string): string => {
  let sum = 0
  for (const character of body) sum = timesGenerator(sum ^ alphabet.indexOf(character))
  return alphabet.charAt(sum)
}

/** Writes the first `length - 1` groups of five bits of `bytes` and a check character behind them. */
export const writeCode = (bytes: Uint8Array, length: number): string => {
  let body = ''
  let pool = 0
  let bits = 0
  for (const byte of bytes) {
    pool = (pool << 8) | byte
    bits += 8
    while (bits >= 5 && body.length < length - 1) {
      bits -= 5
      body += alphabet.charAt((pool >> bits) & 31)
    }
    pool &= (1 << bits) - 1
  }
  if (body.length < length - 1) throw new Error(`too few bytes for a code of ${length} characters`)
  return body + checkCharacter(body)
}

/** What a person typed or copied, as we store it: capitals, without spaces, dots, dashes of any kind and unseen marks. */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\s._\p{Dash_Punctuation}\p{Format}\u2212]/gu, '')

/** Whether a normalised code has this length, our characters and a right check character. */
export const isWellFormed = (code: string, length: number): boolean => {
  if (code.length !== length) return false
  if ([...code].some(character => !alphabet.includes(character))) return false
  return checkCharacter(code.slice(0, -1)) === code.slice(-1)
}

/** In groups of five for reading aloud: `7K3PM-X9QRT`. */
export const groupCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code
