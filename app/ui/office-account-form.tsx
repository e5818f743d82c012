import type { AreaKind } from '#app/account/area.ts'
import type { Role } from '#app/account/person.ts'
import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError, Hint } from './field.tsx'
import { useT } from './site.tsx'
import { PasswordField, TextField } from './text-field.tsx'

type Place = { readonly id: string; readonly name: string }

type PlaceFormProps = { readonly places: readonly Place[]; readonly place: string | undefined }

/** First step: the province, or one of its communes. */
export const PlaceForm = ({ places, place }: PlaceFormProps) => {
  const t = useT()
  return (
    <form method="get" className="search">
      <SelectField
        name="noi"
        label={t('office.admin.place')}
        hint={t('office.admin.placeHint')}
        value={place}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SubmitButton kind={place ? 'secondary' : 'primary'}>{t('office.admin.choosePlace')}</SubmitButton>
    </form>
  )
}

/** Roles that make sense at a place (domain: who does what). */
const rolesAt: { readonly [kind in Exclude<AreaKind, 'village'>]: readonly Role[] } = {
  province: ['province-front', 'appraiser', 'coordination-office', 'administrator'],
  commune: ['commune-cadre', 'collector', 'peoples-committee'],
}

type AccountFormProps = {
  readonly place: Place & { readonly kind: AreaKind }
  readonly villages: readonly Place[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Boxes to tick; where the place is the province there is nothing to choose. */
const Areas = ({ place, villages, typed, errors }: AccountFormProps) => {
  const t = useT()
  if (place.kind === 'province') return <input type="hidden" name={`area.${place.id}`} value="on" />
  const error = errorOf(errors, 'areas')
  const options = [{ id: place.id, name: `${t('office.admin.wholeCommune')}: ${place.name}` }, ...villages]
  return (
    <fieldset id="areas" tabIndex={-1} className={error ? 'field bad' : 'field'}>
      <legend>{t('office.admin.areas')}</legend>
      <Hint name="areas" hint={t('office.admin.areasHint')} />
      <FieldError name="areas" error={error} />
      {options.map(({ id, name }) => (
        <label className="pick" key={id}>
          <input type="checkbox" name={`area.${id}`} defaultChecked={typed[`area.${id}`] !== undefined} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Second step: who, in which role, and where. */
export const AccountForm = (props: AccountFormProps) => {
  const { place, typed, errors } = props
  const t = useT()
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(errors, name) })
  const offered = rolesAt[place.kind === 'province' ? 'province' : 'commune']
  return (
    <form method="post" className="panel">
      <TextField {...field('name')} label={t('office.admin.name')} maxLength={200} />
      <TextField
        {...field('username')}
        label={t('office.admin.username')}
        hint={t('office.setup.usernameHint')}
        width="medium"
        maxLength={200}
      />
      <SelectField
        {...field('role')}
        label={t('office.admin.role')}
        options={offered.map(role => ({ value: role, label: t(`term.role.${role}`) }))}
      />
      <Areas {...props} />
      <PasswordField
        name="password"
        label={t('office.admin.password')}
        hint={t('office.admin.passwordHint')}
        error={errorOf(errors, 'password')}
        autoComplete="new-password"
      />
      <SubmitButton>{t('office.admin.save')}</SubmitButton>
    </form>
  )
}
