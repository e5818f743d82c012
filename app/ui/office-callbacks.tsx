import { formatDateTime, formatInteger } from '#app/i18n/format.ts'
import type { Rate } from '#app/tally/rate.ts'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { printBound } from './office-signs-words.ts'
import { Panel } from './panel.tsx'
import { Progress } from './progress.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

export type CallbackResult = {
  readonly drawn: number
  readonly asked: number
  readonly reached: number
  readonly denied: number
  readonly withReceipt: number
  readonly agreement: {
    readonly rate: Rate
    readonly bounds: { readonly lower: number; readonly upper: number }
  }
}

type ResultsProps = {
  readonly whole: CallbackResult
  readonly collectors: readonly (CallbackResult & { readonly name: string })[]
  readonly fewest: number
}

const useBounds = () => {
  const { language } = useSite()
  return ({ bounds }: CallbackResult['agreement']) => ({
    lower: printBound(bounds.lower, language),
    upper: printBound(bounds.upper, language),
  })
}

const WholeResult = ({ whole }: { readonly whole: CallbackResult }) => {
  const t = useT()
  const { language } = useSite()
  const boundsOf = useBounds()
  const ofReached = t('office.callback.ofReached', { reached: whole.reached })
  return (
    <Stats
      items={[
        {
          label: t('office.callback.agreed'),
          value: <RateText rate={whole.agreement.rate} />,
          note: t('office.callback.agreedNote', boundsOf(whole.agreement)),
        },
        { label: t('office.callback.denied'), value: formatInteger(whole.denied, language), note: ofReached },
        {
          label: t('office.callback.withReceipt'),
          value: formatInteger(whole.withReceipt, language),
          note: ofReached,
        },
      ]}
    />
  )
}

/** What call-back found: of everybody, and of each collector with enough households reached. */
export const CallbackResults = ({ whole, collectors, fewest }: ResultsProps) => {
  const t = useT()
  const boundsOf = useBounds()
  if (whole.drawn === 0) return null
  return (
    <Panel title={t('office.callback.result')}>
      <Progress
        label={t('office.callback.progress')}
        rate={{ part: whole.asked, whole: whole.drawn }}
        unit={t('office.callback.unit')}
      />
      {whole.reached === 0 ? <p>{t('office.callback.resultNone')}</p> : <WholeResult whole={whole} />}
      <p className="hint">
        {t('office.callback.byCollectorHow', { fewest })}{' '}
        <How to="dau-hieu" what={t('office.callback.result')} />
      </p>
      {collectors.length === 0 ? null : (
        <DataTable<CallbackResult & { readonly name: string }>
          caption={t('office.callback.byCollector')}
          columns={[
            { header: t('office.callback.collector'), cell: row => row.name },
            {
              header: t('office.callback.agreed'),
              cell: row => <RateText rate={row.agreement.rate} />,
              numeric: true,
            },
            {
              header: t('office.callback.bounds'),
              cell: row => Object.values(boundsOf(row.agreement)).join(' – '),
              numeric: true,
            },
          ]}
          rows={collectors}
          rowKey={row => row.name}
        />
      )}
    </Panel>
  )
}

export type Draw = {
  readonly draw: number
  readonly seed: string
  readonly listHash: string
  readonly listed: number
  /** Instant, ISO 8601. */
  readonly drawnAt: string
}

/** The draws with what anybody needs to draw them again. */
export const CallbackDraws = ({ draws }: { readonly draws: readonly Draw[] }) => {
  const t = useT()
  const { language } = useSite()
  if (draws.length === 0) return null
  const columns: readonly Column<Draw>[] = [
    { header: t('office.callback.drawNumber'), cell: row => formatInteger(row.draw, language) },
    { header: t('office.callback.drawSeed'), cell: row => row.seed },
    {
      header: t('office.callback.drawListed'),
      cell: row => `${formatInteger(row.listed, language)} ${t('office.callback.unit')}`,
      numeric: true,
    },
    { header: t('office.callback.drawnAt'), cell: row => formatDateTime(new Date(row.drawnAt), language) },
    { header: t('office.callback.drawHash'), cell: row => <code>{row.listHash.slice(0, 16)}…</code> },
  ]
  return (
    <DataTable
      caption={t('office.callback.draws')}
      columns={columns}
      rows={draws}
      rowKey={row => String(row.draw)}
    />
  )
}
