import { controlAttributes, Field, type FieldProps } from './field.tsx'

type FileFieldProps = FieldProps & {
  /** Extensions and types the picker offers first, e.g. `.xlsx,.csv`; the server checks for itself. */
  readonly accept?: string
}

/** A file to send. The form around it needs `encType="multipart/form-data"`. */
export const FileField = (props: FileFieldProps) => (
  <Field {...props}>
    <input {...controlAttributes(props)} type="file" accept={props.accept} />
  </Field>
)
