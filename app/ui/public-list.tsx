import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

/** A closed round on the list; `closedOn` is a day, `yyyy-mm-dd`. */
export type ClosedRound = Pick<Campaign, 'id' | 'title' | 'communeName' | 'startsOn' | 'endsOn'> & {
  readonly closedOn: string
}

const Round = ({ round }: { readonly round: ClosedRound }) => {
  const t = useT()
  const { language } = useSite()
  const day = (value: string) => formatDate(value, language)
  const days = { from: day(round.startsOn), to: day(round.endsOn), closed: day(round.closedOn) }
  return (
    <li>
      <a className="tap" href={`/ket-qua/${round.id}`}>
        <b>{round.communeName}</b>
      </a>
      <p>{t(`term.title.${round.title}`)}</p>
      <p className="soft">{t('publicPages.closedOn', days)}</p>
    </li>
  )
}

/** Closed rounds, the newest first; says so when there is none. */
export const ClosedRounds = ({ rounds }: { readonly rounds: readonly ClosedRound[] }) => {
  const t = useT()
  return (
    <>
      <h1>{t('publicPages.listTitle')}</h1>
      {rounds.length === 0 ? (
        <Notice>
          <p>{t('publicPages.empty')}</p>
        </Notice>
      ) : (
        <>
          <p className="lead">{t('publicPages.listLead')}</p>
          <p>
            {rounds.length > 1 ? (
              <>
                <a href="/so-sanh">{t('compare.link')}</a> ·{' '}
              </>
            ) : null}
            <a href="/phuong-phap">{t('methodPage.title')}</a>
          </p>
          <ul className="rounds">
            {rounds.map(round => (
              <Round key={round.id} round={round} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
