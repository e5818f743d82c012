import { formatDateTime, formatInteger } from '#app/i18n/format.ts'
import { titles } from '#app/programme/titles.ts'
import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

export type ExportTyped = { readonly title: string; readonly year: string; readonly campaign: string }

type ChooseProps = {
  readonly typed: ExportTyped
  readonly years: readonly number[]
  readonly choices: readonly { readonly id: string; readonly name: string; readonly communeName: string }[]
}

const all = 'tat-ca'

/** Which rounds the file is to hold; a plain form whose address can be kept. */
export const ExportChoice = ({ typed, years, choices }: ChooseProps) => {
  const t = useT()
  const every = { value: all, label: t('office.export.every') }
  return (
    <form method="get" action="/xuat" className="search">
      <SelectField
        name="danh-hieu"
        label={t('office.export.title')}
        value={typed.title}
        options={[every, ...titles.map(title => ({ value: title, label: t(`term.title.${title}`) }))]}
      />
      <SelectField
        name="nam"
        label={t('office.export.year')}
        value={typed.year}
        options={[every, ...years.map(year => ({ value: String(year), label: String(year) }))]}
      />
      <SelectField
        name="dot"
        label={t('office.export.campaign')}
        value={typed.campaign}
        options={[
          every,
          ...choices.map(one => ({ value: one.id, label: `${one.name} · ${one.communeName}` })),
        ]}
      />
      <SubmitButton kind="secondary">{t('office.export.choose')}</SubmitButton>
    </form>
  )
}

/** The address with the same conditions. */
export const exportAddress = (path: string, { title, year, campaign }: ExportTyped): string =>
  `${path}?${new URLSearchParams({ 'danh-hieu': title, nam: year, dot: campaign })}`

type OfferProps = {
  readonly typed: ExportTyped
  readonly campaigns: number
  readonly ballots: number
}

/** What the file will hold, and the two forms of it. */
export const ExportOffer = ({ typed, campaigns, ballots }: OfferProps) => {
  const t = useT()
  const { language } = useSite()
  if (campaigns === 0)
    return (
      <Notice>
        <p>{t('problem.export-empty')}</p>
      </Notice>
    )
  const write = (count: number) => formatInteger(count, language)
  return (
    <section aria-labelledby="offer-title">
      <h2 id="offer-title">{t('office.export.offerTitle')}</h2>
      <p>
        <b>{t('office.export.offer', { campaigns: write(campaigns), ballots: write(ballots) })}</b>
      </p>
      <p>{t('office.export.byHand')}</p>
      <p className="actions">
        <LinkButton href={exportAddress('/xuat/phieu.xlsx', typed)} kind="primary" download>
          {t('office.export.xlsx')}
        </LinkButton>
        <LinkButton href={exportAddress('/xuat/phieu.csv', typed)} download>
          {t('office.export.csv')}
        </LinkButton>
      </p>
      <details>
        <summary>{t('office.export.columnsTitle')}</summary>
        <ul>
          {(['columnsHead', 'columnsAnswers', 'columnsOrder', 'columnsEnd'] as const).map(key => (
            <li key={key}>{t(`office.export.${key}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

type Shown = {
  readonly id: string
  readonly who: string
  readonly about: string
  readonly format: string
  readonly campaigns: number
  readonly startedAt: Date | string
  readonly state: 'running' | 'finished' | 'failed'
  readonly interrupted: boolean
  readonly rows: number | null
  readonly sha256: string | null
}

const StateWord = ({ one }: { readonly one: Shown }) => {
  const t = useT()
  if (one.state === 'finished')
    return (
      <Badge tone="good" icon="yes">
        {t('office.export.finished')}
      </Badge>
    )
  if (one.state === 'running' && !one.interrupted)
    return <Badge icon="info">{t('office.export.running')}</Badge>
  return (
    <Badge tone="bad" icon="no">
      {t('office.export.failed')}
    </Badge>
  )
}

/** Files that were asked for: when, by whom, how many rows, the hash to hold a file against. */
export const ExportList = ({ exports }: { readonly exports: readonly Shown[] }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <DataTable
      caption={t('office.export.listTitle')}
      captionHidden
      columns={[
        {
          header: t('office.export.when'),
          cell: one => formatDateTime(new Date(one.startedAt), language),
        },
        { header: t('office.export.who'), cell: one => one.who },
        {
          header: t('office.export.about'),
          cell: one => `${one.about} · ${one.format.toUpperCase()}`,
        },
        { header: t('office.export.state'), cell: one => <StateWord one={one} /> },
        {
          header: t('office.export.rows'),
          cell: one => (one.rows === null ? '–' : formatInteger(one.rows, language)),
          numeric: true,
        },
        {
          header: t('office.export.hash'),
          cell: one => (one.sha256 === null ? '–' : <code className="long">{one.sha256}</code>),
        },
      ]}
      rows={exports}
      rowKey={one => one.id}
    />
  )
}
