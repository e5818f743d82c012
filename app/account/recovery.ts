import { groupCode, isWellFormed, normaliseCode, writeCode } from '#app/basics/readable-code.ts'

/** Fourteen characters of 70 random bits and a check character: beyond guessing even from a stolen table of hashes. */
const recoveryCodeLength = 15

/** Codes a person gets at once, each good for one sign-in without the phone. */
export const recoveryCodeCount = 10

/** Random bytes that one code takes. */
const bytesEach = 9

/** Random bytes that a set of codes takes. */
export const recoveryBytes = recoveryCodeCount * bytesEach

/** A set of recovery codes from `recoveryBytes` random bytes, normalised: what is hashed and stored. Too few bytes throw. */
export const writeRecoveryCodes = (bytes: Uint8Array): readonly string[] =>
  Array.from({ length: recoveryCodeCount }, (_, i) =>
    writeCode(bytes.subarray(i * bytesEach, (i + 1) * bytesEach), recoveryCodeLength),
  )

/** A code as typed, normalised; null when it cannot be one of ours, which a slip of the finger is told by. */
export const readRecoveryCode = (typed: string): string | null => {
  const code = normaliseCode(typed)
  return isWellFormed(code, recoveryCodeLength) ? code : null
}

/** In three groups of five for the sheet that is kept: `7K3PM-X9QRT-4WHJ2`. */
export const showRecoveryCode = (code: string): string => groupCode(code)
