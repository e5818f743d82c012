import { formatInteger } from '#app/i18n/format.ts'
import { printRate, printThreshold } from '#app/tally/rate.ts'
import { SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

type ListProps = FormProps & { readonly register: { readonly households: number; readonly smallest: number } }

/** How many households are asked; sending it fixes the list. */
export const FixListForm = ({ typed, errors, register }: ListProps) => {
  const t = useT()
  const { language } = useSite()
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(errors, name) })
  const ways = (['total', 'share', 'each'] as const).map(value => ({
    value,
    label: t(`office.sample.step.${value}`),
  }))
  return (
    <Panel title={t('office.sample.step.list')}>
      <p>{t('office.sample.step.listLead')}</p>
      <form method="post">
        <input type="hidden" name="viec" value="chot" />
        <RadioGroup
          {...field('way')}
          value={typed.way ?? 'total'}
          label={t('office.sample.step.way')}
          options={ways}
        />
        <TextField
          {...field('amount')}
          label={t('office.sample.step.amount')}
          hint={t('office.sample.step.amountHint', {
            households: formatInteger(register.households, language),
            smallest: formatInteger(register.smallest, language),
          })}
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...field('least')}
          value={typed.least ?? '2'}
          label={t('office.sample.step.least')}
          hint={t('office.sample.step.leastHint')}
          inputMode="numeric"
          width="short"
        />
        <SubmitButton>{t('office.sample.step.listSubmit')}</SubmitButton>
      </form>
    </Panel>
  )
}

/** The boxes of a seed: a public number with the words that say which, or one of the machine. */
export const SeedFields = ({ typed, errors }: FormProps) => {
  const t = useT()
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(errors, name) })
  return (
    <>
      <RadioGroup
        {...field('source')}
        value={typed.source ?? 'public'}
        label={t('office.sample.step.source')}
        options={[
          { value: 'public', label: t('office.sample.step.public') },
          {
            value: 'machine',
            label: t('office.sample.step.machine'),
            hint: t('office.sample.step.machineHint'),
          },
        ]}
      />
      <TextField
        {...field('told')}
        label={t('office.sample.step.told')}
        hint={t('office.sample.step.toldHint')}
        maxLength={200}
      />
      <TextField
        {...field('seed')}
        label={t('office.sample.step.seed')}
        hint={t('office.sample.step.seedHint')}
        maxLength={200}
      />
    </>
  )
}

/** The seed; sending it draws. */
export const DrawForm = (props: FormProps) => {
  const t = useT()
  return (
    <Panel title={t('office.sample.step.draw')}>
      <p>{t('office.sample.step.drawLead')}</p>
      <form method="post">
        <input type="hidden" name="viec" value="rut" />
        <SeedFields {...props} />
        <SubmitButton>{t('office.sample.step.drawSubmit')}</SubmitButton>
      </form>
    </Panel>
  )
}

type CoverageProps = {
  /** The least coverage of the rules as an exact percentage; null where there is none. */
  readonly threshold: string | null
  readonly households: number
  /** Households that will be asked; null while nobody said. */
  readonly size: number | null
}

/** Least number of households by which a threshold in per cent is met. */
const leastOf = (threshold: string, households: number): number =>
  Math.ceil((Number(threshold) * households) / 100 - 1e-9)

/** What the rules ask of coverage, beside what the sample can reach at most. */
export const CoverageNotice = ({ threshold, households, size }: CoverageProps) => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  if (threshold === null) return <Notice>{t('office.sample.coverageOpen')}</Notice>
  const told = { threshold: printThreshold(threshold, language), households: write(households) }
  const least = leastOf(threshold, households)
  if (size === null)
    return (
      <Notice>
        <p>{t('office.sample.coverageAny', { ...told, least: write(least) })}</p>
      </Notice>
    )
  const rate = printRate({ part: size, whole: households }, language)
  return (
    <Notice kind={size < least ? 'warning' : 'info'}>
      <p>{t('office.sample.coverage', { ...told, size: write(size), rate })}</p>
      {size < least ? <p>{t('office.sample.coverageShort')}</p> : null}
    </Notice>
  )
}
