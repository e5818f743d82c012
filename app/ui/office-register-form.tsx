import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

type Values = Readonly<Record<string, string | undefined>>

type HouseholdFormProps = {
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly values: Values
  readonly errors: readonly FormError[]
  /** Whether a household that is listed already is corrected. */
  readonly correcting: boolean
  readonly back: string
}

/** Name, number and village of a household. */
export const HouseholdForm = ({ villages, values, errors, correcting, back }: HouseholdFormProps) => {
  const t = useT()
  const field = (name: string) => ({ name, value: values[name], error: errorOf(errors, name) })
  return (
    <form method="post">
      <TextField {...field('name')} label={t('office.register.form.name')} maxLength={200} />
      <TextField
        {...field('number')}
        label={t('office.register.form.number')}
        hint={t('office.register.form.numberHint')}
        width="short"
        maxLength={40}
        optional
      />
      <SelectField
        {...field('villageId')}
        label={t('office.register.form.village')}
        hint={correcting ? t('office.register.form.villageHint') : undefined}
        options={villages.map(one => ({ value: one.villageId, label: one.name }))}
      />
      <p className="actions">
        <SubmitButton>{t('office.register.form.save')}</SubmitButton>
        <LinkButton href={back}>{t('office.register.form.cancel')}</LinkButton>
      </p>
    </form>
  )
}

type MoveOutFormProps = Pick<HouseholdFormProps, 'values' | 'errors' | 'back'> & { readonly today: string }

/** The day and reason of moving out. */
export const MoveOutForm = ({ values, errors, back, today }: MoveOutFormProps) => {
  const t = useT()
  const field = (name: string) => ({ name, value: values[name], error: errorOf(errors, name) })
  return (
    <form method="post">
      <DateField {...field('movedOn')} label={t('office.register.moveOut.day')} max={today} />
      <TextField
        {...field('reason')}
        label={t('office.register.moveOut.reason')}
        hint={t('office.register.moveOut.reasonHint')}
        maxLength={200}
      />
      <p className="actions">
        <SubmitButton>{t('office.register.moveOut.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.register.form.cancel')}</LinkButton>
      </p>
    </form>
  )
}
