/** How often something happened lately: the moments in milliseconds, the oldest first. */
export type Pace = readonly number[]

/** The moments that still count: those of the last so many milliseconds. */
export const recent = (moments: Pace, now: number, within: number): Pace =>
  moments.filter(moment => moment > now - within)
