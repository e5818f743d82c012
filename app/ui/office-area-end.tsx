import { SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError, Hint } from './field.tsx'
import { useT } from './site.tsx'
import { DateField } from './text-field.tsx'

type Place = { readonly id: string; readonly name: string }

type EndAreaFormProps = {
  /** Current areas of its kind beside it. */
  readonly beside: readonly Place[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

const Successors = ({ beside, typed, errors }: EndAreaFormProps) => {
  const t = useT()
  const error = errorOf(errors, 'areas')
  return (
    <fieldset id="areas" tabIndex={-1} className={error ? 'field bad' : 'field'}>
      <legend>{t('office.areas.successors')}</legend>
      <Hint name="areas" hint={t('office.areas.successorsHint')} />
      <FieldError name="areas" error={error} />
      <div className="columns">
        {beside.map(({ id, name }) => (
          <label className="pick" key={id}>
            <input type="checkbox" name={`area.${id}`} defaultChecked={typed[`area.${id}`] !== undefined} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The last day of an area and what takes its place; asked once, since it cannot be undone. */
export const EndAreaForm = (props: EndAreaFormProps) => {
  const t = useT()
  const { typed, errors } = props
  return (
    <form method="post">
      <DateField
        name="on"
        label={t('office.areas.lastDay')}
        hint={t('office.areas.lastDayHint')}
        value={typed.on}
        error={errorOf(errors, 'on')}
      />
      <Successors {...props} />
      <Checkbox
        name="confirm"
        label={t('office.areas.confirmEnd')}
        error={errorOf(errors, 'confirm')}
        checked={typed.confirm !== undefined}
      />
      <SubmitButton kind="danger">{t('office.areas.end')}</SubmitButton>
    </form>
  )
}
