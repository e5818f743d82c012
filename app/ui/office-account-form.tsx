import type { AreaKind } from '#app/account/area.ts'
import type { Role } from '#app/account/person.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError, Hint } from './field.tsx'
import { Notice } from './notice.tsx'
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

type WhoProps = {
  readonly place: Place & { readonly kind: AreaKind }
  readonly villages: readonly Place[]
  /** Roles that belong there and that the reader may give. */
  readonly roles: readonly Role[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Boxes to tick; where the place is the province there is nothing to choose. */
const Areas = ({ place, villages, typed, errors }: WhoProps) => {
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

const fieldsOf =
  ({ typed, errors }: WhoProps) =>
  (name: string) => ({
    name,
    value: typed[name],
    error: errorOf(errors, name),
  })

const RoleField = (props: WhoProps) => {
  const t = useT()
  const [only, ...more] = props.roles
  if (only && more.length === 0)
    return (
      <p>
        <input type="hidden" name="role" value={only} />
        {t('office.admin.role')}: <b>{t(`term.role.${only}`)}</b>
      </p>
    )
  return (
    <SelectField
      {...fieldsOf(props)('role')}
      label={t('office.admin.role')}
      options={props.roles.map(role => ({ value: role, label: t(`term.role.${role}`) }))}
    />
  )
}

/** Second step of an account made at once: who, in which role, where, with a first password. */
export const AccountForm = (props: WhoProps) => {
  const t = useT()
  const field = fieldsOf(props)
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
      <RoleField {...props} />
      <Areas {...props} />
      <PasswordField
        name="password"
        label={t('office.admin.password')}
        hint={t('office.admin.passwordHint')}
        error={errorOf(props.errors, 'password')}
        autoComplete="new-password"
      />
      <SubmitButton>{t('office.admin.save')}</SubmitButton>
    </form>
  )
}

/** Second step of an invitation: who, in which role, where. */
export const InvitationForm = (props: WhoProps) => {
  const t = useT()
  return (
    <form method="post" className="panel">
      <TextField
        {...fieldsOf(props)('name')}
        label={t('office.admin.inviteName')}
        hint={t('office.admin.inviteNameHint')}
        maxLength={200}
      />
      <RoleField {...props} />
      <Areas {...props} />
      <SubmitButton>{t('office.admin.inviteSubmit')}</SubmitButton>
    </form>
  )
}

/** Another role or other areas of an account, beginning with those it has. */
export const RightsForm = (props: WhoProps) => {
  const t = useT()
  return (
    <form method="post" className="panel">
      <RoleField {...props} />
      <Areas {...props} />
      <SubmitButton>{t('office.admin.rights.save')}</SubmitButton>
    </form>
  )
}

type Held = { readonly role: Role; readonly areas: readonly string[] }

type LosingProps = {
  readonly who: { readonly name: string; readonly username: string }
  readonly before: Held
  readonly after: Held
  /** The form as it was posted. */
  readonly typed: Readonly<Record<string, string>>
  readonly back: string
}

/** Asks once before rights are taken away: what there is, and what there will be. */
export const RightsTakenForm = ({ who, before, after, typed, back }: LosingProps) => {
  const t = useT()
  const line = ({ role, areas }: Held) => `${t(`term.role.${role}`)}; ${areas.join('; ')}`
  return (
    <form method="post">
      <Notice kind="warning">
        <p>{t('office.admin.rights.ask', who)}</p>
      </Notice>
      <dl className="facts">
        {[
          [t('office.admin.rights.before'), line(before)],
          [t('office.admin.rights.after'), line(after)],
        ].map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="actions">
        <SubmitButton kind="danger" name="confirmed" value="co">
          {t('office.admin.rights.confirm')}
        </SubmitButton>
        <LinkButton href={back}>{t('office.admin.rights.back')}</LinkButton>
      </p>
    </form>
  )
}
