import type { Place } from './place.ts'

/** What lies in the database after a load, counted row by row. */
export interface Counted {
  readonly slots: number
  readonly ballots: number
  readonly boxed: number
  readonly turnout: number
}

/** Counts consumed slots, stored ballots (waiting and boxed) and the turnout that says how many there should be. */
export async function countBallots({ connection }: Place): Promise<Counted> {
  const { rows } = await connection.pool.query(`
    select (select count(*) from participation)::int as slots,
      ((select count(*) from inbox where not again) + (select count(*) from ballot))::int as ballots,
      (select count(*) from ballot)::int as boxed,
      (select coalesce(sum(households), 0) from turnout)::int as turnout`)
  return rows[0] as Counted
}

/** How many acknowledged ballots are missing, and how many are there twice. */
export const lossOf = (acknowledged: number, { slots, ballots, turnout }: Counted) => ({
  lost: Math.max(0, acknowledged - Math.min(slots, ballots, turnout)),
  doubled: Math.max(0, Math.max(slots, ballots, turnout) - acknowledged),
})
