import type { State } from '#app/campaign/campaign.ts'
import { isSettled, type PaperState, surveySource } from '#app/dossier/title-dossier.ts'
import type { Owner } from '#app/dossier/title-papers.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Title } from '#app/programme/titles.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import type { IconName } from './icon.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

/** A paper of a dossier as the page of the dossier lists it. */
export type ShownPaper = {
  readonly id: string
  readonly name: string
  readonly kind: 'upload' | 'satisfaction'
  readonly owner: Owner
  readonly agency: string
  readonly dueOn: string | null
  readonly state: PaperState
  readonly late: boolean
  readonly files: number
}

const look: { readonly [state in PaperState]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  missing: { tone: 'open', icon: 'open' },
  there: { tone: 'good', icon: 'yes' },
  replaced: { tone: 'good', icon: 'yes' },
  'not-applicable': { tone: 'quiet', icon: 'no' },
  unverified: { tone: 'active', icon: 'clock' },
  redoing: { tone: 'bad', icon: 'clock' },
}

/** Where a paper stands; an owed one past its day is said to be overdue besides. */
export const PaperBadge = ({ state, late }: { readonly state: PaperState; readonly late: boolean }) => {
  const t = useT()
  return (
    <>
      {late ? (
        <Badge tone="bad" icon="clock">
          {t('office.dossier.late')}
        </Badge>
      ) : null}
      <Badge {...look[state]}>{t(`office.dossier.paperState.${state}`)}</Badge>
    </>
  )
}

/** Who owes a paper, in words. */
export const useOwner = (): ((paper: Pick<ShownPaper, 'owner' | 'agency'>) => string) => {
  const t = useT()
  return ({ owner, agency }) => (owner === 'agency' ? agency : t(`office.dossier.owner.${owner}`))
}

/** Who owes a paper and by when, in one line. */
export const useOwed = (): ((paper: ShownPaper) => string) => {
  const t = useT()
  const { language } = useSite()
  const ownerOf = useOwner()
  return paper =>
    [
      t('office.dossier.owedBy', { owner: ownerOf(paper) }),
      paper.dueOn === null
        ? t('office.dossier.noDue')
        : t('office.dossier.dueOn', { day: formatDate(paper.dueOn, language) }),
    ].join(', ')
}

const PaperRow = ({ paper, href }: { readonly paper: ShownPaper; readonly href: string }) => {
  const t = useT()
  const owed = useOwed()
  const files = paper.files > 0 ? [t('office.dossier.files', { files: paper.files })] : []
  return (
    <li className="row">
      <div className="row-main">
        <a className="row-name" href={href} lang="vi">
          {paper.name}
        </a>
        <p className="soft">{[owed(paper), ...files].join(' · ')}</p>
      </div>
      <PaperBadge state={paper.state} late={paper.late} />
    </li>
  )
}

type PapersProps = { readonly dossierId: string; readonly papers: readonly ShownPaper[] }

/** Every paper of a dossier, each leading to its files. */
export const DossierPapers = ({ dossierId, papers }: PapersProps) => (
  <ol className="rows">
    {papers.map(paper => (
      <PaperRow key={paper.id} paper={paper} href={`/ho-so/${dossierId}/giay/${paper.id}`} />
    ))}
  </ol>
)

/** How many papers there are, settled, owed and overdue. */
export const DossierStats = ({ papers }: { readonly papers: readonly ShownPaper[] }) => {
  const t = useT()
  const settled = papers.filter(({ state }) => isSettled(state)).length
  return (
    <Stats
      items={[
        { label: t('office.dossier.stats.papers'), value: papers.length },
        { label: t('office.dossier.stats.there'), value: settled },
        { label: t('office.dossier.stats.owed'), value: papers.length - settled },
        { label: t('office.dossier.stats.late'), value: papers.filter(({ late }) => late).length },
      ]}
    />
  )
}

/** The province's list has changed since the dossier copied it. */
export const NewListNotice = ({ mine, now }: { readonly mine: number; readonly now: number }) => {
  const t = useT()
  return (
    <Notice title={t('office.dossier.newList')}>
      <p>{t('office.dossier.newListNote', { mine: String(mine), now: String(now) })}</p>
      <form method="post">
        <SubmitButton kind="secondary" name="lam" value="danh-muc">
          {t('office.dossier.takeOver')}
        </SubmitButton>
      </form>
    </Notice>
  )
}

/** Why no round held here gives the report of a title, and what to do instead; nothing where one does. */
export const SurveyNotice = ({ title }: { readonly title: Title }) => {
  const t = useT()
  const source = surveySource(title)
  return source === 'round' ? null : (
    <Notice title={t(`office.dossier.survey.${source}`)}>
      <p>{t(`office.dossier.survey.${source}Note`)}</p>
    </Notice>
  )
}

export type ShownRound = { readonly id: string; readonly name: string; readonly state: State }

type ReportProps = { readonly round: ShownRound | null; readonly state: PaperState }

/** The round from which the report comes, the report as it would be made today, and beside it the signed note. */
export const ReportOfRound = ({ round, state }: ReportProps) => {
  const t = useT()
  if (!round) return <p>{t('office.dossier.report.none')}</p>
  const { id, name } = round
  if (state === 'redoing') return <p>{t('office.dossier.report.redoing', { name })}</p>
  return (
    <>
      <p>
        {state === 'there'
          ? t('office.dossier.report.there', { name })
          : t('office.dossier.report.unverified', { name, state: t(`state.${round.state}`) })}
      </p>
      <p className="actions">
        <LinkButton href={`/dot/${id}/bao-cao.docx`} download>
          {t('office.dossier.report.download')}
        </LinkButton>
        {state === 'there' ? (
          <>
            <LinkButton href={`/tham-tra/${id}/van-ban.pdf`} download>
              {t('office.dossier.report.notePdf')}
            </LinkButton>
            <LinkButton href={`/tham-tra/${id}/van-ban.docx`} download>
              {t('office.dossier.report.note')}
            </LinkButton>
          </>
        ) : null}
        <LinkButton href={`/dot/${id}/ket-qua`}>{t('office.dossier.report.results')}</LinkButton>
      </p>
    </>
  )
}
