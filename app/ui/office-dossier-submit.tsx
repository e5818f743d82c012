import { formatDate } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

/** When a dossier was submitted, and with which letter. */
export const SubmittedLine = ({ on, number }: { readonly on: string; readonly number: string | null }) => {
  const t = useT()
  const { language } = useSite()
  const day = formatDate(on, language)
  return (
    <p>
      {number === null
        ? t('office.dossier.submit.done', { on: day })
        : t('office.dossier.submit.doneNumber', { on: day, number })}
    </p>
  )
}

type SubmitProps = {
  readonly dossierId: string
  readonly today: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Asks once before a dossier is held for good. */
export const SubmitDossier = ({ dossierId, today, typed, errors }: SubmitProps) => {
  const t = useT()
  return (
    <form method="post">
      <Notice kind="warning">
        <p>{t('office.dossier.submit.note')}</p>
      </Notice>
      <DateField
        name="on"
        label={t('office.dossier.submit.on')}
        value={typed.on ?? today}
        max={today}
        error={errorOf(errors, 'on')}
      />
      <TextField
        name="number"
        label={t('office.dossier.submit.number')}
        value={typed.number}
        maxLength={80}
        optional
      />
      <p className="actions">
        <SubmitButton kind="danger">{t('office.dossier.submit.confirm')}</SubmitButton>
        <LinkButton href={`/ho-so/${dossierId}`}>{t('office.dossier.submit.back')}</LinkButton>
      </p>
    </form>
  )
}
