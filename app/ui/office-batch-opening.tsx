import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type OpeningProps = {
  readonly campaignId: string
  readonly villages: readonly { readonly villageId: string; readonly name: string; readonly free: number }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

const steps = ['count', 'mix', 'number'] as const

/** What is done with the pile before anything is typed. */
const Before = () => {
  const t = useT()
  return (
    <Panel title={t('office.batch.opening.first')}>
      <ol>
        {steps.map(step => (
          <li key={step}>{t(`office.batch.opening.steps.${step}`)}</li>
        ))}
      </ol>
    </Panel>
  )
}

/** Opens a batch: the village, and how many sheets were counted. */
export const BatchOpening = ({ campaignId, villages, typed, errors }: OpeningProps) => {
  const t = useT()
  const options = villages.map(({ villageId, name, free }) => ({
    value: villageId,
    label: t('office.batch.opening.villageLine', { village: name, free }),
  }))
  return (
    <>
      <h1>{t('office.batch.opening.title')}</h1>
      <p className="lead">{t('office.batch.opening.lead')}</p>
      <Before />
      <form method="post">
        <SelectField
          name="villageId"
          label={t('office.batch.opening.village')}
          options={options}
          value={typed.villageId ?? (options.length === 1 ? options[0]?.value : undefined)}
          error={errorOf(errors, 'villageId')}
        />
        <TextField
          name="sheets"
          label={t('office.batch.opening.sheets')}
          hint={t('office.batch.opening.sheetsHint')}
          value={typed.sheets}
          error={errorOf(errors, 'sheets')}
          inputMode="numeric"
          width="short"
          maxLength={4}
        />
        <div className="actions">
          <SubmitButton>{t('office.batch.opening.submit')}</SubmitButton>
          <LinkButton href={`/dot/${campaignId}/lo-phieu`}>{t('office.batch.act.list')}</LinkButton>
        </div>
      </form>
    </>
  )
}
