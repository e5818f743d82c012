import type { ArchivePeriod } from '#app/household/archive.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'
import { DateField } from './text-field.tsx'

export type ShownArchive = {
  readonly archivedOn: string | null
  /** ISO 8601, as pages receive instants. */
  readonly namesCutAt: string | Date | null
  readonly named: number
  readonly usualDay: string
  readonly period: ArchivePeriod
  readonly today: string
}

/** Until when the names are kept, or when they went. */
export const ArchiveStanding = ({ archive }: { readonly archive: ShownArchive }) => {
  const t = useT()
  const { language } = useSite()
  const { archivedOn, namesCutAt } = archive
  if (namesCutAt) {
    const moment = formatDateTime(new Date(namesCutAt), language)
    return (
      <Notice kind="success">
        <p>{t('office.register.archive.cut', { moment })}</p>
      </Notice>
    )
  }
  return (
    <Notice>
      <p>
        {archivedOn
          ? t('office.register.archive.set', { day: formatDate(archivedOn, language) })
          : t('office.register.archive.notSet')}
      </p>
    </Notice>
  )
}

type ArchiveFormProps = {
  readonly archive: ShownArchive
  readonly typed: string | undefined
  readonly error: string | undefined
  readonly back: string
}

/** What will happen, on what ground, and the day. The day offered never lies in the past. */
export const ArchiveForm = ({ archive, typed, error, back }: ArchiveFormProps) => {
  const t = useT()
  const { archivedOn, usualDay, today, period, named } = archive
  const offered = usualDay > today ? usualDay : today
  return (
    <form method="post">
      <h2>{t('office.register.archive.effect')}</h2>
      <ul>
        <li>{t('office.register.archive.effects.cut', { slots: named })}</li>
        <li>{t('office.register.archive.effects.forget')}</li>
        <li>{t('office.register.archive.effects.stay')}</li>
      </ul>
      <h2>{t('office.register.archive.basis')}</h2>
      <p lang="vi">{period.source}</p>
      {period.status === 'unconfirmed' ? <p>{t('office.register.archive.unconfirmed')}</p> : null}
      <DateField
        name="archivedOn"
        label={t('office.register.archive.day')}
        hint={t('office.register.archive.dayHint', { count: period.days })}
        value={typed ?? archivedOn ?? offered}
        error={error}
        min={today}
      />
      <p className="actions">
        <SubmitButton>{t('office.register.archive.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.register.archive.back')}</LinkButton>
      </p>
    </form>
  )
}
