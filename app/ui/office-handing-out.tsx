import type { Channel } from '#app/ballot/ballot.ts'
import type { Outcome } from '#app/household/outcome.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { CopyButton } from './copy-button.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { Progress } from './progress.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'

/** Households that are asked, and those with their code. */
export type Handed = { readonly asked: number; readonly issued: number }

export type HandedVillage = Handed & {
  readonly villageId: string
  readonly name: string
  readonly countedByHand: boolean
}

const rateOf = ({ issued, asked }: Handed) => ({ part: issued, whole: asked })

/** How far handing out is, as a bar with its counts. */
export const HandedProgress = (handed: Handed) => {
  const t = useT()
  return (
    <Progress label={t('office.handing.progress')} rate={rateOf(handed)} unit={t('office.handing.unit')} />
  )
}

type TableProps = {
  readonly campaignId: string
  readonly villages: readonly HandedVillage[]
  readonly total: Handed
  /** Whether only drawn households are asked. */
  readonly sampled: boolean
}

const VillageName = ({ campaignId, row }: { readonly campaignId: string; readonly row: HandedVillage }) => {
  const t = useT()
  if (row.villageId === '') return row.name
  return (
    <>
      <a href={`/dot/${campaignId}/phat-phieu/${encodeURIComponent(row.villageId)}`}>{row.name}</a>
      {row.countedByHand ? (
        <span className="remark">
          <Badge icon="pen">{t('office.handing.byHand')}</Badge>
        </span>
      ) : null}
    </>
  )
}

/** Coverage of handing out, village by village; each name leads to what can be done there. */
export const HandedTable = ({ campaignId, villages, total, sampled }: TableProps) => {
  const t = useT()
  const { language } = useSite()
  const count = (key: keyof Handed, header: string): Column<HandedVillage> => ({
    header,
    cell: row => formatInteger(row[key], language),
    numeric: true,
  })
  return (
    <DataTable
      caption={t('office.handing.table')}
      columns={[
        {
          header: t('office.handing.village'),
          cell: row => <VillageName campaignId={campaignId} row={row} />,
        },
        count('asked', t(sampled ? 'office.handing.drawn' : 'office.handing.households')),
        count('issued', t('office.handing.issued')),
        { header: t('office.handing.rate'), cell: row => <RateText rate={rateOf(row)} />, numeric: true },
      ]}
      rows={villages}
      rowKey={row => row.villageId}
      total={{ ...total, villageId: '', name: t('office.handing.whole'), countedByHand: false }}
    />
  )
}

/** What became of a household's slot: by which means it answered, why it is silent, or neither yet. */
export const SlotState = ({
  channel,
  outcome,
}: {
  readonly channel: Channel | null
  readonly outcome: Outcome | null
}) => {
  const t = useT()
  if (channel !== null)
    return (
      <Badge tone="good" icon="yes">
        {t('office.handing.state.answered', { means: t(`term.channel.${channel}`) })}
      </Badge>
    )
  if (outcome !== null)
    return (
      <Badge tone="open" icon="info">
        {t(`term.outcome.${outcome}`)}
      </Badge>
    )
  return <Badge icon="clock">{t('office.handing.state.waiting')}</Badge>
}

type CopyTextProps = { readonly name: string; readonly label: string; readonly text: string }

/** A text to be copied as it stands; it can be selected and not changed. */
export const CopyText = ({ name, label, text }: CopyTextProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <textarea id={name} readOnly rows={9} defaultValue={text} />
    <CopyButton of={name} />
  </div>
)
