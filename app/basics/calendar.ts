import { z } from 'zod'
import { addDays, type Day, readDay } from './day.ts'
import shipped from './holidays.json'

/**
 * A day that is not what its weekday says: `holiday` by law, `substitute` the day off for a holiday that fell on a
 * weekend, `swapped-off` a day off that is worked on another day, `make-up` the Saturday on which it is worked.
 */
export const calendarDayKinds = ['holiday', 'substitute', 'swapped-off', 'make-up'] as const

const daySchema = z
  .string()
  .refine(raw => readDay(raw) !== null)
  .transform(raw => raw as Day)

/** Shape of one row of the calendar's data; `sourceDate` is the date of the act or notice, or from which it is in force; null while there is none. */
export const calendarDaySchema = z.object({
  day: daySchema,
  kind: z.enum(calendarDayKinds),
  name: z.string().min(1),
  source: z.string().min(1),
  sourceDate: daySchema.nullable(),
  status: z.enum(['confirmed', 'unconfirmed']),
})

export type CalendarDay = Readonly<z.infer<typeof calendarDaySchema>>

/** The exceptions to "Monday to Friday", by day. Years without any row are not known, which is not the same as without holidays. */
export type WorkingCalendar = ReadonlyMap<Day, CalendarDay>

/** The calendar of these rows; two rows on one day are a mistake in the data and throw. */
export const calendarOf = (days: readonly CalendarDay[]): WorkingCalendar => {
  const calendar = new Map(days.map(day => [day.day, day]))
  if (calendar.size < days.length) throw new Error('two rows of the calendar are on one day')
  return calendar
}

/** Vietnam's days off as shipped: 2025–2026 from the notices for State bodies and the Front, 2027 in part expected. */
export const vietnamCalendar: WorkingCalendar = calendarOf(z.array(calendarDaySchema).parse(shipped))

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Monday to Friday, but for the calendar's days off, and its make-up Saturdays. */
export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean => {
  const exception = calendar.get(day)
  return exception ? exception.kind === 'make-up' : !isWeekend(day)
}

/** Days from the first to the last, both included; `to` before `from` is no day at all. */
export type Span = { readonly from: Day; readonly to: Day }

const daysOf = function* ({ from, to }: Span): Generator<Day> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day
}

/** Number of working days in a span, both ends counted. */
export const workingDaysBetween = (span: Span, calendar: WorkingCalendar): number =>
  [...daysOf(span)].filter(day => isWorkingDay(day, calendar)).length

/** The `count`-th working day after `start`, which is not itself counted; `count` 0 gives `start`. */
export const addWorkingDays = (
  start: Day,
  { count, calendar }: { readonly count: number; readonly calendar: WorkingCalendar },
): Day => {
  if (!Number.isInteger(count) || count < 0) throw new Error(`no number of working days: ${count}`)
  let [day, left] = [start, count]
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** How the working days used stand to their limit. */
export type Term = {
  /** Working days from the start to the finish, both counted. */
  readonly used: number
  /** Last day that keeps the limit when the first day counts. */
  readonly lastDay: Day
  /**
   * `hangs-on-first-day`: within the limit only if the first day is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2);
   * the guidance does not say which it means, so nobody is told "late" on that day alone.
   */
  readonly standing: 'within' | 'hangs-on-first-day' | 'beyond'
  /** Rows that were relied on and are not yet announced. */
  readonly unconfirmed: readonly CalendarDay[]
  /** Years of the span for which the calendar has no row. */
  readonly unknownYears: readonly string[]
}

const yearOf = (day: Day): string => day.slice(0, 4)

const unknownYears = (span: Span, calendar: WorkingCalendar): readonly string[] => {
  const known = new Set([...calendar.keys()].map(yearOf))
  return [...new Set([...daysOf(span)].map(yearOf))].filter(year => !known.has(year))
}

/**
 * The limit of domain §2.8 (20 working days under HD 90/HD-MTTW-BTT; the number comes in): from the day on which
 * collecting starts to the day on which the tally is finished, Saturdays, Sundays and days off not counted.
 */
export const termOf = (
  span: Span,
  { limit, calendar }: { readonly limit: number; readonly calendar: WorkingCalendar },
): Term => {
  const used = workingDaysBetween(span, calendar)
  const startsWorking = isWorkingDay(span.from, calendar)
  const lastDay = addWorkingDays(span.from, { count: startsWorking ? limit - 1 : limit, calendar })
  const afterFirst = startsWorking ? used - 1 : used
  const late = afterFirst > limit ? 'beyond' : 'hangs-on-first-day'
  const relied = [...daysOf(span)].flatMap(day => calendar.get(day) ?? [])
  return {
    used,
    lastDay,
    standing: used <= limit ? 'within' : late,
    unconfirmed: relied.filter(row => row.status === 'unconfirmed'),
    unknownYears: unknownYears(span, calendar),
  }
}

/**
 * The days off in place of holidays that fall on a weekend: each the next working day not yet taken, in order
 * (Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3). For entering a new year's holidays; the article speaks of those of
 * Điều 112 only, so 24/11 (Nghị quyết 28/2026/QH16) is not to be passed in.
 */
export const substitutesFor = (holidays: readonly Day[]): readonly Day[] => {
  const taken = new Set(holidays)
  return [...holidays]
    .filter(isWeekend)
    .sort()
    .map(holiday => {
      let day = addDays(holiday, 1)
      while (isWeekend(day) || taken.has(day)) day = addDays(day, 1)
      taken.add(day)
      return day
    })
}
