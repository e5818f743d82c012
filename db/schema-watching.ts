import type { ColumnType } from 'kysely'

type Moment = ColumnType<Date, Date, Date>

/** Answers by collector, and call-back. */
export interface WatchingTables {
  attribution: { campaign_id: string; village_id: string; channel: string; sealed: Buffer }
  collector_tally: {
    campaign_id: string
    village_id: string
    channel: string
    account_id: string
    ballots: number
    satisfied: number
    dissatisfied: number
    any_dissatisfied: number
  }
  callback_draw: {
    campaign_id: string
    draw: number
    seed: string
    list_hash: string
    listed: number
    drawn_by: string
    drawn_at: Moment
  }
  callback: {
    slot_id: string
    campaign_id: string
    draw: number
    position: number
    channel: string
    account_id: string | null
    outcome: string | null
    said: string | null
    receipt: string | null
    called_by: string | null
    called_on: string | null
  }
}
