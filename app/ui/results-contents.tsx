import { formatInteger } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { ContentFigures } from '#app/tally/base.ts'
import { printPercent } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { RateBars, type RateLinesProps } from './rate-bars.tsx'
import { RateChart } from './rate-chart.tsx'
import { baseKey, contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

type ContentsProps = {
  readonly results: Results
  readonly questionnaire: Questionnaire
  readonly rules: Rules
  /** Draws the chart that answers to the pointer; without it, and without script, bars stand in its place. */
  readonly chart?: boolean
}

const useNames = (questionnaire: Questionnaire) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  return (content: string): string => names.get(content) ?? content
}

/** A column of bases only where some content's base is not the valid ballots: it would say the same twice. */
const useColumns = ({ results, questionnaire }: ContentsProps): readonly Column<ContentFigures>[] => {
  const t = useT()
  const { language } = useSite()
  const nameOf = useNames(questionnaire)
  const { valid, contents } = results.area
  const count = (header: string, of: (row: ContentFigures) => number): Column<ContentFigures> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  const percent = (header: string, of: 'satisfied' | 'dissatisfied'): Column<ContentFigures> => ({
    header,
    cell: row => printPercent(row[of], language),
    numeric: true,
  })
  const ownBase = contents.some(row => row.satisfied.whole !== valid)
  return [
    { header: t('results.contents.content'), cell: row => nameOf(row.content) },
    count(t('results.contents.valid'), () => valid),
    ...(ownBase ? [count(t('results.contents.base'), row => row.satisfied.whole)] : []),
    count(t('results.contents.satisfied'), row => row.counts.satisfied),
    percent(t('results.contents.satisfiedRate'), 'satisfied'),
    count(t('results.contents.dissatisfied'), row => row.counts.dissatisfied),
    percent(t('results.contents.dissatisfiedRate'), 'dissatisfied'),
    count(t('results.contents.blank'), row => row.counts.blank),
  ]
}

/** Every content's counts and rates as a table, the overall question last. */
export const ContentsTable = (props: ContentsProps) => {
  const t = useT()
  return (
    <DataTable
      caption={t('results.contents.caption', { base: t(baseKey(props.rules)) })}
      columns={useColumns(props)}
      rows={props.results.area.contents}
      rowKey={row => row.content}
    />
  )
}

/** The same rates as a picture, against the threshold of each content. */
export const ContentsChart = ({ results, questionnaire, rules, chart = false }: ContentsProps) => {
  const t = useT()
  const nameOf = useNames(questionnaire)
  const lines: RateLinesProps = {
    caption: t('results.contents.chart', { base: t(baseKey(rules)) }),
    threshold: rules.contentThreshold.value,
    lines: results.area.contents.map(({ content, satisfied, dissatisfied }) => ({
      key: content,
      label: content === 'overall' ? t('results.overall') : nameOf(content),
      satisfied,
      dissatisfied,
    })),
  }
  return chart ? <RateChart {...lines} /> : <RateBars {...lines} />
}

/** Contents as picture and table. */
export const ResultsContents = (props: ContentsProps) => {
  const t = useT()
  return (
    <section aria-labelledby="contents-title">
      <h2 id="contents-title">{t('results.contents.title')}</h2>
      <p className="soft">
        <How to="ty-le-noi-dung" what={t('results.contents.title')} />
      </p>
      <ContentsChart {...props} />
      <ContentsTable {...props} />
    </section>
  )
}
