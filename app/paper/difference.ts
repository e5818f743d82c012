import type { Ballot } from '#app/ballot/ballot.ts'
import type { BallotFault, BallotFields } from '#app/ballot/ballot-form.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { readKeyedSheet, type SheetFault } from './keyed-sheet.ts'

/** Two keyings of one sheet. */
export type Pair = { readonly first: Ballot; readonly second: Ballot }

/** Capitals, spaces and the dot at the end are how somebody types, not what the paper says. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;!]+$/, '')

const alike = (a: string | undefined, b: string | undefined): boolean => bare(a ?? '') === bare(b ?? '')

/**
 * Fields in which two keyings of a sheet differ, named and ordered as on the form: `invalid` alone when only one of them
 * holds the sheet invalid, else `answer.<key>`, `reason.<key>`, `otherOpinion`. Empty when they say the same.
 */
export const differencesOf = ({ first, second }: Pair, keys: readonly string[]): readonly string[] => {
  if (first.answers === null || second.answers === null)
    return first.answers === second.answers ? [] : ['invalid']
  const lines = keys.flatMap((key, index) => [
    ...(first.answers?.[index] === second.answers?.[index] ? [] : [`answer.${key}`]),
    ...(alike(first.reasons[key], second.reasons[key]) ? [] : [`reason.${key}`]),
  ])
  return alike(first.otherOpinion, second.otherOpinion) ? lines : [...lines, 'otherOpinion']
}

/** What a keying says in a field of the form, or null. */
export const fieldOf = (ballot: Ballot, keys: readonly string[], field: string): string | null => {
  const [part = '', key = ''] = field.split('.')
  if (part === 'answer') return ballot.answers?.[keys.indexOf(key)] ?? null
  if (part === 'reason') return ballot.reasons[key] ?? null
  return part === 'otherOpinion' ? ballot.otherOpinion : null
}

/** Which reading a differing text is taken from; `other`: what the paper says is typed anew. */
export const picks = ['first', 'second', 'other'] as const
export type Pick = (typeof picks)[number]

/** The name under which a form posts the pick for a text. */
export const pickName = (field: string): string => `chon.${field}`

const isText = (field: string): boolean => field.startsWith('reason.') || field === 'otherOpinion'

const readPick = (fields: BallotFields, field: string): Pick | null =>
  picks.find(pick => pick === fields.get(pickName(field))) ?? null

export type Resolution =
  | { readonly ok: true; readonly ballot: Ballot }
  | {
      readonly ok: false
      readonly faults: readonly (
        | SheetFault
        | BallotFault
        | { readonly field: string; readonly code: 'pick-missing' }
      )[]
    }

/**
 * What a third look at the paper decided: differing fields as posted, all others as both keyings have them. Where one
 * keying holds the sheet invalid, the whole sheet is posted.
 */
export const resolve = (pair: Pair, posted: BallotFields, questionnaire: Questionnaire): Resolution => {
  const keys = contentKeys(questionnaire)
  const differing = new Set(differencesOf(pair, keys))
  if (differing.has('invalid')) return readKeyedSheet(posted, questionnaire)
  const undecided = [...differing].filter(field => isText(field) && readPick(posted, field) === null)
  const get = (field: string): string | null => {
    if (field === 'invalid' || field === 'nhanh') return null
    if (!differing.has(field)) return fieldOf(pair.first, keys, field)
    const pick = isText(field) ? readPick(posted, field) : null
    return pick === 'first' || pick === 'second' ? fieldOf(pair[pick], keys, field) : posted.get(field)
  }
  const reading = readKeyedSheet({ get }, questionnaire)
  const missing = undecided.map(field => ({ field: pickName(field), code: 'pick-missing' as const }))
  if (missing.length === 0) return reading
  return { ok: false, faults: reading.ok ? missing : [...reading.faults, ...missing] }
}
