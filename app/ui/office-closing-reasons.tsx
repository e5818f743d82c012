import { type Outcome, outcomes } from '#app/household/outcome.ts'
import { SubmitButton } from './button.tsx'
import { type Option, SelectField } from './choice-field.tsx'
import { type OpenVillage, totalOf } from './office-closing.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

const useOptions = (): readonly Option[] => {
  const t = useT()
  return outcomes.map((outcome: Outcome) => ({ value: outcome, label: t(`term.outcome.${outcome}`) }))
}

type ReasonsProps = {
  readonly campaignId: string
  readonly villages: readonly OpenVillage[]
  readonly error?: string | undefined
}

/** One reason a village for its silent households that have none; what has its own reason keeps it. */
export const ClosingReasons = ({ campaignId, villages, error }: ReasonsProps) => {
  const t = useT()
  const options = useOptions()
  const open = villages.filter(village => (village.unexplained ?? 0) > 0)
  const count = totalOf(villages).unexplained ?? 0
  if (open.length === 0) return <p>{t('office.closing.reasonsNone')}</p>
  return (
    <Panel title={t('office.closing.reasons')}>
      <p>{t('office.closing.reasonsLead', { count })}</p>
      <p>
        {t('office.closing.reasonsOne')}{' '}
        <a href={`/dot/${campaignId}/phat-phieu`}>{t('office.closing.reasonsOneLink')}</a>
      </p>
      <form method="post" action="#can-sua">
        <input type="hidden" name="viec" value="ly-do" />
        {open.map(village => (
          <SelectField
            key={village.villageId}
            name={`ly-do.${village.villageId}`}
            label={t('office.closing.reasonOf', { village: village.name, count: village.unexplained ?? 0 })}
            options={options}
          />
        ))}
        <SelectField name="ly-do" label={t('office.closing.reasonAll')} options={options} error={error} />
        <SubmitButton>{t('office.closing.reasonsSubmit')}</SubmitButton>
      </form>
    </Panel>
  )
}
