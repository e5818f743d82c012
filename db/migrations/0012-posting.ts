import { type Kysely, sql } from 'kysely'

/**
 * A waiting ballot that cannot be opened although the key is right is damaged: it is set aside until closing, where it
 * counts as invalid, so that one broken row stops neither mixing nor closing.
 */
const unreadable = sql`
  create table unreadable_ballot (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    channel text not null,
    sealed bytea not null,
    foreign key (campaign_id, village_id) references campaign_village
  );
  create index unreadable_ballot_campaign_village on unreadable_ballot (campaign_id, village_id);
  alter table campaign_village add column unreadable integer not null default 0;
  alter table campaign_village add constraint unreadable_within_collected check (unreadable between 0 and collected);
`

/**
 * A version of a campaign that a reopening put an end to, kept whole: its counts, its roots, and why it was reopened.
 * version of a participation is the campaign's version in which the slot was consumed; closing sets all of them alike.
 */
const versions = sql`
  create table campaign_version (
    campaign_id uuid not null references campaign,
    version integer not null check (version > 0),
    opened_at timestamptz not null,
    closed_at timestamptz not null,
    reopened_at timestamptz not null,
    reopened_by uuid not null references account,
    reason text not null check (reason <> ''),
    results jsonb not null,
    primary key (campaign_id, version),
    check (opened_at <= closed_at and closed_at <= reopened_at)
  );
  create index campaign_version_reopened_by on campaign_version (reopened_by);
  create trigger campaign_version_append_only before update or delete on campaign_version
    for each row execute function refuse_change();
  alter table participation add column version integer not null default 1;
`

/** Posting of a version's results, and what people said of them meanwhile, each with its answer. */
const postings = sql`
  create table posting (
    campaign_id uuid not null references campaign,
    version integer not null check (version > 0),
    starts_on date not null,
    days integer not null check (days between 1 and 366),
    days_document text check (days_document <> ''),
    village_ids text[] not null,
    at_commune boolean not null,
    by_loudspeaker boolean not null,
    contact text not null check (contact <> ''),
    posted_by uuid not null references account,
    posted_at timestamptz not null,
    primary key (campaign_id, version)
  );
  create index posting_posted_by on posting (posted_by);

  create table posting_opinion (
    id uuid primary key,
    campaign_id uuid not null,
    version integer not null,
    received_on date not null,
    channel text not null check (channel in ('office', 'letter', 'phone', 'meeting', 'online')),
    sender text not null check (sender <> ''),
    content text not null check (content <> ''),
    answer text check (answer <> ''),
    answered_on date,
    entered_by uuid not null references account,
    entered_at timestamptz not null,
    foreign key (campaign_id, version) references posting,
    check ((answer is null) = (answered_on is null)),
    check (answered_on >= received_on)
  );
  create index posting_opinion_posting on posting_opinion (campaign_id, version, received_on);
  create index posting_opinion_entered_by on posting_opinion (entered_by);
`

/** Damaged ballots set aside, versions of a campaign, posting. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [unreadable, versions, postings]) await part.execute(db)
}
