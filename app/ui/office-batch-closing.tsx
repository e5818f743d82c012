import type { ClosingFault } from '#app/paper/batch.ts'
import type { BlankTreatment } from '#app/tally/ballots.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { batchHref, type ShownBatch, useBatchName } from './office-batch.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { Stats } from './stat.tsx'
import { TextArea } from './text-field.tsx'

type Totals = {
  readonly sheets: number
  readonly valid: number
  readonly invalid: number
  readonly treatment: BlankTreatment
}

/** Sheets, valid and invalid, to be compared with the pile: never what they say. */
export const ControlTotalsPanel = ({ totals }: { readonly totals: Totals | null }) => {
  const t = useT()
  if (!totals) return null
  const { sheets, valid, invalid, treatment } = totals
  return (
    <Panel title={t('office.batch.close.totals')}>
      <Stats
        items={[
          { label: t('office.batch.close.sheets'), value: sheets },
          { label: t('office.batch.close.valid'), value: valid },
          { label: t('office.batch.close.invalid'), value: invalid },
        ]}
      />
      <p>{t(`office.batch.close.treatment.${treatment}`)}</p>
      <p className="hint">{t('office.batch.close.compare')}</p>
    </Panel>
  )
}

type CloseProps = {
  readonly campaignId: string
  readonly batch: ShownBatch
  readonly fault: ClosingFault | null
}

/** Asks once before a batch is closed, or says what still stands in the way. */
export const CloseForm = ({ campaignId, batch, fault }: CloseProps) => {
  const t = useT()
  const back = <LinkButton href={batchHref(campaignId, batch.id)}>{t('office.batch.act.back')}</LinkButton>
  if (fault)
    return (
      <>
        <Notice kind="warning" title={t('office.batch.close.notYet')}>
          <p>{t(`problem.${fault}`)}</p>
        </Notice>
        <p className="actions">{back}</p>
      </>
    )
  return (
    <form method="post">
      <p>{t('office.batch.close.lead', { sheets: batch.counts.sheets })}</p>
      <div className="actions">
        <SubmitButton kind="danger">{t('office.batch.close.submit')}</SubmitButton>
        {back}
      </div>
    </form>
  )
}

type VoidProps = {
  readonly campaignId: string
  readonly batch: ShownBatch
  readonly longest: number
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Asks for a reason and once more before a batch is given up. */
export const VoidForm = ({ campaignId, batch, longest, typed, errors }: VoidProps) => {
  const t = useT()
  const name = useBatchName(batch)
  return (
    <form method="post">
      <p>{t('office.batch.void.lead')}</p>
      <TextArea
        name="reason"
        label={t('office.batch.void.reason')}
        rows={3}
        value={typed.reason}
        error={errorOf(errors, 'reason')}
        maxLength={longest}
      />
      <Checkbox
        name="confirm"
        value="yes"
        label={t('office.batch.void.confirm', { name })}
        error={errorOf(errors, 'confirm')}
        checked={typed.confirm === 'yes'}
      />
      <div className="actions">
        <SubmitButton kind="danger">{t('office.batch.void.submit')}</SubmitButton>
        <LinkButton href={batchHref(campaignId, batch.id)}>{t('office.batch.act.back')}</LinkButton>
      </div>
    </form>
  )
}
