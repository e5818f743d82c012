import type { Generated } from 'kysely'
import type { JsonText, Moment } from './schema-accounts.ts'

/** Tables of samples and of campaigns of several communes. */
export interface SampleTables {
  joint_campaign: {
    id: string
    area_id: string
    name: string
    title: string
    starts_on: string
    ends_on: string
    questionnaire_id: string
    rules_id: string
    commune_ids: string[]
    /** How many communes, villages a commune and households a village are drawn; null where everybody is asked. */
    stage_communes: number | null
    stage_villages: number | null
    stage_households: number | null
    list: string
    list_hash: string
    list_households: number
    household_ids: string[]
    village_ids: string[]
    seed: string | null
    seed_source: string | null
    seed_told: string | null
    started_at: Moment | null
    frozen: JsonText | null
    created_by: string
    created_at: Moment
  }
  campaign_sample: {
    campaign_id: string
    list: string
    list_hash: string
    list_households: number
    household_ids: string[]
    village_ids: string[]
    listed_at: Moment
    size: number
    least: number
    seed: string | null
    seed_source: string | null
    seed_told: string | null
    drawn_at: Moment | null
  }
  sample_household: {
    campaign_id: string
    village_id: string
    /** Place in the order of lots of its village, from 1. */
    place: number
    listed_as: string
    household_id: string | null
    state: string
    reason: Generated<string | null>
    replaced_on: Generated<string | null>
  }
}
