import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** Clears what deleted rows left in the files of inbox, box and opinions. */
export const vacuumAnswers = async (db: Kysely<Database>): Promise<void> => {
  await sql`vacuum (full) inbox`.execute(db)
  await sql`vacuum ballot`.execute(db)
  await sql`vacuum opinion`.execute(db)
}
