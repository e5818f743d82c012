import type { Answer } from '#app/ballot/ballot.ts'
import type { ContentWords, Words } from './content-words.ts'
import { FieldError } from './field.tsx'
import { useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

type ContentQuestionProps = {
  /** Key of the content: fields are named after it. */
  readonly contentKey: string
  readonly words: ContentWords
  /** Its place on the ballot; null for the overall question. */
  readonly number: number | null
  readonly choices: readonly Answer[]
  readonly answer?: string | undefined
  readonly reason?: string | undefined
  readonly error?: string | undefined
  readonly reasonError?: string | undefined
  readonly longestReason: number
}

type ChoiceProps = {
  readonly name: string
  readonly value: Answer
  readonly checked: boolean
  readonly described: string | undefined
}

/** Input and label are neighbours, not nested: the stylesheet reads the ticked input's later siblings. */
const Choice = ({ name, value, checked, described }: ChoiceProps) => {
  const t = useT()
  const id = `${name}.${value}`
  return (
    <>
      <input
        type="radio"
        className={value === 'dissatisfied' ? 'opt opens' : 'opt'}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={described}
      />
      <label htmlFor={id}>{t(`ballot.answer.${value}`)}</label>
    </>
  )
}

/** A text in another language than the page's says which; in the page's own it needs no element. */
const Said = ({ words }: { readonly words: Words }) =>
  words.lang ? <span lang={words.lang}>{words.text}</span> : words.text

/**
 * One content: statement, plain meaning, equally big answers, and the reason, which opens without script when
 * "Chưa hài lòng" is ticked and stays open while it holds text. Posts `answer.<key>` and `reason.<key>`.
 */
export const ContentQuestion = (props: ContentQuestionProps) => {
  const { contentKey, words, number, choices, answer, reason, error, reasonError, longestReason } = props
  const t = useT()
  const name = `answer.${contentKey}`
  const { statement, meaning, clip } = words
  const line = number === null ? t('ballot.overall') : t('ballot.question', { number })
  return (
    <fieldset className={error ? 'q bad' : 'q'} id={name} tabIndex={-1}>
      <legend>
        <span className="q-no">{line}</span> <Said words={statement} />
      </legend>
      {meaning.text ? (
        <p className="mean">
          {t('ballot.meaning')} <Said words={meaning} />
        </p>
      ) : null}
      {clip ? (
        // biome-ignore lint/a11y/useMediaCaption: the question is written above its recording
        <audio controls preload="none" src={clip} aria-label={t('ballot.listen', { line })} />
      ) : null}
      <FieldError name={name} error={error} />
      <div className="opts">
        {choices.map(value => (
          <Choice
            key={value}
            name={name}
            value={value}
            checked={answer === value}
            described={error ? `${name}-error` : undefined}
          />
        ))}
        <div className={reason || reasonError ? 'reason shown' : 'reason'}>
          <TextArea
            name={`reason.${contentKey}`}
            label={t('ballot.reason')}
            optional
            rows={2}
            value={reason}
            error={reasonError}
            maxLength={longestReason}
          />
        </div>
      </div>
    </fieldset>
  )
}
