import { longestLetter } from '#app/feedback/letter.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { ErrorSummary, errorOf, type FormError } from './error-summary.tsx'
import { useSite, useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

type LetterboxProps = {
  readonly campaignName: string
  readonly questionnaire: Questionnaire
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** Said before and after: a letter is no ballot. */
const NotCounted = () => {
  const t = useT()
  return (
    <div className="notice">
      <p>{t('letters.notCounted')}</p>
      <a className="tap" href="/p">
        {t('letters.toCode')}
      </a>
    </div>
  )
}

/** The name of the field that only programs fill in. */
export const trapField = 'trang-web'

/** A field nobody sees: whatever fills it in is no person. */
const Trap = () => {
  const t = useT()
  return (
    <div className="visually-hidden" aria-hidden="true">
      <label htmlFor={trapField}>{t('letters.trap')}</label>
      <input id={trapField} name={trapField} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}

/** The open letterbox of a round. */
export const Letterbox = ({ campaignName, questionnaire, villages, typed, errors }: LetterboxProps) => {
  const t = useT()
  const { language } = useSite()
  const contents = questionnaire.contents.map(({ key, statement }, at) => ({
    value: key,
    label: `${at + 1}. ${statement[language]}`,
  }))
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{t('letters.title')}</h1>
      <p lang="vi">{campaignName}</p>
      <p className="lead">{t('letters.lead')}</p>
      <NotCounted />
      <form method="post" action="#can-sua">
        <SelectField
          name="villageId"
          label={t('letters.village')}
          optional
          options={[
            { value: 'khong', label: t('letters.villageNone') },
            ...villages.map(one => ({ value: one.villageId, label: one.name })),
          ]}
          value={typed.villageId || 'khong'}
          error={errorOf(errors, 'villageId')}
        />
        <SelectField
          name="content"
          label={t('letters.content')}
          options={[{ value: 'khac', label: t('letters.contentNone') }, ...contents]}
          value={typed.content || 'khac'}
          error={errorOf(errors, 'content')}
        />
        <TextArea
          name="body"
          label={t('letters.body')}
          hint={t('letters.bodyHint')}
          rows={6}
          maxLength={longestLetter}
          value={typed.body}
          error={errorOf(errors, 'body')}
        />
        <Trap />
        <SubmitButton>{t('letters.send')}</SubmitButton>
      </form>
    </>
  )
}

/** After a letter was sent. */
export const LetterSent = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useT()
  return (
    <>
      <h1>{t('letters.sent')}</h1>
      <p className="lead">{t('letters.sentLead')}</p>
      <NotCounted />
      <p>
        <a className="tap" href={`/gop-y/${campaignId}`}>
          {t('letters.again')}
        </a>
      </p>
    </>
  )
}
