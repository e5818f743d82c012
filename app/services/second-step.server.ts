import { createHmac } from 'node:crypto'
import { readRecoveryCode, recoveryBytes, writeRecoveryCodes } from '#app/account/recovery.ts'
import { checkSignIn, cleanStanding, type SignInFault, signInAfterFailure } from '#app/account/sign-in.ts'
import { checkTotp, type HmacSha1, type TotpFault, totpUri, writeBase32 } from '#app/account/totp.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { lockAccountById, type SignInRow, updateSignIn } from '#db/queries/accounts.ts'
import {
  countRecoveryCodes,
  hasSecondStep,
  replaceRecoveryCodes,
  updateLastStep,
  updateRecoveryCodeUsed,
  updateSecondStep,
} from '#db/queries/second-step.ts'
import { deleteSession, findSession } from '#db/queries/sessions.ts'
import { hashToken, offeredSecret, openSecret, recoveryCodeHash, sealSecret } from './account-seal.server.ts'
import { type Change, type Context, change, type System } from './context.server.ts'
import { beginSession, type Session } from './sessions.server.ts'

const hmacSha1: HmacSha1 = (key, message) => createHmac('sha1', key).update(message).digest()

export type SecondStepFault = TotpFault | SignInFault | 'not-signed-in'

/** A new set of codes: hashed in the database, in clear only in what is returned. */
const makeRecoveryCodes = async (
  context: Context,
  { tx }: Change,
  id: AccountId,
): Promise<readonly string[]> => {
  const codes = writeRecoveryCodes(context.random(recoveryBytes))
  await replaceRecoveryCodes(
    tx,
    id,
    codes.map(code => recoveryCodeHash(context, id, code)),
  )
  return codes
}

const spendRecoveryCode = async (
  context: Context,
  { tx, record }: Change,
  { account, code }: { readonly account: SignInRow; readonly code: string },
): Promise<Result<null, TotpFault>> => {
  const hash = recoveryCodeHash(context, account.id, code)
  const used = await updateRecoveryCodeUsed(tx, { id: account.id, hash, at: context.clock() })
  if (!used) return no('second-step-wrong')
  const left = await countRecoveryCodes(tx, account.id)
  record({ kind: 'account.recovery-code-used', username: account.username, left })
  return ok(null)
}

/** A code of the phone, or a recovery code; each is taken once. */
const checkCode = async (
  context: Context,
  gate: Change,
  { account, typed }: { readonly account: SignInRow; readonly typed: string },
): Promise<Result<null, TotpFault>> => {
  const recovery = readRecoveryCode(typed)
  if (recovery !== null) return spendRecoveryCode(context, gate, { account, code: recovery })
  if (!account.secret) return no('second-step-wrong')
  const secret = openSecret(context, account.id, account.secret)
  const step = checkTotp({ secret, typed, at: context.clock(), lastStep: account.lastStep }, hmacSha1)
  if (!step.ok) return step
  await updateLastStep(gate.tx, account.id, step.value)
  return ok(null)
}

/**
 * A code of the phone shown once more by somebody signed in, inside a change; recovery codes are for getting in, not for
 * signing. A wrong one counts towards the lock and leaves its trace, so the caller must let the change succeed.
 */
export const checkPhoneCode = async (
  context: Context,
  gate: Change,
  { account, typed }: { readonly account: SignInRow; readonly typed: string },
): Promise<Result<null, TotpFault>> => {
  const recovery = readRecoveryCode(typed) !== null
  const checked = recovery ? no('second-step-wrong') : await checkCode(context, gate, { account, typed })
  if (checked.ok) return checked
  await updateSignIn(gate.tx, account.id, signInAfterFailure(account, context.clock()))
  gate.record({ kind: 'account.second-step-failed', username: account.username })
  return checked
}

type Passing = { readonly account: SignInRow; readonly typed: string; readonly token: string }

const judge = async (
  context: Context,
  gate: Change,
  { account, typed, token }: Passing,
): Promise<Result<Session, SecondStepFault>> => {
  const open = checkSignIn(account, context.clock())
  if (!open.ok) return open
  const checked = await checkCode(context, gate, { account, typed })
  if (!checked.ok) {
    await updateSignIn(gate.tx, account.id, signInAfterFailure(account, context.clock()))
    gate.record({ kind: 'account.second-step-failed', username: account.username })
    return checked
  }
  await updateSignIn(gate.tx, account.id, cleanStanding)
  return renewSession(context, gate, { accountId: account.id, token })
}

/** Another token for what is now a whole session: whoever saw the old one holds nothing. */
const renewSession = async (
  context: Context,
  gate: Change,
  { accountId, token }: { readonly accountId: AccountId; readonly token: string },
): Promise<Result<Session, 'not-signed-in'>> => {
  const begun = await findSession(gate.tx, hashToken(token), context.clock())
  if (!begun || !(await deleteSession(gate.tx, hashToken(token)))) return no('not-signed-in')
  return ok(await beginSession(context, gate, { accountId, waiting: null, browser: begun.browser }))
}

