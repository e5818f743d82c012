/** SHA-256 of a text (UTF-8) as lower-case hex: comes in as an argument, since the mission has no crypto of its own. */
export type Sha256 = (text: string) => string

/** What stands before the first link of a log. */
export const genesis = '0'.repeat(64)

/** What one link of a log tells, as far as hashing it goes. */
export type LogRecord = {
  readonly seq: number
  /** Instant in UTC, ISO 8601 with milliseconds. */
  readonly at: string
  readonly actor: string
  readonly campaignId: string | null
  readonly kind: string
  readonly detail: { readonly [name: string]: string | number }
}

/**
 * How a link is hashed. 1: over the previous hash and the record together, so that whoever follows the chain must read all
 * of it. 2: over the previous hash and the record's digest, so that records that are nobody's business can stay away.
 */
export type Scheme = 1 | 2

/** The scheme of every link written now. */
export const presentScheme: Scheme = 2

/** Members in one order whatever the order they were written or read back in (PostgreSQL's jsonb sorts by length). */
const canonical = (detail: LogRecord['detail']): readonly (readonly [string, string | number])[] =>
  Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))

const membersOf = ({ seq, at, actor, campaignId, kind, detail }: LogRecord): readonly unknown[] => [
  ...[seq, at, actor, campaignId, kind],
  canonical(detail),
]

/** The digest of a record: SHA-256 over its members in fixed order as JSON. */
export const recordDigest = (record: LogRecord, sha256: Sha256): string =>
  sha256(JSON.stringify(membersOf(record)))

/** The hash of a link of scheme 2: SHA-256 over the previous hash and the digest of its record as JSON. */
export const hashOverDigest = (previous: string, digest: string, sha256: Sha256): string =>
  sha256(JSON.stringify([previous, digest]))

/** The hash of a link by its scheme. */
export const hashOfLink = (
  previous: string,
  { record, scheme }: { readonly record: LogRecord; readonly scheme: Scheme },
  sha256: Sha256,
): string =>
  scheme === 2
    ? hashOverDigest(previous, recordDigest(record, sha256), sha256)
    : sha256(JSON.stringify([previous, ...membersOf(record)]))
