import { type CoverageLine, coverageLines } from '#app/dossier/evaluation.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { printThreshold } from '#app/tally/rate.ts'
import type { AreaFigures } from '#app/verdict/figures.ts'
import { Badge } from './badge.tsx'
import { type Column, DataTable } from './data-table.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import { How } from './how.tsx'
import { Panel } from './panel.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

type Row = AreaFigures & Pick<CoverageLine, 'name' | 'short' | 'byHand'>

/** A village with what is to be looked at, in words. */
const Name = ({ row }: { readonly row: Row }) => {
  const t = useT()
  return (
    <>
      {row.name}
      {row.short ? (
        <span className="remark">
          <Badge tone="bad" icon="warn">
            {t('office.evaluation.coverage.short')}
          </Badge>
        </span>
      ) : null}
      {row.byHand > 0 ? (
        <span className="remark">
          <Badge icon="pen">{t('office.evaluation.coverage.byHand', { count: row.byHand })}</Badge>
        </span>
      ) : null}
    </>
  )
}

const useColumns = (): readonly Column<Row>[] => {
  const t = useT()
  const { language } = useSite()
  const count = (header: string, of: (row: Row) => number): Column<Row> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  return [
    { header: t('results.village.name'), cell: row => <Name row={row} /> },
    { header: t('results.village.coverage'), cell: row => <RateText rate={row.coverage} />, numeric: true },
    count(t('results.village.households'), row => row.households),
    count(t('results.village.issued'), row => row.issued),
    count(t('results.village.collected'), row => row.collected),
    count(t('results.village.valid'), row => row.valid),
    count(t('results.village.invalid'), row => row.invalid),
  ]
}

const Lead = ({
  lines,
  evaluation,
}: {
  readonly lines: readonly Row[]
  readonly evaluation: EvaluationShown
}) => {
  const t = useT()
  const { language } = useSite()
  const { drawn, rules, results } = evaluation
  const minimum = rules.minimumCoverage.value
  const below = lines.filter(line => line.short).length
  const asked =
    drawn === null
      ? t('office.evaluation.coverage.everybody')
      : t('office.evaluation.coverage.sample', { drawn, households: results.area.households })
  return (
    <p>
      {asked}{' '}
      {minimum === null
        ? t('office.evaluation.coverage.noMinimum')
        : t('office.evaluation.coverage.below', {
            ...{ below, villages: lines.length },
            minimum: printThreshold(minimum, language),
          })}{' '}
      <How to="ty-le-bao-phu" what={t('results.coverage')} />
    </p>
  )
}

/** Who was reached, village by village, the weakest first. */
export const EvaluationCoverage = (evaluation: EvaluationShown) => {
  const t = useT()
  const lines = coverageLines(evaluation, evaluation.handCounted)
  const whole = { ...evaluation.results.area, name: t('results.village.whole'), short: false, byHand: 0 }
  return (
    <Panel title={t('office.evaluation.coverage.title')} anchor="coverage-title">
      <Lead lines={lines} evaluation={evaluation} />
      <DataTable<Row>
        caption={t('office.evaluation.coverage.caption')}
        captionHidden
        columns={useColumns()}
        rows={lines}
        rowKey={row => row.name}
        total={whole}
      />
    </Panel>
  )
}
