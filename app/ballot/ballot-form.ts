import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type Answer, answers, type Ballot, longestOpinion, longestReason } from './ballot.ts'

/** Fields of a posted ballot, as a form names them. */
export type BallotFields = { readonly get: (name: string) => string | null }

/** Which line needs another look, and why. */
export type BallotFault = {
  readonly field: string
  readonly code: 'answer-missing' | 'answer-unknown' | 'text-too-long' | 'text-unreadable'
}

export type BallotReading =
  | { readonly ok: true; readonly ballot: Ballot }
  | { readonly ok: false; readonly faults: readonly BallotFault[] }

/** Who fills the form in: a resident answers every line plainly; a paper sheet may hold blanks or both boxes. */
export type FormKind = 'resident' | 'paper'

const allowed: { readonly [kind in FormKind]: readonly Answer[] } = {
  resident: ['satisfied', 'dissatisfied'],
  paper: answers,
}

const readAnswer = (raw: string | null, kind: FormKind): Answer | BallotFault['code'] => {
  if (raw === null || raw === '') return 'answer-missing'
  return allowed[kind].find(answer => answer === raw) ?? 'answer-unknown'
}

/** Control characters and halves of characters cannot be shown, printed or stored; line breaks and tabs can. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Cs}]/u

const isAnswer = (read: Answer | BallotFault['code']): read is Answer =>
  answers.some(answer => answer === read)

const readText = (raw: string | null): string => (raw ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim()

const textFaults = (field: string, text: string, longest: number): readonly BallotFault[] => {
  if (unreadable.test(text)) return [{ field, code: 'text-unreadable' }]
  return text.length > longest ? [{ field, code: 'text-too-long' }] : []
}

const reasonsOf = (fields: BallotFields, keys: readonly string[]): Record<string, string> => {
  const reasons: Record<string, string> = {}
  for (const key of keys) {
    const text = readText(fields.get(`reason.${key}`))
    // A reason belongs to "Chưa hài lòng": what stays in the box after the household changed its mind is dropped.
    if (text && fields.get(`answer.${key}`) === 'dissatisfied') reasons[key] = text
  }
  return reasons
}

/**
 * Reads a posted ballot against its questionnaire. Every fault is listed, in the order of the page, so that the
 * household mends all of them at once; nothing is guessed.
 */
export const readBallotForm = (
  fields: BallotFields,
  questionnaire: Questionnaire,
  kind: FormKind,
): BallotReading => {
  const keys = contentKeys(questionnaire)
  const read = keys.map(key => ({ key, answer: readAnswer(fields.get(`answer.${key}`), kind) }))
  const reasons = reasonsOf(fields, keys)
  const otherOpinion = readText(fields.get('otherOpinion'))
  const faults = read.flatMap(({ key, answer }): readonly BallotFault[] => [
    ...(isAnswer(answer) ? [] : [{ field: `answer.${key}`, code: answer }]),
    ...textFaults(`reason.${key}`, reasons[key] ?? '', longestReason),
  ])
  const all = [...faults, ...textFaults('otherOpinion', otherOpinion, longestOpinion)]
  if (all.length > 0) return { ok: false, faults: all }
  return {
    ok: true,
    ballot: { answers: read.map(line => line.answer).filter(isAnswer), reasons, otherOpinion },
  }
}
