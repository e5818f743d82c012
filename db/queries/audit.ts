import { type Kysely, sql, type Transaction } from 'kysely'
import type { StoredLink } from '#app/audit/chain.ts'
import type { AuditEvent, AuditRecord } from '#app/audit/event.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** The last link; from here to the commit nobody else can add one. */
export const lockAuditHead = async (
  tx: Transaction<Database>,
): Promise<{ readonly seq: number; readonly hash: string } | null> => {
  const { rows } = await sql<{ seq: number; hash: string }>`select seq, hash from lock_audit_head()`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** The last link as it stands now; null in an empty log. */
export const findAuditHead = async (
  db: Kysely<Database>,
): Promise<{ readonly seq: number; readonly hash: string } | null> => {
  const row = await db
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { seq: Number(row.seq), hash: row.hash } : null
}

/** Appends links. */
export const insertAuditLinks = async (
  tx: Transaction<Database>,
  links: readonly StoredLink[],
): Promise<void> => {
  await tx
    .insertInto('audit_event')
    .values(
      links.map(link => ({
        seq: link.seq,
        at: new Date(link.at),
        actor: link.actor,
        campaign_id: link.campaignId,
        kind: link.kind,
        detail: JSON.stringify(link.detail),
        hash: link.hash,
        scheme: link.scheme,
      })),
    )
    .execute()
}

/** The next links after a number, in order, at most `limit`. */
export const listAuditLinks = async (
  db: Kysely<Database>,
  from: { readonly after: number; readonly limit: number },
): Promise<readonly StoredLink[]> => {
  const rows = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', from.after)
    .orderBy('seq')
    .limit(from.limit)
    .execute()
  return rows.map(row => ({
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    campaignId: row.campaign_id as CampaignId | null,
    kind: row.kind as AuditEvent['kind'],
    detail: row.detail as AuditRecord['detail'],
    hash: row.hash,
    scheme: row.scheme === 1 ? 1 : 2,
  }))
}
