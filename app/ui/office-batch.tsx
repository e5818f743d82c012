import { type BatchCounts, type BatchState, differingOf, type Stage, stageOf } from '#app/paper/batch.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import type { IconName } from './icon.tsx'
import { Notice } from './notice.tsx'
import { useT } from './site.tsx'
import { type StatItem, Stats } from './stat.tsx'

/** A batch as its pages show it: nothing of it is an answer. */
export type ShownBatch = {
  readonly id: string
  readonly villageName: string
  readonly number: number
  readonly state: BatchState
  readonly counts: BatchCounts
  readonly differed: number
  readonly voidReason: string | null
  readonly valid: number | null
  readonly invalid: number | null
}

const looks: { readonly [stage in Stage]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  'first-keying': { tone: 'active', icon: 'pen' },
  'second-keying': { tone: 'active', icon: 'pen' },
  differences: { tone: 'open', icon: 'open' },
  ticking: { tone: 'open', icon: 'open' },
  ready: { tone: 'good', icon: 'yes' },
  closed: { tone: 'quiet', icon: 'lock' },
  voided: { tone: 'quiet', icon: 'no' },
}

/** What is to be done next with a batch, in a word with a mark. */
export const StageBadge = ({ batch }: { readonly batch: ShownBatch }) => {
  const t = useT()
  const stage = stageOf(batch.state, batch.counts)
  return <Badge {...looks[stage]}>{t(`office.batch.stage.${stage}`)}</Badge>
}

/** `Lô 2, Đồi Chè`. */
export const useBatchName = ({ number, villageName }: ShownBatch): string =>
  useT()('office.batch.name', { number, village: villageName })

type Addressed = { readonly campaignId: string; readonly batch: ShownBatch }

/** The address of a batch's page, or of one of the pages below it. */
export const batchHref = (campaignId: string, batchId: string, page = ''): string =>
  `/dot/${campaignId}/lo-phieu/${batchId}${page}`

const BatchLink = ({ campaignId, batch }: Addressed) => (
  <a className="tap" href={batchHref(campaignId, batch.id)}>
    {useBatchName(batch)}
  </a>
)

type ListProps = { readonly campaignId: string; readonly batches: readonly ShownBatch[] }

/** The batches of a campaign with the step each is at. */
export const BatchTable = ({ campaignId, batches }: ListProps) => {
  const t = useT()
  return (
    <DataTable
      caption={t('office.batch.table')}
      captionHidden
      columns={[
        {
          header: t('office.batch.column.batch'),
          cell: batch => <BatchLink campaignId={campaignId} batch={batch} />,
        },
        { header: t('office.batch.column.stage'), cell: batch => <StageBadge batch={batch} /> },
        { header: t('office.batch.column.sheets'), cell: batch => batch.counts.sheets, numeric: true },
      ]}
      rows={batches}
      rowKey={batch => batch.id}
    />
  )
}

/** Names the batch at the top of a page below it, with the way back to it. */
export const BatchHead = ({ campaignId, batch, title }: Addressed & { readonly title: string }) => {
  const t = useT()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">
        {useBatchName(batch)} · <a href={batchHref(campaignId, batch.id)}>{t('office.batch.act.back')}</a>
      </p>
    </>
  )
}

const useFigures = (batch: ShownBatch): readonly StatItem[] => {
  const t = useT()
  const { sheets, first, second, resolved, ticked } = batch.counts
  const of = (part: number): string => t('office.batch.stand.of', { part, whole: sheets })
  const differing = differingOf(batch.counts)
  return [
    { label: t('office.batch.stand.sheets'), value: sheets },
    { label: t('office.batch.stand.first'), value: of(first) },
    { label: t('office.batch.stand.second'), value: of(second) },
    {
      label: t('office.batch.stand.resolved'),
      value: of(resolved),
      note:
        differing > 0
          ? t('office.batch.stand.differing', { count: differing })
          : t('office.batch.stand.looked', { count: batch.differed }),
    },
    { label: t('office.batch.stand.ticked'), value: of(ticked) },
  ]
}

type ActProps = Addressed & { readonly stage: Stage }

const Acts = ({ campaignId, batch, stage }: ActProps) => {
  const t = useT()
  const href = (page: string) => batchHref(campaignId, batch.id, page)
  const kind = (...stages: readonly Stage[]) => (stages.includes(stage) ? 'primary' : 'secondary')
  return (
    <p className="actions">
      {batch.counts.second < batch.counts.sheets ? (
        <LinkButton href={href('/nhap')} kind={kind('first-keying', 'second-keying')}>
          {t('office.batch.act.key')}
        </LinkButton>
      ) : null}
      {differingOf(batch.counts) > 0 ? (
        <LinkButton href={href('/khac')} kind={kind('differences')}>
          {t('office.batch.act.differences')}
        </LinkButton>
      ) : null}
      <LinkButton href={href('/ho')} kind={kind('ticking')}>
        {t('office.batch.act.tick')}
      </LinkButton>
      {stage === 'ready' ? (
        <LinkButton href={href('/chot')} kind="primary">
          {t('office.batch.act.close')}
        </LinkButton>
      ) : null}
      <LinkButton href={href('/huy')}>{t('office.batch.act.void')}</LinkButton>
    </p>
  )
}

type Household = { readonly slotId: string; readonly number: string | null; readonly name: string | null }

/** Households that keep a batch from closing, by name. */
export const AnsweredMeanwhile = ({ answered }: { readonly answered: readonly Household[] }) => {
  const t = useT()
  if (answered.length === 0) return null
  return (
    <Notice kind="warning" title={t('office.batch.answered.title')}>
      <p>{t('office.batch.answered.lead')}</p>
      <ul>
        {answered.map(({ slotId, number, name }) => (
          <li key={slotId}>
            {t('office.batch.answered.one', {
              name: name ?? t('office.batch.tick.unnamed'),
              number: number ?? '–',
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Ended = ({ batch }: { readonly batch: ShownBatch }) => {
  const t = useT()
  const { state, counts, valid, invalid, voidReason } = batch
  if (state === 'voided') return <p>{t('office.batch.voided', { reason: voidReason ?? '' })}</p>
  return (
    <p>
      {valid === null || invalid === null
        ? t('office.batch.closed.small', { sheets: counts.sheets })
        : t('office.batch.closed.lead', { sheets: counts.sheets, valid, invalid })}
    </p>
  )
}

/** Where a batch stands and what can be done with it now. */
export const BatchStanding = ({ campaignId, batch }: Addressed) => {
  const t = useT()
  const figures = useFigures(batch)
  if (batch.state !== 'open') return <Ended batch={batch} />
  return (
    <>
      <h2>{t('office.batch.stand.title')}</h2>
      <Stats items={figures} />
      <Acts campaignId={campaignId} batch={batch} stage={stageOf(batch.state, batch.counts)} />
      <p className="hint">{t('office.batch.rule')}</p>
    </>
  )
}
