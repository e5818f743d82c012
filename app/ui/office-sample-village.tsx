import type { Outcome } from '#app/household/outcome.ts'
import { outcomes } from '#app/household/outcome.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type MemberShown = {
  readonly place: number
  readonly listedAs: string
  readonly state: 'drawn' | 'reserve' | 'replaced' | 'passed-over'
  readonly number: string | null
  readonly name: string | null
  readonly standing: string | null
  readonly reason: Outcome | 'gone' | null
  readonly replacedOn: string | null
  readonly answered: boolean
}

const useMemberWords = () => {
  const t = useT()
  const { language } = useSite()
  const household = ({ number, name }: MemberShown): string =>
    name === null ? t('office.sample.village.noName') : [number, name].filter(Boolean).join(' · ')
  const why = (reason: MemberShown['reason']): string =>
    reason === null || reason === 'gone'
      ? t('office.sample.village.reason.gone')
      : t(`term.outcome.${reason}`).toLocaleLowerCase(language)
  const state = (member: MemberShown): string => {
    if (member.state === 'replaced' || member.state === 'passed-over')
      return t(`office.sample.village.${member.state}`, {
        reason: why(member.reason),
        date: formatDate(member.replacedOn ?? '', language),
      })
    if (member.answered) return t('office.sample.village.answered')
    return t(member.standing === 'active' ? 'office.sample.village.drawn' : 'office.sample.village.gone')
  }
  return { t, household, state }
}

type TableProps = {
  readonly members: readonly MemberShown[]
  readonly hrefOf: ((place: number) => string) | null
}

/** A village's drawn households in the order of their lots, those replaced among them; the reserve is only counted. */
export const DrawnHouseholds = ({ members, hrefOf }: TableProps) => {
  const { t, household, state } = useMemberWords()
  const shown = members.filter(member => member.state !== 'reserve')
  const drawn = shown.filter(member => member.state === 'drawn').length
  const replace = {
    header: t('office.sample.village.do'),
    cell: (member: MemberShown) =>
      hrefOf && member.state === 'drawn' && !member.answered ? (
        <a
          className="tap"
          href={hrefOf(member.place)}
          aria-label={`${t('office.sample.village.replace')}: ${household(member)}`}
        >
          {t('office.sample.village.replace')}
        </a>
      ) : null,
  }
  return (
    <>
      <DataTable
        caption={t('office.sample.village.caption', { count: drawn })}
        columns={[
          { header: t('office.sample.village.household'), cell: household },
          { header: t('office.sample.village.state'), cell: state },
          ...(hrefOf ? [replace] : []),
          { header: t('office.sample.village.place'), cell: member => member.place, numeric: true },
          { header: t('office.sample.village.listed'), cell: member => <code>{member.listedAs}</code> },
        ]}
        rows={shown}
        rowKey={member => String(member.place)}
      />
      <p>{t('office.sample.village.next', { count: members.length - shown.length })}</p>
    </>
  )
}

type ReplaceProps = {
  readonly member: MemberShown
  readonly errors: readonly FormError[]
  readonly back: string
}

/** Asks once why a household leaves the sample, and says what follows. */
export const ReplaceForm = ({ member, errors, back }: ReplaceProps) => {
  const { t, household } = useMemberWords()
  const gone = member.standing !== 'active'
  const reasons = gone
    ? [{ value: 'gone', label: t('office.sample.village.gone') }]
    : outcomes.map(value => ({ value, label: t(`term.outcome.${value}`) }))
  return (
    <Panel title={t('office.sample.replacing.title')}>
      <p>{t('office.sample.replacing.what', { household: household(member) })}</p>
      <form method="post">
        <input type="hidden" name="place" value={member.place} />
        <RadioGroup
          name="reason"
          value={gone ? 'gone' : undefined}
          error={errorOf(errors, 'reason')}
          label={t('office.sample.replacing.reason')}
          options={reasons}
        />
        <p className="actions">
          <SubmitButton kind="danger">{t('office.sample.replacing.submit')}</SubmitButton>
          <LinkButton href={back}>{t('office.sample.replacing.back')}</LinkButton>
        </p>
      </form>
    </Panel>
  )
}
