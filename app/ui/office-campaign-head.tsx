import { type Campaign, isCounted, type State } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Key } from '#app/i18n/translate.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { StateBadge } from './badge.tsx'
import { useSite, useT } from './site.tsx'
import { type StepState, Steps } from './steps.tsx'

type HeadProps = {
  readonly campaign: Campaign
  readonly questionnaire: Pick<Questionnaire, 'name'>
  readonly rules: Rules
}

/** What a round is about, in five lines. */
export const CampaignHead = ({ campaign, questionnaire, rules }: HeadProps) => {
  const t = useT()
  const { language } = useSite()
  const name = questionnaire.name[language]
  const facts: readonly (readonly [Key, string])[] = [
    ['office.overview.facts.commune', campaign.communeName],
    ['office.overview.facts.heading', t(`term.title.${campaign.title}`)],
    [
      'office.overview.facts.days',
      t('office.list.days', {
        from: formatDate(campaign.startsOn, language),
        to: formatDate(campaign.endsOn, language),
      }),
    ],
    ['office.overview.facts.questionnaire', name],
    ['office.overview.facts.rules', rules.packName],
  ]
  return (
    <>
      <h1>{campaign.name}</h1>
      <p>
        <StateBadge state={campaign.state} />
      </p>
      <dl className="facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const steps = ['plan', 'register', 'open', 'collect', 'close', 'results'] as const

/** The step that is being done now: everything before it is done. */
const currentStep = (state: State, households: number): (typeof steps)[number] => {
  if (isCounted(state)) return 'results'
  if (state === 'collecting') return 'collect'
  return households > 0 ? 'open' : 'register'
}

/** The way of a round from plan to report and where it stands. */
export const CampaignSteps = ({
  state,
  households,
}: {
  readonly state: State
  readonly households: number
}) => {
  const t = useT()
  const current = steps.indexOf(currentStep(state, households))
  const stateOf = (index: number): StepState => {
    if (index === current) return 'current'
    return index < current ? 'done' : 'todo'
  }
  return (
    <Steps
      steps={steps.map((step, index) => ({
        label: t(`office.overview.step.${step}`),
        state: stateOf(index),
      }))}
    />
  )
}
