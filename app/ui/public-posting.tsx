import type { Standing } from '#app/campaign/posting.ts'
import { formatDate } from '#app/i18n/format.ts'
import { villageInText } from './commune-name.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

export type PublicPosted = {
  readonly startsOn: string
  readonly lastDay: string
  readonly villages: readonly string[]
  readonly atCommune: boolean
  readonly byLoudspeaker: boolean
  readonly contact: string
  readonly standing: Standing
}

const useStanding = ({ standing, startsOn, lastDay }: PublicPosted): string => {
  const t = useT()
  const { language } = useSite()
  const days = { from: formatDate(startsOn, language), to: formatDate(lastDay, language) }
  if (standing.kind === 'running')
    return `${t('publicPages.posting.running', days)} ${t('publicPages.posting.left', { count: standing.daysLeft })}`
  return t(`publicPages.posting.${standing.kind}`, days)
}

/** Until when the results hang, where, and how to object. */
export const PublicPosting = (posted: PublicPosted) => {
  const t = useT()
  const { language } = useSite()
  const villages = posted.villages.map(name => villageInText(name, language))
  const places = [
    ...(posted.atCommune ? [t('office.posting.atCommune')] : []),
    ...(posted.byLoudspeaker ? [t('office.posting.byLoudspeaker')] : []),
    ...(villages.length > 0 ? [t('office.posting.houses', { villages: villages.join(', ') })] : []),
  ]
  return (
    <Notice title={t('publicPages.posting.title')}>
      <p>
        <b>{useStanding(posted)}</b>
      </p>
      <p>{t('publicPages.posting.where', { places: places.join('; ') })}</p>
      {posted.standing.kind === 'over' ? null : (
        <p>{t('publicPages.posting.how', { contact: posted.contact })}</p>
      )}
    </Notice>
  )
}

export type PastVersion = {
  readonly version: number
  readonly closedOn: string
  readonly reopenedOn: string
  readonly reason: string
  /** When its verification note was signed, `yyyy-mm-dd`; null where it was not. */
  readonly verifiedOn: string | null
}

/** That the appraisers found a version in order, and when. */
export const VerifiedOn = ({ day }: { readonly day: string | null | undefined }) => {
  const t = useT()
  const { language } = useSite()
  return day ? <p>{t('publicPages.verified', { date: formatDate(day, language) })}</p> : null
}

/** Versions that others took the place of, each with its reason and its results. */
export const PastVersions = ({
  id,
  earlier,
}: {
  readonly id: string
  readonly earlier: readonly PastVersion[]
}) => {
  const t = useT()
  const { language } = useSite()
  if (earlier.length === 0) return null
  return (
    <Notice title={t('publicPages.versions.title', { version: earlier.length + 1 })}>
      <ul>
        {earlier.map(({ version, closedOn, reason, verifiedOn }) => (
          <li key={version}>
            <a href={`/ket-qua/${id}/ban/${version}`}>
              {t('publicPages.versions.link', { version, date: formatDate(closedOn, language) })}
            </a>{' '}
            {t('publicPages.versions.because', { version: version + 1, reason })}
            {verifiedOn ? (
              <>
                {' '}
                {t('publicPages.versions.noteReplaced', {
                  date: formatDate(verifiedOn, language),
                  version: version + 1,
                })}
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Above a version that is past: what took its place, and why. */
export const ReplacedBy = ({
  id,
  past,
  collecting,
}: {
  readonly id: string
  readonly past: PastVersion
  readonly collecting: boolean
}) => {
  const t = useT()
  const { language } = useSite()
  const { version, reopenedOn, reason, verifiedOn } = past
  const date = formatDate(reopenedOn, language)
  return (
    <Notice kind="warning" title={t('publicPages.versions.replaced', { version })}>
      <p>{t('publicPages.versions.reopened', { date, version: version + 1, reason })}</p>
      {verifiedOn ? (
        <p>
          {t('publicPages.versions.noteReplaced', {
            date: formatDate(verifiedOn, language),
            version: version + 1,
          })}
        </p>
      ) : null}
      {collecting ? (
        <p>{t('publicPages.versions.collecting')}</p>
      ) : (
        <p>
          <a href={`/ket-qua/${id}`}>{t('publicPages.versions.current')}</a>
        </p>
      )}
    </Notice>
  )
}
