import { z } from 'zod'
import { groupCode, isWellFormed, normaliseCode, writeCode } from '#app/basics/readable-code.ts'

/** What stands on one line of a ballot. `both` only comes from paper: two boxes ticked. */
export const answers = ['satisfied', 'dissatisfied', 'blank', 'both'] as const

export type Answer = (typeof answers)[number]

/** How a ballot reached us (hình thức): the household itself, a visit, a residents' meeting, a paper sheet. */
export const channels = ['self', 'visit', 'meeting', 'paper'] as const

export type Channel = (typeof channels)[number]

/** One household's answer. `answers` is null for an invalid sheet (phiếu không hợp lệ); reasons go by content key. */
export type Ballot = {
  readonly answers: readonly Answer[] | null
  readonly reasons: { readonly [content: string]: string }
  readonly otherOpinion: string
  /** Tag of the language in which the household was shown its questions; absent where nobody knows. */
  readonly language?: string | undefined
  /** Version of the questionnaire that was shown. */
  readonly questionnaireVersion?: number | undefined
}

/** Longest text a household can leave on one line, in characters (UTF-16 units, as browsers' maxlength counts). */
export const longestReason = 500

/** Longest other opinion, in characters. */
export const longestOpinion = 1000

/** Longest tag of a language, in characters. */
export const longestTag = 11

/** Shape of a ballot where it is kept sealed until it is mixed. */
export const ballotSchema = z.object({
  answers: z.array(z.enum(answers)).nullable(),
  reasons: z.record(z.string(), z.string()),
  otherOpinion: z.string(),
  language: z.string().max(longestTag).optional(),
  questionnaireVersion: z.number().int().positive().optional(),
})

/** Small numbers under which answers are stored, one `smallint` a line. */
const stored = { blank: 0, satisfied: 1, dissatisfied: 2, both: 3 } as const satisfies Record<Answer, number>

/** The stored number of an answer. */
export const storeAnswer = (answer: Answer): number => stored[answer]

/** The answer under a stored number; throws on any other number, which no ballot can hold. */
export const readStoredAnswer = (number: number): Answer => {
  const answer = answers.find(candidate => stored[candidate] === number)
  if (!answer) throw new Error(`no answer is stored as ${number}`)
  return answer
}

const receiptLength = 10

/** The receipt (mã biên nhận): ten characters of a keyed hash, the same however often the household sends. */
export const writeReceipt = (bytes: Uint8Array): string => groupCode(writeCode(bytes, receiptLength))

/** A receipt as typed, in the form it is given out; null when it cannot be one. */
export const readReceiptCode = (typed: string): string | null => {
  const code = normaliseCode(typed)
  return isWellFormed(code, receiptLength) ? groupCode(code) : null
}
