import { useT } from './site.tsx'

/** One thing to mend: the field's name (its id) and the words that also stand at the field. */
export type FormError = { readonly field: string; readonly message: string }

/**
 * The summary's place in the page. A form that posts to `#can-sua` lands there when it comes back, and the summary takes
 * the focus: old browsers focus only fields by `autofocus`, and an address that still names a field would win over it.
 */
export const summaryId = 'can-sua'

/** All that is to be mended, first on the page, each a link to its field. Nothing when there is nothing. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FormError[] }) => {
  const t = useT()
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what to mend
    <div className="summary" id={summaryId} role="alert" tabIndex={-1} autoFocus>
      <h2>{t('form.errorSummary')}</h2>
      <ul>
        {errors.map(error => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The message of one field, for its `error`. */
export const errorOf = (errors: readonly FormError[], field: string): string | undefined =>
  errors.find(error => error.field === field)?.message
