import { formatInteger } from '#app/i18n/format.ts'
import { printRate } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

type SampleProps = {
  readonly results: Results
  readonly drawn: number | null
  /** Page with the list, its hash and the seed, for staff who may open it. */
  readonly href?: string | null
}

/** Ten-thousandths are as exact as an estimate is printed. */
const shareRate = (share: number) => ({ part: Math.round(share * 10_000), whole: 10_000 })

/** What a sample says of all households: the estimate by villages, which stands before every bound. Nothing where all were asked. */
export const ResultsSample = ({ results, drawn, href = null }: SampleProps) => {
  const t = useT()
  const { language } = useSite()
  if (drawn === null) return null
  const { estimate, logit95 } = results.bounds.overall.stratified
  const print = (share: number) => printRate(shareRate(share), language)
  const write = (count: number) => formatInteger(count, language)
  const households = write(results.area.households)
  return (
    <Notice title={t('office.sample.results.title')}>
      <p>{t('office.sample.results.lead', { drawn: write(drawn), households })}</p>
      <p>
        {estimate === null || logit95 === null
          ? t('office.sample.results.none')
          : t('office.sample.results.estimate', {
              share: print(estimate),
              from: print(logit95.lower),
              to: print(logit95.upper),
            })}
      </p>
      {href === null ? null : (
        <p>
          <a href={href}>{t('office.sample.results.link')}</a>
        </p>
      )}
    </Notice>
  )
}
