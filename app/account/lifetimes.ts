/**
 * How long what lets somebody in stays good. Settings of this product, not rules of the survey: they stand here and
 * nowhere else.
 */
export const lifetimes = {
  /** A working day and an evening: a cadre who signs in at the village at seven is still in at the office at night. */
  sessionHours: 14,
  /** Between the password and the second step: long enough to find the phone, or to install an app on it. */
  secondStepMinutes: 30,
  /** A link of invitation; long enough for somebody who looks at messages once a week. */
  invitationDays: 7,
  /** A link for a new password: asked for by somebody who waits for it. */
  resetDays: 2,
} as const

const dayMilliseconds = 86_400_000

/** The instant so many days later. */
export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMilliseconds)

/** The instant so many minutes later. */
export const minutesAfter = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
