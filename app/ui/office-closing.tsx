import { formatDate } from '#app/i18n/format.ts'
import { coverageOf } from '#app/tally/counts.ts'
import { printThreshold } from '#app/tally/rate.ts'
import { householdsNeeded } from '#app/verdict/remaining.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import { Notice } from './notice.tsx'
import type { Participation } from './office-collecting.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

type ConcernsProps = {
  readonly total: Participation
  readonly rules: Rules
  /** Both `yyyy-mm-dd`. */
  readonly today: string
  readonly endsOn: string
}

const useShortfall = ({ total, rules }: ConcernsProps): string | null => {
  const t = useT()
  const { language } = useSite()
  const minimum = rules.minimumCoverage.value
  if (minimum === null) return null
  const count = householdsNeeded(coverageOf(total, countingOf(rules).coverageMeasure), minimum) ?? 0
  const percent = printThreshold(minimum, language)
  return count === 0 ? null : t('office.closing.below', { percent, count })
}

/** What speaks for waiting: households that have not answered, days left, coverage below the minimum. */
export const ClosingConcerns = (props: ConcernsProps) => {
  const t = useT()
  const { language } = useSite()
  const { households, collected } = props.total
  const shortfall = useShortfall(props)
  const silent = households - collected
  if (silent === 0) return <p>{t('office.closing.all')}</p>
  return (
    <Notice kind="warning">
      <p>
        <b>{t('office.closing.silent', { silent, households })}</b>
      </p>
      {shortfall ? <p>{shortfall}</p> : null}
      {props.today <= props.endsOn ? (
        <p>{t('office.closing.early', { date: formatDate(props.endsOn, language) })}</p>
      ) : null}
    </Notice>
  )
}

const steps = ['stop', 'mix', 'destroy', 'publish'] as const

/** What closing does, in its order. */
export const ClosingSteps = () => {
  const t = useT()
  return (
    <Panel title={t('office.closing.what')}>
      <ol>
        {steps.map(step => (
          <li key={step}>{t(`office.closing.steps.${step}`)}</li>
        ))}
      </ol>
    </Panel>
  )
}
