import type { ReactNode } from 'react'
import { useT } from './site.tsx'

/** What every field has in common. The id is the field's name, so an error summary can link to `#name`. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  /** One line of help under the label. */
  readonly hint?: string | undefined
  /** What is wrong and how to mend it, in the reader's language. */
  readonly error?: string | undefined
  /** Says "(không bắt buộc)" behind the label: we mark what may be left out, not what must be filled in. */
  readonly optional?: boolean | undefined
}

const hintId = (name: string): string => `${name}-hint`
const errorId = (name: string): string => `${name}-error`

/** Ids, description and validity of a control, as attributes. */
export const controlAttributes = ({ name, hint, error }: FieldProps) => ({
  id: name,
  name,
  'aria-describedby':
    [hint ? hintId(name) : '', error ? errorId(name) : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? (true as const) : undefined,
})

export const Hint = ({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) =>
  hint ? (
    <p className="hint" id={hintId(name)}>
      {hint}
    </p>
  ) : null

export const FieldError = ({ name, error }: Pick<FieldProps, 'name' | 'error'>) => {
  const t = useT()
  if (!error) return null
  return (
    <p className="err" id={errorId(name)}>
      <b>{t('form.error')}</b> {error}
    </p>
  )
}

export const LabelText = ({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) => {
  const t = useT()
  return (
    <>
      {label}
      {optional ? <span className="opt-word"> {t('form.optional')}</span> : null}
    </>
  )
}

/** Label, hint, error, control: in that order, for eyes and for screen readers. */
export const Field = ({ children, ...props }: FieldProps & { readonly children: ReactNode }) => (
  <div className={props.error ? 'field bad' : 'field'}>
    <label htmlFor={props.name}>
      <LabelText {...props} />
    </label>
    <Hint {...props} />
    <FieldError {...props} />
    {children}
  </div>
)
