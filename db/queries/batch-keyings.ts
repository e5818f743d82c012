import { type Kysely, sql, type Transaction } from 'kysely'
import type { Keyed, Reading } from '#app/paper/keying.ts'
import type { Database } from '../schema.ts'

/** Which sheets of a batch were keyed, and by whom; never what. */
export const listKeyed = async (db: Kysely<Database>, batchId: string): Promise<readonly Keyed[]> => {
  const rows = await db
    .selectFrom('batch_keying')
    .where('batch_id', '=', batchId)
    .orderBy('sheet')
    .orderBy('reading')
    .select(['sheet', 'reading', 'keyed_by as keyedBy'])
    .execute()
  return rows.map(row => ({ ...row, reading: row.reading as Reading }))
}

/** A sealed reading with its place. */
export type SealedReading = { readonly sheet: number; readonly reading: Reading; readonly sealed: Buffer }

const sealed = (db: Kysely<Database>, batchId: string) =>
  db.selectFrom('batch_keying').where('batch_id', '=', batchId).select(['sheet', 'reading', 'sealed'])

type RawReading = { readonly sheet: number; readonly reading: string; readonly sealed: Buffer }

const toReading = (row: RawReading): SealedReading => ({ ...row, reading: row.reading as Reading })

/** The readings of one sheet. */
export const listReadingsOfSheet = async (
  db: Kysely<Database>,
  batchId: string,
  sheet: number,
): Promise<readonly SealedReading[]> =>
  (await sealed(db, batchId).where('sheet', '=', sheet).execute()).map(toReading)

/** What is to be counted of a batch, in an order that means nothing. */
export const listResolved = async (
  db: Kysely<Database>,
  batchId: string,
): Promise<readonly SealedReading[]> =>
  (await sealed(db, batchId).where('reading', '=', 'resolved').orderBy('id').execute()).map(toReading)

/** Lays a reading down under a random id; the database refuses the same person's second keying of a sheet. */
export const insertKeying = async (
  tx: Transaction<Database>,
  batchId: string,
  keying: Keyed & { readonly id: string; readonly sealed: Buffer },
): Promise<void> => {
  await tx
    .insertInto('batch_keying')
    .values({
      id: keying.id,
      batch_id: batchId,
      sheet: keying.sheet,
      reading: keying.reading,
      keyed_by: keying.keyedBy,
      sealed: keying.sealed,
    })
    .execute()
}

/** Deletes everything a batch held: keyings and ticked households. */
export const deleteHeld = async (tx: Transaction<Database>, batchId: string): Promise<void> => {
  await sql`delete from batch_keying where batch_id = ${batchId}`.execute(tx)
  await sql`delete from batch_slot where batch_id = ${batchId}`.execute(tx)
}
