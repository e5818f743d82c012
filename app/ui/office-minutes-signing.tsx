import { signerRoles } from '#app/campaign/minutes-signing.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextArea, TextField } from './text-field.tsx'

/** A record that minutes were signed, as pages show it. */
export type ShownSigning = {
  readonly id: string
  readonly version: number
  readonly signedOn: string
  readonly head: string
  readonly secretary: string
  readonly witness: string
  readonly others: string
  readonly scanName: string | null
  readonly scanSha256: string | null
  readonly recordedBy: string
  readonly recordedAt: Date
}

type RecordProps = { readonly signing: ShownSigning; readonly base: string; readonly standing: boolean }

const Scan = ({ signing, base }: Omit<RecordProps, 'standing'>) => {
  const t = useT()
  const { scanName, scanSha256 } = signing
  if (scanName === null) return <p className="hint">{t('office.minutes.sign.noScan')}</p>
  return (
    <>
      <p>
        <a className="tap" href={`${base}/ban-quet/${signing.id}`} download>
          {t('office.minutes.sign.download', { name: scanName })}
        </a>
      </p>
      <p className="hint">
        {t('office.minutes.sign.hash')} <code className="long">{scanSha256}</code>
      </p>
    </>
  )
}

const SigningRecord = ({ signing, base, standing }: RecordProps) => {
  const t = useT()
  const { language } = useSite()
  const { signedOn, version, recordedBy, recordedAt, others } = signing
  const told = [
    t('office.minutes.sign.version', { version }),
    t('office.minutes.sign.recordedBy', { name: recordedBy, time: formatDateTime(recordedAt, language) }),
  ]
  return (
    <li>
      <p>
        <b>{t('office.minutes.signedOn', { day: formatDate(signedOn, language) })}</b>{' '}
        {standing ? <Badge tone="good">{t('office.minutes.sign.standing')}</Badge> : null}
      </p>
      <dl className="facts">
        {signerRoles.map(role => (
          <div key={role}>
            <dt>{t(`office.minutes.sign.${role}`)}</dt>
            <dd>{signing[role]}</dd>
          </div>
        ))}
      </dl>
      {others === '' ? null : <p className="letter">{others}</p>}
      <p className="hint">{told.join(' · ')}</p>
      <Scan signing={signing} base={base} />
    </li>
  )
}

type RecordsProps = {
  /** The newest first. */
  readonly records: readonly ShownSigning[]
  /** The version of the results whose minutes count now. */
  readonly version: number
  /** The address of the village's minutes. */
  readonly base: string
}

/** The record that holds, and behind it those before it. */
export const SigningRecords = ({ records, version, base }: RecordsProps) => {
  const t = useT()
  const standing = records.find(one => one.version === version)
  const earlier = records.filter(one => one !== standing)
  return (
    <>
      {standing ? (
        <ul className="plain">
          <SigningRecord signing={standing} base={base} standing />
        </ul>
      ) : (
        <p>{t('office.minutes.sign.none')}</p>
      )}
      {earlier.length > 0 ? (
        <details>
          <summary>
            {t('office.minutes.sign.earlier')} ({earlier.length})
          </summary>
          <ul className="plain">
            {earlier.map(one => (
              <SigningRecord key={one.id} signing={one} base={base} standing={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

type FormProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
  /** Bounds of the day of signing. */
  readonly days: { readonly closedOn: string; readonly today: string }
  /** Whether there is a record already. */
  readonly again: boolean
}

/** Records who signed the minutes, and when; a scan may come with it. */
export const SigningForm = ({ typed, errors, days, again }: FormProps) => {
  const t = useT()
  const { language } = useSite()
  const { closedOn, today } = days
  return (
    <Panel title={t(again ? 'office.minutes.sign.again' : 'office.minutes.sign.record')}>
      {again ? <p className="hint">{t('office.minutes.sign.againHint')}</p> : null}
      <form method="post" encType="multipart/form-data">
        <DateField
          name="signedOn"
          label={t('office.minutes.sign.day')}
          hint={t('office.minutes.sign.dayHint', { closedOn: formatDate(closedOn, language) })}
          min={closedOn}
          max={today}
          value={typed.signedOn}
          error={errorOf(errors, 'signedOn')}
        />
        {signerRoles.map(role => (
          <TextField
            key={role}
            name={role}
            label={t(`office.minutes.sign.${role}`)}
            maxLength={120}
            value={typed[role]}
            error={errorOf(errors, role)}
          />
        ))}
        <TextArea
          name="others"
          label={t('office.minutes.sign.others')}
          hint={t('office.minutes.sign.othersHint')}
          rows={2}
          maxLength={600}
          value={typed.others}
          error={errorOf(errors, 'others')}
        />
        <FileField
          name="scan"
          label={t('office.minutes.sign.scan')}
          hint={t('office.minutes.sign.scanHint')}
          accept=".pdf,.jpg,.jpeg,.png"
          error={errorOf(errors, 'scan')}
        />
        <SubmitButton>{t('office.minutes.sign.save')}</SubmitButton>
      </form>
    </Panel>
  )
}
