import type { Language } from '#app/basics/language.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { printRate, printThreshold } from '#app/tally/rate.ts'
import type { CountBounds } from '#app/verdict/bounds.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Outlook } from '#app/verdict/decision.ts'
import type { MethodAnchor } from '#app/verdict/method.ts'
import type { Rules } from '#app/verdict/rules.ts'
import type { ShareInterval } from '#app/verdict/stratified.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { How } from './how.tsx'
import type { IconName } from './icon.tsx'
import { useSite, useT } from './site.tsx'

type BoundsProps = { readonly results: Results; readonly rules: Rules }

type Row = {
  readonly assumption: string
  readonly range: string
  readonly share: string
  readonly outlook: Outlook | null
  readonly how: MethodAnchor
}

const looks: { readonly [outlook in Outlook]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  met: { tone: 'good', icon: 'yes' },
  'not-met': { tone: 'bad', icon: 'no' },
  undecided: { tone: 'open', icon: 'open' },
  'no-basis': { tone: 'open', icon: 'open' },
}

const OutlookBadge = ({ outlook }: { readonly outlook: Outlook | null }) => {
  const t = useT()
  return outlook ? <Badge {...looks[outlook]}>{t(`results.bounds.${outlook}`)}</Badge> : null
}

/** An estimated share, which is no count and so has no exact print: two decimals. */
const printShare = (share: number, language: Language): string => {
  const digits = (100 * share).toFixed(2)
  return language === 'vi' ? `${digits.replace('.', ',')}\u00a0%` : `${digits}%`
}

/** Ranges of satisfied households and their shares in words. */
const useRanges = (households: number) => {
  const t = useT()
  const { language } = useSite()
  const fromTo = (from: string, to: string): string => t('results.bounds.fromTo', { from, to })
  const count = (number: number): string => formatInteger(number, language)
  const share = (part: number): string => printRate({ part, whole: households }, language)
  return {
    counts: ({ lower, upper }: CountBounds): string => fromTo(count(lower), count(upper)),
    oneSided: ({ lower, upper }: CountBounds): string =>
      t('results.bounds.oneSidedRange', { from: lower, to: upper }),
    shares: ({ lower, upper }: CountBounds): string => fromTo(share(lower), share(upper)),
    interval: ({ lower, upper }: ShareInterval): string =>
      fromTo(printShare(lower, language), printShare(upper, language)),
    estimate: (part: number): string => t('results.bounds.estimate', { share: printShare(part, language) }),
  }
}

const useRows = ({ results }: BoundsProps): readonly Row[] => {
  const t = useT()
  const { households, worstCase, oneSided95, twoSided95, stratified } = results.bounds.overall
  const say = useRanges(households)
  const { decision } = results
  const { estimate, logit95 } = stratified
  const drawn: Row = {
    assumption: t('results.bounds.stratified'),
    range: estimate === null ? '–' : say.estimate(estimate),
    share: logit95 === null ? t('results.bounds.noEstimate') : say.interval(logit95),
    outlook: decision.stratified,
    how: 'uoc-luong-phan-tang',
  }
  const counted = (key: 'worstCase' | 'twoSided', bounds: CountBounds, outlook: Outlook | null): Row => ({
    assumption: t(`results.bounds.${key}`),
    range: say.counts(bounds),
    share: say.shares(bounds),
    outlook,
    how: key === 'worstCase' ? 'truong-hop-xau-nhat' : 'khoang-chinh-xac',
  })
  return [
    counted('worstCase', worstCase, decision.worstCase),
    {
      assumption: t('results.bounds.oneSided'),
      range: say.oneSided(oneSided95),
      share: say.shares(oneSided95),
      outlook: decision.exact,
      how: 'khoang-chinh-xac',
    },
    counted('twoSided', twoSided95, null),
    drawn,
  ]
}

const BoundsTable = (props: BoundsProps) => {
  const t = useT()
  const { language } = useSite()
  const threshold = props.rules.overallThreshold.value
  const against =
    threshold === null
      ? t('results.bounds.outlookNone')
      : t('results.bounds.outlook', { threshold: printThreshold(threshold, language) })
  return (
    <DataTable
      caption={t('results.bounds.caption')}
      columns={[
        {
          header: t('results.bounds.assumption'),
          cell: row => (
            <>
              {row.assumption} <How to={row.how} what={row.assumption} />
            </>
          ),
        },
        { header: t('results.bounds.range'), cell: row => row.range },
        { header: t('results.bounds.share'), cell: row => row.share },
        { header: against, cell: row => <OutlookBadge outlook={row.outlook} /> },
      ]}
      rows={useRows(props)}
      rowKey={row => row.assumption}
    />
  )
}

/** What can be said of the households that have not answered, each range beside what it assumes; never instead of the verdict. */
export const ResultsBounds = (props: BoundsProps) => {
  const t = useT()
  const { households, answered, satisfied } = props.results.bounds.overall
  const silent = households - answered
  return (
    <section className="panel" aria-labelledby="bounds-title">
      <h2 id="bounds-title">{t('results.bounds.title')}</h2>
      {silent === 0 ? (
        <p>{t('results.bounds.complete')}</p>
      ) : (
        <>
          <p>{t('results.bounds.lead', { households, answered, satisfied, silent })}</p>
          <BoundsTable {...props} />
          <p className="soft">{t('results.bounds.warning')}</p>
        </>
      )}
    </section>
  )
}
