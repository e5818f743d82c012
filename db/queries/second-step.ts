import type { Kysely } from 'kysely'
import type { AccountId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Gives an account its sealed secret and the step of the code that confirmed it, or takes both away (null). */
export const updateSecondStep = async (
  db: Kysely<Database>,
  id: AccountId,
  secondStep: { readonly secret: Buffer; readonly lastStep: number } | null,
): Promise<void> => {
  await db
    .updateTable('account')
    .set({
      second_step_secret: secondStep?.secret ?? null,
      second_step_last_step: secondStep?.lastStep ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps the step of the code just taken, so that it is never taken again. */
export const updateLastStep = async (
  db: Kysely<Database>,
  id: AccountId,
  lastStep: number,
): Promise<void> => {
  await db.updateTable('account').set({ second_step_last_step: lastStep }).where('id', '=', id).execute()
}

/** Puts a new set of hashed recovery codes in the place of the old one; an empty set leaves none. */
export const replaceRecoveryCodes = async (
  db: Kysely<Database>,
  id: AccountId,
  hashes: readonly Buffer[],
): Promise<void> => {
  await db.deleteFrom('recovery_code').where('account_id', '=', id).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('recovery_code')
    .values(hashes.map(hash => ({ account_id: id, code_hash: hash })))
    .execute()
}

/** Uses a recovery code up; false when the account has no such code left. */
export const updateRecoveryCodeUsed = async (
  db: Kysely<Database>,
  { id, hash, at }: { readonly id: AccountId; readonly hash: Buffer; readonly at: Date },
): Promise<boolean> => {
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('account_id', '=', id)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** How many recovery codes an account has left. */
export const countRecoveryCodes = async (db: Kysely<Database>, id: AccountId): Promise<number> => {
  const row = await db
    .selectFrom('recovery_code')
    .where('account_id', '=', id)
    .where('used_at', 'is', null)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Whether an account has a second step. */
export const hasSecondStep = async (db: Kysely<Database>, id: AccountId): Promise<boolean> => {
  const row = await db
    .selectFrom('account')
    .where('id', '=', id)
    .where('second_step_secret', 'is not', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}
