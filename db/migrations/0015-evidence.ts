import { type Kysely, sql } from 'kysely'

/**
 * How each link is hashed: those written until now over their whole record, from now on over its digest, so that a pack can
 * show the chain without what is not its own. Existing rows are not touched.
 */
const schemes = sql`
  alter table audit_event add scheme smallint not null default 1 check (scheme in (1, 2));
  alter table audit_event alter scheme set default 2;
`

/** The data fingerprint taken at closing; a reopening moves it to the version it ends. */
const fingerprints = sql`
  alter table campaign add evidence_fingerprint text check (evidence_fingerprint ~ '^[0-9a-f]{64}$');
  alter table campaign add check (evidence_fingerprint is null or closed_at is not null);
  alter table campaign_version add evidence_fingerprint text check (evidence_fingerprint ~ '^[0-9a-f]{64}$');
`

/** What evidence packs rest on. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [schemes, fingerprints]) await part.execute(db)
}
