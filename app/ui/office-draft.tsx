import type { Deed } from '#app/account/permission.ts'
import type { State } from '#app/campaign/campaign.ts'
import type { Timetable } from '#app/campaign/plan-timetable.ts'
import { formatInteger } from '#app/i18n/format.ts'
import type { Key } from '#app/i18n/translate.ts'
import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { PlanWarnings } from './office-plan-term.tsx'
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
  readonly state: State
  readonly villages: readonly VillageHouseholds[]
  readonly deeds: readonly Deed[]
  readonly timetable: Timetable
}

const useDraftWords = (villages: DraftProps['villages']): string => {
  const t = useT()
  const filled = villages.filter(village => village.households > 0)
  const households = filled.reduce((sum, village) => sum + village.households, 0)
  if (villages.length === 0) return t('office.overview.draft.noVillages')
  if (households === 0) return t('office.overview.draft.empty')
  return t('office.overview.draft.filled', { households, villages: filled.length })
}

type Action = { readonly href: string; readonly label: Key; readonly open: boolean }

/** What leads to opening, the next step first: the plan is issued, then households are listed, then the round is opened. */
const actionsOf = ({ campaignId, state, villages, deeds }: DraftProps): readonly Action[] => {
  const some = villages.some(village => village.households > 0)
  const address = `/dot/${campaignId}`
  const plan: Action = {
    href: `${address}/ke-hoach`,
    label: 'office.overview.draft.plan',
    open: deeds.includes('plan.edit'),
  }
  const register: Action = {
    href: `${address}/danh-sach`,
    label: 'office.overview.draft.register',
    open: villages.length > 0 && deeds.includes('register.import'),
  }
  const opening: Action = {
    href: `${address}/mo`,
    label: 'office.overview.draft.open',
    open: some && deeds.includes('campaign.open'),
  }
  const rest = some ? [opening, register] : [register]
  return (state === 'draft' ? [plan, ...rest] : [...rest, plan]).filter(action => action.open)
}

/** A round before opening: the plan, households so far, and the next step of those that lead to opening. */
export const DraftPanel = (props: DraftProps) => {
  const t = useT()
  const { villages, state, timetable } = props
  return (
    <Panel title={t('office.overview.draft.title')}>
      {state === 'draft' ? <p>{t('office.overview.draft.planFirst')}</p> : null}
      <p>{useDraftWords(villages)}</p>
      <PlanWarnings timetable={timetable} />
      <p className="actions">
        {actionsOf(props).map(({ href, label }, index) => (
          <LinkButton key={href} href={href} kind={index === 0 ? 'primary' : 'secondary'}>
            {t(label)}
          </LinkButton>
        ))}
      </p>
      {villages.length > 0 ? (
        <HouseholdsTable villages={villages} caption={t('office.overview.draft.table')} />
      ) : null}
    </Panel>
  )
}
