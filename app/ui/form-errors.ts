import { isKey } from '#app/i18n/translate.ts'
import type { FormError } from './error-summary.tsx'
import { useT } from './site.tsx'

/** Faults by field, each a code, in the reader's words and in the order they were found. */
export const useErrors = (faults: Readonly<Record<string, string>> | undefined): readonly FormError[] => {
  const t = useT()
  return Object.entries(faults ?? {}).map(([field, code]) => {
    const key = `problem.${code}`
    return { field, message: t(isKey(key) ? key : 'problem.field-unreadable') }
  })
}
