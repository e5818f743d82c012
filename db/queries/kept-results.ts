import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import { countedStates } from '#app/campaign/campaign.ts'
import type { Rate } from '#app/tally/rate.ts'
import type { Verdict } from '#app/verdict/judge.ts'
import type { Database } from '../schema.ts'

/** What the list of all rounds shows of a counted version. */
export type KeptResult = {
  /** Null for a part of a joint campaign, and where too few answered. */
  readonly verdict: Verdict | null
  readonly households: number
  readonly collected: number
  readonly valid: number
  readonly coverage: Rate
  /** Null where it is not told. */
  readonly overall: Rate | null
}

/** Keeps what the list shows of a version, once and for good. */
export const insertKeptResult = async (
  tx: Transaction<Database>,
  { id, version }: { readonly id: CampaignId; readonly version: number },
  kept: KeptResult,
): Promise<void> => {
  await tx
    .insertInto('campaign_result')
    .values({
      campaign_id: id,
      version,
      verdict: kept.verdict,
      households: kept.households,
      collected: kept.collected,
      valid: kept.valid,
      coverage_part: kept.coverage.part,
      overall_part: kept.overall?.part ?? null,
      overall_whole: kept.overall?.whole ?? null,
    })
    .execute()
}

/** Counted campaigns of whose version nothing is kept yet: those of an earlier release. */
export const listWithoutKeptResult = async (db: Kysely<Database>): Promise<readonly CampaignId[]> => {
  const { rows } = await sql<{ id: CampaignId }>`
    select id from campaign where state = any(${countedStates}::text[]) and not exists (
      select 1 from campaign_result as kept
      where kept.campaign_id = campaign.id and kept.version = campaign.version)
    order by id`.execute(db)
  return rows.map(row => row.id)
}
