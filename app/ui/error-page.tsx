import { isKey } from '#app/i18n/translate.ts'
import { LinkButton } from './button.tsx'
import { PublicFrame } from './public-frame.tsx'
import { useT } from './site.tsx'

type ErrorPageProps = {
  readonly status: number
  /** What was thrown beside the status: a title and words of its own take the place of the status's. */
  readonly title?: string | undefined
  readonly what?: string | undefined
}

/** What went wrong in plain words and what to do next; never how the program is made. */
export const ErrorPage = ({ status, title, what }: ErrorPageProps) => {
  const t = useT()
  const titleKey = `status.${status}.title`
  const whatKey = `status.${status}.what`
  const fallback = status >= 500 ? '500' : '400'
  return (
    <PublicFrame>
      <h1>{title ?? t(isKey(titleKey) ? titleKey : `status.${fallback}.title`)}</h1>
      <p className="lead">{what ?? t(isKey(whatKey) ? whatKey : `status.${fallback}.what`)}</p>
      <p className="actions">
        <LinkButton href="/" kind="primary">
          {t('frame.home')}
        </LinkButton>
        {status === 401 ? <LinkButton href="/dang-nhap">{t('home.signIn')}</LinkButton> : null}
      </p>
    </PublicFrame>
  )
}
