import type { Deed } from '#app/account/permission.ts'
import { LinkButton } from './button.tsx'
import { type Participation, ParticipationTable, type VillageProgress } from './office-collecting.tsx'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'

type ClosedProps = {
  readonly campaignId: string
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
      <LinkButton href={`/dot/${campaignId}/bieu-tong-hop.xlsx`} download>
        {t('office.overview.closed.tally')}
      </LinkButton>
    </>
  )
}

/** A closed round: where its results and papers are. */
export const ClosedPanel = ({ campaignId, villages, total, deeds }: ClosedProps) => {
  const t = useT()
  return (
    <Panel title={t('office.overview.closed.title')}>
      {deeds.includes('results.read') ? null : <p>{t('office.overview.closed.watcher')}</p>}
      <p className="actions">
        {deeds.includes('results.read') ? (
          <LinkButton href={`/dot/${campaignId}/ket-qua`} kind="primary">
            {t('office.overview.closed.results')}
          </LinkButton>
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
    </Panel>
  )
}
