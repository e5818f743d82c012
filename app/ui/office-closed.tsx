import type { Deed } from '#app/account/permission.ts'
import type { State } from '#app/campaign/campaign.ts'
import { LinkButton } from './button.tsx'
import { type Participation, ParticipationTable, type VillageProgress } from './office-collecting.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

type ClosedProps = {
  readonly campaignId: string
  readonly state: State
  readonly villages: readonly VillageProgress[]
  readonly total: Participation
  readonly deeds: readonly Deed[]
}

/** The papers of a closed round. */
export const PaperLinks = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useT()
  return (
    <>
      <LinkButton href={`/dot/${campaignId}/bao-cao.docx`} download>
        {t('office.overview.closed.report')}
      </LinkButton>
      <LinkButton href={`/dot/${campaignId}/bao-cao.pdf`} download>
        {t('office.overview.closed.reportPdf')}
      </LinkButton>
      <LinkButton href={`/dot/${campaignId}/bieu-tong-hop.xlsx`} download>
        {t('office.overview.closed.tally')}
      </LinkButton>
      <LinkButton href={`/dot/${campaignId}/giay-to`}>{t('office.papers.all')}</LinkButton>
      <LinkButton href={`/dot/${campaignId}/bien-ban`}>{t('office.minutes.title')}</LinkButton>
    </>
  )
}

/** The step that a counted round waits for, for whoever may take it. */
const NextStep = ({ campaignId, state, deeds }: Pick<ClosedProps, 'campaignId' | 'state' | 'deeds'>) => {
  const t = useT()
  if (state === 'awaiting-verification') return <p>{t('office.posting.awaiting')}</p>
  const label = { closed: 'office.posting.start', posted: 'office.posting.title' } as const
  if (state !== 'closed' && state !== 'posted') return null
  if (!deeds.includes('posting.edit')) return null
  return (
    <p className="actions">
      <LinkButton href={`/dot/${campaignId}/niem-yet`} kind="primary">
        {t(label[state])}
      </LinkButton>
    </p>
  )
}

const reopenable: readonly State[] = ['closed', 'posted', 'awaiting-verification', 'returned', 'verified']

/** A counted round: what comes next, where its results and papers are, the way back where results were wrong. */
export const ClosedPanel = ({ campaignId, state, villages, total, deeds }: ClosedProps) => {
  const t = useT()
  return (
    <Panel title={t(state === 'closed' ? 'office.overview.closed.title' : `state.${state}`)}>
      {deeds.includes('results.read') ? null : <p>{t('office.overview.closed.watcher')}</p>}
      <NextStep {...{ campaignId, state, deeds }} />
      <p className="actions">
        {deeds.includes('results.read') ? (
          <LinkButton href={`/dot/${campaignId}/ket-qua`}>{t('office.overview.closed.results')}</LinkButton>
        ) : null}
        {deeds.includes('paper.download') ? <PaperLinks campaignId={campaignId} /> : null}
        <LinkButton href={`/ket-qua/${campaignId}`}>{t('office.overview.closed.public')}</LinkButton>
      </p>
      <ParticipationTable
        campaignId={campaignId}
        villages={villages}
        total={total}
        deeds={[]}
        caption={t('office.overview.closed.table')}
      />
      {deeds.includes('campaign.reopen') && reopenable.includes(state) ? (
        <p>
          <a className="tap" href={`/dot/${campaignId}/mo-lai`}>
            {t('office.reopening.title')}
          </a>
        </p>
      ) : null}
    </Panel>
  )
}
