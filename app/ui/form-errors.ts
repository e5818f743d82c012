import { isKey } from '#app/i18n/translate.ts'
import type { FormError } from './error-summary.tsx'
import { useT } from './site.tsx'

/**
 * Faults by field, each a code, in the reader's words and in the order they were found; `values` fill the words of those
 * that name what is wrong.
 */
export const useErrors = (
  faults: Readonly<Record<string, string>> | undefined,
  values: Readonly<Record<string, string>> = {},
): readonly FormError[] => {
  const t = useT()
  return Object.entries(faults ?? {}).map(([field, code]) => {
    const key = `problem.${code}`
    return { field, message: t(isKey(key) ? key : 'problem.field-unreadable', values) }
  })
}
