import { type Kysely, sql } from 'kysely'

/** A province's own list of papers for a title, version by version; before the first the suggested list holds. */
const lists = sql`
  create table dossier_list (
    province_id text not null references area,
    title text not null,
    version integer not null check (version > 0),
    papers jsonb not null,
    made_by uuid not null references account,
    made_at timestamptz not null,
    primary key (province_id, title, version)
  );
  create index dossier_list_made_by on dossier_list (made_by);
  create trigger dossier_list_append_only before update or delete on dossier_list
    for each row execute function refuse_change();
`

/** The dossier of a commune for a title in a year, with its own copy of the list. Submitting names the round whose report is in it. */
const dossiers = sql`
  create table dossier (
    id uuid primary key,
    commune_id text not null references area,
    title text not null,
    year integer not null check (year between 2010 and 2100),
    list_version integer not null check (list_version >= 0),
    opened_by uuid not null references account,
    opened_at timestamptz not null,
    submitted_on date,
    submitted_number text check (submitted_number <> ''),
    submitted_by uuid references account,
    campaign_id uuid references campaign,
    unique (commune_id, title, year),
    check (num_nulls(submitted_on, submitted_by) in (0, 2)),
    check (submitted_on is not null or (campaign_id is null and submitted_number is null))
  );
  create index dossier_opened_by on dossier (opened_by);
  create index dossier_submitted_by on dossier (submitted_by);
  create index dossier_campaign_id on dossier (campaign_id);
  create index dossier_opened_at on dossier (opened_at desc);
  create trigger dossier_submitted_stays before update on dossier
    for each row when (old.submitted_on is not null) execute function refuse_change();

  create table dossier_paper (
    id uuid primary key,
    dossier_id uuid not null references dossier,
    position integer not null check (position >= 0),
    key text not null,
    name text not null check (name <> ''),
    kind text not null check (kind in ('upload', 'satisfaction')),
    owner text not null,
    agency text not null,
    due_on date,
    source text not null,
    status text not null check (status in ('confirmed', 'unconfirmed')),
    not_applicable text check (not_applicable <> ''),
    unique (dossier_id, key)
  );
`

/** Files as they were sent. A replaced one stays to be read; of a deleted one name, hash and reason stay. */
const files = sql`
  create table dossier_file (
    id uuid primary key,
    paper_id uuid not null references dossier_paper,
    number integer not null check (number > 0),
    name text not null check (name <> ''),
    kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'jpg', 'png')),
    size integer not null check (size between 1 and 10485760),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bytea,
    state text not null default 'current' check (state in ('current', 'replaced', 'deleted')),
    replaces uuid references dossier_file,
    sent_by uuid not null references account,
    sent_at timestamptz not null,
    ended_at timestamptz,
    reason text check (reason <> ''),
    unique (paper_id, number),
    check ((state = 'deleted') = (bytes is null)),
    check ((state = 'deleted') = (reason is not null)),
    check ((state = 'current') = (ended_at is null)),
    check (bytes is null or octet_length(bytes) = size)
  );
  create index dossier_file_replaces on dossier_file (replaces);
  create index dossier_file_sent_by on dossier_file (sent_by);
  alter table dossier_file alter column bytes set storage external;
  create trigger dossier_file_stands before update on dossier_file
    for each row when (
      old.state = 'deleted' or (new.bytes is not null and new.bytes is distinct from old.bytes)
      or new.sha256 <> old.sha256 or new.paper_id <> old.paper_id
    ) execute function refuse_change();
  create trigger dossier_file_stays before delete on dossier_file
    for each row execute function refuse_change();
`

/** Dossiers of recognition: lists, papers, files. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [lists, dossiers, files]) await part.execute(db)
}
