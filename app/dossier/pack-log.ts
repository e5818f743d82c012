import { z } from 'zod'
import type { LogRecord } from '#app/basics/log-chain.ts'
import {
  genesis,
  hashOfLink,
  hashOverDigest,
  recordDigest,
  type Scheme,
  type Sha256,
} from '#app/basics/log-chain.ts'
import { hashSchema, packPaths } from './pack.ts'
import { PackUnreadable } from './pack-csv.ts'

const seq = z.int().min(1)

const ownSchema = z.strictObject({
  seq,
  /** Given where the link is of scheme 1. */
  scheme: z.literal(1).optional(),
  record: z.strictObject({
    at: z.string(),
    actor: z.string(),
    campaignId: z.string(),
    kind: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  hash: hashSchema,
})

/** A link of anything else, of scheme 2: its digest tells nothing and lets the chain be followed. */
const foreignSchema = z.strictObject({ seq, digest: hashSchema })

/** A link of anything else, of scheme 1: only its hash can be given, and has to be taken as it is. */
const givenSchema = z.strictObject({ seq, scheme: z.literal(1), hash: hashSchema })

const lineSchema = z.union([ownSchema, foreignSchema, givenSchema])

/** A line of `log.jsonl`: a link of the pack's campaign in full, unless it is about a single household or ballot; any other by its digest or its hash. */
export type LogLine = z.output<typeof lineSchema>

export type OwnLine = z.output<typeof ownSchema>

/** Whether a line belongs to the pack's campaign. */
export const isOwn = (line: LogLine): line is OwnLine => 'record' in line

const recordOf = ({ seq, record }: OwnLine): LogRecord => ({ seq, ...record })

/** Whose pack a line is for, and which kinds of its own events stay away all the same. */
export type LineReader = { readonly campaignId: string; readonly isHidden: (kind: string) => boolean }

/** A link of the log as its line in the pack of a campaign. */
export const lineOf = (
  link: LogRecord & { readonly hash: string; readonly scheme: Scheme },
  { campaignId, isHidden }: LineReader,
  sha256: Sha256,
): LogLine => {
  const { seq, at, actor, kind, detail, hash } = link
  if (link.campaignId === campaignId && !isHidden(kind)) {
    const record = { at, actor, campaignId, kind, detail }
    return link.scheme === 1 ? { seq, scheme: 1, record, hash } : { seq, record, hash }
  }
  return link.scheme === 1 ? { seq, scheme: 1, hash } : { seq, digest: recordDigest(link, sha256) }
}

/** The text of `log.jsonl`, or of a part of it. */
export const writeLog = (lines: readonly LogLine[]): string =>
  lines.map(line => `${JSON.stringify(line)}\n`).join('')

const readLine = (raw: string, i: number): LogLine => {
  try {
    return lineSchema.parse(JSON.parse(raw))
  } catch {
    throw new PackUnreadable(packPaths.log, i + 1, 'no line of a log')
  }
}

/** Reads `log.jsonl`; throws PackUnreadable at the first line that is none. */
export const readLog = (text: string): readonly LogLine[] => {
  if (text !== '' && !text.endsWith('\n'))
    throw new PackUnreadable(packPaths.log, null, 'the last line breaks off')
  return text.split('\n').slice(0, -1).map(readLine)
}

/** Where a log leads: its head, and how many hashes had to be taken as they are; or the first line that does not hold. */
export type Followed =
  | { readonly ok: true; readonly seq: number; readonly hash: string; readonly taken: number }
  | { readonly ok: false; readonly seq: number; readonly code: 'link-missing' | 'link-altered' }

const hashAfter = (previous: string, line: LogLine, sha256: Sha256): string => {
  if (isOwn(line)) return hashOfLink(previous, { record: recordOf(line), scheme: line.scheme ?? 2 }, sha256)
  return 'digest' in line ? hashOverDigest(previous, line.digest, sha256) : line.hash
}

/**
 * Follows a pack's log from its very first link. A changed digest shows at the next line that gives its hash, which is
 * named then; behind the last of them only the head tells.
 */
export const followLog = (lines: readonly LogLine[], sha256: Sha256): Followed => {
  let [seq, hash, taken] = [0, genesis, 0]
  for (const line of lines) {
    if (line.seq !== seq + 1) return { ok: false, seq: seq + 1, code: 'link-missing' }
    hash = hashAfter(hash, line, sha256)
    seq = line.seq
    if (isOwn(line) && hash !== line.hash) return { ok: false, seq, code: 'link-altered' }
    if (!isOwn(line) && !('digest' in line)) taken += 1
  }
  return { ok: true, seq, hash, taken }
}
