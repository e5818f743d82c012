import type { Generated } from 'kysely'
import type { Moment } from './schema-accounts.ts'

/** Tables of what is published, and of files of ballots. */
export interface PublishingTables {
  minutes_signing: {
    id: string
    campaign_id: string
    village_id: string
    number: number
    version: number
    signed_on: string
    head: string
    secretary: string
    witness: string
    others: string
    scan_name: string | null
    scan_kind: string | null
    scan_sha256: string | null
    scan: Buffer | null
    recorded_by: string
    recorded_at: Moment
  }
  campaign_result: {
    campaign_id: string
    version: number
    /** Null for a part of a joint campaign, and where too few answered. */
    verdict: string | null
    households: number
    collected: number
    valid: number
    coverage_part: number
    overall_part: number | null
    overall_whole: number | null
  }
  ballot_export: {
    id: string
    account_id: string
    /** Paths of the communes whose ballots are in it. */
    scope: string[]
    about: string
    format: string
    campaigns: number
    started_at: Moment
    ended_at: Moment | null
    state: Generated<string>
    rows: number | null
    sha256: string | null
  }
}
