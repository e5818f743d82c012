import { type Kysely, sql } from 'kysely'
import { type Channel, readStoredAnswer } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { BallotPattern } from '#app/tally/means.ts'
import type { Database } from '../schema.ts'

/** The closed box of a campaign by means, ballots that were filled in alike together: how they count is not for SQL to say. */
export const countBallotPatterns = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly BallotPattern[]> => {
  const { rows } = await sql<{ channel: Channel | null; answers: number[] | null; ballots: number }>`
    select channel, answers, count(*)::int as ballots from ballot
    where campaign_id = ${campaignId}::uuid group by channel, answers`.execute(db)
  return rows.map(row => ({ ...row, answers: row.answers?.map(readStoredAnswer) ?? null }))
}

/** When a campaign was last handed to verification since an instant, or null. */
export const findSubmittedAt = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  since: Date,
): Promise<Date | null> => {
  const row = await db
    .selectFrom('audit_event')
    .where('campaign_id', '=', campaignId)
    .where('kind', '=', 'campaign.submitted')
    .where('at', '>=', since)
    .select(eb => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}
