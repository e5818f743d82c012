import type { ReactNode } from 'react'
import { type CommentAbout, commentMeasures, commentPapers } from '#app/dossier/verification.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { Checkbox, SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { aboutText, type Places } from './office-verification.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { TextArea } from './text-field.tsx'

export type ShownComment = {
  readonly id: string
  readonly version: number
  readonly about: CommentAbout
  readonly body: string
  readonly blocking: boolean
  readonly author: string
  readonly answer: string | null
  readonly resolvedAt: Date | string | null
}

type ListProps = {
  readonly comments: readonly ShownComment[]
  readonly places: Places
  /** What the reader can do to a comment. */
  readonly deedOf: (comment: ShownComment) => ReactNode
}

/** Comments in the order in which they were written, each with its answer. */
export const CommentList = ({ comments, places, deedOf }: ListProps) => {
  const t = useT()
  if (comments.length === 0) return <p>{t('office.verification.commentsNone')}</p>
  return (
    <ul className="plain parted">
      {comments.map(comment => (
        <li key={comment.id}>
          <p className="hint">
            {[comment.author, t('office.verification.versionOf', { version: comment.version })].join(' · ')}
          </p>
          <p>
            <b>{aboutText(t, places, comment.about)}:</b> {comment.body}{' '}
            {comment.resolvedAt ? (
              <Badge tone="good">{t('office.verification.resolved')}</Badge>
            ) : comment.blocking ? (
              <Badge tone="bad">{t('office.verification.blocking')}</Badge>
            ) : null}
          </p>
          <p>
            {comment.answer ? (
              <>
                <b>{t('office.verification.answerOf')}:</b> {comment.answer}
              </>
            ) : (
              t('office.verification.noAnswer')
            )}
          </p>
          {deedOf(comment)}
        </li>
      ))}
    </ul>
  )
}

/** A button of one comment. */
export const ResolveForm = ({ id }: { readonly id: string }) => {
  const t = useT()
  return (
    <form method="post">
      <input type="hidden" name="viec" value="xong" />
      <input type="hidden" name="comment" value={id} />
      <SubmitButton kind="secondary">{t('office.verification.resolve')}</SubmitButton>
    </form>
  )
}

type AnswerProps = {
  readonly id: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** The commune's answer to one comment; its box is named after the comment, so that each has its own. */
export const AnswerForm = ({ id, typed, errors }: AnswerProps) => {
  const t = useT()
  return (
    <details open={errorOf(errors, `answer.${id}`) !== undefined}>
      <summary>{t('office.verification.answer')}</summary>
      <form method="post" action="#can-sua">
        <input type="hidden" name="comment" value={id} />
        <TextArea
          name={`answer.${id}`}
          label={t('office.verification.answer')}
          value={typed[`answer.${id}`]}
          error={errorOf(errors, `answer.${id}`)}
        />
        <SubmitButton kind="secondary">{t('office.verification.answerSave')}</SubmitButton>
      </form>
    </details>
  )
}

/** A village and a content to choose, both of which may be left out. */
export const PlaceFields = ({
  places,
  typed,
  suffix = '',
}: {
  readonly places: Places
  readonly typed: Readonly<Record<string, string>>
  readonly suffix?: string
}) => {
  const t = useT()
  const villages = places.villages.map(({ villageId, name }) => ({ value: villageId, label: name }))
  const contents = places.contents.map(({ key, statement }, i) => ({
    value: key,
    label: `${i + 1}. ${statement}`,
  }))
  return (
    <>
      <SelectField
        name={`villageId${suffix}`}
        label={t('office.verification.commentVillage')}
        options={villages}
        value={typed[`villageId${suffix}`]}
        optional
      />
      <SelectField
        name={`content${suffix}`}
        label={t('office.verification.commentContent')}
        options={contents}
        value={typed[`content${suffix}`]}
        optional
      />
    </>
  )
}

/** Writes a comment on the whole, a figure or a paper. */
export const CommentForm = ({
  places,
  typed,
  errors,
}: { readonly places: Places } & Omit<AnswerProps, 'id'>) => {
  const t = useT()
  const about = [
    { value: 'general', label: t('office.verification.about.general') },
    ...commentMeasures.map(one => ({
      value: `figure.${one}`,
      label: t(`office.verification.about.figure.${one}`),
    })),
    ...commentPapers.map(one => ({
      value: `paper.${one}`,
      label: t(`office.verification.about.paper.${one}`),
    })),
  ]
  return (
    <Panel title={t('office.verification.commentAdd')} level={3}>
      <form method="post" action="#can-sua">
        <SelectField
          name="about"
          label={t('office.verification.about.label')}
          options={about}
          value={typed.about ?? 'general'}
          error={errorOf(errors, 'about')}
        />
        <PlaceFields places={places} typed={typed} />
        <TextArea
          name="body"
          label={t('office.verification.commentBody')}
          value={typed.body}
          error={errorOf(errors, 'body')}
        />
        <Checkbox
          name="blocking"
          value="yes"
          label={t('office.verification.commentBlocking')}
          checked={typed.blocking === 'yes'}
        />
        <SubmitButton kind="secondary">{t('office.verification.commentAdd')}</SubmitButton>
      </form>
    </Panel>
  )
}
