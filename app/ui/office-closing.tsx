import type { Term } from '#app/basics/calendar.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { coverageOf } from '#app/tally/counts.ts'
import { printThreshold } from '#app/tally/rate.ts'
import { householdsNeeded } from '#app/verdict/remaining.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import type { Participation } from './office-collecting.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

/** A village before closing; `explained` and `unexplained` are null where it was counted by hand. */
export type OpenVillage = Participation & {
  readonly villageId: string
  readonly name: string
  readonly explained: number | null
  readonly unexplained: number | null
  readonly waiting: number
  readonly unreadable: number
}

export type ClosingView = {
  readonly villages: readonly OpenVillage[]
  readonly rules: Rules
  /** Both `yyyy-mm-dd`. */
  readonly today: string
  readonly endsOn: string
  readonly term: Term | null
  readonly limit: number | null
  /** From 2 on the round was reopened. */
  readonly version: number
}

/** Counts of all villages together. */
export const totalOf = (villages: readonly OpenVillage[]): OpenVillage => {
  const sum = (value: (village: OpenVillage) => number | null): number =>
    villages.reduce((total, village) => total + (value(village) ?? 0), 0)
  return {
    ...{ villageId: '', name: '' },
    households: sum(village => village.households),
    asked: sum(village => village.asked),
    issued: sum(village => village.issued),
    collected: sum(village => village.collected),
    explained: sum(village => village.explained),
    unexplained: sum(village => village.unexplained),
    waiting: sum(village => village.waiting),
    unreadable: sum(village => village.unreadable),
  }
}

const useShortfall = ({ villages, rules }: ClosingView): string | null => {
  const t = useT()
  const { language } = useSite()
  const minimum = rules.minimumCoverage.value
  if (minimum === null) return null
  const total = totalOf(villages)
  const coverage = coverageOf(total, countingOf(rules).coverageMeasure)
  const count = householdsNeeded(coverage, minimum) ?? 0
  const percent = printThreshold(minimum, language)
  if (count === 0) return null
  const unreachable = total.asked < total.households && count > total.asked - coverage.part
  return unreachable
    ? t('office.closing.belowSample', { percent })
    : t('office.closing.below', { percent, count })
}

const useTerm = ({ term, limit }: ClosingView): string | null => {
  const t = useT()
  const { language } = useSite()
  if (!term || limit === null || term.standing === 'within') return null
  const { used, lastDay } = term
  if (term.standing === 'hangs-on-first-day') return t('office.closing.hangs', { used, limit })
  return t('office.closing.beyond', { used, limit, date: formatDate(lastDay, language) })
}

/** Closing waits for batches of paper sheets that are still open: where they are. */
export const OpenBatches = ({ campaignId, open }: { readonly campaignId: string; readonly open: number }) => {
  const t = useT()
  if (open === 0) return null
  return (
    <Notice kind="warning">
      <p>
        <b>{t('office.closing.batches', { count: open })}</b>{' '}
        <a href={`/dot/${campaignId}/lo-phieu`}>{t('office.closing.batchesLink')}</a>
      </p>
    </Notice>
  )
}

/** What speaks for waiting or must be known: silent households, days left, coverage, the term, few ballots after a reopening. */
export const ClosingConcerns = (props: ClosingView) => {
  const t = useT()
  const { language } = useSite()
  const { asked, collected } = totalOf(props.villages)
  const silent = asked - collected
  const early =
    props.today <= props.endsOn
      ? t('office.closing.early', { date: formatDate(props.endsOn, language) })
      : null
  const few = props.version > 1 ? t('office.closing.few') : null
  const concerns = [useShortfall(props), useTerm(props), silent > 0 ? early : null, few].filter(Boolean)
  const first =
    silent === 0 ? t('office.closing.all') : t('office.closing.silent', { silent, households: asked })
  if (silent === 0 && concerns.length === 0) return <p>{first}</p>
  return (
    <Notice kind="warning">
      <p>
        <b>{first}</b>
      </p>
      {concerns.map(concern => (
        <p key={concern}>{concern}</p>
      ))}
    </Notice>
  )
}

const useColumns = (villages: readonly OpenVillage[]): readonly Column<OpenVillage>[] => {
  const t = useT()
  const { language } = useSite()
  const write = (count: number) => formatInteger(count, language)
  const figure = (header: string, value: (village: OpenVillage) => number | null): Column<OpenVillage> => ({
    header,
    numeric: true,
    cell: village => {
      const count = value(village)
      return count === null ? t('office.closing.byHand') : write(count)
    },
  })
  const sampled = villages.some(({ asked, households }) => asked < households)
  const damaged = villages.some(village => village.unreadable > 0)
  return [
    { header: t('office.closing.village'), cell: village => village.name || t('office.closing.whole') },
    figure(t('office.closing.households'), village => village.households),
    ...(sampled ? [figure(t('office.overview.asked'), village => village.asked)] : []),
    figure(t('office.closing.answered'), village => village.collected),
    figure(t('office.closing.explained'), village => village.explained),
    figure(t('office.closing.unexplained'), village => village.unexplained),
    figure(t('office.closing.waiting'), village => village.waiting),
    ...(damaged ? [figure(t('office.closing.unreadable'), village => village.unreadable)] : []),
  ]
}

/** What is still open, village by village. */
export const OpenVillages = ({ villages }: Pick<ClosingView, 'villages'>) => {
  const t = useT()
  return (
    <Panel title={t('office.closing.open')}>
      <DataTable
        caption={t('office.closing.openTable')}
        captionHidden
        columns={useColumns(villages)}
        rows={villages}
        rowKey={village => village.villageId}
        total={totalOf(villages)}
      />
      <p className="hint">{t('office.closing.waitingNote')}</p>
    </Panel>
  )
}

const steps = ['stop', 'mix', 'destroy', 'publish'] as const

/** What closing does, in its order. */
export const ClosingSteps = () => {
  const t = useT()
  return (
    <Panel title={t('office.closing.what')}>
      <ol>
        {steps.map(step => (
          <li key={step}>{t(`office.closing.steps.${step}`)}</li>
        ))}
      </ol>
    </Panel>
  )
}
