import { LinkButton, SubmitButton } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { OfficeFrame } from './office-frame.tsx'
import { carriedFields, Hidden, type KeptForm } from './office-kept-form.tsx'
import { useT } from './site.tsx'
import { PasswordField, TextField } from './text-field.tsx'

export type { KeptForm } from './office-kept-form.tsx'

/** The register's upload loses its file; its confirmation carries only an id. */
const lostFile = ({ path, fields }: KeptForm): boolean =>
  /^\/(dot\/[^/]+\/danh-sach|ho\/[^/]+\/nhap|quan-tri\/dia-ban\/nhap)/.test(path) && !('importId' in fields)

type SignInPageProps = {
  readonly username?: string | undefined
  readonly error?: string | undefined
  /** Where to go afterwards: a path of ours. */
  readonly to?: string | undefined
  readonly kept?: KeptForm | null
  /** Said above the form: the first administrator has just been made, or a new password chosen. */
  readonly ready?: 'administrator' | 'password' | null
}

/** Name and password; below them, unseen, the form that was interrupted. */
export const SignInPage = ({ username, error, to, kept = null, ready = null }: SignInPageProps) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      {error ? <ErrorSummary errors={[{ field: 'username', message: error }]} /> : null}
      <h1>{t(kept ? 'office.signIn.endedTitle' : 'office.signIn.title')}</h1>
      {kept ? (
        <Notice kind="warning">
          <p>{t(lostFile(kept) ? 'office.signIn.endedFile' : 'office.signIn.ended')}</p>
        </Notice>
      ) : (
        <p className="lead">{t('office.signIn.lead')}</p>
      )}
      {ready ? (
        <Notice kind="success">
          <p>{t(ready === 'password' ? 'office.signIn.newPassword' : 'office.signIn.ready')}</p>
        </Notice>
      ) : null}
      <form method="post" action="/dang-nhap" className="narrow">
        <Hidden values={carriedFields({ to, kept })} />
        <TextField
          name="username"
          label={t('office.signIn.username')}
          value={username}
          error={error}
          autoComplete="username"
          width="medium"
          maxLength={80}
        />
        <PasswordField name="password" label={t('office.signIn.password')} />
        <SubmitButton>{t('office.signIn.submit')}</SubmitButton>
      </form>
      <p className="soft">{t('office.signIn.forgotten')}</p>
    </OfficeFrame>
  )
}

/** The form as it was, to be sent with one press. */
export const KeptFormAgain = ({ kept }: { readonly kept: KeptForm }) => {
  const t = useT()
  if (lostFile(kept))
    return (
      <>
        <p className="lead">{t('office.signIn.endedFile')}</p>
        <LinkButton href={kept.path} kind="primary">
          {t('office.signIn.chooseFile')}
        </LinkButton>
      </>
    )
  return (
    <form method="post" action={kept.path}>
      <p className="lead">{t('office.signIn.resumed')}</p>
      <Hidden values={kept.fields} />
      <SubmitButton>{t('office.signIn.resend')}</SubmitButton>
    </form>
  )
}

/** After signing in again. */
export const ResumedPage = ({ kept }: { readonly kept: KeptForm }) => {
  const t = useT()
  return (
    <OfficeFrame person={null}>
      <h1>{t('office.signIn.resumedTitle')}</h1>
      <KeptFormAgain kept={kept} />
    </OfficeFrame>
  )
}
