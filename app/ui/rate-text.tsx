import { formatInteger } from '#app/i18n/format.ts'
import { printRate, type Rate } from '#app/tally/rate.ts'
import { useSite } from './site.tsx'

/** The two counts of a rate: `1.234/1.324`. */
export const useCounts = (): ((rate: Rate) => string) => {
  const { language } = useSite()
  return rate => `${formatInteger(rate.part, language)}/${formatInteger(rate.whole, language)}`
}

/** A rate never stands without its counts: **93,21 %** (1.234/1.324). */
export const RateText = ({ rate }: { readonly rate: Rate }) => {
  const { language } = useSite()
  const counts = useCounts()
  return (
    <>
      <b>{printRate(rate, language)}</b> <span className="soft">({counts(rate)})</span>
    </>
  )
}
