import type { Deed } from '#app/account/permission.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

export type VillageHouseholds = {
  readonly villageId: string
  readonly name: string
  readonly households: number
}

type VillagesProps = {
  readonly villages: readonly Pick<VillageHouseholds, 'name' | 'households'>[]
  readonly caption: string
}

/** Villages with their households, and the sum. */
export const HouseholdsTable = ({ villages, caption }: VillagesProps) => {
  const t = useT()
  const { language } = useSite()
  const households = villages.reduce((sum, village) => sum + village.households, 0)
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: t('office.overview.village'), cell: row => row.name },
        {
          header: t('office.overview.households'),
          cell: row => formatInteger(row.households, language),
          numeric: true,
        },
      ]}
      rows={villages}
      rowKey={row => row.name}
      total={{ name: t('office.overview.whole'), households }}
    />
  )
}

type DraftProps = {
  readonly campaignId: string
  readonly villages: readonly VillageHouseholds[]
  readonly deeds: readonly Deed[]
}

const useDraftWords = (villages: DraftProps['villages']): string => {
  const t = useT()
  const filled = villages.filter(village => village.households > 0)
  const households = filled.reduce((sum, village) => sum + village.households, 0)
  if (villages.length === 0) return t('office.overview.draft.noVillages')
  if (households === 0) return t('office.overview.draft.empty')
  return t('office.overview.draft.filled', { households, villages: filled.length })
}

/** A draft: households so far, and the two steps that lead to opening. */
export const DraftPanel = ({ campaignId, villages, deeds }: DraftProps) => {
  const t = useT()
  const some = villages.some(village => village.households > 0)
  return (
    <Panel title={t('office.overview.draft.title')}>
      <p>{useDraftWords(villages)}</p>
      <p className="actions">
        {some && deeds.includes('campaign.open') ? (
          <LinkButton href={`/dot/${campaignId}/mo`} kind="primary">
            {t('office.overview.draft.open')}
          </LinkButton>
        ) : null}
        {villages.length > 0 && deeds.includes('register.import') ? (
          <LinkButton href={`/dot/${campaignId}/danh-sach`} kind={some ? 'secondary' : 'primary'}>
            {t('office.overview.draft.register')}
          </LinkButton>
        ) : null}
      </p>
      {villages.length > 0 ? (
        <HouseholdsTable villages={villages} caption={t('office.overview.draft.table')} />
      ) : null}
    </Panel>
  )
}