/**
 * The second step of signing in: a code of the phone, or one of the recovery codes. Wrong codes count towards the same
 * lock as wrong passwords; like there, a failure is a change and is carried out of the gate as a value.
 */
export const passSecondStep = async (
  context: Context,
  { token, typed }: { readonly token: string; readonly typed: string },
): Promise<Result<Session, SecondStepFault>> => {
  const begun = await findSession(context.db, hashToken(token), context.clock())
  if (begun?.waiting !== 'second-step') return no('not-signed-in')
  const outcome = await change<Result<Session, SecondStepFault>, SecondStepFault>(context, async gate => {
    const account = await lockAccountById(gate.tx, begun.accountId)
    if (!account) return no('not-signed-in')
    const result = await judge(context, gate, { account, typed, token })
    if (result.ok) gate.record({ kind: 'account.signed-in', username: account.username })
    else if (result.error === 'sign-in-locked')
      gate.record({ kind: 'account.second-step-failed', username: account.username })
    return result.ok || result.error !== 'not-signed-in' ? ok(result) : result
  })
  return outcome.ok ? outcome.value : outcome
}

/** What somebody puts into the app on the phone. */
export type SecondStepOffer = {
  readonly username: string
  /** Base32, to be typed where nothing can be scanned. */
  readonly secret: string
  readonly uri: string
  /** Whether a second step is set up already and would be replaced. */
  readonly replaces: boolean
}

/** The secret for setting a second step up: offered to a session that waits for it, or to somebody signed in. */
export const offerSecondStep = async (
  system: System,
  token: string,
): Promise<Result<SecondStepOffer, 'not-signed-in'>> => {
  const begun = await findSession(system.db, hashToken(token), system.clock())
  if (!begun || begun.waiting === 'second-step') return no('not-signed-in')
  const secret = offeredSecret(system, token)
  const replaces = await hasSecondStep(system.db, begun.accountId)
  const { username } = begun
  return ok({ username, secret: writeBase32(secret), uri: totpUri(secret, username), replaces })
}

/** The codes to keep on paper, and the session as it goes on. */
export type SecondStepSetUp = { readonly recoveryCodes: readonly string[]; readonly session: Session }

type SettingUp = {
  readonly accountId: AccountId
  readonly token: string
  readonly typed: string
  /** Whether it may take the place of one there is: never for somebody who showed a password alone. */
  readonly replace: boolean
}

/** Keeps the offered secret once a code proves that the phone holds it; gives the recovery codes. */
const keepSecondStep = async (
  context: Context,
  gate: Change,
  { accountId, token, typed, replace }: SettingUp,
): Promise<Result<readonly string[], SecondStepFault>> => {
  const secret = offeredSecret(context, token)
  const step = checkTotp({ secret, typed, at: context.clock(), lastStep: null }, hmacSha1)
  if (!step.ok) return step
  const account = await lockAccountById(gate.tx, accountId)
  if (!account || (account.secret && !replace)) return no('not-signed-in')
  const sealed = sealSecret(context, accountId, secret)
  await updateSecondStep(gate.tx, accountId, { secret: sealed, lastStep: step.value })
  gate.record({ kind: 'account.second-step-set-up', username: account.username })
  return ok(await makeRecoveryCodes(context, gate, accountId))
}

/** Sets the second step up for a session that waits for it, right after the password. */
export const confirmSecondStep = async (
  context: Context,
  { token, typed }: { readonly token: string; readonly typed: string },
): Promise<Result<SecondStepSetUp, SecondStepFault>> => {
  const begun = await findSession(context.db, hashToken(token), context.clock())
  if (begun?.waiting !== 'second-step-setup') return no('not-signed-in')
  const { accountId } = begun
  return change<SecondStepSetUp, SecondStepFault>(context, async gate => {
    const codes = await keepSecondStep(context, gate, { accountId, token, typed, replace: false })
    if (!codes.ok) return codes
    const session = await renewSession(context, gate, { accountId, token })
    return session.ok ? ok({ recoveryCodes: codes.value, session: session.value }) : session
  })
}

/** Sets the second step up, or moves it to another phone, for somebody signed in whose password has just been shown. */
export const setUpSecondStep = (
  context: Context,
  asked: Omit<SettingUp, 'replace'>,
): Promise<Result<readonly string[], SecondStepFault>> =>
  change(context, gate => keepSecondStep(context, gate, { ...asked, replace: true }))

/** A new set of recovery codes in the place of the old one, inside a change. */
export const renewRecoveryCodes = async (
  context: Context,
  gate: Change,
  account: SignInRow,
): Promise<readonly string[]> => {
  const codes = await makeRecoveryCodes(context, gate, account.id)
  gate.record({ kind: 'account.recovery-codes-made', username: account.username })
  return codes
}

/** How the second step of somebody signed in stands. */
export const findSecondStep = async (
  context: Context,
): Promise<{ readonly setUp: boolean; readonly recoveryCodesLeft: number }> => {
  if (!context.person) return { setUp: false, recoveryCodesLeft: 0 }
  const { id } = context.person
  return {
    setUp: await hasSecondStep(context.db, id),
    recoveryCodesLeft: await countRecoveryCodes(context.db, id),
  }
}
