import { formatInteger } from '#app/i18n/format.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { AreaFigures } from '#app/verdict/figures.ts'
import { Badge } from './badge.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

type VillagesProps = {
  readonly results: Results
  /** Also how each village answered the overall question; without it only households and ballots. */
  readonly rates?: boolean
  /** Villages of which a part or all was counted by hand. */
  readonly handCounted?: readonly { readonly name: string; readonly byHand: number }[]
}

type Row = AreaFigures & { readonly name: string }

/** A village, marked where it was counted by hand. */
const Name = ({ row, byHand }: { readonly row: Row; readonly byHand: ReadonlySet<string> }) => {
  const t = useT()
  return (
    <>
      {row.name}
      {byHand.has(row.name) ? (
        <span className="remark">
          <Badge icon="pen">{t('results.village.byHand')}</Badge>
        </span>
      ) : null}
    </>
  )
}

const useColumns = (rates: boolean, byHand: ReadonlySet<string>): readonly Column<Row>[] => {
  const t = useT()
  const { language } = useSite()
  const count = (header: string, of: (row: Row) => number): Column<Row> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  const answers: readonly Column<Row>[] = [
    {
      header: t('results.village.overall'),
      cell: row => <RateText rate={row.overall.satisfied} />,
      numeric: true,
    },
    {
      header: t('results.village.any'),
      cell: ({ anyDissatisfied: any }) => (any === null ? '–' : <RateText rate={any} />),
      numeric: true,
    },
  ]
  return [
    { header: t('results.village.name'), cell: row => <Name row={row} byHand={byHand} /> },
    count(t('results.village.households'), row => row.households),
    count(t('results.village.issued'), row => row.issued),
    count(t('results.village.collected'), row => row.collected),
    { header: t('results.village.coverage'), cell: row => <RateText rate={row.coverage} />, numeric: true },
    count(t('results.village.valid'), row => row.valid),
    count(t('results.village.invalid'), row => row.invalid),
    ...(rates ? answers : []),
  ]
}

/** Villages line by line and the whole commune last, its ballots added up. */
export const ResultsVillages = ({ results, rates = false, handCounted = [] }: VillagesProps) => {
  const t = useT()
  const byHand = new Set(handCounted.map(village => village.name))
  return (
    <section aria-labelledby="villages-title">
      <h2 id="villages-title">{t('results.village.title')}</h2>
      <DataTable
        caption={t('results.village.caption')}
        columns={useColumns(rates, byHand)}
        rows={results.units}
        rowKey={row => row.name}
        total={{ ...results.area, name: t('results.village.whole') }}
      />
      <p className="soft">
        {t('results.village.pooled')} <How to="gop" what={t('results.village.whole')} />
      </p>
    </section>
  )
}
