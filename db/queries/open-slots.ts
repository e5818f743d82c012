import { type Kysely, sql } from 'kysely'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { plannedOnce } from '../connection.ts'
import type { Database } from '../schema.ts'

/** A slot that a ballot may be sent for now. */
export type OpenSlot = {
  readonly codeLookup: Buffer
  readonly slotId: SlotId
  readonly villageId: string
  readonly campaignId: CampaignId
  /** Version of the campaign: another one may ask differently. */
  readonly version: number
}

/** Those of the lookups whose slot is free, in a campaign that collects and a village that was not counted by hand. */
export const listOpenSlots = async (
  db: Kysely<Database>,
  lookups: readonly Buffer[],
): Promise<readonly OpenSlot[]> => {
  // Slots first, by their codes: joined at once, the planner may walk through every slot of every open campaign instead.
  const { rows } = await sql<OpenSlot>`${sql.raw(plannedOnce)}
    with named as materialized (
      select code_lookup, id, village_id, campaign_id from slot where code_lookup = any(${lookups}::bytea[])
    )
    select named.code_lookup as "codeLookup", named.id as "slotId", named.village_id as "villageId",
      named.campaign_id as "campaignId", campaign.version
    from named
    join campaign on campaign.id = named.campaign_id and campaign.state = 'collecting'
    left join participation on participation.slot_id = named.id
    left join sheet on sheet.campaign_id = named.campaign_id and sheet.village_id = named.village_id
    where participation.slot_id is null and sheet.village_id is null`.execute(db)
  return rows
}
