import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Until when the names behind a campaign are kept, when they were cut, and how many slots still have one. */
export type Archive = {
  readonly archivedOn: Day | null
  readonly namesCutAt: Date | null
  readonly named: number
}

/** The archive of a campaign. */
export const findArchive = async (db: Kysely<Database>, id: CampaignId): Promise<Archive> => {
  const row = await db
    .selectFrom('campaign')
    .where('id', '=', id)
    .select(['archived_on as archivedOn', 'names_cut_at as namesCutAt'])
    .select(eb =>
      eb
        .selectFrom('slot')
        .whereRef('slot.campaign_id', '=', 'campaign.id')
        .where('slot.household_id', 'is not', null)
        .select(inner => inner.fn.countAll<number>().as('named'))
        .as('named'),
    )
    .executeTakeFirstOrThrow()
  return { ...row, archivedOn: row.archivedOn as Day | null, named: row.named ?? 0 }
}

/** Sets the day until which the names behind a campaign are kept. */
export const updateArchivedOn = async (
  tx: Transaction<Database>,
  id: CampaignId,
  archivedOn: Day,
): Promise<void> => {
  await tx.updateTable('campaign').set({ archived_on: archivedOn }).where('id', '=', id).execute()
}

/** Campaigns whose archive date has passed and whose names are still there. */
export const listArchiveDue = async (
  db: Kysely<Database>,
  today: Day,
): Promise<readonly { readonly id: CampaignId; readonly communeId: string }[]> => {
  const rows = await db
    .selectFrom('campaign')
    .where('archived_on', '<', today)
    .where('names_cut_at', 'is', null)
    .orderBy('archived_on')
    .select(['id', 'commune_id as communeId'])
    .execute()
  return rows.map(row => ({ ...row, id: row.id as CampaignId }))
}

/** Cuts the names behind a campaign's slots; how many, or null when somebody else has just done it. */
export const cutNames = async (
  tx: Transaction<Database>,
  id: CampaignId,
  at: Date,
): Promise<number | null> => {
  const campaign = await tx
    .updateTable('campaign')
    .set({ names_cut_at: at })
    .where('id', '=', id)
    .where('names_cut_at', 'is', null)
    .where('archived_on', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!campaign) return null
  const slots = await tx
    .updateTable('slot')
    .set({ household_id: null })
    .where('campaign_id', '=', id)
    .where('household_id', 'is not', null)
    .returning('id')
    .execute()
  await tx.updateTable('sample_household').set({ household_id: null }).where('campaign_id', '=', id).execute()
  return slots.length
}

/** Whether a household, or one merged into it, has a slot in a campaign that is not cancelled and still names it. */
const isNamed = sql<boolean>`exists (
  select from slot join campaign on campaign.id = slot.campaign_id
  join household as one on one.id = slot.household_id
  where (one.id = household.id or one.merged_into = household.id) and campaign.state <> 'cancelled'
)`

/** Forgets households of a commune that moved out or were merged and that no campaign names any more; how many. */
export const deleteForgotten = async (tx: Transaction<Database>, communeId: string): Promise<number> => {
  const rows = await tx
    .deleteFrom('household')
    .where('standing', 'in', ['moved', 'merged'])
    .where('village_id', 'in', eb => eb.selectFrom('area').select('id').where('parent_id', '=', communeId))
    .where(eb => eb.not(isNamed))
    .returning('id')
    .execute()
  return rows.length
}
