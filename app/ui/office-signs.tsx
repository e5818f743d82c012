import type { ReactNode } from 'react'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import type { YesNo } from '#app/tally/signs-fisher.ts'
import { Badge } from './badge.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { printProbability } from './office-signs-words.ts'
import { Panel } from './panel.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

type Standing = 'ordinary' | 'higher-for-a-human-to-look-at' | 'lower-for-a-human-to-look-at'

type Figures = {
  readonly own: YesNo
  readonly rest: YesNo
  readonly adjusted: number
  readonly standing: Standing
}

export type CollectorSign = {
  readonly village: string
  readonly collector: string
  readonly households: number
  readonly standing: Standing
  /** Null while collecting. */
  readonly figures: Figures | null
}

export type AssistedSign = Figures & { readonly village: string }

export type BurstSign = {
  readonly name: string
  readonly collector: string
  readonly stretch: string
  readonly ballots: number
}

const rateOf = ({ yes, no }: YesNo) => ({ part: yes, whole: yes + no })

const StandingBadge = ({ standing }: { readonly standing: Standing }) => {
  const t = useT()
  return standing === 'ordinary' ? (
    <Badge>{t('office.signs.standing.ordinary')}</Badge>
  ) : (
    <Badge tone="open" icon="info">
      {t(`office.signs.standing.${standing}`)}
    </Badge>
  )
}

const TooFew = ({ count, fewest }: { readonly count: number; readonly fewest: number }) => {
  const t = useT()
  return count === 0 ? null : <p className="hint">{t('office.signs.tooFew', { count, fewest })}</p>
}

const Probability = ({ level }: { readonly level: number }) => {
  const t = useT()
  const { language } = useSite()
  return <p className="hint">{t('office.signs.pHow', { level: printProbability(level, language) })}</p>
}

type CollectorsProps = {
  readonly signs: readonly CollectorSign[]
  readonly tooFew: number
  readonly fewest: number
  readonly level: number
  readonly collecting: boolean
}

const useCollectorColumns = (collecting: boolean): readonly Column<CollectorSign>[] => {
  const t = useT()
  const { language } = useSite()
  const figure = (header: string, of: (figures: Figures) => ReactNode) => ({
    header,
    cell: (row: CollectorSign) => (row.figures ? of(row.figures) : '–'),
    numeric: true,
  })
  return [
    {
      header: t('office.signs.who'),
      cell: row => (
        <>
          {row.village}
          <span className="remark soft">{row.collector}</span>
          <span className="remark">
            <StandingBadge standing={row.standing} />
          </span>
        </>
      ),
    },
    {
      header: t('office.signs.ballots'),
      cell: row => formatInteger(row.households, language),
      numeric: true,
    },
    ...(collecting
      ? []
      : [
          figure(t('office.signs.own'), ({ own }) => <RateText rate={rateOf(own)} />),
          figure(t('office.signs.rest'), ({ rest }) => <RateText rate={rateOf(rest)} />),
          figure(t('office.signs.p'), ({ adjusted }) => printProbability(adjusted, language)),
        ]),
  ]
}

/** Each collector beside the rest of the same village. While collecting, without any rate. */
export const CollectorSigns = ({ signs, tooFew, fewest, level, collecting }: CollectorsProps) => {
  const t = useT()
  const columns = useCollectorColumns(collecting)
  return (
    <Panel title={t('office.signs.collectors')}>
      <p>
        {t('office.signs.collectorsLead')} <How to="dau-hieu" what={t('office.signs.collectors')} />
      </p>
      {collecting ? <p className="soft">{t('office.signs.quiet')}</p> : null}
      {signs.length === 0 ? (
        <p>{t('office.signs.none', { fewest })}</p>
      ) : (
        <DataTable
          caption={t('office.signs.table')}
          columns={columns}
          rows={signs}
          rowKey={row => `${row.village} ${row.collector}`}
        />
      )}
      {signs.length === 0 || collecting ? null : <Probability level={level} />}
      <TooFew count={tooFew} fewest={fewest} />
    </Panel>
  )
}

type AssistedProps = {
  readonly signs: readonly AssistedSign[]
  readonly tooFew: number
  readonly fewest: number
  readonly level: number
}

/** Each village's share of assisted ballots beside all other villages: participation alone. */
export const AssistedSigns = ({ signs, tooFew, fewest, level }: AssistedProps) => {
  const t = useT()
  const { language } = useSite()
  const columns: readonly Column<AssistedSign>[] = [
    {
      header: t('office.signs.village'),
      cell: row => (
        <>
          {row.village}
          <span className="remark">
            <StandingBadge standing={row.standing} />
          </span>
        </>
      ),
    },
    {
      header: t('office.signs.assistedOwn'),
      cell: row => <RateText rate={rateOf(row.own)} />,
      numeric: true,
    },
    {
      header: t('office.signs.assistedRest'),
      cell: row => <RateText rate={rateOf(row.rest)} />,
      numeric: true,
    },
    { header: t('office.signs.p'), cell: row => printProbability(row.adjusted, language), numeric: true },
  ]
  return (
    <Panel title={t('office.signs.assisted')}>
      <p>
        {t('office.signs.assistedLead')} <How to="dau-hieu" what={t('office.signs.assisted')} />
      </p>
      {signs.length === 0 ? (
        <p>{t('office.signs.none', { fewest })}</p>
      ) : (
        <DataTable
          caption={t('office.signs.assistedTable')}
          columns={columns}
          rows={signs}
          rowKey={row => row.village}
        />
      )}
      {signs.length === 0 ? null : <Probability level={level} />}
      <TooFew count={tooFew} fewest={fewest} />
    </Panel>
  )
}

type BurstsProps = {
  readonly bursts: readonly BurstSign[]
  readonly perHour: number
  readonly hours: number
}

/** Days on which one person entered more visits than fit into them. */
export const BurstSigns = ({ bursts, perHour, hours }: BurstsProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <Panel title={t('office.signs.bursts')}>
      <p>
        {t('office.signs.burstsLead', { count: perHour * hours, perHour, hours })}{' '}
        <How to="dau-hieu" what={t('office.signs.bursts')} />
      </p>
      {bursts.length === 0 ? (
        <p>{t('office.signs.burstsNone')}</p>
      ) : (
        <DataTable<BurstSign>
          caption={t('office.signs.burstsTable')}
          columns={[
            { header: t('office.signs.collector'), cell: row => row.name },
            { header: t('office.signs.day'), cell: row => formatDate(row.stretch, language) },
            {
              header: t('office.signs.count'),
              cell: row => formatInteger(row.ballots, language),
              numeric: true,
            },
          ]}
          rows={bursts}
          rowKey={row => `${row.collector} ${row.stretch}`}
        />
      )}
    </Panel>
  )
}
