import type { Role } from '#app/account/person.ts'
import { SubmitButton } from './button.tsx'
import { ErrorSummary, errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { OfficeFrame } from './office-frame.tsx'
import { useT } from './site.tsx'
import { PasswordField, TextField } from './text-field.tsx'

const NewPasswordField = ({ errors }: { readonly errors: readonly FormError[] }) => {
  const t = useT()
  return (
    <PasswordField
      name="password"
      label={t('office.links.password')}
      hint={t('office.setup.passwordHint')}
      error={errorOf(errors, 'password')}
      autoComplete="new-password"
    />
  )
}

type InvitationPageProps = {
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  /** Who is signed in on this machine already: taking the invitation signs them out here. */
  readonly signedInAs: string | null
  readonly username: string | undefined
  readonly errors: readonly FormError[]
}

/** What a link of invitation leads to: who is invited to what, and the choice of name and password. */
export const InvitationPage = ({ name, role, areas, signedInAs, username, errors }: InvitationPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.links.invitationTitle')}</h1>
      <p className="lead">{t('office.links.invitationLead')}</p>
      <dl className="facts">
        <div>
          <dt>{t('office.admin.name')}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t('office.admin.role')}</dt>
          <dd>{t(`term.role.${role}`)}</dd>
        </div>
        <div>
          <dt>{t('office.admin.areas')}</dt>
          <dd>{areas.join(', ')}</dd>
        </div>
      </dl>
      {signedInAs ? (
        <Notice kind="warning">
          <p>{t('office.links.signedInAs', { name: signedInAs })}</p>
        </Notice>
      ) : null}
      <form method="post" className="narrow">
        <TextField
          name="username"
          label={t('office.admin.username')}
          hint={t('office.setup.usernameHint')}
          value={username}
          error={errorOf(errors, 'username')}
          autoComplete="username"
          width="medium"
          maxLength={80}
          autoCapitalize="off"
        />
        <NewPasswordField errors={errors} />
        <SubmitButton>{t('office.links.accept')}</SubmitButton>
      </form>
    </OfficeFrame>
  )
}

type NewPasswordPageProps = {
  readonly username: string
  readonly name: string
  readonly errors: readonly FormError[]
}

/** What a link for a new password leads to. */
export const NewPasswordPage = ({ username, name, errors }: NewPasswordPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.links.resetTitle')}</h1>
      <p className="lead">{t('office.links.resetLead', { name, username })}</p>
      <form method="post" className="narrow">
        <input type="hidden" name="username" value={username} autoComplete="username" />
        <NewPasswordField errors={errors} />
        <SubmitButton>{t('office.links.resetSubmit')}</SubmitButton>
      </form>
    </OfficeFrame>
  )
}
