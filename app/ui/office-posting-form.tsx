import type { Sourced } from '#app/verdict/rules.ts'
import { SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { villageInText } from './commune-name.ts'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError } from './field.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextArea, TextField } from './text-field.tsx'

/** Values of the form by field name, as typed or as recorded. */
export type PostingTyped = Readonly<Record<string, string>>

type Village = { readonly villageId: string; readonly name: string }

export type PostingFormProps = {
  readonly typed: PostingTyped
  readonly rule: Sourced<number>
  readonly villages: readonly Village[]
  readonly errors: readonly FormError[]
  readonly submit: string
}

/** How long it hangs: said where the rules set it, asked for with its document where they do not. */
const Length = ({ rule, typed, errors }: Pick<PostingFormProps, 'rule' | 'typed' | 'errors'>) => {
  const t = useT()
  if (rule.value === null)
    return (
      <>
        <TextField
          name="days"
          label={t('office.posting.days')}
          hint={t('office.posting.daysHint')}
          inputMode="numeric"
          width="short"
          value={typed.days}
          error={errorOf(errors, 'days')}
        />
        <TextField
          name="daysDocument"
          label={t('office.posting.daysDocument')}
          hint={t('office.posting.daysDocumentHint')}
          value={typed.daysDocument}
          error={errorOf(errors, 'daysDocument')}
        />
      </>
    )
  return (
    <p>
      <b>{t('office.posting.lengthRule', { count: rule.value })}</b>{' '}
      {t('office.posting.lengthSource', { source: rule.source })} {t(`term.ruleStatus.${rule.status}`)}.
    </p>
  )
}

const Places = ({ typed, villages, errors }: Pick<PostingFormProps, 'typed' | 'villages' | 'errors'>) => {
  const t = useT()
  const { language } = useSite()
  const error = errorOf(errors, 'places')
  return (
    <fieldset id="places" tabIndex={-1} className={error ? 'field bad' : 'field'}>
      <legend>{t('office.posting.places')}</legend>
      <FieldError name="places" error={error} />
      <Checkbox
        name="atCommune"
        value="yes"
        label={t('office.posting.atCommune')}
        checked={typed.atCommune === 'yes'}
      />
      <Checkbox
        name="byLoudspeaker"
        value="yes"
        label={t('office.posting.byLoudspeaker')}
        checked={typed.byLoudspeaker === 'yes'}
      />
      {villages.map(({ villageId, name }) => (
        <Checkbox
          key={villageId}
          name={`thon.${villageId}`}
          value="yes"
          label={t('office.posting.house', { village: villageInText(name, language) })}
          checked={typed[`thon.${villageId}`] === 'yes'}
        />
      ))}
    </fieldset>
  )
}

/** When, how long and where the results hang, and where opinions go. */
export const PostingForm = (props: PostingFormProps) => {
  const t = useT()
  const { typed, errors, submit } = props
  return (
    <form method="post" action="#can-sua">
      <input type="hidden" name="viec" value="niem-yet" />
      <DateField
        name="startsOn"
        label={t('office.posting.startsOn')}
        value={typed.startsOn}
        error={errorOf(errors, 'startsOn')}
      />
      <Length {...props} />
      <p className="hint">{t('office.posting.counting')}</p>
      <Places {...props} />
      <TextArea
        name="contact"
        label={t('office.posting.contact')}
        hint={t('office.posting.contactHint')}
        rows={2}
        maxLength={300}
        value={typed.contact}
        error={errorOf(errors, 'contact')}
      />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  )
}

type Recorded = {
  readonly startsOn: string
  readonly days: number
  readonly daysDocument: string | null
  readonly villageIds: readonly string[]
  readonly atCommune: boolean
  readonly byLoudspeaker: boolean
  readonly contact: string
}

/** What stands in the form before anything is typed: what is recorded, or every place from today on. */
export const standingForm = (
  recorded: Recorded | null,
  fresh: { readonly today: string; readonly villages: readonly Village[]; readonly contact: string },
): PostingTyped => {
  const ticked = recorded ? recorded.villageIds : fresh.villages.map(village => village.villageId)
  const houses = Object.fromEntries(ticked.map(village => [`thon.${village}`, 'yes']))
  if (!recorded)
    return {
      ...houses,
      startsOn: fresh.today,
      contact: fresh.contact,
      atCommune: 'yes',
      byLoudspeaker: 'yes',
    }
  return {
    ...houses,
    startsOn: recorded.startsOn,
    days: String(recorded.days),
    daysDocument: recorded.daysDocument ?? '',
    contact: recorded.contact,
    atCommune: recorded.atCommune ? 'yes' : '',
    byLoudspeaker: recorded.byLoudspeaker ? 'yes' : '',
  }
}
