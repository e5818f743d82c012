import { Fragment, type ReactNode } from 'react'
import { type Answer, longestOpinion, longestReason } from '#app/ballot/ballot.ts'
import { keyOf } from '#app/paper/keyed-line.ts'
import type { Content, Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { Checkbox } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { FieldError } from './field.tsx'
import { contentName } from './results-words.ts'
import { useSite, useT } from './site.tsx'
import { TextArea, TextField } from './text-field.tsx'

/** What stands in the fields of a sheet, by their names. */
export type TypedSheet = Readonly<Record<string, string | undefined>>

/** The answers in the order of the paper's boxes and of the fingers: 1, 2, 0, 3. */
const order: readonly Answer[] = ['satisfied', 'dissatisfied', 'blank', 'both']

type ChoicesProps = {
  readonly name: string
  readonly value: string | undefined
  readonly error: string | undefined
  /** What earlier keyings said of an answer. */
  readonly saidOf?: ((answer: Answer) => ReactNode) | undefined
  readonly focus?: boolean
}

/** The four answers of a line, each with its key. */
export const KeyChoices = ({ name, value, error, saidOf, focus = false }: ChoicesProps) => {
  const t = useT()
  return order.map((answer, index) => (
    <Fragment key={answer}>
      <input
        type="radio"
        className={answer === 'dissatisfied' ? 'opt opens' : 'opt'}
        id={`${name}.${answer}`}
        name={name}
        value={answer}
        defaultChecked={value === answer}
        aria-describedby={error ? `${name}-error` : undefined}
        // biome-ignore lint/a11y/noAutofocus: keying begins at the first line, sheet after sheet
        autoFocus={focus && index === 0}
      />
      <label htmlFor={`${name}.${answer}`}>
        <kbd>{keyOf(answer)}</kbd>
        <span>
          {t(`office.batch.key.choice.${answer}`)}
          {saidOf?.(answer)}
        </span>
      </label>
    </Fragment>
  ))
}

type LineProps = {
  readonly content: Content
  readonly index: number
  readonly typed: TypedSheet
  readonly errors: readonly FormError[]
  readonly focus: boolean
}

/** One line of the sheet; the reason opens beside "Chưa hài lòng". */
const KeyLine = ({ content, index, typed, errors, focus }: LineProps) => {
  const t = useT()
  const { language } = useSite()
  const name = `answer.${content.key}`
  const reason = `reason.${content.key}`
  const [error, reasonError] = [errorOf(errors, name), errorOf(errors, reason)]
  return (
    <fieldset className={error ? 'key-line bad' : 'key-line'} id={name} tabIndex={-1}>
      <legend>{contentName(content, index, { t, language })}</legend>
      <FieldError name={name} error={error} />
      <div className="key-opts">
        <KeyChoices name={name} value={typed[name]} error={error} focus={focus} />
        <div className={typed[reason] || reasonError ? 'reason shown' : 'reason'}>
          <TextField
            name={reason}
            label={t('office.batch.key.reason')}
            value={typed[reason]}
            error={reasonError}
            maxLength={longestReason}
          />
        </div>
      </div>
    </fieldset>
  )
}

type SheetProps = {
  readonly questionnaire: Questionnaire
  readonly typed: TypedSheet
  readonly errors: readonly FormError[]
}

/** Every line of a paper sheet, the other opinion, and whether the whole sheet is invalid. */
export const KeySheet = ({ questionnaire, typed, errors }: SheetProps) => {
  const t = useT()
  return (
    <>
      <Checkbox
        name="invalid"
        label={t('office.batch.key.invalid')}
        hint={t('office.batch.key.invalidHint')}
        value="yes"
        checked={typed.invalid === 'yes'}
      />
      {questionnaire.contents.map((content, index) => (
        <KeyLine
          key={content.key}
          {...{ content, index, typed, errors }}
          focus={index === 0 && errors.length === 0}
        />
      ))}
      <TextArea
        name="otherOpinion"
        label={t('office.batch.key.other')}
        rows={2}
        value={typed.otherOpinion}
        error={errorOf(errors, 'otherOpinion')}
        maxLength={longestOpinion}
      />
    </>
  )
}
