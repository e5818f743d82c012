import { hashOfLink, type Scheme, type Sha256 } from '#app/basics/log-chain.ts'
import type { AuditRecord } from './event.ts'

/** A link as the log keeps it; links written before schemes had numbers are of scheme 1. */
export type StoredLink = AuditRecord & { readonly hash: string; readonly scheme: Scheme }

export type ChainBreak = { readonly seq: number; readonly code: 'link-missing' | 'link-altered' }

/** Follows the chain from where it stands, each link by its own scheme; the state to go on from, or the first link that does not hold. */
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
    hash = hashOfLink(hash, { record: link, scheme: link.scheme }, sha256)
    seq = link.seq
    if (hash !== link.hash) return { ok: false, broken: { seq, code: 'link-altered' } }
  }
  return { ok: true, seq, hash }
}
