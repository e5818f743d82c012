import { type Answer, readStoredAnswer, storeAnswer } from '#app/ballot/ballot.ts'

/** Why a line of keys cannot be read: a character that is none of them, or too few or too many for the sheet. */
export type KeyedLineFault = 'keyed-line-unreadable' | 'keyed-line-short' | 'keyed-line-long'

export type KeyedLine =
  | { readonly ok: true; readonly answers: readonly Answer[] }
  /** `found`: how many keys could be counted. */
  | { readonly ok: false; readonly code: KeyedLineFault; readonly found: number }

/** The key of an answer: 1 satisfied, 2 dissatisfied, 0 blank, 3 both boxes ticked. */
export const keyOf = (answer: Answer): string => String(storeAnswer(answer))

/** Reads one key a line of the sheet; spaces, dots, commas and dashes between them help the eye and mean nothing. */
export const readKeyedLine = (typed: string, lines: number): KeyedLine => {
  const keys = typed.replace(/[\s.,–-]/g, '')
  const found = keys.length
  if (/[^0-3]/.test(keys)) return { ok: false, code: 'keyed-line-unreadable', found }
  if (found < lines) return { ok: false, code: 'keyed-line-short', found }
  if (found > lines) return { ok: false, code: 'keyed-line-long', found }
  return { ok: true, answers: [...keys].map(key => readStoredAnswer(Number(key))) }
}
