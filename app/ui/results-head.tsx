import { type Channel, channels } from '#app/ballot/ballot.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { printRate } from '#app/tally/rate.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { MethodAnchor } from '#app/verdict/method.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { How } from './how.tsx'
import { baseKey } from './results-words.ts'
import { useSite, useT } from './site.tsx'
import { type StatItem, Stats } from './stat.tsx'

/** Households that answered, by means; days are added up. */
export type TurnoutLine = { readonly channel: Channel; readonly households: number }

type ResultsHeadProps = {
  readonly results: Results
  /** First and last day of collecting, `yyyy-mm-dd`. */
  readonly days: { readonly startsOn: string; readonly endsOn: string }
  readonly turnout: readonly TurnoutLine[]
  /** Ballots by the language shown, where more than Vietnamese was; a language that is not known has no name. */
  readonly languages?: readonly { readonly name: string | null; readonly ballots: number }[]
}

/** Sums by means, in the order of the means; those nobody used are left out. */
const byMeans = (turnout: readonly TurnoutLine[]): readonly TurnoutLine[] =>
  channels.flatMap(channel => {
    const lines = turnout.filter(line => line.channel === channel)
    const households = lines.reduce((sum, line) => sum + line.households, 0)
    return households > 0 ? [{ channel, households }] : []
  })

/** What stands under a figure, and the way to how it is made. */
const Note = ({
  text,
  to,
  what,
}: {
  readonly text?: string
  readonly to: MethodAnchor
  readonly what: string
}) => (
  <>
    {text ? `${text} · ` : null}
    <How to={to} what={what} />
  </>
)

const useCountItems = ({ area, units }: Results): readonly StatItem[] => {
  const t = useT()
  const { language } = useSite()
  const { part, whole } = area.coverage
  const count = (number: number) => formatInteger(number, language)
  return [
    {
      label: t('results.households'),
      value: count(area.households),
      note: t('results.villages', { count: units.length }),
    },
    {
      label: t('results.issued'),
      value: count(area.issued),
      note: <Note to="bao-toan" what={t('results.issued')} />,
    },
    {
      label: t('results.collected'),
      value: count(area.collected),
      note: (
        <Note
          text={t('results.returned', { rate: printRate(area.returned, language) })}
          to="ty-le-thu-ve"
          what={t('results.collected')}
        />
      ),
    },
    {
      label: t('results.valid'),
      value: count(area.valid),
      note: <Note to="phieu-hop-le" what={t('results.valid')} />,
    },
    { label: t('results.invalid'), value: count(area.invalid) },
    {
      label: t('results.coverage'),
      value: printRate(area.coverage, language),
      note: (
        <Note
          text={t('results.ofHouseholds', { part, whole })}
          to="ty-le-bao-phu"
          what={t('results.coverage')}
        />
      ),
    },
  ]
}

/** The head block of a tally: households, ballots handed out, collected, valid, invalid, means and days. */
export const ResultsHead = ({ results, days, turnout, languages = [] }: ResultsHeadProps) => {
  const t = useT()
  const { language } = useSite()
  const means = byMeans(turnout).map(({ channel, households }) =>
    t('results.meansLine', { means: t(`term.channel.${channel}`), count: households }),
  )
  const [from, to] = [formatDate(days.startsOn, language), formatDate(days.endsOn, language)]
  return (
    <>
      <Stats items={useCountItems(results)} />
      <dl className="facts">
        <div>
          <dt>{t('results.days')}</dt>
          <dd>{t('results.daysLine', { from, to })}</dd>
        </div>
        {means.length > 0 ? (
          <div>
            <dt>{t('results.means')}</dt>
            <dd>{means.join(' · ')}</dd>
          </div>
        ) : null}
        {languages.length > 0 ? (
          <div>
            <dt>{t('results.languages')}</dt>
            <dd>
              {languages
                .map(({ name, ballots }) =>
                  t('results.languagesLine', {
                    language: name ?? t('results.languageUnknown'),
                    count: ballots,
                  }),
                )
                .join(' · ')}
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  )
}

type OverallProps = { readonly results: Results; readonly rules: Rules }

/** The overall rate with its counts and base, and beside it the ballots with any dissatisfaction: never one without the other. */
export const ResultsOverall = ({ results, rules }: OverallProps) => {
  const t = useT()
  const { language } = useSite()
  const { overall, anyDissatisfied: any } = results.area
  const { part, whole } = overall.satisfied
  const valid = t('results.base.valid')
  const anyItem: StatItem =
    any === null
      ? { label: t('results.any'), value: '–', note: t('results.anyUnknown') }
      : {
          label: t('results.any'),
          value: printRate(any, language),
          note: (
            <Note
              text={t('results.ofBase', { part: any.part, whole: any.whole, base: valid })}
              to="co-y-kien-chua-hai-long"
              what={t('results.any')}
            />
          ),
        }
  return (
    <>
      <Stats
        items={[
          {
            label: t('results.overall'),
            value: printRate(overall.satisfied, language),
            note: (
              <Note
                text={t('results.ofBase', { part, whole, base: t(baseKey(rules)) })}
                to="ty-le-chung"
                what={t('results.overall')}
              />
            ),
          },
          anyItem,
        ]}
      />
      <p className="soft">{t('results.overallWhat')}</p>
    </>
  )
}
