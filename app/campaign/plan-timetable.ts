import { termOf, type WorkingCalendar, workingDaysBetween } from '#app/basics/calendar.ts'
import type { Day } from '#app/basics/day.ts'

/** What the days of a round are held against. */
export type TimetableInput = {
  /** The day collecting starts, or once it has: the day on which it did. */
  readonly startsOn: Day
  readonly endsOn: Day
  readonly today: Day
  /** Working days that the rules allow from the start to the finished tally; null where they name none. */
  readonly limit: number | null
  readonly calendar: WorkingCalendar
}

/** The days of a round in working days (domain §2.8), and what must be said of them. */
export type Timetable = {
  readonly today: Day
  readonly startsOn: Day
  readonly endsOn: Day
  /** Working days from the start to the end, both counted. */
  readonly used: number
  readonly limit: number | null
  /** Last day within the limit; null where there is no limit. */
  readonly lastDay: Day | null
  /** Whether the plan keeps the limit; `open` where there is none. */
  readonly standing: 'within' | 'hangs-on-first-day' | 'beyond' | 'open'
  /** The start lies before today. */
  readonly startPast: boolean
  /** Working days left until the planned end, today counted; 0 when it is past. */
  readonly left: number
  /** Working days left until the last allowed day, today counted; null where there is no limit. */
  readonly leftAllowed: number | null
  /** Years whose public holidays are not in the calendar: only weekends were left out there. */
  readonly unknownYears: readonly string[]
  /** Days off that were counted on and are expected, but not announced. */
  readonly expectedDays: readonly Day[]
}

/** How the days of a round stand on a day. */
export const timetableOf = ({ startsOn, endsOn, today, limit, calendar }: TimetableInput): Timetable => {
  const term = termOf({ from: startsOn, to: endsOn }, { limit: limit ?? 1, calendar })
  const from = today > startsOn ? today : startsOn
  const left = (to: Day) => workingDaysBetween({ from, to }, calendar)
  return {
    today,
    startsOn,
    endsOn,
    used: term.used,
    limit,
    lastDay: limit === null ? null : term.lastDay,
    standing: limit === null ? 'open' : term.standing,
    startPast: startsOn < today,
    left: left(endsOn),
    leftAllowed: limit === null ? null : left(term.lastDay),
    unknownYears: term.unknownYears,
    expectedDays: term.unconfirmed.map(({ day }) => day),
  }
}
