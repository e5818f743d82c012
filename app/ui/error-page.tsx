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

/** Statuses that say nothing against the thing in whose pages they are met: it is there, and the reader is signed in. */
const within: readonly number[] = [403, 409, 410, 422]

/** Things that have pages of their own, by the beginning of the address of their first one. */
const places = [
  { word: 'round', pattern: /^\/(?:dot|dot-nhieu-xa)\/[0-9a-f-]{36}(?=\/.)/ },
  { word: 'dossier', pattern: /^\/ho-so\/[0-9a-f-]{36}(?=\/.)/ },
  { word: 'verification', pattern: /^\/tham-tra\/[0-9a-f-]{36}(?=\/.)/ },
] as const

/** Where an error leads back to: the word for it is a key of `frame`. */
export type Way = { readonly href: string; readonly word: (typeof places)[number]['word'] }

/**
 * The first page of the round, dossier or verification one of whose pages this address is, where that is the way on from
 * an error; null elsewhere, and on that page itself.
 */
export const wayBack = (pathname: string, status: number): Way | null => {
  if (!within.includes(status)) return null
  const [way] = places.flatMap(({ word, pattern }) => {
    const found = pattern.exec(pathname)
    return found ? [{ href: found[0], word }] : []
  })
  return way ?? null
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
