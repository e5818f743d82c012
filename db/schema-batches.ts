import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Moment = ColumnType<Date, Date, Date>

/** Batches of paper sheets, and what they hold while they are open. */
export interface BatchTables {
  batch: {
    id: string
    campaign_id: string
    village_id: string
    number: number
    sheets: number
    state: Generated<string>
    opened_by: string
    opened_at: Moment
    ended_by: string | null
    ended_at: Moment | null
    void_reason: string | null
    ticked: GeneratedAlways<number | null>
    resolved: GeneratedAlways<number | null>
    differed: GeneratedAlways<number | null>
    valid: number | null
    invalid: number | null
  }
  batch_slot: { slot_id: string; batch_id: string; campaign_id: string; village_id: string }
  batch_keying: {
    id: string
    batch_id: string
    sheet: number
    reading: string
    keyed_by: string | null
    sealed: Buffer
  }
}
