import { type Answer, answers, type Ballot, longestReason } from '#app/ballot/ballot.ts'
import { pickName, picks } from '#app/paper/difference.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError } from './field.tsx'
import { Notice } from './notice.tsx'
import { KeyChoices, KeySheet, type TypedSheet } from './office-batch-sheet.tsx'
import { contentName } from './results-words.ts'
import { useSite, useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

type Differing = { readonly field: string; readonly first: string | null; readonly second: string | null }

export type DifferingSheet = {
  readonly number: number
  readonly fields: readonly Differing[]
  readonly invalid: { readonly by: 'first' | 'second'; readonly other: Ballot } | null
}

type FieldProps = {
  readonly difference: Differing
  readonly questionnaire: Questionnaire
  readonly typed: TypedSheet
  readonly errors: readonly FormError[]
}

/** What the content of a field is called. */
const useLineName = (field: string, questionnaire: Questionnaire): string => {
  const t = useT()
  const { language } = useSite()
  const key = field.split('.')[1] ?? ''
  const index = contentKeys(questionnaire).indexOf(key)
  const content = questionnaire.contents[index]
  return content ? contentName(content, index, { t, language }) : t('ballot.otherOpinion')
}

const isAnswer = (said: string | null): said is Answer => answers.some(answer => answer === said)

/** A line whose two keyings differ: the four answers, with which keying said which. */
const AnswerDifference = ({ difference, questionnaire, typed, errors }: FieldProps) => {
  const t = useT()
  const { field, first, second } = difference
  const error = errorOf(errors, field)
  const saidOf = (answer: Answer) => {
    if (isAnswer(first) && first === answer)
      return <span className="said">{t('office.batch.differ.first')}</span>
    return second === answer ? <span className="said">{t('office.batch.differ.second')}</span> : null
  }
  return (
    <fieldset className={error ? 'key-line bad' : 'key-line'} id={field} tabIndex={-1}>
      <legend>{useLineName(field, questionnaire)}</legend>
      <FieldError name={field} error={error} />
      <div className="key-opts">
        <KeyChoices name={field} value={typed[field]} error={error} saidOf={saidOf} />
      </div>
    </fieldset>
  )
}

/** What was written, read twice differently: either reading, or typed anew. */
const TextDifference = ({ difference, questionnaire, typed, errors }: FieldProps) => {
  const t = useT()
  const { field, first, second } = difference
  const name = useLineName(field, questionnaire)
  const said = { first, second }
  const quoted = (text: string | null): string => (text ? `“${text}”` : t('office.batch.differ.nothing'))
  return (
    <>
      <RadioGroup
        name={pickName(field)}
        label={field === 'otherOpinion' ? name : `${name}: ${t('ballot.reason')}`}
        value={typed[pickName(field)]}
        error={errorOf(errors, pickName(field))}
        options={picks.map(pick => ({
          value: pick,
          label: t(`office.batch.differ.pick.${pick}`, { text: pick === 'other' ? '' : quoted(said[pick]) }),
        }))}
      />
      <TextArea
        name={field}
        label={t('office.batch.differ.typed')}
        optional
        rows={2}
        value={typed[field]}
        error={errorOf(errors, field)}
        maxLength={longestReason}
      />
    </>
  )
}

/** A keying as the fields of the form hold it. */
const typedOf = (ballot: Ballot, questionnaire: Questionnaire): TypedSheet => ({
  ...Object.fromEntries(
    contentKeys(questionnaire).flatMap((key, index) => [
      [`answer.${key}`, ballot.answers?.[index]],
      [`reason.${key}`, ballot.reasons[key]],
    ]),
  ),
  otherOpinion: ballot.otherOpinion,
})

type FormProps = {
  readonly sheet: DifferingSheet
  readonly questionnaire: Questionnaire
  /** What was posted, when it has to be mended. */
  readonly typed: TypedSheet | undefined
  readonly errors: readonly FormError[]
}

const Fields = ({ sheet, questionnaire, typed = {}, errors }: FormProps) =>
  sheet.fields.map(difference => {
    const props = { difference, questionnaire, typed, errors }
    return difference.field.startsWith('answer.') ? (
      <AnswerDifference key={difference.field} {...props} />
    ) : (
      <TextDifference key={difference.field} {...props} />
    )
  })

/** Both readings of a sheet side by side, and what the paper says. */
export const DifferenceForm = (props: FormProps) => {
  const t = useT()
  const { sheet, questionnaire, typed, errors } = props
  return (
    <form method="post" action={`?phieu=${sheet.number}`} className="keying">
      <input type="hidden" name="phieu" value={sheet.number} />
      {sheet.invalid ? (
        <>
          <Notice kind="warning">
            <p>{t(`office.batch.differ.invalid.${sheet.invalid.by}`)}</p>
          </Notice>
          <KeySheet
            questionnaire={questionnaire}
            typed={typed ?? typedOf(sheet.invalid.other, questionnaire)}
            errors={errors}
          />
        </>
      ) : (
        <Fields {...props} />
      )}
      <p className="actions">
        <SubmitButton>{t('office.batch.differ.save')}</SubmitButton>
      </p>
    </form>
  )
}

type WaitingProps = { readonly waiting: readonly number[]; readonly current: number }

/** The other sheets that wait for a third look, by their numbers. */
export const WaitingSheets = ({ waiting, current }: WaitingProps) => {
  const t = useT()
  const others = waiting.filter(number => number !== current)
  if (others.length === 0) return null
  return (
    <nav className="means" aria-label={t('office.batch.differ.other')}>
      <p>{t('office.batch.differ.left', { count: waiting.length })}</p>
      <ul>
        {others.slice(0, 20).map(number => (
          <li key={number}>
            <a href={`?phieu=${number}`}>{t('office.batch.key.sheet', { sheet: number })}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
