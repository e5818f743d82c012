import { controlAttributes, Field, FieldError, type FieldProps, Hint, LabelText } from './field.tsx'
import { useT } from './site.tsx'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Options of one group stand together under its name in a list that folds. */
  readonly group?: string
}

type ChoiceProps = FieldProps & { readonly options: readonly Option[]; readonly value?: string | undefined }

const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(option => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))

const groupsOf = (options: readonly Option[]): ReadonlyMap<string, readonly Option[]> => {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const name = option.group ?? ''
    groups.set(name, [...(groups.get(name) ?? []), option])
  }
  return groups
}

/** One of many, in a list that folds; "Chọn…" stands first while nothing is chosen. */
export const SelectField = (props: ChoiceProps) => {
  const t = useT()
  return (
    <Field {...props}>
      <select {...controlAttributes(props)} defaultValue={props.value ?? ''}>
        {props.value ? null : <option value="">{t('form.choose')}</option>}
        {[...groupsOf(props.options)].map(([name, options]) =>
          name ? (
            <optgroup key={name} label={name}>
              <Options options={options} />
            </optgroup>
          ) : (
            <Options key="" options={options} />
          ),
        )}
      </select>
    </Field>
  )
}

/** One of a few, all in sight. The fieldset carries the name as its id and takes the summary's link. */
export const RadioGroup = (props: ChoiceProps) => {
  const { id, name, ...described } = controlAttributes(props)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={props.error ? 'field bad' : 'field'}
      aria-describedby={described['aria-describedby']}
    >
      <legend>
        <LabelText {...props} />
      </legend>
      <Hint {...props} />
      <FieldError {...props} />
      {props.options.map(option => (
        <label className="pick" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === props.value}
          />
          <span>
            {option.label}
            {option.hint ? <span className="hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type CheckboxProps = FieldProps & {
  readonly checked?: boolean
  /** What is posted when it is ticked; `on` unless said. */
  readonly value?: string
}

/** One box to tick. */
export const Checkbox = (props: CheckboxProps) => (
  <div className={props.error ? 'field bad' : 'field'}>
    <FieldError {...props} />
    <label className="pick">
      <input
        {...controlAttributes(props)}
        type="checkbox"
        value={props.value}
        defaultChecked={props.checked}
      />
      <span>
        <LabelText {...props} />
      </span>
    </label>
    <Hint {...props} />
  </div>
)
