import type { LetterState } from '#app/feedback/letter.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { Badge } from './badge.tsx'
import { LinkButton } from './button.tsx'
import { Pager } from './pager.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type Letter = {
  readonly id: string
  readonly villageName: string | null
  readonly content: string | null
  readonly body: string
  readonly receivedOn: string
  readonly state: LetterState
  readonly answer: string | null
  readonly answeredOn: string | null
}

const tones = { new: 'open', read: 'quiet', answered: 'good' } as const

type LetterProps = { readonly letter: Letter; readonly questionnaire: Questionnaire }

/** One letter: its day, what it is about, what it says, and what was answered. */
export const LetterText = ({ letter, questionnaire }: LetterProps) => {
  const t = useT()
  const { language } = useSite()
  const content = questionnaire.contents.find(one => one.key === letter.content)
  const about = content ? content.statement[language] : t('letters.contentNone')
  const place = letter.villageName ?? t('letters.villageNone')
  return (
    <>
      <p className="hint">
        {t('letters.desk.received', { date: formatDate(letter.receivedOn, language) })} · {place} · {about}
      </p>
      <p className="letter">{letter.body}</p>
      <p>
        <Badge tone={tones[letter.state]}>{t(`letters.desk.state.${letter.state}`)}</Badge>
      </p>
      {letter.answer && letter.answeredOn ? (
        <p>
          <b>{t('letters.letter.answeredOn', { date: formatDate(letter.answeredOn, language) })}:</b>{' '}
          {letter.answer}
        </p>
      ) : null}
    </>
  )
}

type CardProps = { readonly campaignId: string; readonly link: string; readonly takes: boolean }

/** The notice to put up, while letters are taken. */
export const LetterboxCard = ({ campaignId, link, takes }: CardProps) => {
  const t = useT()
  if (!takes) return <p>{t('letters.desk.closed')}</p>
  return (
    <Panel title={t('letters.desk.card')}>
      <p>{t('letters.desk.cardLead', { link })}</p>
      <LinkButton href={`/dot/${campaignId}/gop-y/to-dan.pdf`} download>
        {t('letters.desk.print')}
      </LinkButton>
    </Panel>
  )
}

type ListProps = {
  readonly campaignId: string
  readonly questionnaire: Questionnaire
  readonly state: LetterState | null
  readonly counts: { readonly [state in LetterState]: number }
  readonly letters: {
    readonly rows: readonly Letter[]
    readonly total: number
    readonly page: number
    readonly pages: number
  }
}

const Filter = ({ campaignId, state, counts }: Pick<ListProps, 'campaignId' | 'state' | 'counts'>) => {
  const t = useT()
  const here = `/dot/${campaignId}/gop-y`
  const all = counts.new + counts.read + counts.answered
  const current = (one: LetterState | null) => (one === state ? 'page' : undefined)
  return (
    <nav className="actions" aria-label={t('letters.desk.filter')}>
      <a className="tap" href={here} aria-current={current(null)}>
        {t('letters.desk.all', { count: all })}
      </a>
      {(['new', 'read', 'answered'] as const).map(one => (
        <a key={one} className="tap" href={`${here}?loai=${one}`} aria-current={current(one)}>
          {t(`letters.desk.some.${one}`, { count: counts[one] })}
        </a>
      ))}
    </nav>
  )
}

/** Letters with their states, page by page. */
export const LetterList = ({ campaignId, questionnaire, state, counts, letters }: ListProps) => {
  const t = useT()
  const here = `/dot/${campaignId}/gop-y`
  return (
    <>
      <Filter {...{ campaignId, state, counts }} />
      {letters.total === 0 ? <p>{t('letters.desk.none')}</p> : null}
      <ul className="plain">
        {letters.rows.map(letter => (
          <li key={letter.id}>
            <LetterText letter={letter} questionnaire={questionnaire} />
            <p>
              <a className="tap" href={`${here}/${letter.id}`}>
                {t('letters.desk.open')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {letters.total > 0 ? (
        <Pager {...letters} hrefOf={page => `${here}?${state ? `loai=${state}&` : ''}trang=${page}`} />
      ) : null}
    </>
  )
}
