import { type Kysely, sql } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** Ballots without answers by village: sheets entered as invalid, and what could not be read. */
export const countEmptyBallots = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ village_id: string; n: number }>`
    select village_id, count(*)::int as n from ballot
    where campaign_id = ${campaignId}::uuid and answers is null group by village_id`.execute(db)
  return new Map(rows.map(row => [row.village_id, row.n]))
}
