import type { Ballot } from '#app/ballot/ballot.ts'
import { type BallotFault, type BallotFields, readBallotForm } from '#app/ballot/ballot-form.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type KeyedLineFault, readKeyedLine } from './keyed-line.ts'

/** A sheet that cannot be read as a ballot: it was collected, and says nothing. */
export const invalidSheet: Ballot = { answers: null, reasons: {}, otherOpinion: '' }

export type SheetFault =
  | BallotFault
  | { readonly field: 'nhanh'; readonly code: KeyedLineFault; readonly found: number }

export type SheetReading =
  | { readonly ok: true; readonly ballot: Ballot }
  | { readonly ok: false; readonly faults: readonly SheetFault[] }

export type FilledIn =
  | { readonly ok: true; readonly fields: BallotFields }
  | { readonly ok: false; readonly faults: readonly SheetFault[] }

/** Spreads the line of keys (field `nhanh`) over the answers of the form; a form without one stays as it is. */
export const fillIn = (fields: BallotFields, questionnaire: Questionnaire): FilledIn => {
  const typed = (fields.get('nhanh') ?? '').trim()
  if (typed === '') return { ok: true, fields }
  const keys = contentKeys(questionnaire)
  const line = readKeyedLine(typed, keys.length)
  if (!line.ok) return { ok: false, faults: [{ field: 'nhanh', code: line.code, found: line.found }] }
  const answers = new Map(keys.map((key, index) => [`answer.${key}`, line.answers[index] ?? null]))
  return { ok: true, fields: { get: name => answers.get(name) ?? fields.get(name) } }
}

/** Reads a keyed sheet: an invalid one says nothing besides; a line of keys goes before single answers. */
export const readKeyedSheet = (fields: BallotFields, questionnaire: Questionnaire): SheetReading => {
  if (fields.get('invalid') === 'yes') return { ok: true, ballot: invalidSheet }
  const filled = fillIn(fields, questionnaire)
  return filled.ok ? readBallotForm(filled.fields, questionnaire, 'paper') : filled
}
