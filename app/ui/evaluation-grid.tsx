import { thresholdFor, type WeakSpot, weakSpots } from '#app/dossier/evaluation.ts'
import { usualCells } from '#app/dossier/small-cells.ts'
import { criteriaSets } from '#app/questionnaire/criteria.ts'
import type { Content } from '#app/questionnaire/questionnaire.ts'
import { meetsPercent, type Percent, printRate, printThreshold, type Rate } from '#app/tally/rate.ts'
import type { AreaFigures } from '#app/verdict/figures.ts'
import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import { How } from './how.tsx'
import { Icon } from './icon.tsx'
import { Panel } from './panel.tsx'
import { RateText, useCounts } from './rate-text.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

/** Weak spots that are listed at once; the rest opens. */
const listed = 10

const Cell = ({ rate, threshold }: { readonly rate: Rate; readonly threshold: Percent | null }) => {
  const t = useT()
  const { language } = useSite()
  const counts = useCounts()
  const below = threshold !== null && rate.whole > 0 && !meetsPercent(rate, threshold)
  return (
    <>
      {below ? (
        <span className="below">
          <Icon name="no" />
          <span className="visually-hidden">{t('office.evaluation.grid.below')}: </span>
          <b>{printRate(rate, language)}</b>
        </span>
      ) : (
        <b>{printRate(rate, language)}</b>
      )}
      <span className="remark soft">{counts(rate)}</span>
    </>
  )
}

/** What the mark in a cell says. */
const Legend = () => {
  const t = useT()
  return (
    <p>
      <Badge tone="bad" icon="no">
        {t('office.evaluation.grid.below')}
      </Badge>{' '}
      <span className="soft">{t('office.evaluation.grid.legend')}</span>
    </p>
  )
}

/** A content as a column is headed: its number and its criterion's short name; the whole statement stands in the list above. */
const useHeading = ({ questionnaire }: EvaluationShown) => {
  const t = useT()
  const { language } = useSite()
  const set = Object.values(criteriaSets).find(({ id }) => id === questionnaire.criteriaSet)
  return ({ key, criterion, statement }: Content, index: number): string => {
    if (key === 'overall') return t('results.overall')
    const name = set?.criteria.find(({ number }) => number === criterion)?.name[language]
    return `${index + 1}. ${name ?? statement[language].replace(/\.$/, '')}`
  }
}

const SpotLine = ({ spot, name }: { readonly spot: WeakSpot; readonly name: string }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <li>
      {name}, <b>{spot.village}</b>: <RateText rate={spot.rate} />,{' '}
      {t('office.evaluation.grid.threshold', { threshold: printThreshold(spot.threshold, language) })}
    </li>
  )
}

const Spots = ({ evaluation }: { readonly evaluation: EvaluationShown }) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(evaluation.questionnaire, { t, language })
  const spots = weakSpots(evaluation)
  const line = (spot: WeakSpot) => (
    <SpotLine
      key={`${spot.village} ${spot.content}`}
      spot={spot}
      name={names.get(spot.content) ?? spot.content}
    />
  )
  if (spots.length === 0) return <p>{t('office.evaluation.grid.none')}</p>
  const rest = spots.slice(listed)
  return (
    <>
      <ul>{spots.slice(0, listed).map(line)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('office.evaluation.grid.rest', { count: rest.length })}</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </>
  )
}

/** Villages of few ballots, whose cells would be merged in what everybody may read. */
const SmallVillages = ({ evaluation }: { readonly evaluation: EvaluationShown }) => {
  const t = useT()
  const few = usualCells.manyBallots
  const small = evaluation.results.units.filter(({ valid }) => valid > 0 && valid < few)
  if (small.length === 0) return null
  return (
    <p className="hint">
      {t('office.evaluation.grid.small', { few, villages: small.map(({ name }) => name).join(', ') })}
    </p>
  )
}

type Row = AreaFigures & { readonly name: string }

/** Every village against every content, with what stays below its threshold: first as a list, then as a table. */
export const EvaluationGrid = (evaluation: EvaluationShown) => {
  const t = useT()
  const heading = useHeading(evaluation)
  const { questionnaire, results, rules } = evaluation
  const columns = questionnaire.contents.map((content, index) => ({
    header: heading(content, index),
    numeric: true,
    cell: (row: Row) => (
      <Cell
        rate={row.contents[index]?.satisfied ?? { part: 0, whole: 0 }}
        threshold={thresholdFor(rules, results, content.key)}
      />
    ),
  }))
  return (
    <Panel title={t('office.evaluation.grid.title')} anchor="grid-title">
      <p>
        {t('office.evaluation.grid.lead')}{' '}
        <How to="ty-le-noi-dung" what={t('office.evaluation.grid.title')} />
      </p>
      <h3>{t('office.evaluation.grid.spots')}</h3>
      <Spots evaluation={evaluation} />
      <SmallVillages evaluation={evaluation} />
      <Legend />
      <DataTable<Row>
        caption={t('office.evaluation.grid.caption')}
        pinned
        columns={[{ header: t('results.village.name'), cell: row => row.name }, ...columns]}
        rows={results.units}
        rowKey={row => row.name}
        total={{ ...results.area, name: t('results.village.whole') }}
      />
    </Panel>
  )
}
