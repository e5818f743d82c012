import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

/** Clears what deleted rows left in the files of inbox, box and opinions, of damaged and doubled ballots, of who brought which, of batches. */
export const vacuumAnswers = async (db: Kysely<Database>): Promise<void> => {
  await sql`vacuum (full) inbox`.execute(db)
  await sql`vacuum ballot`.execute(db)
  await sql`vacuum opinion`.execute(db)
  await sql`vacuum unreadable_ballot`.execute(db)
  await sql`vacuum (full) attribution`.execute(db)
  await sql`vacuum (full) "double"`.execute(db)
  await sql`vacuum (full) device_item`.execute(db)
  await sql`vacuum (full) batch_keying`.execute(db)
  await sql`vacuum (full) batch_slot`.execute(db)
}

/** Lays slots and participations in the order of their random keys, so that no place tells of before or after a reopening. */
export const clusterSlots = async (db: Kysely<Database>): Promise<void> => {
  await sql`cluster participation using participation_pkey`.execute(db)
  await sql`cluster slot using slot_pkey`.execute(db)
}

/**
 * Counts what an opening just filled, so that statements about slots are planned for as many as there are now; by itself
 * the server counts them a minute later, and a connection keeps the plans it made before.
 */
export const analyzeFrame = async (db: Kysely<Database>): Promise<void> => {
  await sql`analyze campaign_village, slot`.execute(db)
}

/**
 * Lets a transaction commit without waiting for the disk: for work that a crash may undo as a whole because it is done
 * again at the next start. Whatever is acknowledged after it waits for the disk, and for this with it.
 */
export const commitUnhurried = async (tx: Transaction<Database>): Promise<void> => {
  await sql`set local synchronous_commit = off`.execute(tx)
}
