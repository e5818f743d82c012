import type { ReactNode } from 'react'
import type { BallotFault } from '#app/ballot/ballot-form.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { BallotFields, draftOf } from './ballot.tsx'
import { ballotErrors } from './ballot-errors.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { ErrorSummary, summaryId } from './error-summary.tsx'
import { useDoorNumber } from './office-doors.tsx'
import { ResidentFrame } from './resident-frame.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

/** A page of the device that is passed round: nothing of the office on it. */
export const MeetingFrame = ({ children }: { readonly children: ReactNode }) => (
  <ResidentFrame>
    <div className="meeting">{children}</div>
  </ResidentFrame>
)

export type MeetingPlace = { readonly campaignId: string; readonly villageId: string }

/** An address of the meeting in its village: the page to find a household on unless said. */
export const meetingHref = ({ campaignId, villageId }: MeetingPlace, step = ''): string =>
  `/dot/${campaignId}/hop${step}?${new URLSearchParams({ thon: villageId })}`

type Household = { readonly slotId: string; readonly number: string | null; readonly name: string | null }

type PickProps = {
  readonly place: MeetingPlace
  readonly villageName: string
  readonly search: string
  /** Null while nothing was looked for that could be. */
  readonly found: { readonly rows: readonly Household[]; readonly more: boolean } | null
}

const Found = ({ place, search, found }: Omit<PickProps, 'villageName'>) => {
  const t = useT()
  const number = useDoorNumber()
  if (found === null) return search ? <p role="status">{t('office.meeting.short')}</p> : null
  if (found.rows.length === 0) return <p role="status">{t('office.meeting.nothing', { text: search })}</p>
  return (
    <>
      <h2>{t('office.meeting.chooseWhich')}</h2>
      <ul className="rows">
        {found.rows.map(household => (
          <li className="row" key={household.slotId}>
            <a className="row-main row-link" href={meetingHref(place, `/${household.slotId}`)}>
              <span className="row-name">{household.name ?? t('office.collect.unnamed')}</span>{' '}
              <span className="soft">{number(household.number)}</span>
            </a>
          </li>
        ))}
      </ul>
      {found.more ? <p>{t('office.meeting.more')}</p> : null}
    </>
  )
}

/** A household finds itself: no list of the others, only what matches what it typed. */
export const MeetingPick = ({ place, villageName, search, found }: PickProps) => {
  const t = useT()
  return (
    <>
      <h1>{t('office.meeting.village', { name: villageName })}</h1>
      <p className="lead">{t('office.meeting.lead')}</p>
      <form method="get" action={`/dot/${place.campaignId}/hop`} className="search" autoComplete="off">
        <input type="hidden" name="thon" value={place.villageId} />
        <TextField
          name="tim"
          label={t('office.meeting.find')}
          hint={t('office.meeting.findHint')}
          value={search}
          inputMode="search"
          width="medium"
          maxLength={80}
        />
        <SubmitButton>{t('office.collect.find')}</SubmitButton>
      </form>
      <Found place={place} search={search} found={found} />
      <p className="meeting-end">
        <a className="tap" href={meetingHref(place, '/ket-thuc')}>
          {t('office.meeting.end')}
        </a>
      </p>
    </>
  )
}

type BallotProps = {
  readonly place: MeetingPlace
  readonly name: string | null
  readonly questionnaire: Questionnaire
  /** A random id of this form: sent twice, it is one ballot. */
  readonly item: string
  readonly mending:
    | { readonly typed: Readonly<Record<string, string>>; readonly faults: readonly BallotFault[] }
    | undefined
}

/** A household's ballot on the device that is passed round. */
export const MeetingBallot = ({ place, name, questionnaire, item, mending }: BallotProps) => {
  const t = useT()
  const errors = mending ? ballotErrors(mending.faults, questionnaire, t) : []
  const draft = mending && draftOf({ get: key => mending.typed[key] ?? null }, contentKeys(questionnaire))
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{t('office.meeting.ballot', { name: name ?? t('office.collect.unnamed') })}</h1>
      <p>{t('office.meeting.private')}</p>
      <form method="post" action={`#${summaryId}`} autoComplete="off">
        <input type="hidden" name="item" value={item} />
        <input type="hidden" name="thon" value={place.villageId} />
        <BallotFields questionnaire={questionnaire} errors={errors} {...(draft ? { draft } : {})} />
        <div className="actions">
          <SubmitButton>{t('ballot.submit')}</SubmitButton>
          <LinkButton href={meetingHref(place)}>{t('office.meeting.notMine')}</LinkButton>
        </div>
      </form>
    </>
  )
}

type NextProps = { readonly place: MeetingPlace; readonly children: ReactNode }

const ThenNext = ({ place, children }: NextProps) => {
  const t = useT()
  return (
    <>
      {children}
      <p className="actions">
        <LinkButton href={meetingHref(place)} kind="primary">
          {t('office.meeting.next')}
        </LinkButton>
      </p>
    </>
  )
}

/** The household has a ballot already, by whatever means. */
export const MeetingAnswered = ({
  place,
  name,
}: {
  readonly place: MeetingPlace
  readonly name: string | null
}) => {
  const t = useT()
  return (
    <ThenNext place={place}>
      <h1>{t('office.meeting.answered')}</h1>
      <p className="lead">
        {t('office.meeting.answeredLead', { name: name ?? t('office.collect.unnamed') })}
      </p>
    </ThenNext>
  )
}

type ThanksProps = {
  readonly place: MeetingPlace
  readonly receipt: string
  /** The household had answered before. */
  readonly stands: boolean
}

/** Thanks, the receipt, and on to the next household; nothing says which household it was. */
export const MeetingThanks = ({ place, receipt, stands }: ThanksProps) => {
  const t = useT()
  return (
    <ThenNext place={place}>
      <h1>{t(stands ? 'office.meeting.answered' : 'office.meeting.thanks')}</h1>
      {stands ? <p className="lead">{t('office.meeting.stands')}</p> : null}
      <section className="box success">
        <h2>{t('resident.receipt')}</h2>
        <p className="code">{receipt}</p>
        <p>{t('resident.keepReceipt')}</p>
      </section>
      <p className="lead">{t('office.meeting.pass')}</p>
      <p>{t('office.meeting.gone')}</p>
    </ThenNext>
  )
}
