import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { coverageOf } from '#app/tally/counts.ts'
import { type Percent, printThreshold } from '#app/tally/rate.ts'
import type { Pace } from '#app/verdict/pace.ts'
import { Badge } from './badge.tsx'
import { LinkButton } from './button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import type { Participation, VillageProgress } from './office-collecting.tsx'
import { Panel } from './panel.tsx'
import { Progress } from './progress.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'
import { Stats } from './stat.tsx'

export type PacedVillage = VillageProgress & { readonly pace: Pace | null }

type SummaryProps = {
  readonly total: Participation
  readonly pace: Pace | null
  readonly minimum: Percent | null
  /** Working days left with today, and the last day; null once nothing more is collected. */
  readonly days: { readonly left: number; readonly endsOn: string } | null
}

/** How far the whole is, what is missing, and how many days there are for it. */
export const WatchSummary = ({ total, pace, minimum, days }: SummaryProps) => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  const missing = pace === null ? t('office.watch.noMinimum') : null
  const perDay = pace?.perDay
  const sampled = total.asked < total.households
  return (
    <>
      <Progress
        label={t(sampled ? 'office.overview.collecting.sampleProgress' : 'office.watch.coverage')}
        rate={{ part: total.collected, whole: total.asked }}
        unit={t('office.watch.unit')}
      />
      <Stats
        items={[
          {
            label: t(sampled ? 'office.watch.missingDrawn' : 'office.watch.missing'),
            value: missing ?? (pace?.missing === 0 ? t('office.watch.enough') : write(pace?.missing ?? 0)),
            note: sampled
              ? t('office.overview.collecting.sample', { asked: total.asked, households: total.households })
              : minimum === null
                ? null
                : t('office.watch.missingNote', { minimum: printThreshold(minimum, language) }),
          },
          ...(days === null
            ? []
            : [
                {
                  label: t('office.watch.days'),
                  value: write(days.left),
                  note: t('office.watch.daysNote', { date: formatDate(days.endsOn, language) }),
                },
              ]),
          ...(days === null || pace === null || pace.missing === 0
            ? []
            : [
                {
                  label: t('office.watch.perDay'),
                  value: perDay === null || perDay === undefined ? t('office.watch.overdue') : write(perDay),
                  note: perDay === null ? null : t('office.watch.perDayNote'),
                },
              ]),
        ]}
      />
    </>
  )
}

/** Late, on pace or reached; nothing where the rules set no minimum. */
const PaceBadge = ({ pace }: { readonly pace: Pace | null }) => {
  const t = useT()
  if (pace === null) return null
  if (pace.missing === 0)
    return (
      <Badge tone="good" icon="yes">
        {t('office.watch.reached')}
      </Badge>
    )
  return pace.late ? (
    <Badge tone="bad" icon="clock">
      {t('office.watch.late')}
    </Badge>
  ) : (
    <Badge>{t('office.watch.onPace')}</Badge>
  )
}

const VillageName = ({ row, collecting }: { readonly row: PacedVillage; readonly collecting: boolean }) => {
  const t = useT()
  if (!row.villageId) return row.name
  return (
    <>
      {row.name}
      {collecting ? (
        <span className="remark">
          <PaceBadge pace={row.pace} />
        </span>
      ) : null}
      {row.canChange === null ? null : (
        <span className="remark soft">
          {row.canChange === 0
            ? t('office.watch.settled')
            : t('office.watch.canChange', { count: row.canChange })}
        </span>
      )}
    </>
  )
}

type VillagesProps = {
  readonly campaignId: string
  readonly villages: readonly PacedVillage[]
  readonly total: Participation
  readonly pace: Pace | null
  readonly collecting: boolean
  /** Whether only late villages are asked for. */
  readonly lateOnly: boolean
}

const useColumns = (collecting: boolean, sampled: boolean): readonly Column<PacedVillage>[] => {
  const t = useT()
  const { language } = useSite()
  const numeric = (header: string, of: (row: PacedVillage) => number | null): Column<PacedVillage> => ({
    header,
    cell: row => {
      const count = of(row)
      return count === null ? '–' : formatInteger(count, language)
    },
    numeric: true,
  })
  const name = (row: PacedVillage) => <VillageName row={row} collecting={collecting} />
  return [
    { header: t('office.watch.village'), cell: name },
    numeric(t('office.watch.households'), row => row.households),
    ...(sampled ? [numeric(t('office.overview.asked'), row => row.asked)] : []),
    numeric(t('office.watch.collected'), row => row.collected),
    {
      header: t('office.watch.rate'),
      cell: row => <RateText rate={coverageOf(row, 'collected')} />,
      numeric: true,
    },
    numeric(t('office.watch.missingShort'), row => row.pace?.missing ?? null),
    ...(collecting ? [numeric(t('office.watch.perDayShort'), row => row.pace?.perDay ?? null)] : []),
  ]
}

/** Villages with their pace; those that are late can be seen alone. */
export const WatchVillages = ({ villages, total, pace, ...page }: VillagesProps) => {
  const t = useT()
  const { campaignId, collecting, lateOnly } = page
  const columns = useColumns(collecting, total.asked < total.households)
  const late = villages.filter(village => village.pace?.late)
  const rows = lateOnly ? late : villages
  const whole = {
    ...total,
    villageId: '',
    name: t('office.watch.whole'),
    byHand: null,
    canChange: null,
    pace,
  }
  const address = `/dot/${campaignId}/theo-doi`
  return (
    <Panel title={t('office.watch.villages')}>
      {collecting ? (
        <p>
          <b>
            {late.length > 0
              ? t('office.watch.lateSome', { count: late.length })
              : t('office.watch.lateNone')}
          </b>{' '}
          <span className="soft">
            {t(total.asked < total.households ? 'office.watch.lateHowDrawn' : 'office.watch.lateHow')}
          </span>{' '}
          <How to="dang-thu" what={t('office.watch.villages')} />
        </p>
      ) : null}
      {lateOnly ? (
        <LinkButton href={address}>{t('office.watch.all')}</LinkButton>
      ) : collecting && late.length > 0 ? (
        <LinkButton href={`${address}?cham=1`}>{t('office.watch.only')}</LinkButton>
      ) : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption={t('office.watch.villagesTable')}
          columns={columns}
          rows={rows}
          rowKey={row => row.villageId}
          {...(lateOnly || villages.length < 2 ? {} : { total: whole })}
        />
      )}
    </Panel>
  )
}
