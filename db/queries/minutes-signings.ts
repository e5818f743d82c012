import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Signers } from '#app/campaign/minutes-signing.ts'
import type { Database } from '../schema.ts'

export type ScanKind = 'pdf' | 'jpg' | 'png'

/** A record that minutes were signed, without the bytes of its scan. */
export type SigningRow = Signers & {
  readonly id: string
  readonly villageId: string
  /** Counted from 1 in its village; the highest of a version is the one that holds. */
  readonly number: number
  readonly version: number
  readonly signedOn: Day
  readonly scanName: string | null
  readonly scanSha256: string | null
  readonly recordedBy: string
  readonly recordedAt: Date
}

const signings = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('minutes_signing')
    .innerJoin('account', 'account.id', 'minutes_signing.recorded_by')
    .where('minutes_signing.campaign_id', '=', campaignId)
    .select([
      'minutes_signing.id',
      'minutes_signing.village_id as villageId',
      'minutes_signing.number',
      'minutes_signing.version',
      'minutes_signing.signed_on as signedOn',
      'minutes_signing.head',
      'minutes_signing.secretary',
      'minutes_signing.witness',
      'minutes_signing.others',
      'minutes_signing.scan_name as scanName',
      'minutes_signing.scan_sha256 as scanSha256',
      'account.name as recordedBy',
      'minutes_signing.recorded_at as recordedAt',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof signings>['execute']>>[number]

const toSigning = (row: Raw): SigningRow => ({ ...row, signedOn: row.signedOn as Day })

/** All records of a village, the newest first. */
export const listSigningsOf = async (
  db: Kysely<Database>,
  place: { readonly campaignId: CampaignId; readonly villageId: string },
): Promise<readonly SigningRow[]> => {
  const rows = await signings(db, place.campaignId)
    .where('minutes_signing.village_id', '=', place.villageId)
    .orderBy('minutes_signing.number', 'desc')
    .execute()
  return rows.map(toSigning)
}

/** The day on which each village's minutes of a version were signed, as it was recorded last. */
export const listSigningDays = async (
  db: Kysely<Database>,
  of: { readonly campaignId: CampaignId; readonly version: number },
): Promise<ReadonlyMap<string, Day>> => {
  const rows = await db
    .selectFrom('minutes_signing')
    .distinctOn('village_id')
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .orderBy('village_id')
    .orderBy('number', 'desc')
    .select(['village_id', 'signed_on'])
    .execute()
  return new Map(rows.map(row => [row.village_id, row.signed_on as Day]))
}

export type Scan = {
  readonly name: string
  readonly kind: ScanKind
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Adds a record under its village's next number, which comes back; the campaign is locked. */
export const insertSigning = async (
  tx: Transaction<Database>,
  signing: Signers & {
    readonly id: string
    readonly campaignId: CampaignId
    readonly villageId: string
    readonly version: number
    readonly signedOn: Day
    readonly scan: Scan | null
    readonly recordedBy: string
    readonly recordedAt: Date
  },
): Promise<number> => {
  const { campaignId, villageId, scan, head, secretary, witness, others } = signing
  const row = await tx
    .insertInto('minutes_signing')
    .values({
      ...{ id: signing.id, campaign_id: campaignId, village_id: villageId, version: signing.version },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from minutes_signing
        where campaign_id = ${campaignId} and village_id = ${villageId})`,
      ...{ signed_on: signing.signedOn, head, secretary, witness, others },
      ...{ scan_name: scan?.name ?? null, scan_kind: scan?.kind ?? null, scan_sha256: scan?.sha256 ?? null },
      scan: scan && Buffer.from(scan.bytes.buffer, scan.bytes.byteOffset, scan.bytes.byteLength),
      ...{ recorded_by: signing.recordedBy, recorded_at: signing.recordedAt },
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return row.number
}

/** The scan of a record; null where there is none, or no such record. */
export const findScan = async (
  db: Kysely<Database>,
  at: { readonly campaignId: CampaignId; readonly villageId: string; readonly id: string },
): Promise<{ readonly name: string; readonly kind: ScanKind; readonly bytes: Buffer } | null> => {
  const row = await db
    .selectFrom('minutes_signing')
    .where('id', '=', at.id)
    .where('campaign_id', '=', at.campaignId)
    .where('village_id', '=', at.villageId)
    .select(['scan_name', 'scan_kind', 'scan'])
    .executeTakeFirst()
  if (!row?.scan || row.scan_name === null) return null
  return { name: row.scan_name, kind: row.scan_kind as ScanKind, bytes: row.scan }
}
