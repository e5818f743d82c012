/** Wrong codes a minute, from everywhere, that cost their senders nothing: a village mistypes, it does not guess. */
const forgiven = 30

/** What each further one adds for the next, and the most that anybody waits, in milliseconds. */
const step = 200
const longest = 5000

/** How far back wrong codes are remembered, in milliseconds. */
export const guessingWindow = 60_000

/**
 * Milliseconds that the answer to a wrong code is held back when so many came lately. By their number alone, since a
 * village shares one network address and a guesser has many. Right codes are never held back.
 */
export const guessingDelay = (wrongLately: number): number =>
  Math.min(longest, Math.max(0, wrongLately - forgiven) * step)
