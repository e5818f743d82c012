import type { Deed } from '#app/account/permission.ts'
import { isBeforeOpening, type State, take } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

type StepsProps = {
  readonly state: State
  /** Ballots that have come in. */
  readonly collected: number
}

/** What cancelling does: little to a plan, everything to a box. */
export const CancelSteps = ({ state, collected }: StepsProps) => {
  const t = useT()
  const effects = isBeforeOpening(state)
    ? [t('office.cancel.before')]
    : [
        t('office.cancel.answers', { count: collected }),
        t('office.cancel.codes'),
        t('office.cancel.key'),
        t('office.cancel.stays'),
      ]
  return (
    <Panel title={t('office.cancel.what')}>
      <ul>
        {effects.map(effect => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Panel>
  )
}

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  readonly back: string
}

/** The reason, and one box that says it is meant. */
export const CancelForm = ({ typed, errors, back }: FormProps) => {
  const t = useT()
  return (
    <form method="post">
      <TextArea
        name="reason"
        value={typed.reason}
        error={errorOf(errors, 'reason')}
        label={t('office.cancel.reason')}
        hint={t('office.cancel.reasonHint')}
        maxLength={1000}
      />
      <Checkbox
        name="confirm"
        value="yes"
        checked={typed.confirm === 'yes'}
        error={errorOf(errors, 'confirm')}
        label={t('office.cancel.confirm')}
      />
      <p className="actions">
        <SubmitButton kind="danger">{t('office.cancel.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.cancel.back')}</LinkButton>
      </p>
    </form>
  )
}

type CancelledProps = { readonly on: string | null; readonly reason: string | null; readonly opened: boolean }

/** A round that was cancelled: when and why. */
export const CancelledPanel = ({ on, reason, opened }: CancelledProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <Panel title={t('office.cancel.panel')}>
      {on !== null && reason !== null ? (
        <p>{t('office.cancel.on', { date: formatDate(on, language), reason })}</p>
      ) : null}
      {opened ? <p>{t('office.cancel.gone')}</p> : null}
    </Panel>
  )
}

type LinkProps = {
  readonly campaign: { readonly id: string; readonly state: State }
  readonly deeds: readonly Deed[]
}

/** The way to cancelling, apart from the work of the day; only while there is something to cancel. */
export const CancelLink = ({ campaign, deeds }: LinkProps) => {
  const t = useT()
  if (!deeds.includes('campaign.cancel') || !take(campaign.state, 'cancel').ok) return null
  return (
    <p>
      <a className="tap" href={`/dot/${campaign.id}/huy`}>
        {t('office.cancel.link')}
      </a>
    </p>
  )
}
