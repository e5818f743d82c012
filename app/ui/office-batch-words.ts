import type { T } from '#app/i18n/translate.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { FormError } from './error-summary.tsx'

export type ShownFault = { readonly field: string; readonly code: FaultCode; readonly found?: number }

type FaultCode =
  | 'keyed-line-unreadable'
  | 'keyed-line-short'
  | 'keyed-line-long'
  | 'answer-missing'
  | 'answer-unknown'
  | 'text-too-long'
  | 'text-unreadable'
  | 'pick-missing'

/** What a line of the sheet is called: `Câu 3`, `Câu hỏi chung`, the other opinion. */
const lineOf = (field: string, keys: readonly string[], t: T): string => {
  const parts = field.split('.')
  const key = parts.at(-1) ?? ''
  if (key === 'otherOpinion') return t('ballot.otherOpinion')
  return key === 'overall'
    ? t('office.batch.key.overall')
    : t('office.batch.key.question', { number: keys.indexOf(key) + 1 })
}

/** Faults of a keyed sheet in words, each naming its line. */
export const sheetErrors = (
  faults: readonly ShownFault[],
  questionnaire: Questionnaire,
  t: T,
): readonly FormError[] => {
  const keys = contentKeys(questionnaire)
  return faults.map(({ field, code, found = 0 }) => ({
    field,
    message: t(`office.batch.key.fault.${code}`, {
      line: lineOf(field, keys, t),
      found,
      lines: keys.length,
    }),
  }))
}
