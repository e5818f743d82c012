import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { batchHref, type ShownBatch } from './office-batch.tsx'
import { KeySheet, type TypedSheet } from './office-batch-sheet.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type Sheet = { readonly number: number; readonly reading: 'first' | 'second' }

type HeadProps = {
  readonly batch: ShownBatch
  readonly sheet: Sheet
  readonly left: number
  /** The sheet recorded just before; null at the beginning. */
  readonly saved: number | null
}

/** Which sheet is to be taken from the pile, and whether it is keyed the first or the second time. */
export const KeyingHead = ({ batch, sheet, left, saved }: HeadProps) => {
  const t = useT()
  return (
    <>
      {saved === null ? null : (
        <Notice kind="success">
          <p>{t('office.batch.key.saved', { sheet: saved })}</p>
        </Notice>
      )}
      <h1>{t('office.batch.key.sheet', { sheet: sheet.number })}</h1>
      <p className="lead">
        {t('office.batch.key.of', {
          number: batch.number,
          village: batch.villageName,
          reading: t(`office.batch.key.reading.${sheet.reading}`),
          left,
        })}
      </p>
    </>
  )
}

type FormProps = {
  readonly campaignId: string
  readonly batch: ShownBatch
  readonly sheet: Sheet
  readonly questionnaire: Questionnaire
  readonly typed: TypedSheet
  readonly errors: readonly FormError[]
}

/** The whole sheet as one line of keys, for pages without script and for fast fingers. */
const QuickLine = ({
  questionnaire,
  typed,
  errors,
}: Pick<FormProps, 'questionnaire' | 'typed' | 'errors'>) => {
  const t = useT()
  return (
    <div className="quick">
      <TextField
        name="nhanh"
        label={t('office.batch.key.quick')}
        hint={t('office.batch.key.quickHint', { lines: questionnaire.contents.length })}
        value={typed.nhanh}
        error={errorOf(errors, 'nhanh')}
        inputMode="numeric"
        maxLength={80}
      />
      <p className="actions">
        {/* The first button of a form is the one that Enter presses. */}
        <SubmitButton>{t('office.batch.key.save')}</SubmitButton>
        <SubmitButton kind="secondary" name="viec" value="dien">
          {t('office.batch.key.fill')}
        </SubmitButton>
      </p>
    </div>
  )
}

/** The sheet to key: one line a content in the order of the paper. */
export const KeyingForm = (props: FormProps) => {
  const t = useT()
  const { campaignId, batch, sheet } = props
  return (
    <form method="post" action={`?phieu=${sheet.number}`} className="keying" data-keying="">
      <input type="hidden" name="phieu" value={sheet.number} />
      <p>{t('office.batch.key.copy')}</p>
      <p className="hint only-script">{t('office.batch.key.keys')}</p>
      <QuickLine {...props} />
      <KeySheet {...props} />
      <div className="actions">
        <SubmitButton>{t('office.batch.key.save')}</SubmitButton>
        <LinkButton href={batchHref(campaignId, batch.id)}>{t('office.batch.act.back')}</LinkButton>
      </div>
    </form>
  )
}

/** Opens a sheet by the number in its corner. */
export const SheetJump = ({ sheets }: { readonly sheets: number }) => {
  const t = useT()
  return (
    <form method="get" className="jump">
      <TextField
        name="phieu"
        label={t('office.batch.key.jump')}
        inputMode="numeric"
        maxLength={String(sheets).length}
      />
      <SubmitButton kind="secondary">{t('office.batch.key.go')}</SubmitButton>
    </form>
  )
}

/** No sheet is left for this person. */
export const KeyingFinished = ({
  campaignId,
  batch,
  saved,
}: Omit<HeadProps, 'sheet' | 'left'> & { readonly campaignId: string }) => {
  const t = useT()
  return (
    <>
      {saved === null ? null : (
        <Notice kind="success">
          <p>{t('office.batch.key.saved', { sheet: saved })}</p>
        </Notice>
      )}
      <h1>{t('office.batch.key.finished')}</h1>
      <p className="lead">{t('office.batch.key.finishedLead')}</p>
      <p className="actions">
        <LinkButton href={batchHref(campaignId, batch.id)} kind="primary">
          {t('office.batch.act.back')}
        </LinkButton>
      </p>
    </>
  )
}
