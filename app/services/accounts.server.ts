import { createHash, timingSafeEqual } from 'node:crypto'
import type { Person, Role } from '#app/account/person.ts'
import { checkSignIn, passwordFault, type SignInFault, signInAfterFailure } from '#app/account/sign-in.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  type AccountRow,
  countAccounts,
  deleteSession,
  findAccountForSignIn,
  findPersonBySession,
  insertAccount,
  insertAccountAreas,
  insertSession,
  listAccounts,
  lockAccountForSignIn,
  updateSignIn,
} from '#db/queries/accounts.ts'
import { findArea } from '#db/queries/areas.ts'
import { lockAuditHead } from '#db/queries/audit.ts'
import { type AreaFault, addProvince, cleanName } from './areas.server.ts'
import { type Change, type Context, change, newId, permit, type System } from './context.server.ts'
import { checkPassword, hashPassword, pretendCheck } from './password.server.ts'

/** A working day and an evening: a cadre who signs in at the village at seven is still in at the office at night. */
const sessionHours = 14

/** A session's secret, to be kept in the reader's cookie; the database holds its hash alone. */
export type Session = { readonly token: string; readonly expiresAt: Date }

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const beginSession = async (context: Context, { tx }: Change, accountId: AccountId): Promise<Session> => {
  const token = Buffer.from(context.random(32)).toString('base64url')
  const createdAt = context.clock()
  const expiresAt = new Date(createdAt.getTime() + sessionHours * 3_600_000)
  await insertSession(tx, { tokenHash: hashToken(token), accountId, createdAt, expiresAt })
  return { token, expiresAt }
}

export type Credentials = { readonly username: string; readonly password: string }

const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** Whether the password is the name's. A hash takes a while: it is made before a connection is held or anything locked. */
const proves = async (context: Context, { username, password }: Credentials): Promise<boolean> => {
  const account = username ? await findAccountForSignIn(context.db, username) : null
  if (!account) return pretendCheck(password)
  return checkSignIn(account, context.clock()).ok && checkPassword(password, account.passwordHash)
}

const judgeSignIn = async (
  context: Context,
  gate: Change,
  { username, right }: { readonly username: string; readonly right: boolean },
): Promise<Result<Session, SignInFault>> => {
  const account = await lockAccountForSignIn(gate.tx, username)
  if (!account) return no('sign-in-wrong')
  const open = checkSignIn(account, context.clock())
  if (!open.ok) return open
  if (!right) {
    await updateSignIn(gate.tx, account.id, signInAfterFailure(account, context.clock()))
    return no('sign-in-wrong')
  }
  await updateSignIn(gate.tx, account.id, { failedSignIns: 0, lockedUntil: null })
  return ok(await beginSession(context, gate, account.id))
}

/** The name as accounts have it; nothing where none could: what was typed there may be a password, and is not kept. */
const readUsername = (typed: string): string => {
  const username = typed.normalize('NFC').trim().toLowerCase()
  return usernamePattern.test(username) ? username : ''
}

/**
 * Signs somebody in. Too many wrong passwords lock the name for a while; an unknown name answers like a wrong password.
 * A failure is a change too (the count of failures, the trace), so it is carried out of the gate as a value.
 */
export const signIn = async (
  context: Context,
  credentials: Credentials,
): Promise<Result<Session, SignInFault>> => {
  const username = readUsername(credentials.username)
  const right = await proves(context, { ...credentials, username })
  const outcome = await change<Result<Session, SignInFault>, SignInFault>(context, async gate => {
    const result = await judgeSignIn(context, gate, { username, right })
    gate.record({ kind: result.ok ? 'account.signed-in' : 'account.sign-in-failed', username })
    return ok(result)
  })
  return outcome.ok ? outcome.value : outcome
}

/** Ends the session of this token. */
export const signOut = async (context: Context, token: string): Promise<void> => {
  const { person } = context
  if (!person) return
  await change(context, async ({ tx, record }) => {
    await deleteSession(tx, hashToken(token), context.clock())
    record({ kind: 'account.signed-out', username: person.username })
    return ok(null)
  })
}

/** Who holds this session token, or null. */
export const findPerson = (system: System, token: string): Promise<Person | null> =>
  findPersonBySession(system.db, hashToken(token), system.clock())

export type AccountRequest = Credentials & {
  readonly name: string
  readonly role: Role
  readonly areaIds: readonly string[]
}

type AccountFault = 'username-taken' | 'password-too-short' | 'username-unreadable'

const addAccount = async (
  context: Context,
  gate: Change,
  request: AccountRequest,
): Promise<Result<AccountId, AccountFault>> => {
  const username = request.username.trim().toLowerCase()
  if (!usernamePattern.test(username)) return no('username-unreadable')
  const fault = passwordFault(request.password)
  if (fault) return no(fault)
  const id = newId(context) as AccountId
  const passwordHash = await hashPassword(request.password)
  const added = await insertAccount(gate.tx, {
    ...request,
    id,
    username,
    name: cleanName(request.name),
    passwordHash,
    createdAt: context.clock(),
  })
  if (!added) return no('username-taken')
  await insertAccountAreas(gate.tx, { id, areaIds: [...new Set(request.areaIds)] })
  gate.record({ kind: 'account.created', username, role: request.role })
  return ok(id)
}

/** Adds an account in areas the person asking looks after. */
export const createAccount = async (
  context: Context,
  request: AccountRequest,
): Promise<Result<AccountId, AccountFault | 'forbidden' | 'area-unknown'>> => {
  for (const areaId of request.areaIds) {
    const area = await findArea(context.db, areaId)
    if (!area) return no('area-unknown')
    const permitted = await permit(context, 'account.manage', area.path)
    if (!permitted.ok) return permitted
  }
  if (request.areaIds.length === 0) return no('area-unknown')
  return change(context, gate => addAccount(context, gate, request))
}

/** Whether nobody has an account yet. */
export const needsFirstAdministrator = async (system: System): Promise<boolean> =>
  (await countAccounts(system.db)) === 0

const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

export type FirstAdministrator = Credentials & {
  readonly name: string
  readonly token: string
  readonly province: { readonly code: string; readonly name: string }
}

type SetupFault = AccountFault | AreaFault | 'setup-done' | 'setup-token-wrong'

/** Makes the first account and the province it looks after, with the token printed on the console; once. */
export const createFirstAdministrator = async (
  context: Context,
  request: FirstAdministrator,
): Promise<Result<AccountId, SetupFault>> => {
  if (!(await needsFirstAdministrator(context))) return no('setup-done')
  if (context.setupToken === null || !sameText(request.token.trim(), context.setupToken))
    return no('setup-token-wrong')
  return change<AccountId, SetupFault>(context, async gate => {
    // Of two requests at the same moment, the second waits here and then finds the first one's account.
    await lockAuditHead(gate.tx)
    if ((await countAccounts(gate.tx)) > 0) return no('setup-done')
    const province = await addProvince(gate, request.province)
    if (!province.ok) return province
    return addAccount(context, gate, { ...request, role: 'administrator', areaIds: [province.value] })
  })
}

/** Accounts in the areas the person asking looks after. */
export const findAccounts = async (context: Context): Promise<readonly AccountRow[]> =>
  listAccounts(context.db, context.person?.areas ?? [])
