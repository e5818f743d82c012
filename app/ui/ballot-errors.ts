import type { BallotFault } from '#app/ballot/ballot-form.ts'
import type { T } from '#app/i18n/translate.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { FormError } from './error-summary.tsx'

/** What a line is called: `Câu 3`, `Câu hỏi chung`, `Câu 3, lý do`, `Ý kiến khác`. */
const lineOf = (field: string, keys: readonly string[], t: T): string => {
  if (field === 'otherOpinion') return t('ballot.otherOpinion')
  const [part = '', key = ''] = field.split('.')
  const question =
    key === 'overall'
      ? t('resident.line.overall')
      : t('resident.line.question', { number: keys.indexOf(key) + 1 })
  return part === 'reason' ? t('resident.line.reason', { line: question }) : question
}

/** A ballot's faults in words, each naming its line: twenty times the same sentence would tell nobody where to look. */
export const ballotErrors = (
  faults: readonly BallotFault[],
  questionnaire: Questionnaire,
  t: T,
): readonly FormError[] => {
  const keys = contentKeys(questionnaire)
  return faults.map(({ field, code }) => ({
    field,
    message: t(`resident.fault.${code}`, { line: lineOf(field, keys, t) }),
  }))
}
