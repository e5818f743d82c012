import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** An instant, as the driver reads and writes it. */
export type Moment = ColumnType<Date, Date, Date>

/** A JSON column: written as text, read as an object. */
export type JsonText = JSONColumnType<Record<string, unknown>, string, string>

/** Areas, accounts, and everything by which somebody gets in. */
export interface AccountTables {
  area: {
    id: string
    kind: string
    parent_id: string | null
    name: string
    path: string
    position: number
    valid_from: string | null
    valid_to: string | null
    search_key: string
  }
  area_successor: { area_id: string; successor_id: string }
  area_import: { account_id: string; id: string; file_name: string; checked: JsonText; created_at: Moment }
  account: {
    id: string
    username: string
    name: string
    password_hash: string
    role: string
    failed_sign_ins: number
    locked_until: Moment | null
    last_failed_at: Moment | null
    disabled_at: Moment | null
    created_at: Moment
    second_step_secret: Buffer | null
    second_step_last_step: number | null
    search_key: string
  }
  recovery_code: { account_id: string; code_hash: Buffer; used_at: Moment | null }
  failed_name: {
    name_hash: Buffer
    failed_sign_ins: number
    locked_until: Moment | null
    last_failed_at: Moment
  }
  invitation: {
    id: string
    token_hash: Buffer
    name: string
    role: string
    invited_by: string
    created_at: Moment
    expires_at: Moment
  }
  invitation_area: { invitation_id: string; area_id: string }
  password_reset: {
    account_id: string
    token_hash: Buffer
    made_by: string
    created_at: Moment
    expires_at: Moment
  }
  account_area: { account_id: string; area_id: string }
  session: {
    token_hash: Buffer
    account_id: string
    created_at: Moment
    expires_at: Moment
    id: Generated<string>
    last_seen_on: string | null
    browser: Generated<string>
    waiting: string | null
  }
}
