import { type Kysely, sql } from 'kysely'

/**
 * What a province says in place of the usual words of a paper: letterhead, signers, receivers, first and last sentence.
 * Versions count up and none is ever changed, so that a paper can be made again as it was.
 */
const wording = sql`
  create table paper_wording (
    area_id text not null references area,
    paper text not null check (paper in ('plan', 'minutes', 'posting-notice', 'report')),
    version integer not null check (version > 0),
    words jsonb not null,
    created_by uuid not null references account,
    created_at timestamptz not null,
    primary key (area_id, paper, version)
  );
  create index paper_wording_created_by on paper_wording (created_by);
  create trigger paper_wording_append_only before update or delete on paper_wording
    for each row execute function refuse_change();
`

/** Letterhead, signers and fixed words of a province's papers. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await wording.execute(db)
}
