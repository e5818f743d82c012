import { controlAttributes, Field, type FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & {
  readonly value?: string | undefined
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'search'
  /** A short box for a code or a number; the width hints at what is expected. */
  readonly width?: 'short' | 'medium'
  readonly spellCheck?: boolean
  /** For codes, so that a phone's keyboard starts with capitals. */
  readonly autoCapitalize?: 'characters' | 'off'
}

/** One line of text. */
export const TextField = (props: TextFieldProps) => (
  <Field {...props}>
    <input
      {...controlAttributes(props)}
      type="text"
      className={props.width}
      defaultValue={props.value}
      maxLength={props.maxLength}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck ?? false}
      autoCapitalize={props.autoCapitalize}
    />
  </Field>
)

/** A password: never given back by the server, so it has no value. */
export const PasswordField = (
  props: FieldProps & { readonly autoComplete?: 'current-password' | 'new-password' },
) => (
  <Field {...props}>
    <input
      {...controlAttributes(props)}
      type="password"
      className="medium"
      autoComplete={props.autoComplete ?? 'current-password'}
    />
  </Field>
)

type DateFieldProps = FieldProps & {
  /** `yyyy-mm-dd`, as are the bounds. */
  readonly value?: string | undefined
  readonly min?: string
  readonly max?: string
}

/** A day, with the device's own picker; posts `yyyy-mm-dd`. */
export const DateField = (props: DateFieldProps) => (
  <Field {...props}>
    <input
      {...controlAttributes(props)}
      type="date"
      className="short"
      defaultValue={props.value}
      min={props.min}
      max={props.max}
    />
  </Field>
)

type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
}

/** Several lines of text. */
export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      {...controlAttributes(props)}
      rows={props.rows ?? 4}
      maxLength={props.maxLength}
      defaultValue={props.value}
    />
  </Field>
)
