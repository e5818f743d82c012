import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Person, Role } from '#app/account/person.ts'
import type { Waiting } from '#app/account/second-step.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

const peopleBehind = (db: Kysely<Database>, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('account_area', 'account_area.account_id', 'account.id')
    .leftJoin('area', 'area.id', 'account_area.area_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .groupBy(['account.id', 'session.token_hash'])
    .select(['account.id', 'account.username', 'account.name', 'account.role'])
    .select(['session.last_seen_on as lastSeenOn'])
    .select(sql<AreaPath[]>`array_remove(array_agg(area.path order by area.path), null)`.as('areas'))

/** The person behind a session that waits for nothing and has not expired, and the day it was last seen; or null. */
export const findPersonBySession = async (
  db: Kysely<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<{ readonly person: Person; readonly lastSeenOn: string | null } | null> => {
  const row = await peopleBehind(db, tokenHash, now).where('session.waiting', 'is', null).executeTakeFirst()
  if (!row) return null
  const { lastSeenOn, ...person } = row
  return { person: { ...person, id: row.id as AccountId, role: row.role as Role }, lastSeenOn }
}

/** Marks a session as seen on a day. */
export const updateSessionSeen = async (db: Kysely<Database>, tokenHash: Buffer, day: Day): Promise<void> => {
  await db.updateTable('session').set({ last_seen_on: day }).where('token_hash', '=', tokenHash).execute()
}

export type NewSession = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly accountId: AccountId
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly browser: string
  readonly waiting: Waiting
  readonly lastSeenOn: Day
}

/** Begins a session. */
export const insertSession = async (db: Kysely<Database>, session: NewSession): Promise<void> => {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      browser: session.browser,
      waiting: session.waiting,
      last_seen_on: session.lastSeenOn,
    })
    .execute()
}

/** Ends a session; false when it had ended. */
export const deleteSession = async (db: Kysely<Database>, tokenHash: Buffer): Promise<boolean> => {
  const ended = await db.deleteFrom('session').where('token_hash', '=', tokenHash).executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** Forgets the sessions that have expired. */
export const deleteExpiredSessions = async (db: Kysely<Database>, now: Date): Promise<void> => {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}

/** Ends the sessions of an account, all but one when its token's hash is given. How many. */
export const deleteSessionsOf = async (
  db: Kysely<Database>,
  accountId: AccountId,
  but: Buffer | null,
): Promise<number> => {
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(but !== null, query => query.where('token_hash', '<>', but ?? Buffer.alloc(0)))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Ends one session of an account by its id; false when there is none. */
export const deleteSessionById = async (
  db: Kysely<Database>,
  accountId: AccountId,
  id: string,
): Promise<boolean> => {
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

export type SessionRow = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly createdAt: Date
  readonly lastSeenOn: string | null
  readonly browser: string
}

/** The sessions of an account that last, the newest first. */
export const listSessions = async (
  db: Kysely<Database>,
  accountId: AccountId,
  now: Date,
): Promise<readonly SessionRow[]> =>
  db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('waiting', 'is', null)
    .select([
      'id',
      'token_hash as tokenHash',
      'created_at as createdAt',
      'last_seen_on as lastSeenOn',
      'browser',
    ])
    .orderBy('created_at', 'desc')
    .execute()

/** A session that lasts, whatever it waits for. */
export type BegunSession = {
  readonly accountId: AccountId
  readonly username: string
  readonly role: Role
  readonly waiting: Waiting
  readonly browser: string
}

/** A session by its token's hash, or null. */
export const findSession = async (
  db: Kysely<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<BegunSession | null> => {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .select(['account.id as accountId', 'account.username', 'account.role'])
    .select(['session.waiting', 'session.browser'])
    .executeTakeFirst()
  if (!row) return null
  const { accountId, role, waiting } = row
  return { ...row, accountId: accountId as AccountId, role: role as Role, waiting: waiting as Waiting }
}
