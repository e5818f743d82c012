import { addDays, type Day } from '#app/basics/day.ts'

/** Posting of a version's results (niêm yết): from a day on, for a number of calendar days. */
export type Posting = { readonly startsOn: Day; readonly days: number }

/**
 * The last day of posting. The day on which it starts does not count: the first day after it is day 1 (Bộ luật Dân sự
 * 2015, Điều 147 khoản 2). Calendar days, Saturdays, Sundays and holidays among them.
 */
export const lastDayOf = ({ startsOn, days }: Posting): Day => addDays(startsOn, days)

/** How posting stands on a day. Its last day is still part of it, to its end. */
export type Standing =
  | { readonly kind: 'ahead'; readonly startsOn: Day; readonly lastDay: Day }
  | { readonly kind: 'running'; readonly lastDay: Day; readonly daysLeft: number }
  | { readonly kind: 'over'; readonly lastDay: Day }

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** How posting stands today; `daysLeft` counts today: 1 on the last day. */
export const standingOf = (posting: Posting, today: Day): Standing => {
  const lastDay = lastDayOf(posting)
  if (today < posting.startsOn) return { kind: 'ahead', startsOn: posting.startsOn, lastDay }
  if (today > lastDay) return { kind: 'over', lastDay }
  const first = today === posting.startsOn ? addDays(today, 1) : today
  return { kind: 'running', lastDay, daysLeft: daysBetween(first, lastDay) + 1 }
}

/** Ways in which an opinion on the results comes in. */
export const opinionChannels = ['office', 'letter', 'phone', 'meeting', 'online'] as const

export type OpinionChannel = (typeof opinionChannels)[number]

/** Why posting does not end yet; null when it may. */
export const whyNotOver = (
  standing: Standing,
  unanswered: number,
): 'posting-running' | 'opinions-unanswered' | null => {
  if (standing.kind !== 'over') return 'posting-running'
  return unanswered > 0 ? 'opinions-unanswered' : null
}
