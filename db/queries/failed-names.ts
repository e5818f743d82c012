import type { Kysely, Transaction } from 'kysely'
import { cleanStanding, type SignInStanding } from '#app/account/sign-in.ts'
import type { Database } from '../schema.ts'

const standings = (db: Kysely<Database>, nameHash: Buffer) =>
  db
    .selectFrom('failed_name')
    .where('name_hash', '=', nameHash)
    .select([
      'failed_sign_ins as failedSignIns',
      'locked_until as lockedUntil',
      'last_failed_at as lastFailedAt',
    ])

/** How a name that nobody has stands with wrong sign-ins. */
export const findNameStanding = async (db: Kysely<Database>, nameHash: Buffer): Promise<SignInStanding> =>
  (await standings(db, nameHash).executeTakeFirst()) ?? cleanStanding

/** The same, locked until the transaction ends; begins a row where there is none, so that there is one to lock. */
export const lockNameStanding = async (
  tx: Transaction<Database>,
  nameHash: Buffer,
  now: Date,
): Promise<SignInStanding> => {
  await tx
    .insertInto('failed_name')
    .values({ name_hash: nameHash, failed_sign_ins: 0, last_failed_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return standings(tx, nameHash).forUpdate().executeTakeFirstOrThrow()
}

/** Writes how the last sign-in with a name went. */
export const updateNameStanding = async (
  db: Kysely<Database>,
  nameHash: Buffer,
  { failedSignIns, lockedUntil, lastFailedAt }: SignInStanding,
): Promise<void> => {
  await db
    .updateTable('failed_name')
    .set({
      failed_sign_ins: failedSignIns,
      locked_until: lockedUntil,
      ...(lastFailedAt ? { last_failed_at: lastFailedAt } : {}),
    })
    .where('name_hash', '=', nameHash)
    .execute()
}

/** Forgets names whose last failure lies before the instant. */
export const deleteFailedNames = async (db: Kysely<Database>, before: Date): Promise<void> => {
  await db.deleteFrom('failed_name').where('last_failed_at', '<', before).execute()
}
