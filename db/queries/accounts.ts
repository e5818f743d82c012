import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Person, Role } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** What signing in needs of an account. */
export type SignInRow = {
  readonly id: AccountId
  readonly passwordHash: string
  readonly failedSignIns: number
  readonly lockedUntil: Date | null
}

const signInRows = (db: Kysely<Database>, username: string) =>
  db
    .selectFrom('account')
    .select(['id', 'password_hash', 'failed_sign_ins', 'locked_until'])
    .where('username', '=', username)
    .where('disabled_at', 'is', null)

type RawSignIn = Awaited<ReturnType<ReturnType<typeof signInRows>['execute']>>[number]

const toSignIn = (row: RawSignIn): SignInRow => ({
  id: row.id as AccountId,
  passwordHash: row.password_hash,
  failedSignIns: row.failed_sign_ins,
  lockedUntil: row.locked_until,
})

/** The account that may sign in under this name, or null. */
export const findAccountForSignIn = async (
  db: Kysely<Database>,
  username: string,
): Promise<SignInRow | null> => {
  const row = await signInRows(db, username).executeTakeFirst()
  return row ? toSignIn(row) : null
}

/** The same, locked until the transaction ends. */
export const lockAccountForSignIn = async (
  tx: Transaction<Database>,
  username: string,
): Promise<SignInRow | null> => {
  const row = await signInRows(tx, username).forUpdate().executeTakeFirst()
  return row ? toSignIn(row) : null
}

/** Writes how the last sign-in went. */
export const updateSignIn = async (
  db: Kysely<Database>,
  id: AccountId,
  outcome: { readonly failedSignIns: number; readonly lockedUntil: Date | null },
): Promise<void> => {
  await db
    .updateTable('account')
    .set({ failed_sign_ins: outcome.failedSignIns, locked_until: outcome.lockedUntil })
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

/** The person behind a session that has not expired, or null. */
export const findPersonBySession = async (
  db: Kysely<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<Person | null> => {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('account_area', 'account_area.account_id', 'account.id')
    .leftJoin('area', 'area.id', 'account_area.area_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .groupBy('account.id')
    .select(['account.id', 'account.username', 'account.name', 'account.role'])
    .select(sql<AreaPath[]>`array_remove(array_agg(area.path order by area.path), null)`.as('areas'))
    .executeTakeFirst()
  if (!row) return null
  return { ...row, id: row.id as AccountId, role: row.role as Role }
}

/** Begins a session. */
export const insertSession = async (
  db: Kysely<Database>,
  session: {
    readonly tokenHash: Buffer
    readonly accountId: AccountId
    readonly createdAt: Date
    readonly expiresAt: Date
  },
): Promise<void> => {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Ends a session, and with it every one that has expired. */
export const deleteSession = async (db: Kysely<Database>, tokenHash: Buffer, now: Date): Promise<void> => {
  await db
    .deleteFrom('session')
    .where(eb => eb.or([eb('token_hash', '=', tokenHash), eb('expires_at', '<=', now)]))
    .execute()
}

export type AccountRow = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
}

/** Accounts whose areas lie within the scope, and those without an area, by username. */
export const listAccounts = async (
  db: Kysely<Database>,
  scope: readonly AreaPath[],
): Promise<readonly AccountRow[]> => {
  const rows = await db
    .selectFrom('account')
    .leftJoin('account_area', 'account_area.account_id', 'account.id')
    .leftJoin('area', 'area.id', 'account_area.area_id')
    .where(eb =>
      eb.or([
        eb('area.id', 'is', null),
        ...scope.flatMap(path => [eb('area.path', '=', path), eb('area.path', 'like', `${path}/%`)]),
      ]),
    )
    .groupBy('account.id')
    .select(['account.username', 'account.name', 'account.role'])
    .select(sql<string[]>`array_remove(array_agg(area.name order by area.path), null)`.as('areas'))
    .orderBy('account.username')
    .execute()
  return rows.map(row => ({ ...row, role: row.role as Role }))
}
