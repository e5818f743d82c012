import { type Kysely, sql } from 'kysely'

/** A province may put its own words into the verification note too. */
const wording = sql`
  alter table paper_wording
    drop constraint paper_wording_paper_check,
    add constraint paper_wording_paper_check
      check (paper in ('plan', 'minutes', 'posting-notice', 'report', 'verification-note'))
`

/** Letterhead, signers and fixed words of the verification note. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await wording.execute(db)
}
