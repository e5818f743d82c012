import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { AccountTables, JsonText, Moment } from './schema-accounts.ts'
import type { BatchTables } from './schema-batches.ts'
import type { DossierTables } from './schema-dossiers.ts'
import type { LanguageTables } from './schema-languages.ts'
import type { PublishingTables } from './schema-publishing.ts'
import type { SampleTables } from './schema-samples.ts'
import type { VerificationTables } from './schema-verification.ts'
import type { WatchingTables } from './schema-watching.ts'

export interface Database
  extends AccountTables,
    BatchTables,
    DossierTables,
    WatchingTables,
    SampleTables,
    LanguageTables,
    PublishingTables,
    VerificationTables {
  household: {
    id: string
    village_id: string
    number: string | null
    name: string
    created_at: Moment
    standing: Generated<string>
    moved_on: string | null
    moved_reason: string | null
    merged_into: string | null
    search_key: string
    number_key: string | null
  }
  register_import: {
    id: string
    commune_id: string
    account_id: string
    file_name: string
    checked: JsonText
    created_at: Moment
  }
  campaign: {
    id: string
    commune_id: string
    name: string
    title: string
    starts_on: string
    ends_on: string
    questionnaire_id: string
    rules_id: string
    state: string
    version: Generated<number>
    frozen: JSONColumnType<Record<string, unknown>, string | null, string> | null
    created_by: string
    created_at: Moment
    opened_at: Moment | null
    closed_at: Moment | null
    archived_on: string | null
    names_cut_at: Moment | null
    cancelled_at: Moment | null
    cancelled_reason: string | null
    search_key: Generated<string>
    joint_id: Generated<string | null>
    evidence_fingerprint: Generated<string | null>
  }
  plan: {
    campaign_id: string
    village_ids: string[] | null
    methods: string[]
    purpose: string | null
    requirements: string | null
    number: string | null
    issued_on: string | null
    signer: string | null
  }
  plan_team: {
    id: string
    campaign_id: string
    position: number
    name: string
    leader: string
    members: string
    village_ids: string[]
  }
  campaign_village: {
    campaign_id: string
    village_id: string
    name: string
    position: number
    households: number
    issued: Generated<number>
    collected: Generated<number>
    counted: Generated<number>
    invalid: Generated<number>
    any_dissatisfied: Generated<number>
    receipts_root: string | null
    unreadable: Generated<number>
    /** Households drawn; null where all are asked. */
    drawn: Generated<number | null>
  }
  slot: {
    id: string
    campaign_id: string
    village_id: string
    household_id: string | null
    code_lookup: Buffer
    code_version: Generated<number>
    issued_on: string | null
    /** Why the household is silent; null where it answered, or nobody said. */
    outcome: Generated<string | null>
    outcome_on: Generated<string | null>
  }
  retired_code: { code_lookup: Buffer; slot_id: string; retired_on: string }
  participation: {
    slot_id: string
    campaign_id: string
    village_id: string
    channel: string
    replaced: Generated<boolean>
    version: Generated<number>
    by_batch: Generated<boolean>
  }
  turnout: { campaign_id: string; village_id: string; channel: string; day: string; households: number }
  collector_turnout: {
    campaign_id: string
    account_id: string
    channel: string
    day: string
    households: number
  }
  assignment: { campaign_id: string; village_id: string; account_id: string }
  device_item: { id_hash: Buffer; campaign_id: string; slot_id: string; status: string }
  double: {
    slot_id: string
    account_id: string
    campaign_id: string
    channel: string
    sealed: Buffer
    looked_at: Generated<boolean>
  }
  inbox: {
    id: string
    campaign_id: string
    village_id: string
    channel: string
    sealed: Buffer
    again: Generated<boolean>
  }
  unreadable_ballot: { id: string; campaign_id: string; village_id: string; channel: string; sealed: Buffer }
  campaign_version: {
    campaign_id: string
    version: number
    opened_at: Moment
    closed_at: Moment
    reopened_at: Moment
    reopened_by: string
    reason: string
    results: JsonText
    evidence_fingerprint: string | null
  }
  posting: {
    campaign_id: string
    version: number
    starts_on: string
    days: number
    days_document: string | null
    village_ids: string[]
    at_commune: boolean
    by_loudspeaker: boolean
    contact: string
    posted_by: string
    posted_at: Moment
  }
  posting_opinion: {
    id: string
    campaign_id: string
    version: number
    received_on: string
    channel: string
    sender: string
    content: string
    answer: string | null
    answered_on: string | null
    entered_by: string
    entered_at: Moment
  }
  receipt_leaf: { campaign_id: string; village_id: string; leaf: string }
  ballot: {
    id: string
    campaign_id: string
    village_id: string
    channel: string | null
    answers: number[] | null
    /** The language shown, sealed until closing and in the clear after it. */
    shown_sealed: Generated<Buffer | null>
    language: Generated<string | null>
  }
  opinion: { id: string; campaign_id: string; village_id: string; content: string | null; body: string }
  tally: { campaign_id: string; village_id: string; content: number; option: string; ballots: number }
  rules_version: {
    rules_id: string
    version: number
    rules: JsonText
    created_by: string
    created_at: Moment
  }
  /** A province's own words for its papers. */
  paper_wording: {
    area_id: string
    paper: string
    version: number
    words: JsonText
    created_by: string
    created_at: Moment
  }
  sheet: {
    campaign_id: string
    village_id: string
    issued: number
    collected: number
    ballots: number
    by_hand: number
    invalid: number
    satisfied: number[]
    dissatisfied: number[]
    blank: number[]
    any_dissatisfied: number | null
    reasons: JSONColumnType<Record<string, string>, string, string>
    entered_by: string
    entered_at: Moment
  }
  audit_event: {
    seq: number
    at: Moment
    actor: string
    campaign_id: string | null
    kind: string
    detail: JSONColumnType<Record<string, string | number>, string, never>
    hash: string
    scheme: Generated<number>
  }
  schema_migration: { name: string; applied_at: GeneratedAlways<Date> }
}
