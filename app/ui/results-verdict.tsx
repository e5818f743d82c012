import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { printRate, printThreshold } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Reason } from '#app/verdict/judge.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { VerdictBadge } from './badge.tsx'
import { How } from './how.tsx'
import { Requirements } from './results-requirements.tsx'
import { contentNames, ruleSource, ruleValue } from './results-words.ts'
import { RulesTable } from './rules-table.tsx'
import { useSite, useT } from './site.tsx'

type VerdictProps = {
  readonly results: Results
  readonly questionnaire: Questionnaire
  readonly rules: Rules
  /** Offers the page where the rules' values are confirmed, to staff who may read it. */
  readonly rulesLink?: boolean
}

type Missing = Extract<Reason, { readonly code: 'value-unconfirmed' | 'value-open' }>

const isMissing = (reason: Reason): reason is Missing =>
  reason.code === 'value-unconfirmed' || reason.code === 'value-open'

type Short = Exclude<Reason, Missing>

const isShort = (reason: Reason): reason is Short => !isMissing(reason)

/** Says each reason in a sentence with its counts. */
const useSentence = ({ questionnaire, rules }: Omit<VerdictProps, 'results'>) => {
  const t = useT()
  const { language } = useSite()
  const names = contentNames(questionnaire, { t, language })
  const ofValue = (reason: Missing): string =>
    t(`results.reason.${reason.code}`, {
      key: t(`term.ruleKey.${reason.key}`),
      value: ruleValue(rules, reason.key, { t, language }),
      source: ruleSource(rules, reason.key, { t, language }),
    })
  const ofShort = (reason: Short): string => {
    const figures = {
      rate: printRate(reason.rate, language),
      threshold: printThreshold(reason.threshold, language),
      ...reason.rate,
    }
    if (reason.code === 'coverage-below-minimum') return t(`results.reason.${reason.code}`, figures)
    const { dissatisfied, blank } = reason.counts
    const content = names.get(reason.content) ?? reason.content
    const commune = reason.code === 'content-below-threshold-in-commune' ? reason.commune : ''
    return t(`results.reason.${reason.code}`, { ...figures, content, commune, dissatisfied, blank })
  }
  return (reason: Reason): string => (isMissing(reason) ? ofValue(reason) : ofShort(reason))
}

const provisionalKeys = {
  met: 'results.verdict.provisionalMet',
  'not-met': 'results.verdict.provisionalNotMet',
  unknown: 'results.verdict.provisionalUnknown',
} as const

const Reasons = ({
  reasons,
  say,
}: {
  readonly reasons: readonly Reason[]
  readonly say: (reason: Reason) => string
}) =>
  reasons.length === 0 ? null : (
    <ul className="reasons">
      {reasons.map(reason => (
        <li key={say(reason)}>{say(reason)}</li>
      ))}
    </ul>
  )

/** What would give the verdict its basis, and where it is entered. */
const WhatToEnter = ({ rules, rulesLink = false }: Pick<VerdictProps, 'rules' | 'rulesLink'>) => {
  const t = useT()
  return (
    <p>
      {t('results.verdict.enter')}{' '}
      {rulesLink ? <a href={`/quy-tac/${rules.id}`}>{t('results.verdict.enterLink')}</a> : null}
    </p>
  )
}

/** The verdict of the rule pack with every reason: what fails and by how much, or which value nobody confirmed and what the figures would give. */
export const ResultsVerdict = (props: VerdictProps) => {
  const { results, rules } = props
  const t = useT()
  const say = useSentence(props)
  const missing = results.reasons.filter(isMissing)
  const short = results.reasons.filter(isShort)
  const pack = t('results.verdict.rules', { pack: rules.packName, title: t(`term.title.${rules.title}`) })
  return (
    <section className={`panel verdict ${results.verdict}`} aria-labelledby="verdict-title">
      <h2 id="verdict-title">{t('results.verdict.title')}</h2>
      <p className="verdict-word">
        <VerdictBadge verdict={results.verdict} />
      </p>
      <p className="soft">
        {pack} · <How to="ket-luan" what={t('results.verdict.title')} />
      </p>
      <p>{t(`results.verdict.${results.verdict}`)}</p>
      <Reasons reasons={missing} say={say} />
      {results.verdict === 'no-basis' ? <WhatToEnter {...props} /> : null}
      {results.verdict === 'no-basis' ? <p>{t(provisionalKeys[results.provisional ?? 'unknown'])}</p> : null}
      <Reasons reasons={short} say={say} />
      <Requirements {...props} />
      <details>
        <summary>{t('results.verdict.sources')}</summary>
        <RulesTable rules={rules} caption={pack} />
      </details>
    </section>
  )
}
