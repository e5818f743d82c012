import type { Deed } from '#app/account/permission.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { coverageOf } from '#app/tally/counts.ts'
import { printRate, printThreshold } from '#app/tally/rate.ts'
import { householdsNeeded } from '#app/verdict/remaining.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import { Badge } from './badge.tsx'
import { LinkButton } from './button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import { Panel } from './panel.tsx'
import { Progress } from './progress.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

export type Participation = {
  readonly households: number
  /** Households that can answer: all, or those drawn. */
  readonly asked: number
  readonly issued: number
  readonly collected: number
}

export type VillageProgress = Participation & {
  readonly villageId: string
  readonly name: string
  /** Sheets counted by hand among the collected; null where the village has no sheet. */
  readonly byHand: number | null
  /** Households that can still change the verdict; null where that is not said. */
  readonly canChange: number | null
}

/** How far collecting is from the minimum of the rules; nothing of how anybody answered. */
export const MinimumCoverage = ({
  rules,
  total,
}: {
  readonly rules: Rules
  readonly total: Participation
}) => {
  const t = useT()
  const { language } = useSite()
  const { value, status } = rules.minimumCoverage
  if (value === null) return <p>{t('office.overview.collecting.noMinimum')}</p>
  const coverage = coverageOf(total, countingOf(rules).coverageMeasure)
  const needed = householdsNeeded(coverage, value) ?? 0
  // Households that were not drawn cannot answer, whatever the rules ask for.
  const left = total.asked - coverage.part
  const figures = {
    percent: printThreshold(value, language),
    rate: printRate(coverage, language),
    ...coverage,
  }
  return (
    <p>
      {t('office.overview.collecting.minimum', figures)}{' '}
      <b>
        {needed === 0
          ? t('office.overview.collecting.reached')
          : needed > left && total.asked < total.households
            ? t('office.overview.collecting.sampleShort')
            : t('office.overview.collecting.missing', { count: needed })}
      </b>{' '}
      {status === 'confirmed' ? null : t('office.overview.collecting.unconfirmed')}
    </p>
  )
}

type TableProps = {
  readonly campaignId: string
  readonly villages: readonly VillageProgress[]
  readonly total: Participation
  readonly deeds: readonly Deed[]
  readonly caption: string
}

const Tasks = ({
  row,
  campaignId,
  deeds,
}: Omit<TableProps, 'villages' | 'total' | 'caption'> & {
  readonly row: VillageProgress
}) => {
  const t = useT()
  return (
    <span className="tasks">
      {deeds.includes('code.print') ? (
        <a href={`/dot/${campaignId}/ma/${row.villageId}`}>{t('office.overview.collecting.codes')}</a>
      ) : null}
      {deeds.includes('ballot.enter') && row.byHand === null ? (
        <a href={`/dot/${campaignId}/thu?thon=${encodeURIComponent(row.villageId)}`}>
          {t('office.overview.collecting.enter')}
        </a>
      ) : null}
      {deeds.includes('sheet.enter') ? (
        <a href={`/dot/${campaignId}/kiem-phieu/${encodeURIComponent(row.villageId)}`}>
          {t('office.overview.collecting.sheet')}
        </a>
      ) : null}
    </span>
  )
}

/** What is to be known of a village besides its numbers: counted by hand, and how many households can still turn the verdict. */
const Remarks = ({ row }: { readonly row: VillageProgress }) => {
  const t = useT()
  const { byHand, canChange } = row
  return (
    <>
      {byHand === null ? null : (
        <span className="remark">
          <Badge icon="pen">{t('office.overview.collecting.byHand', { byHand })}</Badge>
        </span>
      )}
      {canChange === null ? null : (
        <span className="remark soft">
          {canChange === 0
            ? t('office.overview.collecting.nothingOpen')
            : t('office.overview.collecting.canChange', { count: canChange })}
        </span>
      )}
    </>
  )
}

/** Households, ballots handed out and collected, village by village; what can be done there stands under its name, where a phone shows it. */
export const ParticipationTable = ({ villages, total, caption, ...tasks }: TableProps) => {
  const t = useT()
  const { language } = useSite()
  const count = (key: keyof Participation): Column<VillageProgress> => ({
    header: t(`office.overview.${key}`),
    cell: row => formatInteger(row[key], language),
    numeric: true,
  })
  const name = (row: VillageProgress) => (
    <>
      {row.name}
      <Remarks row={row} />
      {row.villageId ? <Tasks row={row} {...tasks} /> : null}
    </>
  )
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: t('office.overview.village'), cell: name },
        count('households'),
        ...(total.asked < total.households ? [count('asked')] : []),
        count('issued'),
        count('collected'),
        {
          header: t('office.overview.coverage'),
          cell: row => <RateText rate={coverageOf(row, 'collected')} />,
          numeric: true,
        },
      ]}
      rows={villages}
      rowKey={row => row.villageId}
      {...(villages.length > 1
        ? {
            total: {
              ...total,
              villageId: '',
              name: t('office.overview.whole'),
              byHand: null,
              canChange: null,
            },
          }
        : {})}
    />
  )
}

type CollectingProps = Omit<TableProps, 'caption'> & {
  readonly rules: Rules
  /** Whether the whole commune is in sight: a village's collector sees its villages alone. */
  readonly whole: boolean
}

/** A round that collects: participation alone, and what can be done now. */
export const CollectingPanel = ({ rules, whole, ...table }: CollectingProps) => {
  const t = useT()
  const { campaignId, deeds, total } = table
  const sampled = total.asked < total.households
  return (
    <Panel title={t('office.overview.collecting.title')}>
      <Progress
        label={t(
          sampled ? 'office.overview.collecting.sampleProgress' : 'office.overview.collecting.progress',
        )}
        rate={{ part: total.collected, whole: total.asked }}
        unit={t('office.overview.unit')}
      />
      {sampled ? (
        <p>{t('office.overview.collecting.sample', { asked: total.asked, households: total.households })}</p>
      ) : null}
      {whole ? <MinimumCoverage rules={rules} total={total} /> : null}
      <p className="soft">
        {t('office.overview.collecting.quiet')}{' '}
        <How to="dang-thu" what={t('office.overview.collecting.title')} />
      </p>
      <p className="actions">
        {deeds.includes('ballot.enter') ? (
          <LinkButton href={`/dot/${campaignId}/thu`} kind="primary">
            {t('office.overview.collecting.enterAll')}
          </LinkButton>
        ) : null}
        {deeds.includes('campaign.close') ? (
          <LinkButton href={`/dot/${campaignId}/khoa`}>{t('office.overview.collecting.close')}</LinkButton>
        ) : null}
      </p>
      <ParticipationTable {...table} caption={t('office.overview.collecting.table')} />
    </Panel>
  )
}
