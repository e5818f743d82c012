import { type Answer, longestOpinion, longestReason } from '#app/ballot/ballot.ts'
import type { Content, Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { SpokenLanguage } from '#app/questionnaire/spoken.ts'
import { ContentQuestion } from './content-question.tsx'
import { wordsOf } from './content-words.ts'
import { errorOf, type FormError } from './error-summary.tsx'
import { useSite, useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

/** What was already put on the ballot, as the form gave it: kept whatever was wrong. */
export type BallotDraft = {
  readonly answers: { readonly [content: string]: string | undefined }
  readonly reasons: { readonly [content: string]: string | undefined }
  readonly otherOpinion: string
}

/** An untouched ballot. */
export const emptyDraft: BallotDraft = { answers: {}, reasons: {}, otherOpinion: '' }

/** What a posted form holds, to show again with its errors. */
export const draftOf = (
  fields: { readonly get: (name: string) => string | null },
  keys: readonly string[],
): BallotDraft => ({
  answers: Object.fromEntries(keys.map(key => [key, fields.get(`answer.${key}`) ?? undefined])),
  reasons: Object.fromEntries(keys.map(key => [key, fields.get(`reason.${key}`) ?? undefined])),
  otherOpinion: fields.get('otherOpinion') ?? '',
})

type BallotFieldsProps = {
  readonly questionnaire: Questionnaire
  /** Texts and recordings of the language the household chose; the questionnaire's own unless said. */
  readonly chosen?: SpokenLanguage | null
  readonly draft?: BallotDraft
  readonly errors?: readonly FormError[]
  /** Residents answer one of two; a sheet of paper may also be blank or hold both ticks. */
  readonly choices?: readonly Answer[]
}

const plainChoices: readonly Answer[] = ['satisfied', 'dissatisfied']

/** Every question of a ballot and the other opinion: what stands inside the form, whoever fills it in. */
export const BallotFields = ({
  questionnaire,
  chosen = null,
  draft = emptyDraft,
  errors = [],
  choices = plainChoices,
}: BallotFieldsProps) => {
  const t = useT()
  const { language } = useSite()
  const question = (content: Content, index: number) => (
    <ContentQuestion
      key={content.key}
      contentKey={content.key}
      words={wordsOf(content, language, chosen)}
      number={content.key === 'overall' ? null : index + 1}
      choices={choices}
      answer={draft.answers[content.key]}
      reason={draft.reasons[content.key]}
      error={errorOf(errors, `answer.${content.key}`)}
      reasonError={errorOf(errors, `reason.${content.key}`)}
      longestReason={longestReason}
    />
  )
  return (
    <>
      {questionnaire.contents.map(question)}
      <TextArea
        name="otherOpinion"
        label={t('ballot.otherOpinion')}
        hint={t('ballot.otherOpinionHint')}
        optional
        value={draft.otherOpinion}
        error={errorOf(errors, 'otherOpinion')}
        maxLength={longestOpinion}
      />
    </>
  )
}
