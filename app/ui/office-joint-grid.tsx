import { formatInteger } from '#app/i18n/format.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { meetsPercent, printRate, printThreshold, type Rate } from '#app/tally/rate.ts'
import type { CommuneFigures, Results } from '#app/verdict/compute.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { Badge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { useCounts } from './rate-text.tsx'
import { contentNames } from './results-words.ts'
import { useSite, useT } from './site.tsx'

type GridProps = { readonly results: Results; readonly questionnaire: Questionnaire; readonly rules: Rules }

/** A rate with its ballots; the word says what fails, not the colour alone. */
const Cell = ({ rate, fails }: { readonly rate: Rate; readonly fails: boolean }) => {
  const t = useT()
  const { language } = useSite()
  const counts = useCounts()
  return (
    <>
      <b>{printRate(rate, language)}</b>
      <br />
      <span className="soft">{counts(rate)}</span>
      {fails ? (
        <>
          <br />
          <Badge tone="bad" icon="no">
            {t('office.joint.results.fails')}
          </Badge>
        </>
      ) : null}
    </>
  )
}

/** Every commune against every content: what `rate(commune, i) ≥ threshold` asks of titles above the commune. */
export const JointGrid = ({ results, questionnaire, rules }: GridProps) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  const threshold = rules.contentThreshold.value
  const rateOf = (commune: CommuneFigures, content: string): Rate =>
    commune.contents.find(one => one.content === content)?.satisfied ?? { part: 0, whole: 0 }
  const columns = results.communes.map(commune => ({
    header: commune.commune,
    numeric: true,
    cell: (content: string) => {
      const rate = rateOf(commune, content)
      return <Cell rate={rate} fails={threshold !== null && !meetsPercent(rate, threshold)} />
    },
  }))
  return (
    <section aria-labelledby="grid-title">
      <h2 id="grid-title">{t('office.joint.results.grid')}</h2>
      <p>
        {threshold === null
          ? t('office.joint.results.gridLeadNone')
          : t('office.joint.results.gridLead', { threshold: printThreshold(threshold, language) })}
      </p>
      <p className="soft">
        {t('office.joint.results.collected')}:{' '}
        {results.communes.map(one => `${one.commune} ${formatInteger(one.valid, language)}`).join(' · ')}
      </p>
      <DataTable
        caption={t('office.joint.results.gridCaption')}
        captionHidden
        columns={[
          { header: t('office.joint.results.contents'), cell: content => names.get(content) ?? content },
          ...columns,
        ]}
        rows={results.contents}
        rowKey={content => content}
      />
    </section>
  )
}
