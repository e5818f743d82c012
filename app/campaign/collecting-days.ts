import { type Day, dayOf } from '#app/basics/day.ts'

/** Planned days of a campaign, and the instants at which it was opened and closed. */
type Course = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** The days on which a campaign really collected, opening to closing; the planned ones where it did not get there. */
export const collectingDays = ({
  startsOn,
  endsOn,
  openedAt,
  closedAt,
}: Course): { readonly startsOn: Day; readonly endsOn: Day } => ({
  startsOn: openedAt ? dayOf(openedAt) : startsOn,
  endsOn: closedAt ? dayOf(closedAt) : endsOn,
})
