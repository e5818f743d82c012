import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { State } from './campaign.ts'

/** Who signed the count minutes of a village, in the places that the minutes have: names as written there. */
export type Signers = {
  /** Tổ trưởng Tổ lấy ý kiến. */
  readonly head: string
  /** Thư ký. */
  readonly secretary: string
  /** Hộ dân chứng kiến. */
  readonly witness: string
  /** Whoever else signed, each with what they are; empty where nobody did. */
  readonly others: string
}

/** The places for signatures under the minutes, in their order. */
export const signerRoles = ['head', 'secretary', 'witness'] as const

export type SignerRole = (typeof signerRoles)[number]

/** Why a day of signing cannot be. */
export type SigningDayFault = 'minutes-day-before-closing' | 'minutes-day-future'

/** Minutes are of counted figures, so they are signed on the day of closing at the earliest, and today at the latest. */
export const checkSigningDay = (
  signedOn: Day,
  { closedOn, today }: { readonly closedOn: Day; readonly today: Day },
): Result<null, SigningDayFault> => {
  if (signedOn < closedOn) return no('minutes-day-before-closing')
  return signedOn > today ? no('minutes-day-future') : ok(null)
}

/** Whether signatures may still be recorded: what was verified stays as it was verified. */
export const mayRecordSigning = (state: State): boolean =>
  state === 'closed' || state === 'posted' || state === 'awaiting-verification' || state === 'returned'
