import { type Kysely, sql } from 'kysely'

/**
 * What reading the log filters by: who did it, when, and what it is about (the part of the kind before the point). Each
 * ends with the number of the link, by which pages go. The campaign has had its index since the first product.
 */
const indexes = sql`
  create index audit_event_actor on audit_event (actor, seq);
  create index audit_event_at on audit_event (at, seq);
  create index audit_event_concept on audit_event (split_part(kind, '.', 1), seq);
`

/** Whoever owns the table and is no superuser is refused by rights too, before the triggers of the first product are asked. */
const rights = sql`revoke update, delete, truncate on audit_event from public, current_user`

/** Indexes for reading the audit log, and the rights that it never needs. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await indexes.execute(db)
  await rights.execute(db)
}
