import { no, ok, type Result } from '#app/basics/result.ts'

export type SignInFault = 'sign-in-wrong' | 'sign-in-locked'

/** How a name stands with wrong passwords and codes, whether or not anybody has it. */
export type SignInStanding = {
  readonly failedSignIns: number
  readonly lockedUntil: Date | null
  readonly lastFailedAt: Date | null
}

/** The standing of a name that nothing is held against. */
export const cleanStanding: SignInStanding = { failedSignIns: 0, lockedUntil: null, lastFailedAt: null }

/** After so many wrong passwords in a row the name rests (NIST SP 800-63B §5.2.2 asks for a limit, at most 100). */
const patience = 8
const restMinutes = 10

/** Failures older than this are forgotten, so that slips of last week do not add up; longer than any name rests. */
const memoryHours = 24

/** Failures before this instant are forgotten. */
export const failuresForgottenBefore = (now: Date): Date => new Date(now.getTime() - memoryHours * 3_600_000)

/** Shortest password, in characters (NIST SP 800-63B §5.1.1.2 asks for at least 8; ours protects counts). */
export const shortestPassword = 10

/** Whether a sign-in may be tried now. */
export const checkSignIn = (standing: SignInStanding, now: Date): Result<null, 'sign-in-locked'> =>
  standing.lockedUntil && standing.lockedUntil > now ? no('sign-in-locked') : ok(null)

/** The standing after one more wrong password or code. */
export const signInAfterFailure = (standing: SignInStanding, now: Date): SignInStanding => {
  const remembered = standing.lastFailedAt !== null && standing.lastFailedAt >= failuresForgottenBefore(now)
  const failedSignIns = (remembered ? standing.failedSignIns : 0) + 1
  if (failedSignIns < patience) return { failedSignIns, lockedUntil: null, lastFailedAt: now }
  return {
    failedSignIns: 0,
    lockedUntil: new Date(now.getTime() + restMinutes * 60_000),
    lastFailedAt: now,
  }
}

/** What is wrong with a new password, or null. */
export const passwordFault = (password: string): 'password-too-short' | null =>
  [...password.normalize('NFC')].length < shortestPassword ? 'password-too-short' : null
