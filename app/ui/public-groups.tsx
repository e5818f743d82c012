import { formatInteger } from '#app/i18n/format.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Rate } from '#app/tally/rate.ts'
import { DataTable } from './data-table.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

/** Rounds of one year and title, added up over their ballots. */
export type Group = {
  readonly year: number
  readonly title: Title
  readonly campaigns: number
  readonly met: number
  readonly notMet: number
  readonly noBasis: number
  readonly coverage: Rate
  readonly overall: Rate
}

type GroupsProps = { readonly groups: readonly Group[] }

const keyOf = ({ year, title }: Group): string => `${year} ${title}`

/** Only for drawing; figures are printed from whole numbers. */
const share = (part: number, whole: number): string =>
  whole === 0 ? '0' : `${((100 * part) / whole).toFixed(3)}%`

/** Rounds by their verdict, as long as their number is beside the greatest one. */
const VerdictBar = ({ group, most }: { readonly group: Group; readonly most: number }) => (
  <svg className="bar-svg" width="100%" height="22" aria-hidden="true" focusable="false">
    <rect className="bar-base" x="0" y="3" width={share(group.campaigns, most)} height="16" />
    <rect className="bar-no" x={share(group.met, most)} y="3" width={share(group.notMet, most)} height="16" />
    <rect className="bar-yes" x="0" y="3" width={share(group.met, most)} height="16" />
  </svg>
)

const RateBar = ({ rate }: { readonly rate: Rate }) => (
  <svg className="bar-svg" width="100%" height="14" aria-hidden="true" focusable="false">
    <rect className="bar-base" x="0" y="2" width="100%" height="10" />
    <rect className="bar-rate" x="0" y="2" width={share(rate.part, rate.whole)} height="10" />
  </svg>
)

const Line = ({ group, most }: { readonly group: Group; readonly most: number }) => {
  const t = useT()
  const { met, notMet, noBasis, year, title } = group
  return (
    <li>
      <p>
        <b>
          {year} · {t(`term.title.${title}`)}
        </b>{' '}
        <span className="bar-text">{t('province.counts', { met, notMet, noBasis })}</span>
      </p>
      <VerdictBar group={group} most={most} />
      <p>
        <span>{t('results.coverage')}</span>{' '}
        <span className="bar-text">
          <RateText rate={group.coverage} />
        </span>
      </p>
      <RateBar rate={group.coverage} />
      <p>
        <span>{t('results.overall')}</span>{' '}
        <span className="bar-text">
          <RateText rate={group.overall} />
        </span>
      </p>
      <RateBar rate={group.overall} />
    </li>
  )
}

/** Verdicts, coverage and overall satisfaction by year and title as a picture that the server draws. */
export const GroupsChart = ({ groups }: GroupsProps) => {
  const t = useT()
  const most = Math.max(...groups.map(({ campaigns }) => campaigns))
  return (
    <figure className="bars groups">
      <figcaption>{t('province.chart')}</figcaption>
      <ul className="bar-legend" aria-hidden="true">
        <li className="key-yes">{t('verdict.met')}</li>
        <li className="key-no">{t('verdict.not-met')}</li>
        <li>{t('province.others')}</li>
      </ul>
      <ol>
        {groups.map(group => (
          <Line key={keyOf(group)} group={group} most={most} />
        ))}
      </ol>
    </figure>
  )
}

/** The same figures as a table. */
export const GroupsTable = ({ groups }: GroupsProps) => {
  const t = useT()
  const { language } = useSite()
  const count = (header: string, of: (group: Group) => number) => ({
    header,
    cell: (group: Group) => formatInteger(of(group), language),
    numeric: true,
  })
  return (
    <DataTable
      caption={t('province.chart')}
      columns={[
        {
          header: t('province.yearTitle'),
          cell: group => `${group.year} · ${t(`term.title.${group.title}`)}`,
        },
        count(t('province.rounds'), group => group.campaigns),
        count(t('verdict.met'), group => group.met),
        count(t('verdict.not-met'), group => group.notMet),
        count(t('verdict.no-basis'), group => group.noBasis),
        {
          header: t('results.coverage'),
          cell: group => <RateText rate={group.coverage} />,
          numeric: true,
        },
        {
          header: t('results.overall'),
          cell: group => <RateText rate={group.overall} />,
          numeric: true,
        },
      ]}
      rows={groups}
      rowKey={keyOf}
    />
  )
}
