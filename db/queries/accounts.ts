import type { Kysely, Transaction } from 'kysely'
import type { Role } from '#app/account/person.ts'
import type { SignInStanding } from '#app/account/sign-in.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { searchKeyOf } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

/** What signing in needs of an account. */
export type SignInRow = SignInStanding & {
  readonly id: AccountId
  readonly username: string
  readonly role: Role
  readonly passwordHash: string
  /** Sealed; null where no second step is set up. */
  readonly secret: Buffer | null
  /** The step of the code last taken. */
  readonly lastStep: number | null
}

const signInRows = (db: Kysely<Database>) =>
  db
    .selectFrom('account')
    .select([
      'id',
      'username',
      'role',
      'password_hash as passwordHash',
      'failed_sign_ins as failedSignIns',
      'locked_until as lockedUntil',
      'last_failed_at as lastFailedAt',
      'second_step_secret as secret',
      'second_step_last_step as lastStep',
    ])
    .where('disabled_at', 'is', null)

type RawSignIn = Awaited<ReturnType<ReturnType<typeof signInRows>['execute']>>[number]

const toSignIn = (row: RawSignIn): SignInRow => ({
  ...row,
  id: row.id as AccountId,
  role: row.role as Role,
})

/** The account that may sign in under this name, or null. */
export const findAccountForSignIn = async (
  db: Kysely<Database>,
  username: string,
): Promise<SignInRow | null> => {
  const row = await signInRows(db).where('username', '=', username).executeTakeFirst()
  return row ? toSignIn(row) : null
}

/** The same, locked until the transaction ends. */
export const lockAccountForSignIn = async (
  tx: Transaction<Database>,
  username: string,
): Promise<SignInRow | null> => {
  const row = await signInRows(tx).where('username', '=', username).forUpdate().executeTakeFirst()
  return row ? toSignIn(row) : null
}

/** The same by its id. */
export const lockAccountById = async (
  tx: Transaction<Database>,
  id: AccountId,
): Promise<SignInRow | null> => {
  const row = await signInRows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toSignIn(row) : null
}

/** Writes how the last sign-in went. */
export const updateSignIn = async (
  db: Kysely<Database>,
  id: AccountId,
  outcome: SignInStanding,
): Promise<void> => {
  await db
    .updateTable('account')
    .set({
      failed_sign_ins: outcome.failedSignIns,
      locked_until: outcome.lockedUntil,
      last_failed_at: outcome.lastFailedAt,
    })
    .where('id', '=', id)
    .execute()
}

/** How many accounts there are: the very first one is made with the console's token. */
export const countAccounts = async (db: Kysely<Database>): Promise<number> => {
  const row = await db
    .selectFrom('account')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export type NewAccount = {
  readonly id: AccountId
  readonly username: string
  readonly name: string
  readonly passwordHash: string
  readonly role: Role
  readonly areaIds: readonly string[]
  readonly createdAt: Date
}

/** Adds an account; false when the username is taken. */
export const insertAccount = async (db: Kysely<Database>, account: NewAccount): Promise<boolean> => {
  const row = await db
    .insertInto('account')
    .values({
      id: account.id,
      username: account.username,
      name: account.name,
      password_hash: account.passwordHash,
      role: account.role,
      failed_sign_ins: 0,
      created_at: account.createdAt,
      search_key: searchKeyOf(`${account.name} ${account.username}`),
    })
    .onConflict(conflict => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives an account its areas. */
export const insertAccountAreas = async (
  db: Kysely<Database>,
  account: { readonly id: AccountId; readonly areaIds: readonly string[] },
): Promise<void> => {
  if (account.areaIds.length === 0) return
  await db
    .insertInto('account_area')
    .values(account.areaIds.map(areaId => ({ account_id: account.id, area_id: areaId })))
    .execute()
}

/** Takes all areas from an account. */
export const deleteAccountAreas = async (tx: Transaction<Database>, id: AccountId): Promise<void> => {
  await tx.deleteFrom('account_area').where('account_id', '=', id).execute()
}

/** Gives an account another role. */
export const updateRole = async (tx: Transaction<Database>, id: AccountId, role: Role): Promise<void> => {
  await tx.updateTable('account').set({ role }).where('id', '=', id).execute()
}

/** How many administrators in use there are beside one account. */
export const countAdministratorsBut = async (tx: Transaction<Database>, id: AccountId): Promise<number> => {
  const { count } = await tx
    .selectFrom('account')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('id', '<>', id)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Writes a new password's hash. */
export const updatePassword = async (
  db: Kysely<Database>,
  id: AccountId,
  passwordHash: string,
): Promise<void> => {
  await db.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

/** Shuts an account, or opens it again (null). */
export const updateDisabled = async (db: Kysely<Database>, id: AccountId, at: Date | null): Promise<void> => {
  await db.updateTable('account').set({ disabled_at: at }).where('id', '=', id).execute()
}
