import {
  type CallbackOutcome,
  callbackOutcomes,
  largestDraw,
  receipts,
  saids,
} from '#app/household/callback.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Pager } from './pager.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Draws households by a random text. */
export const DrawForm = ({ typed, errors }: FormProps) => {
  const t = useT()
  return (
    <Panel title={t('office.callback.draw')}>
      <form method="post" action="#can-sua">
        <TextField
          name="seed"
          label={t('office.callback.seed')}
          hint={t('office.callback.seedHint')}
          value={typed.seed}
          maxLength={200}
          width="medium"
          error={errorOf(errors, 'seed')}
        />
        <TextField
          name="size"
          label={t('office.callback.size')}
          hint={t('office.callback.sizeHint')}
          value={typed.size ?? '30'}
          maxLength={String(largestDraw).length}
          inputMode="numeric"
          width="short"
          error={errorOf(errors, 'size')}
        />
        <SubmitButton kind="secondary">{t('office.callback.drawSubmit')}</SubmitButton>
      </form>
    </Panel>
  )
}

export type CallbackHousehold = {
  readonly slotId: string
  readonly villageName: string
  readonly number: string | null
  readonly name: string | null
  readonly outcome: CallbackOutcome | null
  /** Whoever looks brought its ballot, so somebody else asks. */
  readonly own: boolean
}

/** A household in words: its head and number, or that its name was removed. */
export const useHouseholdName = () => {
  const t = useT()
  return ({ name, number }: Pick<CallbackHousehold, 'name' | 'number'>): string => {
    const head = name ?? t('office.callback.unnamed')
    return number === null ? head : `${head} (${t('office.callback.number', { number })})`
  }
}

const OutcomeBadge = ({ outcome }: { readonly outcome: CallbackOutcome | null }) => {
  const t = useT()
  if (outcome === null) return <Badge icon="clock">{t('office.callback.waiting')}</Badge>
  return (
    <Badge tone={outcome === 'reached' ? 'good' : 'open'} icon={outcome === 'reached' ? 'yes' : 'info'}>
      {t(`office.callback.outcomes.${outcome}`)}
    </Badge>
  )
}

type ListProps = {
  readonly campaignId: string
  readonly list: {
    readonly rows: readonly CallbackHousehold[]
    readonly total: number
    readonly page: number
    readonly pages: number
  }
}

/** The drawn households, those not asked yet first; each leads to its form. Means and answers are not here. */
export const CallbackList = ({ campaignId, list }: ListProps) => {
  const t = useT()
  const nameOf = useHouseholdName()
  const address = `/dot/${campaignId}/theo-doi/goi-lai`
  const columns: readonly Column<CallbackHousehold>[] = [
    {
      header: t('office.callback.household'),
      // The state stands under the name, where a phone shows it.
      cell: row => (
        <>
          {row.own ? nameOf(row) : <a href={`${address}/${row.slotId}`}>{nameOf(row)}</a>}
          <span className="remark soft">
            {row.own ? t('office.callback.own') : <OutcomeBadge outcome={row.outcome} />}
          </span>
        </>
      ),
    },
    { header: t('office.callback.village'), cell: row => row.villageName },
  ]
  return (
    <Panel title={t('office.callback.list')}>
      {list.total === 0 ? (
        <p>{t('office.callback.listNone')}</p>
      ) : (
        <>
          <DataTable
            caption={t('office.callback.listTable')}
            columns={columns}
            rows={list.rows}
            rowKey={row => row.slotId}
          />
          <Pager {...list} hrefOf={page => `${address}?trang=${page}`} />
        </>
      )}
    </Panel>
  )
}

/** What one household said of having been asked. */
export const CallForm = ({ typed, errors }: FormProps) => {
  const t = useT()
  return (
    <form method="post" action="#can-sua">
      <RadioGroup
        name="outcome"
        label={t('office.callback.outcome')}
        options={callbackOutcomes.map(value => ({ value, label: t(`office.callback.outcomes.${value}`) }))}
        value={typed.outcome}
        error={errorOf(errors, 'outcome')}
      />
      <RadioGroup
        name="said"
        label={t('office.callback.said')}
        hint={t('office.callback.saidHint')}
        options={saids.map(value => ({ value, label: t(`office.callback.saids.${value}`) }))}
        value={typed.said}
        error={errorOf(errors, 'said')}
      />
      <RadioGroup
        name="receipt"
        label={t('office.callback.receipt')}
        options={receipts.map(value => ({ value, label: t(`office.callback.receipts.${value}`) }))}
        value={typed.receipt}
        error={errorOf(errors, 'receipt')}
      />
      <SubmitButton>{t('office.callback.save')}</SubmitButton>
    </form>
  )
}
