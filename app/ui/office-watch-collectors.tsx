import { type Channel, channels } from '#app/ballot/ballot.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type CollectorDay = {
  readonly accountId: string
  readonly name: string
  readonly channel: Channel
  readonly day: string
  readonly households: number
}

type Collector = { readonly id: string; readonly name: string; readonly days: readonly CollectorDay[] }

const groupByCollector = (days: readonly CollectorDay[]): readonly Collector[] => {
  const groups = new Map<string, CollectorDay[]>()
  for (const day of days) groups.set(day.accountId, [...(groups.get(day.accountId) ?? []), day])
  return [...groups].map(([id, own]) => ({ id, name: own[0]?.name ?? '', days: own }))
}

const sumOf = (days: readonly CollectorDay[]) => days.reduce((sum, day) => sum + day.households, 0)

const lastOf = (days: readonly CollectorDay[]) =>
  days.reduce((last, { day }) => (day > last ? day : last), '')

/** Households that each person brought in: by means, on how many days, and when last. */
export const WatchCollectors = ({ days }: { readonly days: readonly CollectorDay[] }) => {
  const t = useT()
  const { language } = useSite()
  const used = channels.filter(channel => days.some(day => day.channel === channel))
  const numeric = (header: string, of: (row: Collector) => number): Column<Collector> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  const columns: readonly Column<Collector>[] = [
    { header: t('office.watch.collector'), cell: row => row.name },
    numeric(t('office.watch.total'), row => sumOf(row.days)),
    ...used.map(channel =>
      numeric(t(`term.channel.${channel}`), row => sumOf(row.days.filter(day => day.channel === channel))),
    ),
    numeric(t('office.watch.daysWorked'), row => new Set(row.days.map(day => day.day)).size),
    { header: t('office.watch.last'), cell: row => formatDate(lastOf(row.days), language), numeric: true },
  ]
  return (
    <Panel title={t('office.watch.collectors')}>
      {days.length === 0 ? (
        <p>{t('office.watch.collectorsNone')}</p>
      ) : (
        <DataTable
          caption={t('office.watch.collectorsTable')}
          columns={columns}
          rows={groupByCollector(days)}
          rowKey={row => row.id}
        />
      )}
    </Panel>
  )
}
