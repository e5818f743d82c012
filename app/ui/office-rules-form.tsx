import { isKey } from '#app/i18n/translate.ts'
import { printThreshold } from '#app/tally/rate.ts'
import { choicesOf, mayBeNone } from '#app/verdict/confirm.ts'
import { type RuleKey, type Rules, ruleKeys } from '#app/verdict/rules.ts'
import { SubmitButton } from './button.tsx'
import { Checkbox, SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Panel } from './panel.tsx'
import { ruleValue } from './results-words.ts'
import { useSite, useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

type ConfirmProps = {
  readonly rules: Rules
  /** What was posted, when it has to be mended. */
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly errors: readonly FormError[]
}

type ValueProps = ConfirmProps & { readonly ruleKey: RuleKey }

/** A choice where the key takes words, else a number; as typed before or as the rules stand. */
const ValueField = ({ rules, typed, errors, ruleKey }: ValueProps) => {
  const t = useT()
  const { language } = useSite()
  const name = `value.${ruleKey}`
  const choices = choicesOf(ruleKey)
  const { value } = rules[ruleKey]
  const percent = mayBeNone(ruleKey)
  const standing =
    percent && value !== null ? printThreshold(String(value), language).replace(/\s*%/, '') : value
  const shared = {
    name,
    label: t('office.rules.value'),
    value: typed?.[name] ?? String(standing ?? ''),
    error: errorOf(errors, name),
  }
  if (!choices)
    return (
      <TextField
        {...shared}
        hint={t(percent ? 'office.rules.percentHint' : 'office.rules.daysHint')}
        width="short"
        maxLength={12}
      />
    )
  const word = (choice: string): string => {
    const key = `term.ruleValue.${choice}`
    return isKey(key) ? t(key) : choice
  }
  return <SelectField {...shared} options={choices.map(one => ({ value: one, label: word(one) }))} />
}

const ConfirmForm = (props: ValueProps) => {
  const { rules, typed, errors, ruleKey } = props
  const t = useT()
  const { language } = useSite()
  const of = (field: string) => {
    const name = `${field}.${ruleKey}`
    return { name, value: typed?.[name], error: errorOf(errors, name) }
  }
  const { value: none } = of('none')
  const summary = {
    key: t(`term.ruleKey.${ruleKey}`),
    value: ruleValue(rules, ruleKey, { t, language }),
    status: t(`term.ruleStatus.${rules[ruleKey].status}`),
  }
  return (
    <details open={typed?.key === ruleKey}>
      <summary>{t('office.rules.summary', summary)}</summary>
      <form method="post">
        <input type="hidden" name="key" value={ruleKey} />
        <input type="hidden" name="version" value={rules.version} />
        <ValueField {...props} />
        {mayBeNone(ruleKey) ? (
          <Checkbox
            name={`none.${ruleKey}`}
            label={t('office.rules.none')}
            value="yes"
            checked={none === 'yes'}
          />
        ) : null}
        <TextField
          {...of('document')}
          label={t('office.rules.document')}
          hint={t('office.rules.documentHint')}
          width="medium"
          maxLength={200}
        />
        <DateField {...of('date')} label={t('office.rules.date')} />
        <SubmitButton kind="secondary">{t('office.rules.submit')}</SubmitButton>
      </form>
    </details>
  )
}

/** A form for each value, folded: its value, the document's number and date. */
export const ConfirmForms = (props: ConfirmProps) => {
  const t = useT()
  return (
    <Panel title={t('office.rules.confirmTitle')}>
      <p>{t('office.rules.confirmLead')}</p>
      {ruleKeys.map(key => (
        <ConfirmForm key={key} {...props} ruleKey={key} />
      ))}
    </Panel>
  )
}
