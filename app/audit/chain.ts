import type { AuditRecord } from './event.ts'

/** SHA-256 of a text as lower-case hex: comes in as an argument, since the mission has no crypto of its own. */
export type Sha256 = (text: string) => string

/** What stands before the first link. */
export const genesis = '0'.repeat(64)

/** Members in one order whatever the order they were written or read back in (PostgreSQL's jsonb sorts by length). */
const canonical = (detail: AuditRecord['detail']): readonly (readonly [string, string | number])[] =>
  Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))

/** The hash of a link: SHA-256 over the previous hash and the record, members in fixed order. */
export const linkHash = (previous: string, record: AuditRecord, sha256: Sha256): string =>
  sha256(
    JSON.stringify([
      previous,
      record.seq,
      record.at,
      record.actor,
      record.campaignId,
      record.kind,
      canonical(record.detail),
    ]),
  )

export type StoredLink = AuditRecord & { readonly hash: string }

export type ChainBreak = { readonly seq: number; readonly code: 'link-missing' | 'link-altered' }

/** Follows the chain from where it stands; the state to go on from, or the first link that does not hold. */
export const followChain = (
  from: { readonly seq: number; readonly hash: string },
  links: readonly StoredLink[],
  sha256: Sha256,
):
  | { readonly ok: true; readonly seq: number; readonly hash: string }
  | { readonly ok: false; readonly broken: ChainBreak } => {
  let { seq, hash } = from
  for (const link of links) {
    if (link.seq !== seq + 1) return { ok: false, broken: { seq: seq + 1, code: 'link-missing' } }
    hash = linkHash(hash, link, sha256)
    seq = link.seq
    if (hash !== link.hash) return { ok: false, broken: { seq, code: 'link-altered' } }
  }
  return { ok: true, seq, hash }
}
