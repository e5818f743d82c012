import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** Clears what deleted rows left in the files of inbox, box and opinions, and of damaged ballots. */
export const vacuumAnswers = async (db: Kysely<Database>): Promise<void> => {
  await sql`vacuum (full) inbox`.execute(db)
  await sql`vacuum ballot`.execute(db)
  await sql`vacuum opinion`.execute(db)
  await sql`vacuum unreadable_ballot`.execute(db)
}

/** Lays participations in the order of their random keys, so that their place tells nobody before or after a reopening. */
export const clusterParticipations = async (db: Kysely<Database>): Promise<void> => {
  await sql`cluster participation using participation_pkey`.execute(db)
}
