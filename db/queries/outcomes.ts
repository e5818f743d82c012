import { type Kysely, sql, type Transaction } from 'kysely'
import { type Channel, channels } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { type Outcome, type OutcomeCounts, outcomes } from '#app/household/outcome.ts'
import type { Database } from '../schema.ts'

/**
 * Locks a slot against a ballot on its way in: whoever consumes it waits for this transaction, and the other way round.
 * Whether it has been used, asked after the lock; null when the campaign has no such slot.
 */
export const lockSlot = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  slotId: SlotId,
): Promise<{ readonly used: boolean; readonly outcome: Outcome | null } | null> => {
  const row = await tx
    .selectFrom('slot')
    .where('campaign_id', '=', campaignId)
    .where('id', '=', slotId)
    .select('outcome')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const used = await tx
    .selectFrom('participation')
    .where('slot_id', '=', slotId)
    .select('slot_id')
    .executeTakeFirst()
  return { used: used !== undefined, outcome: row.outcome as Outcome | null }
}

/** Writes why a slot is silent, or takes the reason away. */
export const updateSlotOutcome = async (
  tx: Transaction<Database>,
  slotId: SlotId,
  reason: { readonly outcome: Outcome; readonly on: Day } | null,
): Promise<void> => {
  await tx
    .updateTable('slot')
    .set({ outcome: reason?.outcome ?? null, outcome_on: reason?.on ?? null })
    .where('id', '=', slotId)
    .execute()
}

/** Locks the silent slots of a village that have no reason yet, in one order as ballots lock theirs. */
export const lockUnexplained = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
): Promise<readonly SlotId[]> => {
  const { rows } = await sql<{ id: SlotId }>`
    select id from slot
    where campaign_id = ${village.campaignId}::uuid and village_id = ${village.villageId} and outcome is null
      and not exists (select 1 from participation where slot_id = slot.id)
    order by id for update`.execute(tx)
  return rows.map(row => row.id)
}

/** Writes one reason for those of the locked slots that are still silent; how many. */
export const updateUnexplained = async (
  tx: Transaction<Database>,
  slotIds: readonly SlotId[],
  reason: { readonly outcome: Outcome; readonly on: Day },
): Promise<number> => {
  const { numAffectedRows } = await sql`
    update slot set outcome = ${reason.outcome}, outcome_on = ${reason.on}::date
    where id = any(${slotIds}::uuid[])
      and not exists (select 1 from participation where slot_id = slot.id)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Slots of a village by what became of them: answered by which means, silent for which reason. */
export type OutcomeRow = {
  readonly villageId: string
  readonly answered: { readonly [channel in Channel]: number }
  readonly silent: OutcomeCounts
}

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>

/** What became of the slots of a campaign, by village; one scan of its slots. */
export const listOutcomes = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly OutcomeRow[]> => {
  const { rows } = await sql<{
    villageId: string
    channel: Channel | null
    outcome: Outcome | null
    slots: number
  }>`
    select slot.village_id as "villageId", participation.channel, slot.outcome, count(*)::int as slots
    from slot left join participation on participation.slot_id = slot.id
    where slot.campaign_id = ${campaignId}::uuid
    group by slot.village_id, participation.channel, slot.outcome`.execute(db)
  const villages = new Map<
    string,
    { answered: Record<Channel, number>; silent: Record<Outcome | 'none', number> }
  >()
  for (const { villageId, channel, outcome, slots } of rows) {
    const village = villages.get(villageId) ?? {
      answered: zeros(channels),
      silent: zeros([...outcomes, 'none']),
    }
    villages.set(villageId, village)
    if (channel) village.answered[channel] += slots
    else village.silent[outcome ?? 'none'] += slots
  }
  return [...villages].map(([villageId, counts]) => ({ villageId, ...counts }))
}
