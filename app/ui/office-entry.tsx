import { answers, type Channel } from '#app/ballot/ballot.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { BallotFields, draftOf } from './ballot.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import type { FormError } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import type { Assisted } from './office-doors-place.ts'
import { useT } from './site.tsx'

type EntryDoor = {
  readonly villageName: string
  readonly number: string | null
  readonly name: string | null
}

/** Whose ballot this is: to be read twice before anything is ticked. */
export const EntryHead = ({ door }: { readonly door: EntryDoor }) => {
  const t = useT()
  const { number } = door
  const place = [
    number === null ? t('office.collect.noNumber') : t('office.collect.number', { number }),
    door.villageName,
  ]
  return (
    <>
      <h1>
        {t('office.entry.title')}: {door.name ?? t('office.collect.unnamed')}
      </h1>
      <p className="lead">{place.join(' · ')}</p>
    </>
  )
}

type AnsweredProps = { readonly channel: Channel; readonly back: string }

export const AlreadyAnswered = ({ channel, back }: AnsweredProps) => {
  const t = useT()
  return (
    <>
      <Notice kind="warning">
        <p>{t('office.entry.answered', { means: t(`term.channel.${channel}`) })}</p>
      </Notice>
      <p className="actions">
        <LinkButton href={back} kind="primary">
          {t('office.entry.back')}
        </LinkButton>
      </p>
    </>
  )
}

type EntryFormProps = {
  readonly questionnaire: Questionnaire
  readonly means: Assisted
  readonly villageId: string
  /** A random id of this form: sent twice, it is one ballot. */
  readonly item: string
  /** Whether the list behind it shows only households that have not answered. */
  readonly waiting: boolean
  /** What was posted, when it has to be mended. */
  readonly typed: Readonly<Record<string, string>> | undefined
  readonly errors: readonly FormError[]
  readonly back: string
}

/** The sheet as a form. Paper may also be blank, doubly ticked or wholly invalid; spoken answers may not. */
export const EntryForm = (props: EntryFormProps) => {
  const { questionnaire, means, villageId, item, waiting, typed, errors, back } = props
  const t = useT()
  const paper = means === 'paper'
  const draft = typed && draftOf({ get: name => typed[name] ?? null }, contentKeys(questionnaire))
  return (
    <form method="post">
      <input type="hidden" name="channel" value={means} />
      <input type="hidden" name="thon" value={villageId} />
      <input type="hidden" name="item" value={typed?.item ?? item} />
      <input type="hidden" name="con" value={waiting ? '1' : ''} />
      <p>{t(`office.entry.how.${means}`)}</p>
      {paper ? (
        <Checkbox
          name="invalid"
          label={t('office.entry.invalid')}
          hint={t('office.entry.invalidHint')}
          value="yes"
          checked={typed?.invalid === 'yes'}
        />
      ) : null}
      <BallotFields
        questionnaire={questionnaire}
        errors={errors}
        {...(draft ? { draft } : {})}
        {...(paper ? { choices: answers } : {})}
      />
      <p className="hint">{t('office.entry.saveHint')}</p>
      <div className="actions">
        <SubmitButton>{t('office.entry.save')}</SubmitButton>
        <LinkButton href={back}>{t('office.entry.back')}</LinkButton>
      </div>
    </form>
  )
}
