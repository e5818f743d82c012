import { formatDateTime, formatInteger } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

/** A file of a paper as pages show it. */
export type ShownFile = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly state: 'current' | 'replaced' | 'deleted'
  readonly sentBy: string
  readonly sentAt: Date
  readonly endedAt: Date | null
  readonly reason: string | null
}

const accept = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png'

type Errors = { readonly errors: readonly FormError[] }

/** What became of a file, in one line. */
const useStory = () => {
  const t = useT()
  const { language } = useSite()
  const moment = (at: Date) => formatDateTime(at, language)
  return ({ sentBy, sentAt, size, state, endedAt, reason }: ShownFile): string => {
    const kilobytes = formatInteger(Math.ceil(size / 1024), language)
    const sent = t('office.dossier.paper.sent', { name: sentBy, time: moment(sentAt), size: kilobytes })
    if (state === 'current' || endedAt === null) return sent
    const time = moment(endedAt)
    return state === 'replaced'
      ? `${sent} · ${t('office.dossier.paper.replacedAt', { time })}`
      : `${sent} · ${t('office.dossier.paper.deletedAt', { time, reason: reason ?? '' })}`
  }
}

type FileProps = {
  readonly file: ShownFile
  readonly dossierId: string
  /** Where it is replaced or deleted; null for whoever may not. */
  readonly manage: string | null
}

/** One file with who sent it, its hash, and the way to it. */
export const FileRow = ({ file, dossierId, manage }: FileProps) => {
  const t = useT()
  const story = useStory()
  return (
    <li className="row">
      <div className="row-main long">
        {file.state === 'deleted' ? (
          <b className="row-name">{file.name}</b>
        ) : (
          <a className="row-name" href={`/ho-so/${dossierId}/tep/${file.id}`} download>
            {file.name}
          </a>
        )}
        <p className="soft">{story(file)}</p>
        <p className="hint">
          {t('office.dossier.paper.hash')} <code className="long">{file.sha256}</code>
        </p>
      </div>
      {manage === null || file.state === 'deleted' ? null : (
        <LinkButton href={manage}>{t('office.dossier.paper.manage')}</LinkButton>
      )}
    </li>
  )
}

type PaperFilesProps = {
  readonly dossierId: string
  readonly paperId: string
  readonly files: readonly ShownFile[]
  readonly mine: boolean
}

/** Files that stand, and behind them those that were replaced or deleted. */
export const PaperFiles = ({ dossierId, paperId, files, mine }: PaperFilesProps) => {
  const t = useT()
  const rows = (wanted: boolean) =>
    files
      .filter(({ state }) => (state === 'current') === wanted)
      .map(file => (
        <FileRow
          key={file.id}
          file={file}
          dossierId={dossierId}
          manage={mine ? `/ho-so/${dossierId}/giay/${paperId}/${file.id}` : null}
        />
      ))
  const [standing, ended] = [rows(true), rows(false)]
  return (
    <>
      <Panel title={t('office.dossier.paper.there')}>
        {standing.length > 0 ? (
          <ul className="rows">{standing}</ul>
        ) : (
          <p className="soft">{t('office.dossier.paper.noFiles')}</p>
        )}
      </Panel>
      {ended.length > 0 ? (
        <Panel title={t('office.dossier.paper.history')}>
          <ul className="rows">{ended}</ul>
        </Panel>
      ) : null}
    </>
  )
}

type FileFormProps = Errors & { readonly deed: 'nop' | 'thay'; readonly label: string }

const FileForm = ({ deed, label, errors }: FileFormProps) => {
  const t = useT()
  return (
    <form method="post" encType="multipart/form-data">
      <FileField
        name="file"
        label={t('office.dossier.paper.file')}
        hint={t('office.dossier.paper.fileHint')}
        accept={accept}
        error={errorOf(errors, 'file')}
      />
      <SubmitButton name="lam" value={deed}>
        {label}
      </SubmitButton>
    </form>
  )
}

/** Sends a file under a paper. */
export const SendForm = ({ more, errors }: Errors & { readonly more: boolean }) => {
  const t = useT()
  return (
    <Panel title={t(more ? 'office.dossier.paper.addMore' : 'office.dossier.paper.add')}>
      <FileForm deed="nop" label={t('office.dossier.paper.send')} errors={errors} />
    </Panel>
  )
}

type ExcuseProps = Errors & { readonly reason: string | null; readonly typed: string | undefined }

/** Says that a paper does not apply, with a reason, or takes that back. */
export const ExcuseForm = ({ reason, typed, errors }: ExcuseProps) => {
  const t = useT()
  if (reason !== null)
    return (
      <form method="post">
        <p>{t('office.dossier.paper.excused', { reason })}</p>
        <SubmitButton kind="secondary" name="lam" value="phai-co">
          {t('office.dossier.paper.askFor')}
        </SubmitButton>
      </form>
    )
  const error = errorOf(errors, 'reason')
  return (
    <details open={error !== undefined}>
      <summary>{t('office.dossier.paper.excuse')}</summary>
      <form method="post">
        <TextField
          name="reason"
          label={t('office.dossier.paper.reason')}
          value={typed}
          maxLength={300}
          error={error}
        />
        <SubmitButton kind="secondary" name="lam" value="khong-ap-dung">
          {t('office.dossier.paper.excuseSave')}
        </SubmitButton>
      </form>
    </details>
  )
}

/** Puts another file in the place of this one. */
export const ReplaceForm = ({ errors }: Errors) => {
  const t = useT()
  return (
    <Panel title={t('office.dossier.file.replaceTitle')}>
      <p className="hint">{t('office.dossier.file.replaceNote')}</p>
      <FileForm deed="thay" label={t('office.dossier.file.replace')} errors={errors} />
    </Panel>
  )
}

/** Deletes what is in a file, with a reason. */
export const DeleteForm = ({ typed, errors }: Errors & { readonly typed: string | undefined }) => {
  const t = useT()
  return (
    <Panel title={t('office.dossier.file.deleteTitle')}>
      <p>{t('office.dossier.file.deleteNote')}</p>
      <form method="post">
        <TextField
          name="reason"
          label={t('office.dossier.file.reason')}
          value={typed}
          maxLength={300}
          error={errorOf(errors, 'reason')}
        />
        <SubmitButton kind="danger" name="lam" value="xoa">
          {t('office.dossier.file.delete')}
        </SubmitButton>
      </form>
    </Panel>
  )
}
