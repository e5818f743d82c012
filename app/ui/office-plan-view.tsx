import type { Deed } from '#app/account/permission.ts'
import { isBeforeOpening, type State } from '#app/campaign/campaign.ts'
import { type Plan, type Team, takesMark } from '#app/campaign/plan.ts'
import { formatDate } from '#app/i18n/format.ts'
import { LinkButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

type Village = { readonly villageId: string; readonly name: string; readonly households: number }

const namesOf = (villages: readonly Village[]): string => villages.map(({ name }) => name).join(', ')

const sumOf = (villages: readonly Village[]): number =>
  villages.reduce((sum, village) => sum + village.households, 0)

type FactsProps = {
  readonly plan: Pick<Plan, 'number' | 'issuedOn' | 'signer' | 'villageIds' | 'methods'>
  readonly villages: readonly Village[]
}

const usePaperText = ({ number, issuedOn, signer }: FactsProps['plan']): string => {
  const t = useT()
  const { language } = useSite()
  if (number === null || issuedOn === null || signer === null) return t('office.planning.facts.paperNone')
  return t('office.planning.facts.paperMark', { number, date: formatDate(issuedOn, language), signer })
}

const useVillagesText = ({ plan, villages }: FactsProps): string => {
  const t = useT()
  const counts = { villages: villages.length, households: sumOf(villages) }
  return plan.villageIds === null
    ? t('office.planning.facts.everyVillage', counts)
    : t('office.planning.facts.someVillages', { ...counts, names: namesOf(villages) })
}

/** What the plan adds to the round: its paper, the villages, the ways of asking. */
export const PlanFacts = (props: FactsProps) => {
  const t = useT()
  const ways = props.plan.methods.map(method => t(`term.channel.${method}`)).join(', ')
  const facts = [
    [t('office.planning.facts.paper'), usePaperText(props.plan)],
    [t('office.planning.facts.villages'), useVillagesText(props)],
    [t('office.planning.facts.methods'), ways],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type ActionsProps = {
  readonly address: string
  readonly state: State
  readonly plan: Pick<Plan, 'number'>
  readonly deeds: readonly Deed[]
}

const MarkLink = ({ address, state }: Pick<ActionsProps, 'address' | 'state'>) => {
  const t = useT()
  const [label, kind] =
    state === 'planned'
      ? (['office.planning.mark', 'secondary'] as const)
      : ([state === 'draft' ? 'office.planning.issue' : 'office.planning.record', 'primary'] as const)
  return (
    <LinkButton href={`${address}/ban-hanh`} kind={kind}>
      {t(label)}
    </LinkButton>
  )
}

/** What can be done with the plan now. */
export const PlanActions = ({ address, state, plan, deeds }: ActionsProps) => {
  const t = useT()
  const mayEdit = deeds.includes('plan.edit')
  return (
    <p className="actions">
      {mayEdit && takesMark(state, plan) ? <MarkLink address={address} state={state} /> : null}
      {mayEdit && isBeforeOpening(state) ? (
        <LinkButton href={`${address}/sua`}>{t('office.planning.edit')}</LinkButton>
      ) : null}
      {deeds.includes('paper.download') ? (
        <LinkButton href={`${address}.docx`} download>
          {t('office.planning.download')}
        </LinkButton>
      ) : null}
      {deeds.includes('paper.download') ? (
        <LinkButton href={`${address}.pdf`} download>
          {t('office.papers.pdf')}
        </LinkButton>
      ) : null}
    </p>
  )
}

/** A round can be opened although its plan was not issued; this says so before, and where to mend it. */
export const PlanNotIssued = ({
  campaign,
}: {
  readonly campaign: { readonly id: string; readonly state: State }
}) => {
  const t = useT()
  if (campaign.state !== 'draft') return null
  return (
    <Notice kind="warning">
      <p>
        {t('office.planning.notIssued')}{' '}
        <a href={`/dot/${campaign.id}/ke-hoach/ban-hanh`}>{t('office.planning.issue')}</a>
      </p>
    </Notice>
  )
}

type TeamsProps = {
  readonly address: string
  readonly teams: readonly Team[]
  readonly villages: readonly Village[]
  readonly unserved: readonly Village[]
  readonly edits: boolean
}

const TeamRow = ({ team, address, villages, edits }: Omit<TeamsProps, 'teams'> & { readonly team: Team }) => {
  const t = useT()
  const served = villages.filter(village => team.villageIds.includes(village.villageId))
  return (
    <li className="row">
      <div className="row-main">
        {edits ? (
          <a className="row-name" href={`${address}/to/${team.id}`}>
            {team.name}
          </a>
        ) : (
          <b className="row-name">{team.name}</b>
        )}
        <p>{t('office.planning.team.leads', { name: team.leader })}</p>
        {team.members === '' ? null : (
          <p>{t('office.planning.team.helps', { names: team.members.split('\n').join('; ') })}</p>
        )}
        <p>{t('office.planning.team.serves', { names: namesOf(served) })}</p>
      </div>
    </li>
  )
}

/** The teams with their villages, and the villages that none of them serves. */
export const PlanTeams = (props: TeamsProps) => {
  const t = useT()
  const { address, teams, unserved, edits } = props
  return (
    <Panel title={t('office.planning.section.teams')}>
      {teams.length === 0 ? (
        <p>{t('office.planning.team.none')}</p>
      ) : (
        <ul className="rows">
          {teams.map(team => (
            <TeamRow key={team.id} team={team} {...props} />
          ))}
        </ul>
      )}
      {unserved.length === 0 ? null : (
        <Notice kind="warning">
          <p>{t('office.planning.team.unserved', { names: namesOf(unserved) })}</p>
        </Notice>
      )}
      {edits ? (
        <p className="actions">
          <LinkButton href={`${address}/to/moi`}>{t('office.planning.team.add')}</LinkButton>
        </p>
      ) : null}
    </Panel>
  )
}

const Lines = ({ text }: { readonly text: string }) => (
  <ul>
    {text.split('\n').map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

/** Purpose and requirements as the paper has them. */
export const PlanAims = ({
  purpose,
  requirements,
}: {
  readonly purpose: string
  readonly requirements: string
}) => {
  const t = useT()
  return (
    <Panel title={t('office.planning.section.aims')}>
      <h3>{t('office.planning.form.purpose')}</h3>
      <Lines text={purpose} />
      <h3>{t('office.planning.form.requirements')}</h3>
      <Lines text={requirements} />
    </Panel>
  )
}
