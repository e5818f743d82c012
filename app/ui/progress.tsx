import { useId } from 'react'
import { formatInteger } from '#app/i18n/format.ts'
import { printRate, type Rate } from '#app/tally/rate.ts'
import { useSite } from './site.tsx'

type ProgressProps = {
  readonly label: string
  readonly rate: Rate
  /** What is counted, in words: `hộ`, `phiếu`. */
  readonly unit: string
}

/** How far something is: the bar is a picture of the text beside it, which has counts and base. */
export const Progress = ({ label, rate, unit }: ProgressProps) => {
  const id = useId()
  const { language } = useSite()
  const counts = `${formatInteger(rate.part, language)} / ${formatInteger(rate.whole, language)} ${unit}`
  return (
    <div className="progress">
      <p>
        <span id={id}>{label}</span> <b>{printRate(rate, language)}</b>{' '}
        <span className="soft">({counts})</span>
      </p>
      <progress aria-labelledby={id} max={Math.max(rate.whole, 1)} value={Math.min(rate.part, rate.whole)} />
    </div>
  )
}
