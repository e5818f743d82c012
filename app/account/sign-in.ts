import { no, ok, type Result } from '#app/basics/result.ts'

export type SignInFault = 'sign-in-wrong' | 'sign-in-locked'

/** How an account stands with wrong passwords. */
export type SignInStanding = { readonly failedSignIns: number; readonly lockedUntil: Date | null }

/** After so many wrong passwords in a row the name rests (NIST SP 800-63B §5.2.2 asks for a limit, at most 100). */
const patience = 8
const restMinutes = 10

/** Shortest password, in characters (NIST SP 800-63B §5.1.1.2 asks for at least 8; ours protects counts). */
export const shortestPassword = 10

/** Whether a sign-in may be tried now. */
export const checkSignIn = (standing: SignInStanding, now: Date): Result<null, 'sign-in-locked'> =>
  standing.lockedUntil && standing.lockedUntil > now ? no('sign-in-locked') : ok(null)

/** The standing after one more wrong password. */
export const signInAfterFailure = (standing: SignInStanding, now: Date): SignInStanding => {
  const failedSignIns = standing.failedSignIns + 1
  if (failedSignIns < patience) return { failedSignIns, lockedUntil: null }
  return { failedSignIns: 0, lockedUntil: new Date(now.getTime() + restMinutes * 60_000) }
}

/** What is wrong with a new password, or null. */
export const passwordFault = (password: string): 'password-too-short' | null =>
  [...password.normalize('NFC')].length < shortestPassword ? 'password-too-short' : null
