import { type OpinionChannel, opinionChannels } from '#app/campaign/posting.ts'
import { formatDate } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Pager } from './pager.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextArea, TextField } from './text-field.tsx'

export type PostingOpinion = {
  readonly id: string
  readonly receivedOn: string
  readonly channel: OpinionChannel
  readonly sender: string
  readonly content: string
  readonly answer: string | null
  readonly answeredOn: string | null
}

/** What somebody said of the results. */
export const OpinionText = ({ opinion }: { readonly opinion: PostingOpinion }) => {
  const t = useT()
  const { language } = useSite()
  const channel = t(`office.posting.channels.${opinion.channel}`)
  return (
    <>
      <p className="hint">
        {opinion.sender} ·{' '}
        {t('office.posting.received', { date: formatDate(opinion.receivedOn, language), channel })}
      </p>
      <p>{opinion.content}</p>
    </>
  )
}

const Answer = ({ opinion }: { readonly opinion: PostingOpinion }) => {
  const t = useT()
  const { language } = useSite()
  if (!opinion.answer || !opinion.answeredOn)
    return (
      <p>
        <Badge tone="open" icon="clock">
          {t('office.posting.waiting')}
        </Badge>
      </p>
    )
  return (
    <p>
      <b>{t('office.posting.answerOf', { date: formatDate(opinion.answeredOn, language) })}:</b>{' '}
      {opinion.answer}
    </p>
  )
}

type ListProps = {
  readonly campaignId: string
  readonly opinions: {
    readonly rows: readonly PostingOpinion[]
    readonly total: number
    readonly page: number
    readonly pages: number
  }
  readonly editable: boolean
}

/** Opinions received while the results hang, those without an answer first. */
export const OpinionList = ({ campaignId, opinions, editable }: ListProps) => {
  const t = useT()
  if (opinions.total === 0) return <p>{t('office.posting.opinionsNone')}</p>
  return (
    <>
      <ul className="plain">
        {opinions.rows.map(opinion => (
          <li key={opinion.id}>
            <OpinionText opinion={opinion} />
            <Answer opinion={opinion} />
            {editable ? (
              <p>
                <a className="tap" href={`/dot/${campaignId}/niem-yet/y-kien/${opinion.id}`}>
                  {t(opinion.answer ? 'office.posting.answerAgain' : 'office.posting.answer')}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <Pager {...opinions} hrefOf={page => `/dot/${campaignId}/niem-yet?trang=${page}`} />
    </>
  )
}

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  /** Both `yyyy-mm-dd`. */
  readonly startsOn: string
  readonly today: string
}

/** Records what somebody said. */
export const OpinionForm = ({ typed, errors, startsOn, today }: FormProps) => {
  const t = useT()
  const options = opinionChannels.map(channel => ({
    value: channel,
    label: t(`office.posting.channels.${channel}`),
  }))
  return (
    <Panel title={t('office.posting.addOpinion')}>
      <form method="post" action="#can-sua">
        <input type="hidden" name="viec" value="y-kien" />
        <TextField
          name="sender"
          label={t('office.posting.sender')}
          hint={t('office.posting.senderHint')}
          maxLength={300}
          value={typed.sender}
          error={errorOf(errors, 'sender')}
        />
        <RadioGroup
          name="channel"
          label={t('office.posting.channel')}
          options={options}
          value={typed.channel}
          error={errorOf(errors, 'channel')}
        />
        <DateField
          name="receivedOn"
          label={t('office.posting.receivedOn')}
          value={typed.receivedOn ?? today}
          min={startsOn}
          max={today}
          error={errorOf(errors, 'receivedOn')}
        />
        <TextArea
          name="content"
          label={t('office.posting.content')}
          value={typed.content}
          error={errorOf(errors, 'content')}
        />
        <SubmitButton kind="secondary">{t('office.posting.add')}</SubmitButton>
      </form>
    </Panel>
  )
}
