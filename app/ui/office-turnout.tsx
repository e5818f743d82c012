import type { ReactNode } from 'react'
import { type Channel, channels } from '#app/ballot/ballot.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { DataTable } from './data-table.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type TurnoutDay = { readonly channel: Channel; readonly day: string; readonly households: number }

const sumOf = (rows: readonly TurnoutDay[]): number => rows.reduce((sum, row) => sum + row.households, 0)

type TurnoutProps = {
  readonly turnout: readonly TurnoutDay[]
  /** A picture of the same figures, above the table. */
  readonly picture?: ReactNode
}

/** Households that answered: days down, means across. */
export const TurnoutPanel = ({ turnout, picture }: TurnoutProps) => {
  const t = useT()
  const { language } = useSite()
  const days = [...new Set(turnout.map(row => row.day))]
  const cell = (rows: readonly TurnoutDay[]) => formatInteger(sumOf(rows), language)
  const of = (day: string | null) => turnout.filter(row => day === null || row.day === day)
  return (
    <Panel title={t('office.overview.turnout.title')}>
      {turnout.length > 0 ? picture : null}
      {turnout.length === 0 ? (
        <p>{t('office.overview.turnout.none')}</p>
      ) : (
        <DataTable<string | null>
          caption={t('office.overview.turnout.table')}
          captionHidden
          columns={[
            {
              header: t('office.overview.turnout.day'),
              cell: day => (day === null ? t('office.overview.turnout.total') : formatDate(day, language)),
            },
            ...channels.map(channel => ({
              header: t(`term.channel.${channel}`),
              cell: (day: string | null) => cell(of(day).filter(row => row.channel === channel)),
              numeric: true,
            })),
            { header: t('office.overview.turnout.total'), cell: day => cell(of(day)), numeric: true },
          ]}
          rows={days}
          rowKey={day => day ?? ''}
          total={null}
        />
      )}
    </Panel>
  )
}
