import { isKey, type T } from '#app/i18n/translate.ts'
import { LinkButton } from './button.tsx'
import type { Link } from './navigation.tsx'
import { PublicFrame } from './public-frame.tsx'
import { useT } from './site.tsx'

/** The nearest status that has words of its own. */
const spoken = (status: number): number => {
  if (isKey(`status.${status}.title`)) return status
  return status >= 500 ? 500 : 400
}

const say = (status: number, part: 'title' | 'what', t: T): string => {
  const key = `status.${spoken(status)}.${part}`
  return isKey(key) ? t(key) : ''
}

/** What happened, in a few words: heading and title of an error's page. */
export const errorTitle = (status: number, t: T): string => say(status, 'title', t)

/** Statuses that say nothing against the round in whose pages they are met: it is there, and the reader is signed in. */
const within: readonly number[] = [403, 409, 410, 422]

/**
 * The overview of the round whose page this address is, where that is the way on from an error; null elsewhere, and on
 * the overview itself.
 */
export const roundOf = (pathname: string, status: number): string | null => {
  const round = /^\/(?:dot|dot-nhieu-xa)\/[0-9a-f-]{36}(?=\/.)/.exec(pathname)
  return round && within.includes(status) ? round[0] : null
}

type ErrorPageProps = {
  readonly status: number
  /** What was thrown beside the status: a title and words of its own take the place of the status's. */
  readonly title?: string | undefined
  readonly what?: string | undefined
  /** Where the reader came from, with words for it. */
  readonly back?: Link | null
}

/** What went wrong in plain words and what to do next; never how the program is made. */
export const ErrorPage = ({ status, title, what, back = null }: ErrorPageProps) => {
  const t = useT()
  return (
    <PublicFrame>
      <h1>{title ?? errorTitle(status, t)}</h1>
      <p className="lead">{what ?? say(status, 'what', t)}</p>
      <p className="actions">
        {back ? (
          <LinkButton href={back.href} kind="primary">
            {back.label}
          </LinkButton>
        ) : null}
        <LinkButton href="/" kind={back ? 'secondary' : 'primary'}>
          {t('frame.home')}
        </LinkButton>
        {status === 401 ? <LinkButton href="/dang-nhap">{t('home.signIn')}</LinkButton> : null}
      </p>
    </PublicFrame>
  )
}
