import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** How far the loading of the demonstration came, as the log tells it. */
export const findDemonstrationStanding = async (
  db: Kysely<Database>,
): Promise<'none' | 'begun' | 'loaded'> => {
  const rows = await db
    .selectFrom('audit_event')
    .select('kind')
    .distinct()
    .where('kind', 'in', ['demonstration.begun', 'demonstration.loaded'])
    .execute()
  const kinds = rows.map(row => row.kind)
  if (kinds.includes('demonstration.loaded')) return 'loaded'
  return kinds.includes('demonstration.begun') ? 'begun' : 'none'
}

/** Drops every table with all it holds, the log included; only for made-up data that nobody has used yet. */
export const clearDatabase = async (db: Kysely<Database>): Promise<void> => {
  await db.transaction().execute(async tx => {
    await sql`drop schema public cascade`.execute(tx)
    await sql`create schema public`.execute(tx)
  })
}
