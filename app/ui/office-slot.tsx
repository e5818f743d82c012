import { type Outcome, outcomes } from '#app/household/outcome.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { SlotState } from './office-handing-out.tsx'
import type { ListedSlot } from './office-handing-village.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type ShownSlot = ListedSlot & {
  readonly villageName: string
  readonly outcomeOn: string | null
  readonly codeVersion: number
  /** Answered before the campaign was reopened: it needs no code any more. */
  readonly answeredBefore: boolean
}

const StateOf = ({ slot }: { readonly slot: ShownSlot }) => {
  const t = useT()
  const { language } = useSite()
  const { channel, outcome, outcomeOn } = slot
  if (channel !== null || outcome === null || outcomeOn === null) return <SlotState {...slot} />
  const date = formatDate(outcomeOn, language)
  return t('office.handing.slot.since', { reason: t(`term.outcome.${outcome}`), date })
}

/** What is known of a household's slot: participation, and nothing of how it answered. */
export const SlotFacts = ({ slot }: { readonly slot: ShownSlot }) => {
  const t = useT()
  const { language } = useSite()
  const { villageName, number, issuedOn, codeVersion } = slot
  const facts = [
    { label: t('office.handing.slot.village'), value: villageName },
    { label: t('office.handing.slot.number'), value: number ?? t('office.handing.slot.noNumber') },
    {
      label: t('office.handing.slot.issuedOn'),
      value: issuedOn ? formatDate(issuedOn, language) : t('office.handing.list.notIssued'),
    },
    { label: t('office.handing.slot.state'), value: <StateOf slot={slot} /> },
    ...(codeVersion > 1
      ? [
          {
            label: t('office.handing.slot.replaced'),
            value: t('office.handing.slot.replacedTimes', { version: codeVersion }),
          },
        ]
      : []),
  ]
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type ActionsProps = { readonly address: string; readonly slot: ShownSlot }

/** What can be done about a household's code while the round collects. */
export const SlotActions = ({ address, slot }: ActionsProps) => {
  const t = useT()
  if (slot.answeredBefore) return <p>{t('office.handing.slot.before')}</p>
  return (
    <form method="post" className="actions">
      <LinkButton href={`${address}/ma`} kind="primary">
        {t('office.handing.slot.showCode')}
      </LinkButton>
      {slot.issuedOn === null ? (
        <SubmitButton kind="secondary" name="viec" value="phat">
          {t('office.handing.slot.issue')}
        </SubmitButton>
      ) : null}
      <LinkButton href={`${address}/cap-lai`}>{t('office.handing.slot.replace')}</LinkButton>
    </form>
  )
}

/** Why a silent household is silent; one that answered has no such reason. */
export const SlotReason = ({ outcome }: { readonly outcome: Outcome | null }) => {
  const t = useT()
  return (
    <Panel title={t('office.handing.slot.reason')}>
      <form method="post">
        <SelectField
          name="ly-do"
          label={t('office.handing.slot.reasonLabel')}
          hint={t('office.handing.slot.reasonHint')}
          value={outcome ?? 'none'}
          options={[
            { value: 'none', label: t('office.handing.slot.none') },
            ...outcomes.map(value => ({ value, label: t(`term.outcome.${value}`) })),
          ]}
        />
        <SubmitButton kind="secondary" name="viec" value="ly-do">
          {t('office.handing.slot.saveReason')}
        </SubmitButton>
      </form>
    </Panel>
  )
}
