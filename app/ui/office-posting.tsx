import type { Standing } from '#app/campaign/posting.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton } from './button.tsx'
import { villageInText } from './commune-name.ts'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

type PostingView = {
  readonly campaignId: string
  readonly standing: Standing
  readonly posting: {
    readonly startsOn: string
    readonly days: number
    readonly daysDocument: string | null
    readonly villageIds: readonly string[]
    readonly atCommune: boolean
    readonly byLoudspeaker: boolean
    readonly contact: string
  }
  readonly source: string
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  /** Whether the person asking may correct it now. */
  readonly editable: boolean
}

const usePlaces = ({ posting, villages }: PostingView): readonly string[] => {
  const t = useT()
  const { language } = useSite()
  const names = villages
    .filter(one => posting.villageIds.includes(one.villageId))
    .map(one => villageInText(one.name, language))
  return [
    ...(posting.atCommune ? [t('office.posting.atCommune')] : []),
    ...(posting.byLoudspeaker ? [t('office.posting.byLoudspeaker')] : []),
    ...(names.length > 0 ? [t('office.posting.houses', { villages: names.join(', ') })] : []),
  ]
}

const useDays = ({ standing, posting }: PostingView) => {
  const t = useT()
  const { language } = useSite()
  const left =
    standing.kind === 'running'
      ? t('office.posting.leftDays', { count: standing.daysLeft })
      : standing.kind === 'over'
        ? t('office.posting.none')
        : t('office.posting.leftDays', { count: posting.days })
  return [
    { label: t('office.posting.from'), value: formatDate(posting.startsOn, language) },
    { label: t('office.posting.until'), value: formatDate(standing.lastDay, language) },
    { label: t('office.posting.left'), value: left },
  ]
}

/** The papers to hang: a notice to sign, posters for the wall. */
const NoticeLinks = ({ campaignId }: Pick<PostingView, 'campaignId'>) => {
  const t = useT()
  const base = `/dot/${campaignId}/niem-yet`
  return (
    <p className="actions">
      <LinkButton href={`${base}/thong-bao.docx`} download>
        {t('office.posting.notice')}
      </LinkButton>
      <LinkButton href={`${base}/thong-bao.pdf`} download>
        {t('office.posting.noticePdf')}
      </LinkButton>
      <LinkButton href={`${base}/ap-phich.pdf`} download>
        {t('office.posting.poster4')}
      </LinkButton>
      <LinkButton href={`${base}/ap-phich.pdf?kho=A3`} download>
        {t('office.posting.poster3')}
      </LinkButton>
    </p>
  )
}

/** How posting stands: days, places, papers. */
export const PostingSummary = (props: PostingView) => {
  const t = useT()
  const { campaignId, standing, posting, source, editable } = props
  const { days, daysDocument } = posting
  return (
    <Panel title={t(`office.posting.${standing.kind}`)}>
      <Stats items={useDays(props)} />
      <p>
        {daysDocument === null
          ? `${t('office.posting.lengthRule', { count: days })} ${t('office.posting.lengthSource', { source })}`
          : t('office.posting.daysEntered', { days, document: daysDocument })}{' '}
        {t('office.posting.counting')}
      </p>
      <h3>{t('office.posting.where')}</h3>
      <ul>
        {usePlaces(props).map(place => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      <h3>{t('office.posting.contact')}</h3>
      <p>{posting.contact}</p>
      <h3>{t('office.posting.papers')}</h3>
      <NoticeLinks campaignId={campaignId} />
      {editable ? (
        <p>
          <a className="tap" href={`/dot/${campaignId}/niem-yet/sua`}>
            {t('office.posting.edit')}
          </a>
        </p>
      ) : null}
    </Panel>
  )
}

type EndProps = {
  readonly campaignId: string
  readonly standing: Standing
  readonly unanswered: number
}

/** The way on to verification, or what it still waits for. */
export const PostingEnd = ({ campaignId, standing, unanswered }: EndProps) => {
  const t = useT()
  const { language } = useSite()
  if (standing.kind !== 'over') {
    const after = new Date(Date.parse(`${standing.lastDay}T00:00:00Z`) + 86_400_000)
    const date = formatDate(after.toISOString().slice(0, 10), language)
    return <p>{t('office.posting.endWait', { date })}</p>
  }
  if (unanswered > 0) return <p>{t('office.posting.endUnanswered', { count: unanswered })}</p>
  return (
    <p className="actions">
      <LinkButton href={`/dot/${campaignId}/niem-yet/ket-thuc`} kind="primary">
        {t('office.posting.end')}
      </LinkButton>
    </p>
  )
}
