import { LinkButton, SubmitButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { useT } from './site.tsx'

type Candidate = {
  readonly accountId: string
  readonly name: string
  readonly username: string
  readonly assigned: boolean
  readonly mayCollect: boolean
}

type Village = {
  readonly villageId: string
  readonly name: string
  readonly candidates: readonly Candidate[]
}

const CandidateBox = ({
  villageId,
  candidate,
}: {
  readonly villageId: string
  readonly candidate: Candidate
}) => {
  const t = useT()
  const { accountId, name, username, assigned, mayCollect } = candidate
  return (
    <label className="pick">
      <input type="checkbox" name={`giao.${villageId}.${accountId}`} value="1" defaultChecked={assigned} />
      <span>
        {name} <span className="soft">({username})</span>
        {mayCollect ? null : <span className="hint">{t('office.assign.outside')}</span>}
      </span>
    </label>
  )
}

const VillageBoxes = ({ village }: { readonly village: Village }) => {
  const t = useT()
  return (
    <fieldset className="field">
      <legend>{village.name}</legend>
      {village.candidates.length === 0 ? <p className="hint">{t('office.assign.nobody')}</p> : null}
      {village.candidates.map(candidate => (
        <CandidateBox key={candidate.accountId} villageId={village.villageId} candidate={candidate} />
      ))}
    </fieldset>
  )
}

/** Nobody in the whole commune to tick: the way to the first account. */
const NoCollectors = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useT()
  return (
    <>
      <Notice>
        <p>{t('office.assign.none')}</p>
      </Notice>
      <p className="actions">
        <LinkButton href="/quan-tri/moi" kind="primary">
          {t('office.assign.invite')}
        </LinkButton>
        <LinkButton href={`/dot/${campaignId}`}>{t('office.assign.back')}</LinkButton>
      </p>
    </>
  )
}

type AssignmentsProps = { readonly campaignId: string; readonly villages: readonly Village[] }

const AssignmentForm = ({ campaignId, villages }: AssignmentsProps) => {
  const t = useT()
  return (
    <form method="post">
      <div className="card-grid">
        {villages.map(village => (
          <VillageBoxes key={village.villageId} village={village} />
        ))}
      </div>
      <div className="actions">
        <SubmitButton>{t('office.assign.save')}</SubmitButton>
        <LinkButton href={`/dot/${campaignId}`}>{t('office.assign.back')}</LinkButton>
      </div>
    </form>
  )
}

/** Which collector looks after which village: one box for each that may. */
export const Assignments = ({ campaignId, villages }: AssignmentsProps) => {
  const t = useT()
  const lonely = villages.filter(village => !village.candidates.some(one => one.assigned && one.mayCollect))
  return (
    <>
      <h1>{t('office.assign.title')}</h1>
      <p className="lead">{t('office.assign.lead')}</p>
      <p>{t('office.assign.grants')}</p>
      {lonely.length > 0 && lonely.length < villages.length ? (
        <Notice>
          <p>{t('office.assign.unassigned', { names: lonely.map(village => village.name).join(', ') })}</p>
        </Notice>
      ) : null}
      {villages.every(village => village.candidates.length === 0) ? (
        <NoCollectors campaignId={campaignId} />
      ) : (
        <AssignmentForm campaignId={campaignId} villages={villages} />
      )}
    </>
  )
}
