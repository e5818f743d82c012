import { SubmitButton } from './button.tsx'
import { Checkbox, RadioGroup } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError, Hint } from './field.tsx'
import { CampaignFields, type PlanChoices } from './office-plan-form.tsx'
import { SeedFields } from './office-sample-form.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

type JointFormProps = FormProps & {
  readonly choices: PlanChoices
  readonly communes: readonly { readonly id: string; readonly name: string }[]
}

const Communes = ({ communes, typed, errors }: Omit<JointFormProps, 'choices'>) => {
  const t = useT()
  const error = errorOf(errors, 'communeIds')
  return (
    <fieldset id="communeIds" tabIndex={-1} className={error ? 'field bad' : 'field'}>
      <legend>{t('office.joint.form.communes')}</legend>
      <Hint name="communeIds" hint={t('office.joint.form.communesHint')} />
      <FieldError name="communeIds" error={error} />
      {communes.map(({ id, name }) => (
        <Checkbox
          key={id}
          name={`commune.${id}`}
          value="yes"
          checked={typed[`commune.${id}`] === 'yes'}
          label={name}
        />
      ))}
    </fieldset>
  )
}

/** The form of a round of several communes. */
export const JointForm = ({ choices, communes, typed, errors }: JointFormProps) => {
  const t = useT()
  const counts = (['communes', 'villages', 'households'] as const).map(name => (
    <TextField
      key={name}
      name={name}
      value={typed[name]}
      error={errorOf(errors, name)}
      label={t(`office.joint.form.count.${name}`)}
      hint={t('office.joint.form.countHint')}
      inputMode="numeric"
      width="short"
      optional
    />
  ))
  return (
    <form method="post">
      <CampaignFields
        choices={choices}
        typed={typed}
        errors={errors}
        commune={<Communes communes={communes} typed={typed} errors={errors} />}
      />
      <RadioGroup
        name="way"
        value={typed.way ?? 'everyone'}
        error={errorOf(errors, 'way')}
        label={t('office.joint.form.way')}
        options={[
          { value: 'everyone', label: t('office.joint.form.everyone') },
          { value: 'stages', label: t('office.joint.form.stages') },
        ]}
      />
      {counts}
      <SubmitButton>{t('office.joint.form.submit')}</SubmitButton>
    </form>
  )
}

/** The step that gives every commune its round; with the seed where households are drawn. */
export const StartForm = ({ draws, ...form }: FormProps & { readonly draws: boolean }) => {
  const t = useT()
  return (
    <Panel title={t(draws ? 'office.joint.start.drawTitle' : 'office.joint.start.title')}>
      <p>{t(draws ? 'office.joint.start.draw' : 'office.joint.start.everyone')}</p>
      <form method="post">
        {draws ? <SeedFields {...form} /> : null}
        <SubmitButton>
          {t(draws ? 'office.joint.start.drawSubmit' : 'office.joint.start.submit')}
        </SubmitButton>
      </form>
    </Panel>
  )
}
