import type { Campaign, State } from '#app/campaign/campaign.ts'
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
  /** The page's heading; the round's name unless said. */
  readonly title?: string
}

/** What a round is about, in five lines. */
export const CampaignHead = ({ campaign, questionnaire, rules, title }: HeadProps) => {
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
      <h1>{title ?? campaign.name}</h1>
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

const steps = ['plan', 'register', 'open', 'collect', 'close', 'post', 'verify'] as const

type WayProps = {
  readonly state: State
  readonly households: number
  /** Whether the last day of the round has passed. */
  readonly late: boolean
  /** Whether the plan's number and day are on record: a round can be opened without. */
  readonly planIssued: boolean
}

/** The step that is being done now: everything before it is done; null when all of them are. */
const currentStep = ({ state, households, late }: WayProps): (typeof steps)[number] | null => {
  if (state === 'draft') return 'plan'
  if (state === 'planned') return households > 0 ? 'open' : 'register'
  if (state === 'collecting') return late ? 'close' : 'collect'
  if (state === 'closed' || state === 'posted') return 'post'
  return state === 'awaiting-verification' || state === 'returned' ? 'verify' : null
}

/** The way of a round from its plan to the verification, and where it stands; a cancelled round has none. */
export const CampaignSteps = (props: WayProps) => {
  const t = useT()
  if (props.state === 'cancelled') return null
  const step = currentStep(props)
  const current = step === null ? steps.length : steps.indexOf(step)
  const stateOf = (index: number): StepState => {
    if (index === current) return 'current'
    if (steps[index] === 'plan' && !props.planIssued) return 'todo'
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
