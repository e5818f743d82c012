import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Role } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Database } from '../schema.ts'

export type NewInvitation = {
  readonly id: string
  readonly tokenHash: Buffer
  readonly name: string
  readonly role: Role
  readonly areaIds: readonly string[]
  readonly invitedBy: AccountId
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Keeps an invitation with its areas. */
export const insertInvitation = async (db: Kysely<Database>, one: NewInvitation): Promise<void> => {
  await db
    .insertInto('invitation')
    .values({
      id: one.id,
      token_hash: one.tokenHash,
      name: one.name,
      role: one.role,
      invited_by: one.invitedBy,
      created_at: one.createdAt,
      expires_at: one.expiresAt,
    })
    .execute()
  await db
    .insertInto('invitation_area')
    .values(one.areaIds.map(areaId => ({ invitation_id: one.id, area_id: areaId })))
    .execute()
}

export type InvitationRow = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly areaIds: readonly string[]
  readonly areaPaths: readonly AreaPath[]
  readonly areas: readonly string[]
  readonly createdAt: Date
  readonly expiresAt: Date
}

const areasOf = (column: 'id' | 'path' | 'name') => sql<string[]>`array(
  select ${sql.ref(`area.${column}`)} from invitation_area join area on area.id = invitation_area.area_id
  where invitation_area.invitation_id = invitation.id order by area.path
)`

const invitations = (db: Kysely<Database>, now: Date) =>
  db
    .selectFrom('invitation')
    .where('expires_at', '>', now)
    .select(['id', 'name', 'role', 'created_at as createdAt', 'expires_at as expiresAt'])
    .select([areasOf('id').as('areaIds'), areasOf('path').as('areaPaths'), areasOf('name').as('areas')])

const toInvitation = <T extends { readonly role: string }>(row: T) => ({ ...row, role: row.role as Role })

/** The invitation of a link that is still good, or null. */
export const findInvitation = async (
  db: Kysely<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | null> => {
  const row = await invitations(db, now).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? toInvitation(row) : null
}

/** The same, locked until the transaction ends. */
export const lockInvitation = async (
  tx: Transaction<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | null> => {
  const row = await invitations(tx, now).where('token_hash', '=', tokenHash).forUpdate().executeTakeFirst()
  return row ? toInvitation(row) : null
}

/** An open invitation by its id, or null. */
export const findInvitationById = async (
  db: Kysely<Database>,
  id: string,
  now: Date,
): Promise<InvitationRow | null> => {
  const row = await invitations(db, now).where('id', '=', id).executeTakeFirst()
  return row ? toInvitation(row) : null
}

/** Open invitations all of whose areas lie inside the scope, the newest first. */
export const listInvitations = async (
  db: Kysely<Database>,
  filter: { readonly scope: readonly AreaPath[]; readonly roles: readonly Role[]; readonly now: Date },
  slice: Slice,
): Promise<Paged<InvitationRow>> => {
  if (filter.roles.length === 0) return paged([], 0, slice)
  const outside = sql<boolean>`exists (
    select 1 from invitation_area join area on area.id = invitation_area.area_id
    where invitation_area.invitation_id = invitation.id
      and not (area.path = any(${[...filter.scope]}::text[])
        or area.path like any(${filter.scope.map(path => `${path}/%`)}::text[]))
  )`
  const open = invitations(db, filter.now)
    .where('role', 'in', [...filter.roles])
    .where(eb => eb.not(outside))
  const { total } = await open
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await open
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toInvitation), total, slice)
}

/** Takes an invitation away, and with it every one whose time has run out. */
export const deleteInvitation = async (db: Kysely<Database>, id: string, now: Date): Promise<void> => {
  await db
    .deleteFrom('invitation')
    .where(eb => eb.or([eb('id', '=', id), eb('expires_at', '<=', now)]))
    .execute()
}

export type NewReset = {
  readonly accountId: AccountId
  readonly tokenHash: Buffer
  readonly madeBy: AccountId
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Keeps the link for a new password; an account has one at a time, the last. */
export const replaceReset = async (db: Kysely<Database>, reset: NewReset): Promise<void> => {
  await db.deleteFrom('password_reset').where('account_id', '=', reset.accountId).execute()
  await db
    .insertInto('password_reset')
    .values({
      account_id: reset.accountId,
      token_hash: reset.tokenHash,
      made_by: reset.madeBy,
      created_at: reset.createdAt,
      expires_at: reset.expiresAt,
    })
    .execute()
}

/** The account of a link for a new password that is still good, or null. */
export const findReset = async (
  db: Kysely<Database>,
  tokenHash: Buffer,
  now: Date,
): Promise<{ readonly accountId: AccountId; readonly username: string; readonly name: string } | null> => {
  const row = await db
    .selectFrom('password_reset')
    .innerJoin('account', 'account.id', 'password_reset.account_id')
    .where('password_reset.token_hash', '=', tokenHash)
    .where('password_reset.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .select(['account.id as accountId', 'account.username', 'account.name'])
    .executeTakeFirst()
  return row ? { ...row, accountId: row.accountId as AccountId } : null
}

/** Uses a link for a new password up; false when somebody was faster. */
export const deleteReset = async (db: Kysely<Database>, tokenHash: Buffer): Promise<boolean> => {
  const used = await db.deleteFrom('password_reset').where('token_hash', '=', tokenHash).executeTakeFirst()
  return used.numDeletedRows > 0n
}
