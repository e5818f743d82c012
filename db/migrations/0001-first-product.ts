import { type Kysely, sql } from 'kysely'

/** Areas, accounts and sessions. */
const accounts = sql`
  create table area (
    id text primary key,
    kind text not null check (kind in ('province', 'commune', 'village')),
    parent_id text references area,
    name text not null check (name <> ''),
    path text not null unique,
    position integer not null default 0,
    check ((kind = 'province') = (parent_id is null))
  );
  create index area_parent_id on area (parent_id);
  create unique index area_name_within on area (parent_id, name);

  create table account (
    id uuid primary key,
    username text not null unique check (username = lower(username) and username <> ''),
    name text not null,
    password_hash text not null,
    role text not null,
    failed_sign_ins integer not null default 0,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
  );
  create table account_area (
    account_id uuid not null references account on delete cascade,
    area_id text not null references area,
    primary key (account_id, area_id)
  );
  create index account_area_area_id on account_area (area_id);
  create table session (
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index session_account_id on session (account_id);
`

/** The register: the least that finds a door. */
const register = sql`
  create table household (
    id uuid primary key,
    village_id text not null references area,
    number text,
    name text not null check (name <> ''),
    created_at timestamptz not null
  );
  create index household_village_id on household (village_id);
  create unique index household_as_listed on household (village_id, name, coalesce(number, ''));

  create table register_import (
    id uuid primary key,
    commune_id text not null references area,
    account_id uuid not null references account,
    file_name text not null,
    checked jsonb not null,
    created_at timestamptz not null
  );
  create index register_import_commune_id on register_import (commune_id);
  create index register_import_account_id on register_import (account_id);
`

/** The campaign; what it froze at opening can never change (invariant 5), and its counts obey conservation (9). */
const campaigns = sql`
  create table campaign (
    id uuid primary key,
    commune_id text not null references area,
    name text not null check (name <> ''),
    title text not null,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    questionnaire_id text not null,
    rules_id text not null,
    state text not null check (state in ('draft', 'collecting', 'closed')),
    frozen jsonb,
    created_by uuid not null references account,
    created_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    check ((state = 'draft') = (frozen is null)),
    check ((state = 'draft') = (opened_at is null)),
    check ((state = 'closed') = (closed_at is not null))
  );
  create index campaign_commune_id on campaign (commune_id);
  create index campaign_created_by on campaign (created_by);

  create table campaign_village (
    campaign_id uuid not null references campaign,
    village_id text not null references area,
    name text not null,
    position integer not null,
    households integer not null check (households >= 0),
    issued integer not null default 0,
    collected integer not null default 0,
    counted integer not null default 0,
    invalid integer not null default 0,
    any_dissatisfied integer not null default 0,
    primary key (campaign_id, village_id),
    constraint issued_within_households check (issued between 0 and households),
    constraint collected_within_issued check (collected between 0 and issued),
    constraint counted_within_collected check (counted between 0 and collected),
    constraint invalid_within_counted check (invalid between 0 and counted),
    constraint dissatisfied_within_valid check (any_dissatisfied between 0 and counted - invalid)
  );
  create index campaign_village_village_id on campaign_village (village_id);

  create function keep_frozen() returns trigger language plpgsql as $$
  begin
    if old.frozen is not null and (
      new.frozen is distinct from old.frozen or new.title <> old.title or new.commune_id <> old.commune_id
      or new.rules_id <> old.rules_id or new.questionnaire_id <> old.questionnaire_id or new.opened_at <> old.opened_at
    ) then raise exception 'a campaign that is open keeps what it froze'; end if;
    if old.state = 'closed' and new.state <> 'closed' then raise exception 'a closed campaign stays closed'; end if;
    if old.state = 'collecting' and new.state = 'draft' then raise exception 'an open campaign is no draft again'; end if;
    return new;
  end $$;
  create trigger campaign_keeps_frozen before update on campaign for each row execute function keep_frozen();

  create function keep_frame() returns trigger language plpgsql as $$
  begin
    if new.households <> old.households or new.name <> old.name or new.village_id <> old.village_id
      or new.campaign_id <> old.campaign_id then raise exception 'the frame of a campaign is frozen'; end if;
    return new;
  end $$;
  create trigger campaign_village_keeps_frame before update on campaign_village for each row execute function keep_frame();
`

/** The slot and what became of it: everything about participation, nothing about answers. */
const slots = sql`
  create table slot (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    village_id text not null,
    household_id uuid references household on delete set null,
    code_lookup bytea not null unique,
    code_version integer not null default 1,
    issued_on date,
    unique (campaign_id, household_id),
    unique (id, campaign_id, village_id),
    foreign key (campaign_id, village_id) references campaign_village
  );
  create index slot_campaign_village on slot (campaign_id, village_id);
  create index slot_household_id on slot (household_id);

  create table participation (
    slot_id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    channel text not null check (channel in ('self', 'visit', 'meeting', 'paper')),
    foreign key (slot_id, campaign_id, village_id) references slot (id, campaign_id, village_id)
  );
  create index participation_slot on participation (slot_id, campaign_id, village_id);
  create index participation_campaign_village on participation (campaign_id, village_id);

  create table turnout (
    campaign_id uuid not null,
    village_id text not null,
    channel text not null,
    day date not null,
    households integer not null check (households >= 0),
    primary key (campaign_id, village_id, channel, day),
    foreign key (campaign_id, village_id) references campaign_village
  );
  create table collector_turnout (
    campaign_id uuid not null references campaign,
    account_id uuid not null references account,
    channel text not null,
    day date not null,
    households integer not null check (households >= 0),
    primary key (campaign_id, account_id, channel, day)
  );
  create index collector_turnout_account_id on collector_turnout (account_id);
`

/** Answers: sealed in the inbox until mixed, then in the box without time, collector or household (invariant 3). */
const answers = sql`
  create table inbox (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    channel text not null,
    sealed bytea not null,
    foreign key (campaign_id, village_id) references campaign_village
  );
  create index inbox_group on inbox (campaign_id, village_id, channel);

  create table ballot (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    channel text check (channel in ('self', 'visit', 'meeting', 'paper')),
    answers smallint[],
    foreign key (campaign_id, village_id) references campaign_village
  );
  create index ballot_group on ballot (campaign_id, village_id);

  create table opinion (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    content text,
    body text not null check (body <> ''),
    foreign key (campaign_id, village_id) references campaign_village
  );
  create index opinion_group on opinion (campaign_id, village_id);

  create table tally (
    campaign_id uuid not null,
    village_id text not null,
    content smallint not null,
    option text not null check (option in ('satisfied', 'dissatisfied', 'blank')),
    ballots integer not null check (ballots >= 0),
    primary key (campaign_id, village_id, content, option),
    foreign key (campaign_id, village_id) references campaign_village
  );
`

/** The log: each link hashes the one before; it takes no update, no delete, no truncate (invariant 6). */
const audit = sql`
  create table audit_event (
    seq bigint primary key check (seq > 0),
    at timestamptz not null,
    actor text not null,
    campaign_id uuid,
    kind text not null,
    detail jsonb not null,
    hash text not null
  );
  create index audit_event_campaign_id on audit_event (campaign_id, seq);
  create function refuse_change() returns trigger language plpgsql as $$
  begin raise exception 'the audit log is append-only'; end $$;
  create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change();
  create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function refuse_change();
`

/** Everything the first product keeps. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [accounts, register, campaigns, slots, answers, audit]) await part.execute(db)
}
