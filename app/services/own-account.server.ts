import { checkSignIn, passwordFault, type SignInFault, signInAfterFailure } from '#app/account/sign-in.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  findAccountForSignIn,
  lockAccountById,
  type SignInRow,
  updatePassword,
  updateSignIn,
} from '#db/queries/accounts.ts'
import { deleteReset, findReset } from '#db/queries/invitations.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { hashToken } from './account-seal.server.ts'
import { type Change, type Context, change, type System } from './context.server.ts'
import { checkPassword, hashPassword } from './password.server.ts'
import { renewRecoveryCodes, type SecondStepFault, setUpSecondStep } from './second-step.server.ts'

type OwnFault = 'not-signed-in' | 'password-wrong' | Extract<SignInFault, 'sign-in-locked'>

/** Whether the password is that of the person asking: hashed before anything is locked. */
const provesOwn = async (context: Context, password: string): Promise<boolean> => {
  const account = context.person ? await findAccountForSignIn(context.db, context.person.username) : null
  if (!account || !checkSignIn(account, context.clock()).ok) return false
  return checkPassword(password, account.passwordHash)
}

type Owned<T, E extends string> = (gate: Change, account: SignInRow) => Promise<Result<T, E>>

/**
 * Does something to the own account once its password has been shown. Wrong ones count towards the same lock as when
 * signing in, so that a session left open helps nobody to guess.
 */
export const withPassword = async <T, E extends string>(
  context: Context,
  password: string,
  work: Owned<T, E>,
): Promise<Result<T, E | OwnFault>> => {
  const { person } = context
  if (!person) return no('not-signed-in')
  const right = await provesOwn(context, password)
  const outcome = await change<Result<T, E | OwnFault>, E | OwnFault>(context, async gate => {
    const account = await lockAccountById(gate.tx, person.id)
    if (!account) return no('not-signed-in')
    const open = checkSignIn(account, context.clock())
    if (!open.ok) return no('sign-in-locked')
    if (right) {
      const done = await work(gate, account)
      return done.ok ? ok(done) : done
    }
    await updateSignIn(gate.tx, account.id, signInAfterFailure(account, context.clock()))
    gate.record({ kind: 'account.sign-in-failed', username: account.username })
    return ok(no('password-wrong'))
  })
  return outcome.ok ? outcome.value : outcome
}

type NewPassword = { readonly token: string; readonly current: string; readonly next: string }

/** Changes the own password and ends every other session. */
export const changePassword = async (
  context: Context,
  { token, current, next }: NewPassword,
): Promise<Result<null, OwnFault | 'password-too-short'>> => {
  const fault = passwordFault(next)
  if (fault) return no(fault)
  const passwordHash = await hashPassword(next)
  return withPassword<null, never>(context, current, async ({ tx, record }, { id, username }) => {
    await updatePassword(tx, id, passwordHash)
    await deleteSessionsOf(tx, id, hashToken(token))
    record({ kind: 'account.password-changed', username })
    return ok(null)
  })
}

type OwnSecondStep = { readonly token: string; readonly password: string; readonly typed: string }

/** Sets a second step up, or moves it to another phone, for somebody signed in who shows the password. */
export const setUpOwnSecondStep = async (
  context: Context,
  { token, password, typed }: OwnSecondStep,
): Promise<Result<readonly string[], OwnFault | SecondStepFault>> => {
  const { person } = context
  if (!person) return no('not-signed-in')
  const shown = await showPassword(context, password)
  if (!shown.ok) return shown
  return setUpSecondStep(context, { accountId: person.id, token, typed })
}

/** Whether the password is right, with a failure counted; a right one leaves nothing behind. */
const showPassword = async (context: Context, password: string): Promise<Result<null, OwnFault>> => {
  const shown = await withPassword<null, 'password-shown'>(context, password, async () =>
    no('password-shown'),
  )
  if (shown.ok) return shown
  return shown.error === 'password-shown' ? ok(null) : no(shown.error)
}

/** A new set of recovery codes for somebody signed in who shows the password; the old ones end. */
export const renewOwnRecoveryCodes = async (
  context: Context,
  password: string,
): Promise<Result<readonly string[], OwnFault | 'second-step-missing'>> =>
  withPassword<readonly string[], 'second-step-missing'>(context, password, async (gate, account) => {
    if (!account.secret) return no('second-step-missing')
    return ok(await renewRecoveryCodes(context, gate, account))
  })

/** Whose new password a one-time link is for. */
export const openReset = async (
  system: System,
  token: string,
): Promise<Result<{ readonly username: string; readonly name: string }, 'reset-unknown'>> => {
  const reset = await findReset(system.db, hashToken(token), system.clock())
  return reset ? ok({ username: reset.username, name: reset.name }) : no('reset-unknown')
}

/** Takes a new password by a one-time link, which is used up; signing in comes after. */
export const finishReset = async (
  context: Context,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<null, 'reset-unknown' | 'password-too-short'>> => {
  const reset = await findReset(context.db, hashToken(token), context.clock())
  if (!reset) return no('reset-unknown')
  const fault = passwordFault(password)
  if (fault) return no(fault)
  const passwordHash = await hashPassword(password)
  return change<null, 'reset-unknown'>(context, async ({ tx, record }) => {
    if (!(await deleteReset(tx, hashToken(token)))) return no('reset-unknown')
    await updatePassword(tx, reset.accountId, passwordHash)
    await deleteSessionsOf(tx, reset.accountId, null)
    record({ kind: 'account.password-changed', username: reset.username })
    return ok(null)
  })
}
