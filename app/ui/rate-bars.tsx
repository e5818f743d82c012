import { formatInteger } from '#app/i18n/format.ts'
import { meetsPercent, type Percent, printRate, printThreshold, type Rate } from '#app/tally/rate.ts'
import { Icon } from './icon.tsx'
import { useSite, useT } from './site.tsx'

/** One content's answers out of its base. */
export type RateLine = {
  readonly key: string
  readonly label: string
  readonly satisfied: Rate
  readonly dissatisfied: Rate
}

export type RateLinesProps = {
  readonly lines: readonly RateLine[]
  /** Drawn as a line across the bars; null where no threshold is known. */
  readonly threshold: Percent | null
  /** What the picture shows, for its caption. */
  readonly caption: string
}

/** Only for drawing; figures are printed from whole numbers. */
const width = (rate: Rate): string =>
  rate.whole === 0 ? '0' : `${((100 * rate.part) / rate.whole).toFixed(3)}%`

/** A dark line on a light one, so that it shows on every part of the bar. */
const Limit = ({ at }: { readonly at: Percent }) => (
  <>
    <line className="bar-halo" x1={`${at}%`} x2={`${at}%`} y1="0" y2="22" />
    <line className="bar-limit" x1={`${at}%`} x2={`${at}%`} y1="0" y2="22" />
  </>
)

const Bar = ({ line, threshold }: { readonly line: RateLine; readonly threshold: Percent | null }) => (
  <svg className="bar-svg" width="100%" height="22" aria-hidden="true" focusable="false">
    <rect className="bar-base" x="0" y="3" width="100%" height="16" />
    <rect className="bar-no" x={width(line.satisfied)} y="3" width={width(line.dissatisfied)} height="16" />
    <rect className="bar-yes" x="0" y="3" width={width(line.satisfied)} height="16" />
    {threshold === null ? null : <Limit at={threshold} />}
  </svg>
)

const Legend = ({ threshold }: { readonly threshold: Percent | null }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <ul className="bar-legend" aria-hidden="true">
      <li className="key-yes">{t('display.satisfied')}</li>
      <li className="key-no">{t('display.dissatisfied')}</li>
      {threshold === null ? null : (
        <li className="key-limit">
          {t('display.threshold', { percent: printThreshold(threshold, language) })}
        </li>
      )}
    </ul>
  )
}

const Line = ({ line, threshold }: { readonly line: RateLine; readonly threshold: Percent | null }) => {
  const t = useT()
  const { language } = useSite()
  const { part, whole } = line.satisfied
  const below = threshold !== null && whole > 0 && !meetsPercent(line.satisfied, threshold)
  return (
    <li>
      <p>
        <span>{line.label}</span>{' '}
        <span className="bar-text">
          <b>{printRate(line.satisfied, language)}</b> ({formatInteger(part, language)}/
          {formatInteger(whole, language)})
          {below ? (
            <span className="bar-below">
              <Icon name="no" />
              {t('display.below')}
            </span>
          ) : null}
        </span>
      </p>
      <Bar line={line} threshold={threshold} />
    </li>
  )
}

/** Rates as bars, drawn by the server: colour, filling and words each tell the parts apart. */
export const RateBars = ({ lines, threshold, caption }: RateLinesProps) => (
  <figure className="bars">
    <figcaption>{caption}</figcaption>
    <Legend threshold={threshold} />
    <ol>
      {lines.map(line => (
        <Line key={line.key} line={line} threshold={threshold} />
      ))}
    </ol>
  </figure>
)
