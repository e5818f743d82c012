import { type ChainBreak, followChain } from '#app/audit/chain.ts'
import { genesis } from '#app/basics/log-chain.ts'
import { listAuditLinks } from '#db/queries/audit.ts'
import { type System, sha256 } from './context.server.ts'

/** A whole chain: how many links, and the hash of the last, to be compared with one noted elsewhere. Or its first break. */
export type Verified =
  | { readonly ok: true; readonly links: number; readonly head: string }
  | { readonly ok: false; readonly broken: ChainBreak }

/** Links read at a time: the log of a year's campaigns is far larger than memory should be. */
const page = 1000

/** Follows the whole chain of the audit log (invariant 6). What is added meanwhile is followed too. */
export const verifyAudit = async ({ db }: Pick<System, 'db'>): Promise<Verified> => {
  let at = { seq: 0, hash: genesis }
  while (true) {
    const links = await listAuditLinks(db, { after: at.seq, limit: page })
    const followed = followChain(at, links, sha256)
    if (!followed.ok) return followed
    at = followed
    if (links.length < page) return { ok: true, links: at.seq, head: at.hash }
  }
}
