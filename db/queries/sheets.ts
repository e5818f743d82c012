import type { Kysely, Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Sheet } from '#app/tally/sheet.ts'
import type { Database } from '../schema.ts'

/** A village's sheet with the reasons it lists by content key. */
export type SheetRow = Sheet & {
  readonly villageId: string
  readonly reasons: Readonly<Record<string, string>>
}

/** The sheets of a campaign. */
export const listSheets = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly SheetRow[]> => {
  const rows = await db.selectFrom('sheet').selectAll().where('campaign_id', '=', campaignId).execute()
  return rows.map(row => ({
    villageId: row.village_id,
    issued: row.issued,
    collected: row.collected,
    ballots: row.ballots,
    invalid: row.invalid,
    contents: row.satisfied.map((satisfied, index) => ({
      satisfied,
      dissatisfied: row.dissatisfied[index] ?? 0,
      blank: row.blank[index] ?? 0,
    })),
    anyDissatisfied: row.any_dissatisfied,
    reasons: row.reasons,
  }))
}

/** Enters a village's sheet, or puts a corrected one in its place; the database checks every law of counting again. */
export const upsertSheet = async (
  tx: Transaction<Database>,
  sheet: SheetRow & { readonly campaignId: CampaignId; readonly enteredBy: string; readonly enteredAt: Date },
): Promise<void> => {
  const counts = {
    issued: sheet.issued,
    collected: sheet.collected,
    ballots: sheet.ballots,
    by_hand: sheet.collected - sheet.ballots,
    invalid: sheet.invalid,
    satisfied: sheet.contents.map(line => line.satisfied),
    dissatisfied: sheet.contents.map(line => line.dissatisfied),
    blank: sheet.contents.map(line => line.blank),
    any_dissatisfied: sheet.anyDissatisfied,
    reasons: JSON.stringify(sheet.reasons),
    entered_by: sheet.enteredBy,
    entered_at: sheet.enteredAt,
  }
  await tx
    .insertInto('sheet')
    .values({ campaign_id: sheet.campaignId, village_id: sheet.villageId, ...counts })
    .onConflict(conflict => conflict.columns(['campaign_id', 'village_id']).doUpdateSet(counts))
    .execute()
}

/** Withdraws a village's sheet; its free slots open again. False when there was none. */
export const deleteSheet = async (
  tx: Transaction<Database>,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
): Promise<boolean> => {
  const row = await tx
    .deleteFrom('sheet')
    .where('campaign_id', '=', village.campaignId)
    .where('village_id', '=', village.villageId)
    .returning('village_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Villages of a campaign that were counted by hand: their slots take no more ballots. */
export const listSheetVillages = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('sheet')
    .select('village_id')
    .where('campaign_id', '=', campaignId)
    .execute()
  return new Set(rows.map(row => row.village_id))
}
