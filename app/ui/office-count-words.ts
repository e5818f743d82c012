import { isKey } from '#app/i18n/translate.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { TypedFault } from '#app/tally/sheet-typed.ts'
import type { FormError } from './error-summary.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

const heads = {
  issued: 'office.count.issued',
  collected: 'office.count.collected',
  ballots: 'office.count.ballots',
  invalid: 'office.count.invalid',
  anyDissatisfied: 'office.count.any',
} as const

const isHead = (field: string): field is keyof typeof heads => Object.hasOwn(heads, field)

const options = ['satisfied', 'dissatisfied', 'blank'] as const

/** A sheet's faults in the reader's words: where, and the numbers that contradict each other. */
export const useSheetErrors = (
  faults: readonly TypedFault[],
  questionnaire: Questionnaire,
): readonly FormError[] => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  const lineOf = (field: string, code: string): string => {
    const [option = '', ...key] = field.split('.')
    const name = names.get(key.join('.')) ?? field
    const column = options.find(one => one === option)
    // A line that does not add up is about all its cells.
    return column && code !== 'content-not-adding-up' ? `${name} – ${t(`office.count.${column}`)}` : name
  }
  return faults.map(({ field, code, numbers }) => {
    const key = `office.count.fault.${code}`
    const place = isHead(field) ? t(heads[field]) : lineOf(field, code)
    return { field, message: isKey(key) ? t(key, { place, ...numbers }) : t('problem.field-unreadable') }
  })
}
