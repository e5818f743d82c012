import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { DateField, TextArea } from './text-field.tsx'

const steps = ['keep', 'ballots', 'codes', 'posting'] as const

/** What reopening does, and what it leaves as it is. */
export const ReopeningSteps = ({ version }: { readonly version: number }) => {
  const t = useT()
  return (
    <Panel title={t('office.reopening.what')}>
      <ul>
        {steps.map(step => (
          <li key={step}>{t(`office.reopening.steps.${step}`, { version })}</li>
        ))}
      </ul>
    </Panel>
  )
}

type FormProps = {
  readonly campaignId: string
  /** The version that it will be. */
  readonly version: number
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  /** `yyyy-mm-dd`. */
  readonly today: string
}

/** Why, until when, and the tick that it is meant. */
export const ReopeningForm = ({ campaignId, version, typed, errors, today }: FormProps) => {
  const t = useT()
  return (
    <form method="post" action="#can-sua">
      <TextArea
        name="reason"
        label={t('office.reopening.reason')}
        hint={t('office.reopening.reasonHint')}
        value={typed.reason}
        error={errorOf(errors, 'reason')}
      />
      <DateField
        name="endsOn"
        label={t('office.reopening.endsOn')}
        min={today}
        value={typed.endsOn}
        error={errorOf(errors, 'endsOn')}
      />
      <Checkbox
        name="confirm"
        value="yes"
        label={t('office.reopening.confirm')}
        checked={typed.confirm === 'yes'}
        error={errorOf(errors, 'confirm')}
      />
      <p className="actions">
        <SubmitButton kind="danger">{t('office.reopening.submit', { version })}</SubmitButton>
        <LinkButton href={`/dot/${campaignId}`}>{t('office.reopening.back')}</LinkButton>
      </p>
    </form>
  )
}
