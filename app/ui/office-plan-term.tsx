import type { Timetable } from '#app/campaign/plan-timetable.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Sourced } from '#app/verdict/rules.ts'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'
import { type StatItem, Stats } from './stat.tsx'

type TermProps = { readonly timetable: Timetable }

const useDates = () => {
  const { language } = useSite()
  return (day: string) => formatDate(day, language)
}

/** Holidays that are not known, or expected only: the count of working days rests on less than it seems. */
const Unsure = ({ timetable }: TermProps) => {
  const t = useT()
  const date = useDates()
  const { unknownYears, expectedDays } = timetable
  return (
    <>
      {unknownYears.length === 0 ? null : (
        <Notice kind="warning">
          <p>{t('office.planning.term.unknownYears', { years: unknownYears.join(', ') })}</p>
        </Notice>
      )}
      {expectedDays.length === 0 ? null : (
        <Notice>
          <p>{t('office.planning.term.expected', { days: expectedDays.map(date).join(', ') })}</p>
        </Notice>
      )}
    </>
  )
}

/** Why the days of a plan may not do: too long, or begun already. */
export const PlanWarnings = ({ timetable }: TermProps) => {
  const t = useT()
  const date = useDates()
  const { standing, used, limit, lastDay, startPast, startsOn } = timetable
  const held = { used, limit: limit ?? 0, date: lastDay === null ? '' : date(lastDay) }
  return (
    <>
      {startPast ? (
        <Notice kind="warning">
          <p>{t('office.planning.term.startPast', { date: date(startsOn) })}</p>
        </Notice>
      ) : null}
      {standing === 'beyond' ? (
        <Notice kind="warning">
          <p>{t('office.planning.term.beyond', held)}</p>
        </Notice>
      ) : null}
      {standing === 'hangs-on-first-day' ? (
        <Notice>
          <p>{t('office.planning.term.hangs', held)}</p>
        </Notice>
      ) : null}
      {standing === 'open' ? <p>{t('office.planning.term.open')}</p> : null}
    </>
  )
}

type PlanTermProps = TermProps & {
  /** The limit with where it comes from. */
  readonly rule: Sourced<number>
  /** Before opening the plan can still be mended; afterwards only the figures are of use. */
  readonly before: boolean
}

/** The days of a plan: its working days, the limit with its source, the last day allowed, and what is wrong with them. */
export const PlanTerm = ({ timetable, rule, before }: PlanTermProps) => {
  const t = useT()
  const date = useDates()
  const { used, limit, lastDay, startsOn, endsOn } = timetable
  const days = (count: number) => t('office.planning.term.usedValue', { count })
  const limits: readonly StatItem[] =
    limit === null || lastDay === null
      ? []
      : [
          { label: t('office.planning.term.limit'), value: days(limit), note: rule.source },
          {
            label: t('office.planning.term.lastDay'),
            value: date(lastDay),
            note: t('office.planning.term.lastDayNote'),
          },
        ]
  const usedNote = t('office.planning.term.usedNote', { from: date(startsOn), to: date(endsOn) })
  return (
    <>
      <Stats
        items={[{ label: t('office.planning.term.used'), value: days(used), note: usedNote }, ...limits]}
      />
      {before ? <PlanWarnings timetable={timetable} /> : null}
      <Unsure timetable={timetable} />
    </>
  )
}

/** While collecting: working days left until the planned end and until the limit, or that they have passed. */
export const TermLeft = ({ timetable }: TermProps) => {
  const t = useT()
  const date = useDates()
  const { today, endsOn, left, limit, lastDay, leftAllowed } = timetable
  const end = { count: left, date: date(endsOn) }
  return (
    <>
      {today > endsOn ? (
        <Notice kind="warning">
          <p>{t('office.planning.term.endPast', end)}</p>
        </Notice>
      ) : (
        <p>{t('office.planning.term.left', end)}</p>
      )}
      {limit === null || lastDay === null || leftAllowed === null ? null : (
        <LimitLeft limit={limit} date={date(lastDay)} left={today > lastDay ? null : leftAllowed} />
      )}
      <Unsure timetable={timetable} />
    </>
  )
}

type LimitProps = { readonly limit: number; readonly date: string; readonly left: number | null }

const LimitLeft = ({ limit, date, left }: LimitProps) => {
  const t = useT()
  if (left !== null) return <p>{t('office.planning.term.leftAllowed', { limit, date, count: left })}</p>
  return (
    <Notice kind="warning">
      <p>{t('office.planning.term.limitPast', { limit, date })}</p>
    </Notice>
  )
}
