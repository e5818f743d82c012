import { formatInteger } from '#app/i18n/format.ts'
import { type MeansCounts, type MeansFinding, type MeansLine, usualMeans } from '#app/tally/means.ts'
import type { YesNo } from '#app/tally/signs-fisher.ts'
import { Badge } from './badge.tsx'
import { type Column, DataTable } from './data-table.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import { How } from './how.tsx'
import { printProbability } from './office-signs-words.ts'
import { Panel } from './panel.tsx'
import { RateText } from './rate-text.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

const rateOf = ({ yes, no }: YesNo) => ({ part: yes, whole: yes + no })

const useNames = ({ questionnaire }: EvaluationShown) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  return (question: string): string => {
    if (question === 'any') return t('office.evaluation.means.withoutAny')
    return question === 'overall' ? t('results.overall') : (names.get(question) ?? question)
  }
}

/** A finding in words: more than chance, not seen, or too few ballots to say. */
const Finding = ({ finding }: { readonly finding: MeansFinding }) => {
  const t = useT()
  const { language } = useSite()
  if (finding.kind === 'too-few') return <Badge>{t('office.evaluation.means.tooFew')}</Badge>
  const p = printProbability(finding.p, language)
  if (finding.kind === 'ordinary') return <>{t('office.evaluation.means.ordinary', { p })}</>
  const apart = finding.apart.map(({ channel, higher }) =>
    t(higher ? 'office.evaluation.means.higher' : 'office.evaluation.means.lower', {
      means: t(`term.channel.${channel}`),
    }),
  )
  return (
    <>
      <Badge tone="open" icon="info">
        {t('office.evaluation.means.look')}
      </Badge>
      <span className="remark">{t('office.evaluation.means.different', { p })}</span>
      <span className="remark soft">{apart.join('; ')}</span>
    </>
  )
}

/** Ballots of each means with its overall rate and those without any “chưa hài lòng”. */
const Totals = ({ evaluation }: { readonly evaluation: EvaluationShown }) => {
  const t = useT()
  const { language } = useSite()
  const { counts, lines } = evaluation.means
  const answers = (question: string, { channel }: MeansCounts): YesNo =>
    lines.find(line => line.question === question)?.cells.find(cell => cell.channel === channel)?.answers ?? {
      yes: 0,
      no: 0,
    }
  const count = (header: string, of: (row: MeansCounts) => number): Column<MeansCounts> => ({
    header,
    cell: row => formatInteger(of(row), language),
    numeric: true,
  })
  return (
    <DataTable<MeansCounts>
      caption={t('office.evaluation.means.totals')}
      columns={[
        { header: t('results.means'), cell: row => t(`term.channel.${row.channel}`) },
        count(t('results.village.collected'), row => row.collected),
        count(t('results.village.invalid'), row => row.invalid),
        {
          header: t('results.overall'),
          cell: row => <RateText rate={rateOf(answers('overall', row))} />,
          numeric: true,
        },
        {
          header: t('results.village.any'),
          cell: row => (
            <RateText rate={{ part: row.anyDissatisfied ?? 0, whole: row.collected - row.invalid }} />
          ),
          numeric: true,
        },
      ]}
      rows={counts}
      rowKey={row => row.channel}
    />
  )
}

const Questions = ({ evaluation }: { readonly evaluation: EvaluationShown }) => {
  const t = useT()
  const nameOf = useNames(evaluation)
  const { counts, lines } = evaluation.means
  const columns = counts.map(
    ({ channel }): Column<MeansLine> => ({
      header: t(`term.channel.${channel}`),
      cell: line => {
        const cell = line.cells.find(one => one.channel === channel)
        return cell ? <RateText rate={rateOf(cell.answers)} /> : '–'
      },
      numeric: true,
    }),
  )
  return (
    <DataTable<MeansLine>
      caption={t('office.evaluation.means.questions')}
      columns={[
        { header: t('results.contents.content'), cell: line => nameOf(line.question) },
        { header: t('office.evaluation.means.finding'), cell: line => <Finding finding={line.finding} /> },
        ...columns,
      ]}
      rows={lines}
      rowKey={line => line.question}
    />
  )
}

/** What was left out of the comparison, so that its counts can be put beside the whole. */
const LeftOut = ({ evaluation }: { readonly evaluation: EvaluationShown }) => {
  const t = useT()
  const { nameless, byHand } = evaluation.means
  return (
    <>
      {nameless > 0 ? (
        <p className="hint">{t('office.evaluation.means.nameless', { count: nameless })}</p>
      ) : null}
      {byHand > 0 ? <p className="hint">{t('office.evaluation.means.byHand', { count: byHand })}</p> : null}
    </>
  )
}

/** How households answered by the means of their ballots, and whether the means differ by more than chance. */
export const EvaluationMeans = (evaluation: EvaluationShown) => {
  const t = useT()
  const { language } = useSite()
  const { counts, lines } = evaluation.means
  const different = lines.filter(line => line.finding.kind === 'different').length
  const level = printProbability(usualMeans.level, language)
  return (
    <Panel title={t('office.evaluation.means.title')} anchor="means-title">
      <p>
        {t('office.evaluation.means.lead')} <How to="hinh-thuc" what={t('office.evaluation.means.title')} />
      </p>
      {counts.length === 0 ? null : <Totals evaluation={evaluation} />}
      <LeftOut evaluation={evaluation} />
      {counts.length < 2 ? (
        <p>{t('office.evaluation.means.single')}</p>
      ) : (
        <>
          <p>
            <b>{t('office.evaluation.means.some', { different, all: lines.length })}</b>
          </p>
          <details open={different > 0}>
            <summary>{t('office.evaluation.means.show')}</summary>
            <Questions evaluation={evaluation} />
            <p className="hint">
              {t('office.evaluation.means.how', { level, fewest: usualMeans.fewestBallots })}
            </p>
          </details>
        </>
      )}
    </Panel>
  )
}
