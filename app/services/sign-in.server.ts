import { afterPassword } from '#app/account/second-step.ts'
import {
  checkSignIn,
  cleanStanding,
  failuresForgottenBefore,
  type SignInFault,
  signInAfterFailure,
} from '#app/account/sign-in.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  findAccountForSignIn,
  lockAccountForSignIn,
  type SignInRow,
  updateSignIn,
} from '#db/queries/accounts.ts'
import {
  deleteFailedNames,
  findNameStanding,
  lockNameStanding,
  updateNameStanding,
} from '#db/queries/failed-names.ts'
import { failedNameHash } from './account-seal.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { checkPassword, pretendCheck } from './password.server.ts'
import { beginSession, keptBrowser, type Session } from './sessions.server.ts'

export type Credentials = { readonly username: string; readonly password: string }

type Attempt = Credentials & {
  /** The browser's `User-Agent`, so that its owner recognises the session. */
  readonly userAgent?: string | null
}

const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** The name as accounts have it; nothing where none could: what was typed there may be a password, and is not kept. */
export const readUsername = (typed: string): string => {
  const username = typed.normalize('NFC').trim().toLowerCase()
  return usernamePattern.test(username) ? username : ''
}

/**
 * Whether the password is the name's. A hash takes a while: it is made before a connection is held or anything locked. A
 * name that rests is answered without one, whether or not anybody has it.
 */
const proves = async (context: Context, { username, password }: Credentials): Promise<boolean> => {
  const account = username ? await findAccountForSignIn(context.db, username) : null
  const standing = account ?? (await findNameStanding(context.db, failedNameHash(context, username)))
  if (!checkSignIn(standing, context.clock()).ok) return false
  return account ? checkPassword(password, account.passwordHash) : pretendCheck(password)
}

/** Counts a wrong sign-in with a name that nobody has just as one with a name that somebody has. */
const judgeUnknown = async (
  context: Context,
  { tx }: Change,
  username: string,
): Promise<Result<never, SignInFault>> => {
  if (!username) return no('sign-in-wrong')
  const now = context.clock()
  await deleteFailedNames(tx, failuresForgottenBefore(now))
  const nameHash = failedNameHash(context, username)
  const standing = await lockNameStanding(tx, nameHash, now)
  const open = checkSignIn(standing, now)
  if (!open.ok) return open
  await updateNameStanding(tx, nameHash, signInAfterFailure(standing, now))
  return no('sign-in-wrong')
}

/** What a right password opens. The count of failures goes on until the second step is shown too. */
const letIn = async (
  context: Context,
  gate: Change,
  { account, browser }: { readonly account: SignInRow; readonly browser: string },
): Promise<Session> => {
  const waiting = afterPassword({
    role: account.role,
    hasSecondStep: account.secret !== null,
    madeUp: context.demonstration,
  })
  if (waiting !== 'second-step') await updateSignIn(gate.tx, account.id, cleanStanding)
  return beginSession(context, gate, { accountId: account.id, waiting, browser })
}

type Judged = { readonly username: string; readonly right: boolean; readonly browser: string }

const judgeSignIn = async (
  context: Context,
  gate: Change,
  { username, right, browser }: Judged,
): Promise<Result<Session, SignInFault>> => {
  const account = await lockAccountForSignIn(gate.tx, username)
  if (!account) return judgeUnknown(context, gate, username)
  const open = checkSignIn(account, context.clock())
  if (!open.ok) return open
  if (right) return ok(await letIn(context, gate, { account, browser }))
  await updateSignIn(gate.tx, account.id, signInAfterFailure(account, context.clock()))
  return no('sign-in-wrong')
}

const kindOf = (result: Result<Session, SignInFault>) => {
  if (!result.ok) return 'account.sign-in-failed'
  return result.value.waiting === null ? 'account.signed-in' : 'account.password-accepted'
}

/**
 * Signs somebody in. Too many wrong passwords lock the name for a while, an unknown name like any other. The session may
 * wait for a second step. A failure is a change too (the count of failures, the trace), so it is carried out of the gate
 * as a value.
 */
export const signIn = async (context: Context, attempt: Attempt): Promise<Result<Session, SignInFault>> => {
  const username = readUsername(attempt.username)
  const right = await proves(context, { ...attempt, username })
  const browser = keptBrowser(attempt.userAgent)
  const outcome = await change<Result<Session, SignInFault>, SignInFault>(context, async gate => {
    const result = await judgeSignIn(context, gate, { username, right, browser })
    gate.record({ kind: kindOf(result), username })
    return ok(result)
  })
  return outcome.ok ? outcome.value : outcome
}
