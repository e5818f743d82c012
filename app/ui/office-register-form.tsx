import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox, SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useHouseholdLine } from './office-register-words.ts'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

type Values = Readonly<Record<string, string | undefined>>

type AlikeProps = {
  /** The address of the register. */
  readonly address: string
  readonly households: readonly {
    readonly id: string
    readonly number: string | null
    readonly name: string
  }[]
}

/** Households that may be the one about to be listed, to look at first, and the box that says that they are others. */
const Alike = ({ address, households, error }: AlikeProps & { readonly error: string | undefined }) => {
  const t = useT()
  const lineOf = useHouseholdLine()
  return (
    <Panel title={t('office.register.form.alikeTitle')}>
      <p>{t('office.register.form.alikeLead')}</p>
      <ul>
        {households.map(one => (
          <li key={one.id}>
            <a href={`${address}/${one.id}`}>{lineOf(one)}</a>
          </li>
        ))}
      </ul>
      <Checkbox
        name="others"
        value={households.map(one => one.id).join(' ')}
        label={t('office.register.form.alikeOthers')}
        error={error}
      />
    </Panel>
  )
}

type HouseholdFormProps = {
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly values: Values
  readonly errors: readonly FormError[]
  /** Whether a household that is listed already is corrected. */
  readonly correcting: boolean
  readonly alike?: AlikeProps
  readonly back: string
}

/** Name, number and village of a household. */
export const HouseholdForm = (props: HouseholdFormProps) => {
  const { villages, values, errors, correcting, alike, back } = props
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
      {alike && alike.households.length > 0 ? <Alike {...alike} error={errorOf(errors, 'others')} /> : null}
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
