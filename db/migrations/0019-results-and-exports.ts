import { type Kysely, sql } from 'kysely'

/**
 * What the list of all rounds shows and filters by, kept when a version is counted: the figures themselves are made from
 * the counts. No verdict for a part of a joint campaign, no overall rate where so few answered that it would be theirs.
 */
const results = sql`
  create table campaign_result (
    campaign_id uuid not null references campaign,
    version integer not null check (version > 0),
    verdict text check (verdict in ('met', 'not-met', 'no-basis')),
    households integer not null check (households >= 0),
    collected integer not null check (collected >= 0),
    valid integer not null check (valid between 0 and collected),
    coverage_part integer not null check (coverage_part >= 0),
    overall_part integer check (overall_part >= 0),
    overall_whole integer check (overall_whole >= overall_part),
    primary key (campaign_id, version),
    check (num_nulls(overall_part, overall_whole) in (0, 2))
  );
  create trigger campaign_result_append_only before update or delete on campaign_result
    for each row execute function refuse_change();
`

/** Files of ballots that somebody asked for: running, finished with rows and hash, or failed. An end stands for good. */
const exported = sql`
  create table ballot_export (
    id uuid primary key,
    account_id uuid not null references account,
    scope text[] not null check (cardinality(scope) > 0),
    about text not null,
    format text not null check (format in ('csv', 'xlsx')),
    campaigns integer not null check (campaigns > 0),
    started_at timestamptz not null,
    ended_at timestamptz,
    state text not null default 'running' check (state in ('running', 'finished', 'failed')),
    rows integer check (rows >= 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    check ((state = 'running') = (ended_at is null)),
    check ((state = 'finished') = (sha256 is not null)),
    check (state = 'running' or rows is not null)
  );
  create index ballot_export_account_id on ballot_export (account_id);
  create index ballot_export_started_at on ballot_export (started_at desc);
  create trigger ballot_export_ended before update on ballot_export
    for each row when (old.state <> 'running') execute function refuse_change();
  create trigger ballot_export_stays before delete on ballot_export
    for each row execute function refuse_change();
`

/** Results kept for the public list, and exports of ballots. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [results, exported]) await part.execute(db)
}
