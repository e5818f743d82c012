import { type Kysely, sql } from 'kysely'

/**
 * That the count minutes of a village were signed on paper, by whom, and a scan where there is one. A correction is a
 * further record under the next number; what was recorded before it stays.
 */
const signings = sql`
  create table minutes_signing (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    number integer not null check (number > 0),
    version integer not null check (version > 0),
    signed_on date not null,
    head text not null check (head <> ''),
    secretary text not null check (secretary <> ''),
    witness text not null check (witness <> ''),
    others text not null,
    scan_name text check (scan_name <> ''),
    scan_kind text check (scan_kind in ('pdf', 'jpg', 'png')),
    scan_sha256 text check (scan_sha256 ~ '^[0-9a-f]{64}$'),
    scan bytea check (octet_length(scan) between 1 and 10485760),
    recorded_by uuid not null references account,
    recorded_at timestamptz not null,
    unique (campaign_id, village_id, number),
    foreign key (campaign_id, village_id) references campaign_village,
    check (num_nulls(scan_name, scan_kind, scan_sha256, scan) in (0, 4))
  );
  create index minutes_signing_recorded_by on minutes_signing (recorded_by);
  alter table minutes_signing alter column scan set storage external;
  create trigger minutes_signing_append_only before update or delete on minutes_signing
    for each row execute function refuse_change();
`

/** Titles for which no round can be held: a report that waited for one is sent as a file, or does not apply. */
const reports = sql`
  update dossier_paper set kind = 'upload' from dossier
  where dossier.id = dossier_id and dossier.title in ('village-model', 'ward-civilised') and submitted_on is null
    and kind = 'satisfaction'
`

/** Signatures under count minutes, and reports of titles without rounds. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [signings, reports]) await part.execute(db)
}
