import { randomBytes } from 'node:crypto'
import { daysAfter, lifetimes } from '#app/account/lifetimes.ts'
import { manageDeed, mayEver } from '#app/account/permission.ts'
import { type Person, roles } from '#app/account/person.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readWanted } from '#app/household/search.ts'
import { countAdministratorsBut, updateDisabled, updatePassword } from '#db/queries/accounts.ts'
import { type AccountRow, findAccount, listAccounts, type ManagedRow } from '#db/queries/accounts-listed.ts'
import { lockAuditHead } from '#db/queries/audit.ts'
import { replaceReset } from '#db/queries/invitations.ts'
import { replaceRecoveryCodes, updateSecondStep } from '#db/queries/second-step.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { hashToken, newToken } from './account-seal.server.ts'
import { type Change, type Context, change, permit } from './context.server.ts'

/** Rows on one page of accounts or invitations. */
export const accountsPage = 30

/** The roles whose accounts this person looks after somewhere. */
export const managedRoles = (person: Person) => roles.filter(role => mayEver(person, manageDeed(role)))

/** Whether the person asking looks after any accounts at all; a refusal is traced at the place they belong to. */
export const permitManaging = (context: Context): Promise<Result<Person, 'forbidden'>> =>
  permit(context, 'collector.manage', context.person?.areas[0] ?? '')

export type AccountQuestion = {
  /** As typed; words of name or username. */
  readonly search: string
  readonly disabled: boolean | null
  /** From 1. */
  readonly page: number
}

/** A page of the accounts that the person asking looks after. */
export const findAccounts = async (
  context: Context,
  { search, disabled, page }: AccountQuestion,
): Promise<Result<Paged<AccountRow>, 'forbidden'>> => {
  const permitted = await permitManaging(context)
  if (!permitted.ok) return permitted
  const { areas } = permitted.value
  const words = readWanted(search)?.words ?? []
  const filter = { scope: areas, roles: managedRoles(permitted.value), words, disabled }
  return ok(await listAccounts(context.db, filter, { page, size: accountsPage }))
}

export type ManageFault = 'forbidden' | 'account-unknown'

/** One account and whether it is one's own, for whoever looks after every area of it. */
export const findManagedAccount = async (
  context: Context,
  username: string,
): Promise<Result<ManagedRow & { readonly own: boolean }, ManageFault>> => {
  const account = await findAccount(context.db, username)
  if (!account) return no('account-unknown')
  const places = account.areaPaths.length === 0 ? [''] : account.areaPaths
  for (const place of places) {
    const permitted = await permit(context, manageDeed(account.role), place)
    if (!permitted.ok) return permitted
  }
  return ok({ ...account, own: account.id === context.person?.id })
}

/** One account that is not one's own, for whoever looks after every area of it. */
export const findAnothers = async (
  context: Context,
  username: string,
): Promise<Result<ManagedRow, ManageFault | 'account-own'>> => {
  const account = await findManagedAccount(context, username)
  if (!account.ok) return account
  return account.value.own ? no('account-own') : account
}

/** Whether an administrator remains without this one: two who put each other out at the same moment wait for one another here. */
export const keepAnAdministrator = async (
  { tx }: Change,
  { id, role }: Pick<ManagedRow, 'id' | 'role'>,
): Promise<Result<null, 'administrator-last'>> => {
  if (role !== 'administrator') return ok(null)
  await lockAuditHead(tx)
  return (await countAdministratorsBut(tx, id)) > 0 ? ok(null) : no('administrator-last')
}

/** Shuts somebody's account and ends its sessions. */
export const disableAccount = async (
  context: Context,
  username: string,
): Promise<Result<null, ManageFault | 'account-own' | 'administrator-last'>> => {
  const account = await findAnothers(context, username)
  if (!account.ok) return account
  return change<null, 'administrator-last'>(context, async gate => {
    const { tx, record } = gate
    const kept = await keepAnAdministrator(gate, account.value)
    if (!kept.ok) return kept
    await updateDisabled(tx, account.value.id, context.clock())
    await deleteSessionsOf(tx, account.value.id, null)
    record({ kind: 'account.disabled', username })
    return ok(null)
  })
}

/** Opens an account again that was shut; its password and second step are as they were. */
export const enableAccount = async (
  context: Context,
  username: string,
): Promise<Result<null, ManageFault | 'account-own'>> => {
  const account = await findAnothers(context, username)
  if (!account.ok) return account
  return change(context, async ({ tx, record }) => {
    await updateDisabled(tx, account.value.id, null)
    record({ kind: 'account.enabled', username })
    return ok(null)
  })
}

/** A hash in the form of any other that no password makes. */
const hashOfNothing = (): string => {
  const [salt, hash] = [randomBytes(16), randomBytes(32)]
  return `scrypt$17$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** A one-time link, told once: the database holds the hash of its token. */
export type OneTimeLink = { readonly url: string; readonly expiresAt: Date }

const removeSecondStep = async ({ tx, record }: Change, { id, username }: ManagedRow): Promise<void> => {
  await updateSecondStep(tx, id, null)
  await replaceRecoveryCodes(tx, id, [])
  record({ kind: 'account.second-step-removed', username })
}

/**
 * Makes a link by which somebody chooses a new password. The old password and all sessions end at once: it may be asked for
 * because somebody else knows it. The second step stays unless the phone is lost too.
 */
export const resetAccount = async (
  context: Context,
  { username, secondStep }: { readonly username: string; readonly secondStep: boolean },
): Promise<Result<OneTimeLink, ManageFault | 'account-own' | 'account-disabled'>> => {
  const found = await findAnothers(context, username)
  if (!found.ok) return found
  const account = found.value
  if (account.disabled) return no('account-disabled')
  const [token, createdAt] = [newToken(context), context.clock()]
  const expiresAt = daysAfter(createdAt, lifetimes.resetDays)
  return change(context, async gate => {
    const madeBy = context.person?.id
    if (!madeBy) return no('forbidden')
    await updatePassword(gate.tx, account.id, hashOfNothing())
    await deleteSessionsOf(gate.tx, account.id, null)
    if (secondStep && account.secondStep) await removeSecondStep(gate, account)
    const reset = { accountId: account.id, tokenHash: hashToken(token), madeBy, createdAt, expiresAt }
    await replaceReset(gate.tx, reset)
    gate.record({ kind: 'account.reset', username })
    return ok({ url: `${context.publicUrl}/dang-nhap/dat-lai/${token}`, expiresAt })
  })
}
