import type { EvaluationShown } from './evaluation-shown.ts'
import { Notice } from './notice.tsx'
import { PartOfJoint } from './office-joint-part.tsx'
import { Panel } from './panel.tsx'
import { ResultsBounds } from './results-bounds.tsx'
import { ResultsOverall } from './results-head.tsx'
import { ResultsSample } from './results-sample.tsx'
import { ResultsVerdict } from './results-verdict.tsx'
import { ruleValue } from './results-words.ts'
import { useSite, useT } from './site.tsx'

type SensitivityProps = Pick<EvaluationShown, 'results' | 'rules'>

/** Unconfirmed ways of counting under which the outcome would be the other one: what would change the verdict. */
const Sensitivity = ({ results, rules }: SensitivityProps) => {
  const t = useT()
  const { language } = useSite()
  const wordOf = (key: 'base' | 'coverageMeasure', value: string): string =>
    ruleValue({ ...rules, [key]: { ...rules[key], value } }, key, { t, language })
  const lines = results.dependsOn.map(({ key, value, outcome }) =>
    t('office.evaluation.sensitivity.line', {
      key: t(`term.ruleKey.${key}`),
      value: wordOf(key, value),
      outcome: t(`verdict.${outcome}`),
    }),
  )
  return (
    <Panel title={t('office.evaluation.sensitivity.title')}>
      {lines.length === 0 ? (
        <p>{t('office.evaluation.sensitivity.none')}</p>
      ) : (
        <Notice kind="warning">
          <p>{t('office.evaluation.sensitivity.lead')}</p>
          <ul>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Panel>
  )
}

/** The overall rate, the verdict with every threshold's source, its bounds, and what would change it. */
export const EvaluationVerdict = (evaluation: EvaluationShown) => {
  const { campaign, results, rules, drawn, jointHref, mayReadRules } = evaluation
  return (
    <>
      <ResultsOverall {...evaluation} />
      <ResultsSample
        results={results}
        drawn={drawn}
        href={evaluation.mayReadDraw ? `/dot/${campaign.id}/nguoi-duoc-hoi` : null}
      />
      {campaign.partOfJoint ? (
        <PartOfJoint href={jointHref} />
      ) : (
        <ResultsVerdict {...evaluation} rulesLink={mayReadRules} />
      )}
      {campaign.partOfJoint ? null : <Sensitivity results={results} rules={rules} />}
      <ResultsBounds results={results} rules={rules} />
    </>
  )
}
