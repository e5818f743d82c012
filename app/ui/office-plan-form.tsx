import type { ReactNode } from 'react'
import type { Title } from '#app/programme/titles.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type Rules, thresholdKeys } from '#app/verdict/rules.ts'
import { SubmitButton } from './button.tsx'
import { type Option, SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

export type PlanChoices = {
  readonly titles: readonly Title[]
  readonly questionnaires: readonly Pick<Questionnaire, 'id' | 'name'>[]
  readonly rules: readonly Rules[]
}

type FieldsProps = {
  readonly choices: PlanChoices
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  /** A field that stands between the title and the days. */
  readonly commune?: ReactNode
}

const useRuleOption = () => {
  const t = useT()
  return (rules: Rules): Option => {
    const from = String(rules.period.from)
    const to = rules.period.to
    const years =
      to === null ? t('office.plan.from', { from }) : t('office.plan.fromTo', { from, to: String(to) })
    const sure = thresholdKeys.every(key => rules[key].status === 'confirmed')
    const basis = t(sure ? 'office.plan.confirmed' : 'office.plan.unconfirmed')
    const pack = rules.historical ? `${rules.packName} (${t('office.plan.historical')})` : rules.packName
    return {
      value: rules.id,
      label: `${pack}, ${years} · ${basis}`,
      group: t(`term.title.${rules.title}`),
    }
  }
}

/** The newest packs first: an old one is chosen to count an old survey again. */
const newestFirst = (rules: readonly Rules[]): readonly Rules[] =>
  [...rules].sort((a, b) => b.period.from - a.period.from)

/** What a round is about: all that can be chosen, nothing that can be worked out. */
export const CampaignFields = ({ choices, typed, errors, commune }: FieldsProps) => {
  const t = useT()
  const { language } = useSite()
  const ruleOption = useRuleOption()
  const { titles, questionnaires, rules } = choices
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(errors, name) })
  return (
    <>
      <TextField
        {...field('name')}
        label={t('office.plan.name')}
        hint={t('office.plan.nameHint')}
        maxLength={200}
      />
      <SelectField
        {...field('title')}
        label={t('office.plan.heading')}
        options={titles.map(title => ({ value: title, label: t(`term.title.${title}`) }))}
      />
      {commune}
      <DateField {...field('startsOn')} label={t('office.plan.startsOn')} />
      <DateField {...field('endsOn')} label={t('office.plan.endsOn')} />
      <SelectField
        {...field('questionnaireId')}
        label={t('office.plan.questionnaire')}
        hint={t('office.plan.questionnaireHint')}
        options={questionnaires.map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      <SelectField
        {...field('rulesId')}
        label={t('office.plan.rules')}
        hint={t('office.plan.rulesHint')}
        options={newestFirst(rules.filter(one => titles.includes(one.title))).map(ruleOption)}
      />
    </>
  )
}

type PlanFormProps = PlanChoices &
  Pick<FieldsProps, 'typed' | 'errors'> & {
    readonly communes: readonly { readonly id: string; readonly name: string }[]
  }

/** The form of a new round. */
export const PlanForm = ({ communes, typed, errors, ...choices }: PlanFormProps) => {
  const t = useT()
  const only = communes.length === 1 ? communes[0]?.id : undefined
  const commune = (
    <SelectField
      name="communeId"
      value={typed.communeId ?? only}
      error={errorOf(errors, 'communeId')}
      label={t('office.plan.commune')}
      options={communes.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return (
    <form method="post">
      <CampaignFields choices={choices} typed={typed} errors={errors} commune={commune} />
      <SubmitButton>{t('office.plan.submit')}</SubmitButton>
    </form>
  )
}
