import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** A version that a reopening put an end to. `results` is unread JSON. */
export type VersionRow = {
  readonly version: number
  readonly openedAt: Date
  readonly closedAt: Date
  readonly reopenedAt: Date
  readonly reason: string
  readonly results: unknown
  /** Its data fingerprint; null for one closed before there were any. */
  readonly fingerprint: string | null
}

/** Keeps a version for good. */
export const insertVersion = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  kept: Omit<VersionRow, 'results'> & { readonly results: object; readonly reopenedBy: string },
): Promise<void> => {
  await tx
    .insertInto('campaign_version')
    .values({
      campaign_id: campaignId,
      version: kept.version,
      opened_at: kept.openedAt,
      closed_at: kept.closedAt,
      reopened_at: kept.reopenedAt,
      reopened_by: kept.reopenedBy,
      reason: kept.reason,
      results: JSON.stringify(kept.results),
      evidence_fingerprint: kept.fingerprint,
    })
    .execute()
}

/** The versions of a campaign that are past, the first one first. */
export const listVersions = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly VersionRow[]> =>
  db
    .selectFrom('campaign_version')
    .where('campaign_id', '=', campaignId)
    .select([
      'version',
      'opened_at as openedAt',
      'closed_at as closedAt',
      'reopened_at as reopenedAt',
      'reason',
      'results',
      'evidence_fingerprint as fingerprint',
    ])
    .orderBy('version')
    .execute()

/** Takes a counted campaign back to collecting, as its next version. */
export const updateCampaignReopened = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  endsOn: Day,
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set(eb => ({
      ...{ state: 'collecting', closed_at: null, evidence_fingerprint: null, ends_on: endsOn },
      version: eb('version', '+', 1),
    }))
    .where('id', '=', campaignId)
    .execute()
}

/** Slots that nobody has used yet, with the version of their code. */
export const listFreeSlots = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly slotId: SlotId; readonly codeVersion: number }[]> => {
  const rows = await db
    .selectFrom('slot')
    .leftJoin('participation', 'participation.slot_id', 'slot.id')
    .where('slot.campaign_id', '=', campaignId)
    .where('participation.slot_id', 'is', null)
    .select(['slot.id', 'slot.code_version'])
    .execute()
  return rows.map(row => ({ slotId: row.id as SlotId, codeVersion: row.code_version }))
}

/** Gives slots new codes; the ones before die at once. */
export const updateSlotCodes = async (
  tx: Transaction<Database>,
  slots: readonly { readonly slotId: SlotId; readonly codeVersion: number; readonly codeLookup: Buffer }[],
): Promise<void> => {
  await sql`
    update slot set code_version = made.version, code_lookup = made.lookup
    from unnest(
      ${slots.map(slot => slot.slotId)}::uuid[], ${slots.map(slot => slot.codeVersion)}::integer[],
      ${slots.map(slot => slot.codeLookup)}::bytea[]
    ) as made (id, version, lookup)
    where slot.id = made.id`.execute(tx)
}

/** Those of the slots that were used before the last reopening: their answer can no longer be changed. */
export const listConsumedEarlier = async (
  db: Kysely<Database>,
  slotIds: readonly SlotId[],
): Promise<ReadonlySet<SlotId>> => {
  const { rows } = await sql<{ slot_id: SlotId }>`
    select slot_id from participation join campaign on campaign.id = participation.campaign_id
    where slot_id = any(${slotIds}::uuid[]) and participation.version < campaign.version`.execute(db)
  return new Set(rows.map(row => row.slot_id))
}

/**
 * At closing, makes participations say no more in which version they came, nor which came with a batch; all are written by one transaction, so that
 * xmin does not tell either. A campaign that was never reopened has nothing to hide here.
 */
export const updateParticipationsAlike = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
): Promise<void> => {
  await sql`
    update participation set version = campaign.version, by_batch = false from campaign
    where campaign.id = ${campaignId}::uuid and participation.campaign_id = campaign.id and campaign.version > 1
  `.execute(tx)
}

/** The same for codes: which slots got new ones at a reopening would tell who had not answered until then. */
export const updateCodesAlike = async (tx: Transaction<Database>, campaignId: CampaignId): Promise<void> => {
  await sql`
    delete from retired_code using slot, campaign
    where slot.id = retired_code.slot_id and campaign.id = slot.campaign_id
      and campaign.id = ${campaignId}::uuid and campaign.version > 1`.execute(tx)
  await sql`
    update slot set code_version = (select max(code_version) from slot where campaign_id = ${campaignId}::uuid)
    from campaign where campaign.id = ${campaignId}::uuid and slot.campaign_id = campaign.id and campaign.version > 1
  `.execute(tx)
}

/** Notes the codes that slots have now as replaced, before they get others: whoever still types one is told so. */
export const insertRetiredCodes = async (
  tx: Transaction<Database>,
  slotIds: readonly SlotId[],
  day: Day,
): Promise<void> => {
  await sql`
    insert into retired_code (code_lookup, slot_id, retired_on)
    select code_lookup, id, ${day}::date from slot where id = any(${slotIds}::uuid[])`.execute(tx)
}

/** Roots of the villages' receipts, and how many ballots could not be read. */
export const listVillageTraces = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<
  readonly {
    readonly villageId: string
    readonly receiptsRoot: string | null
    readonly unreadable: number
  }[]
> =>
  db
    .selectFrom('campaign_village')
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .select(['village_id as villageId', 'receipts_root as receiptsRoot', 'unreadable'])
    .execute()

/** The root of the receipts of each village, in the order of the villages; null where nothing was collected. */
export const listVillageRoots = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly name: string; readonly root: string | null }[]> =>
  db
    .selectFrom('campaign_village')
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .select(['name', 'receipts_root as root'])
    .execute()
