import { methods } from '#app/campaign/plan.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError, Hint } from './field.tsx'
import { CampaignFields, type PlanChoices } from './office-plan-form.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { DateField, TextArea, TextField } from './text-field.tsx'

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  /** Where the reader goes who changes nothing. */
  readonly back: string
}

type TicksProps = Pick<FormProps, 'typed' | 'errors'> & {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  /** Each posts `prefix.value`. */
  readonly prefix: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Boxes of which any number may be ticked. The fieldset carries the name as its id and takes the summary's link. */
const Ticks = ({ name, legend, hint, prefix, options, typed, errors }: TicksProps) => {
  const error = errorOf(errors, name)
  return (
    <fieldset id={name} tabIndex={-1} className={error ? 'field bad' : 'field'}>
      <legend>{legend}</legend>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <div className="picks">
        {options.map(({ value, label }) => (
          <label className="pick" key={value}>
            <input
              type="checkbox"
              name={`${prefix}.${value}`}
              value="yes"
              defaultChecked={typed[`${prefix}.${value}`] !== undefined}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Village = { readonly villageId: string; readonly name: string; readonly households: number }

const useVillageOptions = (villages: readonly Village[]) => {
  const t = useT()
  return villages.map(({ villageId, name, households }) => ({
    value: villageId,
    label: t('office.planning.form.village', { name, households }),
  }))
}

const useField =
  ({ typed, errors }: Pick<FormProps, 'typed' | 'errors'>) =>
  (name: string) => ({ name, value: typed[name], error: errorOf(errors, name) })

type EditPlanProps = FormProps & { readonly choices: PlanChoices; readonly villages: readonly Village[] }

/** Everything of a plan that can change before the round is opened. */
export const EditPlanForm = ({ choices, villages, back, ...form }: EditPlanProps) => {
  const t = useT()
  const field = useField(form)
  const options = useVillageOptions(villages)
  return (
    <form method="post">
      <Panel title={t('office.planning.form.days')}>
        <CampaignFields choices={choices} {...form} />
      </Panel>
      <Panel title={t('office.planning.section.who')}>
        {villages.length === 0 ? (
          <p>{t('office.overview.draft.noVillages')}</p>
        ) : (
          <Ticks
            {...form}
            name="villageIds"
            prefix="village"
            legend={t('office.planning.form.villages')}
            hint={t('office.planning.form.villagesHint')}
            options={options}
          />
        )}
        <Ticks
          {...form}
          name="methods"
          prefix="method"
          legend={t('office.planning.form.methods')}
          hint={t('office.planning.form.methodsHint')}
          options={methods.map(method => ({ value: method, label: t(`term.channel.${method}`) }))}
        />
      </Panel>
      <Panel title={t('office.planning.section.aims')}>
        <TextArea
          {...field('purpose')}
          label={t('office.planning.form.purpose')}
          hint={t('office.planning.form.purposeHint')}
          rows={6}
        />
        <TextArea
          {...field('requirements')}
          label={t('office.planning.form.requirements')}
          hint={t('office.planning.form.requirementsHint')}
          rows={8}
        />
      </Panel>
      <p className="actions">
        <SubmitButton>{t('office.planning.form.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.planning.form.back')}</LinkButton>
      </p>
    </form>
  )
}

/** Number, day and signer of the paper by which a plan is issued. */
export const IssuePlanForm = ({ back, today, ...form }: FormProps & { readonly today: string }) => {
  const t = useT()
  const field = useField(form)
  return (
    <form method="post">
      <TextField
        {...field('number')}
        label={t('office.planning.issuing.number')}
        hint={t('office.planning.issuing.numberHint')}
        width="short"
        maxLength={6}
      />
      <DateField {...field('issuedOn')} label={t('office.planning.issuing.issuedOn')} max={today} />
      <TextField
        {...field('signer')}
        label={t('office.planning.issuing.signer')}
        hint={t('office.planning.issuing.signerHint')}
        maxLength={200}
      />
      <p className="actions">
        <SubmitButton>{t('office.planning.issuing.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.planning.issuing.back')}</LinkButton>
      </p>
    </form>
  )
}

type TeamFormProps = FormProps & {
  readonly villages: readonly Village[]
  /** A team that is there already can be taken out. */
  readonly known: boolean
}

/** A team: who leads it, who helps, which villages it serves. */
export const TeamForm = ({ villages, back, known, ...form }: TeamFormProps) => {
  const t = useT()
  const field = useField(form)
  return (
    <>
      <form method="post">
        <TextField
          {...field('name')}
          label={t('office.planning.team.name')}
          hint={t('office.planning.team.nameHint')}
          maxLength={200}
        />
        <TextField
          {...field('leader')}
          label={t('office.planning.team.leader')}
          hint={t('office.planning.team.leaderHint')}
          maxLength={200}
        />
        <TextArea
          {...field('members')}
          label={t('office.planning.team.members')}
          hint={t('office.planning.team.membersHint')}
          optional
        />
        <Ticks
          {...form}
          name="villageIds"
          prefix="village"
          legend={t('office.planning.team.villages')}
          options={useVillageOptions(villages)}
        />
        <p className="actions">
          <SubmitButton>{t('office.planning.team.save')}</SubmitButton>
          <LinkButton href={back}>{t('office.planning.form.back')}</LinkButton>
        </p>
      </form>
      {known ? <RemoveTeam /> : null}
    </>
  )
}

/** Folded away, so that taking a team out is asked once. */
const RemoveTeam = () => {
  const t = useT()
  return (
    <details>
      <summary>{t('office.planning.team.remove')}</summary>
      <form method="post">
        <p>{t('office.planning.team.removeText')}</p>
        <SubmitButton kind="danger" name="viec" value="bo">
          {t('office.planning.team.removeSubmit')}
        </SubmitButton>
      </form>
    </details>
  )
}
