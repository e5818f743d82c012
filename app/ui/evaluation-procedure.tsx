import type { Outcome, ProcedureStep } from '#app/dossier/procedure.ts'
import { formatDate } from '#app/i18n/format.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import type { IconName } from './icon.tsx'
import { Panel } from './panel.tsx'
import { ruleSource, ruleValue } from './results-words.ts'
import { useSite, useT } from './site.tsx'

const looks: { readonly [outcome in Outcome]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  done: { tone: 'good', icon: 'yes' },
  'not-done': { tone: 'bad', icon: 'no' },
  pending: { tone: 'quiet', icon: 'clock' },
  look: { tone: 'open', icon: 'warn' },
  unknown: { tone: 'open', icon: 'open' },
}

/** The value a step is held against, with its status and where it comes from. */
const Source = ({
  step,
  evaluation,
}: {
  readonly step: ProcedureStep
  readonly evaluation: EvaluationShown
}) => {
  const t = useT()
  const { language } = useSite()
  const { rules } = evaluation
  const { rule, document } = step
  if (document !== null) return <>{t('office.evaluation.procedure.document', { document })}</>
  if (rule === null) return <>{t(`office.evaluation.procedure.source.${step.step}`)}</>
  const speaker = { t, language }
  return (
    <>
      {ruleValue(rules, rule, speaker)} ({t(`term.ruleStatus.${rules[rule].status}`)}).{' '}
      {ruleSource(rules, rule, speaker)}
    </>
  )
}

/** Every step of the procedure with its days: done, not done, or not written down. */
export const EvaluationProcedure = (evaluation: EvaluationShown) => {
  const t = useT()
  const { language } = useSite()
  const say = ({ code, days, counts, texts }: ProcedureStep): string => {
    const dates = Object.entries(days).map(([name, day]) => [name, formatDate(day, language)] as const)
    return t(`office.evaluation.procedure.said.${code}`, {
      ...Object.fromEntries(dates),
      ...counts,
      ...texts,
    })
  }
  return (
    <Panel title={t('office.evaluation.procedure.title')} anchor="procedure-title">
      <p>{t('office.evaluation.procedure.lead')}</p>
      <DataTable<ProcedureStep>
        caption={t('office.evaluation.procedure.caption')}
        captionHidden
        columns={[
          {
            header: t('office.evaluation.procedure.step'),
            cell: step => (
              <>
                {t(`office.evaluation.procedure.name.${step.step}`)}
                <span className="remark">
                  <Badge {...looks[step.outcome]}>
                    {t(`office.evaluation.procedure.outcome.${step.outcome}`)}
                  </Badge>
                </span>
              </>
            ),
          },
          {
            header: t('office.evaluation.procedure.known'),
            cell: step => (
              <>
                {say(step)}
                <span className="remark soft">
                  {t('office.evaluation.procedure.rule')}: <Source step={step} evaluation={evaluation} />
                </span>
              </>
            ),
          },
        ]}
        rows={evaluation.procedure}
        rowKey={step => step.step}
      />
    </Panel>
  )
}
