import type { ReactNode } from 'react'
import type { State } from '#app/campaign/campaign.ts'
import type { Standing } from '#app/household/standing.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { isKey } from '#app/i18n/translate.ts'
import { StateBadge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { StandingBadge } from './office-register-list.tsx'
import { useHouseholdLine } from './office-register-words.ts'
import { useSite, useT } from './site.tsx'

export type ShownHousehold = {
  readonly id: string
  readonly number: string | null
  readonly name: string
  readonly villageName: string
  readonly standing: Standing
  readonly movedOn: string | null
  readonly movedReason: string | null
  readonly mergedInto: { readonly id: string; readonly name: string; readonly number: string | null } | null
  /** ISO 8601, as pages receive instants. */
  readonly createdAt: string | Date
}

type FactsProps = {
  readonly household: ShownHousehold
  readonly commune: { readonly id: string; readonly name: string }
}

type Fact = readonly [label: string, value: ReactNode]

/** Everything the register keeps of a household. */
export const HouseholdFacts = ({ household, commune }: FactsProps) => {
  const t = useT()
  const { language } = useSite()
  const lineOf = useHouseholdLine()
  const { movedOn, movedReason, mergedInto } = household
  const facts: readonly Fact[] = [
    [t('office.register.about.name'), household.name],
    [t('office.register.about.number'), household.number ?? t('office.register.about.noNumber')],
    [t('office.register.about.village'), household.villageName],
    [t('office.register.about.commune'), commune.name],
    [t('office.register.about.standing'), <StandingBadge key="standing" standing={household.standing} />],
    ...(movedOn ? [[t('office.register.about.movedOn'), formatDate(movedOn, language)] as const] : []),
    ...(movedReason ? [[t('office.register.about.movedReason'), movedReason] as const] : []),
    ...(mergedInto
      ? [
          [
            t('office.register.about.mergedInto'),
            <a key="into" href={`/ho/${commune.id}/${mergedInto.id}`}>
              {lineOf(mergedInto)}
            </a>,
          ] as const,
        ]
      : []),
    [t('office.register.about.createdAt'), formatDateTime(new Date(household.createdAt), language)],
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type ShownSlot = {
  readonly slotId: string
  readonly campaignId: string
  readonly campaignName: string
  readonly state: State
  readonly issuedOn: string | null
  readonly channel: string | null
  /** Why the household is silent, and since which day. */
  readonly outcome: string | null
  readonly outcomeOn: string | null
}

/** The household's slots: whether handed out and used, by which means; never how it answered. */
export const HouseholdSlots = ({ slots }: { readonly slots: readonly ShownSlot[] | null }) => {
  const t = useT()
  const { language } = useSite()
  if (slots === null) return <p>{t('office.register.about.slotsHidden')}</p>
  if (slots.length === 0) return <p>{t('office.register.about.noSlots')}</p>
  const took = ({ channel, outcome, outcomeOn }: ShownSlot) => {
    const [means, silent] = [`term.channel.${channel}`, `term.outcome.${outcome}`]
    if (isKey(means)) return t(means)
    if (!isKey(silent)) return t('office.register.about.notTaken')
    return outcomeOn ? `${t(silent)} (${formatDate(outcomeOn, language)})` : t(silent)
  }
  return (
    <DataTable
      caption={t('office.register.about.slots')}
      captionHidden
      columns={[
        {
          header: t('office.register.about.campaign'),
          cell: slot => (
            <>
              <a href={`/dot/${slot.campaignId}`}>{slot.campaignName}</a>
              <span className="remark">
                <StateBadge state={slot.state} />
              </span>
            </>
          ),
        },
        {
          header: t('office.register.about.issued'),
          cell: slot =>
            slot.issuedOn ? formatDate(slot.issuedOn, language) : t('office.register.about.notIssued'),
        },
        { header: t('office.register.about.took'), cell: took },
      ]}
      rows={slots}
      rowKey={slot => slot.slotId}
    />
  )
}

type ActionsProps = {
  readonly address: string
  readonly household: ShownHousehold
  readonly communeId: string
}

/** What can be done to one household. Taking it back undoes moving out and merging, so it asks nothing. */
export const HouseholdActions = ({ address, household, communeId }: ActionsProps) => {
  const t = useT()
  const active = household.standing === 'active'
  return (
    <form method="post" className="actions">
      {active ? null : <SubmitButton>{t('office.register.about.return')}</SubmitButton>}
      <LinkButton href={`${address}/sua`} kind={active ? 'primary' : 'secondary'}>
        {t('office.register.about.change')}
      </LinkButton>
      {active ? (
        <>
          <LinkButton href={`${address}/chuyen-di`}>{t('office.register.about.moveOut')}</LinkButton>
          <LinkButton href={`/ho/${communeId}/gop?ho=${household.id}`}>
            {t('office.register.about.merge')}
          </LinkButton>
        </>
      ) : null}
      <LinkButton href={`${address}/xoa`}>{t('office.register.about.delete')}</LinkButton>
    </form>
  )
}
