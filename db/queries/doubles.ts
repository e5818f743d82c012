import { type Kysely, sql, type Transaction } from 'kysely'
import type { Channel } from '#app/ballot/ballot.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** What became of an item of a device. */
export type ItemStatus = 'recorded' | 'stands'

export type DeviceItem = { readonly idHash: Buffer; readonly slotId: SlotId; readonly status: ItemStatus }

/** What an item was answered when it was sent before, or null. */
export const findDeviceItem = async (db: Kysely<Database>, idHash: Buffer): Promise<ItemStatus | null> => {
  const row = await db
    .selectFrom('device_item')
    .select('status')
    .where('id_hash', '=', idHash)
    .executeTakeFirst()
  return (row?.status as ItemStatus | undefined) ?? null
}

/** Notes items of one campaign; how many were new. */
export const insertDeviceItems = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  items: readonly DeviceItem[],
): Promise<number> => {
  if (items.length === 0) return 0
  const rows = await tx
    .insertInto('device_item')
    .values(
      items.map(item => ({
        id_hash: item.idHash,
        campaign_id: campaignId,
        slot_id: item.slotId,
        status: item.status,
      })),
    )
    .onConflict(conflict => conflict.column('id_hash').doNothing())
    .returning('id_hash')
    .execute()
  return rows.length
}

export type NewDouble = {
  readonly campaignId: CampaignId
  readonly slotId: SlotId
  readonly accountId: string
  readonly channel: Channel
  readonly sealed: Buffer
}

/** Keeps a later ballot of a household; the same collector's last one stays. */
export const upsertDouble = async (tx: Transaction<Database>, double: NewDouble): Promise<void> => {
  const last = { channel: double.channel, sealed: double.sealed, looked_at: false }
  await tx
    .insertInto('double')
    .values({
      slot_id: double.slotId,
      account_id: double.accountId,
      campaign_id: double.campaignId,
      ...last,
    })
    .onConflict(conflict => conflict.columns(['slot_id', 'account_id']).doUpdateSet(last))
    .execute()
}

/** A household met twice: by which means its ballot came, and who brought another by which means. Never what either says. */
export type DoubleRow = {
  readonly slotId: SlotId
  readonly villageName: string
  readonly number: string | null
  readonly name: string | null
  /** Means of the ballot that counts. */
  readonly first: Channel
  readonly later: readonly { readonly collector: string; readonly channel: Channel }[]
  readonly lookedAt: boolean
}

const later = sql<DoubleRow['later']>`json_agg(
  json_build_object('collector', account.name, 'channel', double.channel) order by account.name, account.id)`

/** Households met twice in a campaign: those nobody has looked at first, then by village and number. */
export const listDoubles = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly DoubleRow[]> => {
  const rows = await db
    .selectFrom('double')
    .innerJoin('account', 'account.id', 'double.account_id')
    .innerJoin('slot', 'slot.id', 'double.slot_id')
    .innerJoin('participation', 'participation.slot_id', 'slot.id')
    .innerJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'slot.campaign_id')
        .onRef('campaign_village.village_id', '=', 'slot.village_id'),
    )
    .leftJoin('household', 'household.id', 'slot.household_id')
    .where('double.campaign_id', '=', campaignId)
    .groupBy(['slot.id', 'campaign_village.name', 'campaign_village.position'])
    .groupBy(['household.number', 'household.number_key', 'household.name', 'participation.channel'])
    .select(['slot.id as slotId', 'campaign_village.name as villageName'])
    .select(['household.number', 'household.name', 'participation.channel as first'])
    .select(later.as('later'))
    .select(sql<boolean>`bool_and(double.looked_at)`.as('lookedAt'))
    .orderBy('lookedAt')
    .orderBy('campaign_village.position')
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('slot.id')
    .execute()
  return rows.map(row => ({ ...row, slotId: row.slotId as SlotId, first: row.first as Channel }))
}

/** How many households met twice nobody has looked at. */
export const countDoubles = async (db: Kysely<Database>, campaignId: CampaignId): Promise<number> => {
  const row = await db
    .selectFrom('double')
    .where('campaign_id', '=', campaignId)
    .where('looked_at', '=', false)
    .select(eb => eb.fn.count<number>('slot_id').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Marks a household met twice as looked at; how many later ballots were not before. */
export const updateDoublesLooked = async (
  tx: Transaction<Database>,
  place: { readonly campaignId: CampaignId; readonly slotId: string },
): Promise<number> => {
  const rows = await tx
    .updateTable('double')
    .set({ looked_at: true })
    .where('campaign_id', '=', place.campaignId)
    .where('slot_id', '=', place.slotId)
    .where('looked_at', '=', false)
    .returning('account_id')
    .execute()
  return rows.length
}
