import { LinkButton, SubmitButton } from './button.tsx'
import type { FormError } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { useT } from './site.tsx'

type ChooseProps = { readonly again: boolean; readonly errors: readonly FormError[] }

/** A file to be checked. */
export const ChooseFile = ({ again, errors }: ChooseProps) => {
  const t = useT()
  return (
    <form method="post" encType="multipart/form-data" className="panel">
      <h2>{t(again ? 'office.register.another' : 'office.register.checkTitle')}</h2>
      <FileField
        name="file"
        label={t('office.register.file')}
        hint={t('office.register.fileHint')}
        error={errors[0]?.message}
        accept=".xlsx,.csv"
      />
      <SubmitButton kind={again ? 'secondary' : 'primary'}>{t('office.register.check')}</SubmitButton>
    </form>
  )
}

const stages = ['reading', 'checking', 'keeping'] as const

type CheckingProps = {
  readonly stage: (typeof stages)[number]
  /** The address at which the page holds still; null where it does. */
  readonly still: string | null
}

/** A file that is being checked: which of the steps it is at. The page loads itself again. */
export const CheckingFile = ({ stage, still }: CheckingProps) => {
  const t = useT()
  return (
    <>
      <h1>{t('office.register.progress.title')}</h1>
      <p className="lead">{t('office.register.progress.lead')}</p>
      <div className="progress" role="status">
        <p id="check-stage">{t(`office.register.progress.${stage}`)}</p>
        <progress aria-labelledby="check-stage" max={stages.length} value={stages.indexOf(stage) + 0.5} />
      </div>
      <p className="actions">
        <LinkButton href="">{t('office.register.progress.reload')}</LinkButton>
        {still ? <LinkButton href={still}>{t('office.register.progress.still')}</LinkButton> : null}
      </p>
    </>
  )
}

type WaysProps = {
  readonly communeId: string
  readonly campaignId: string | null
  readonly saved: boolean
}

/** Where to go from here: the list, and the campaign that the reader came from. */
export const ImportWays = ({ communeId, campaignId, saved }: WaysProps) => {
  const t = useT()
  return (
    <p className="actions">
      {campaignId ? (
        <LinkButton href={`/dot/${campaignId}`} kind={saved ? 'primary' : 'secondary'}>
          {t('office.register.back')}
        </LinkButton>
      ) : null}
      <LinkButton href={`/ho/${communeId}`} kind={saved && !campaignId ? 'primary' : 'secondary'}>
        {t('office.register.toList')}
      </LinkButton>
    </p>
  )
}
