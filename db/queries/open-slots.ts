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
  const { rows } = await sql<OpenSlot>`${sql.raw(plannedOnce)}
    select slot.code_lookup as "codeLookup", slot.id as "slotId", slot.village_id as "villageId",
      slot.campaign_id as "campaignId", campaign.version
    from slot
    join campaign on campaign.id = slot.campaign_id and campaign.state = 'collecting'
    left join participation on participation.slot_id = slot.id
    left join sheet on sheet.campaign_id = slot.campaign_id and sheet.village_id = slot.village_id
    where slot.code_lookup = any(${lookups}::bytea[])
      and participation.slot_id is null and sheet.village_id is null`.execute(db)
  return rows
}
