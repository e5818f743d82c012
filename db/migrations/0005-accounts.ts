import { type Kysely, sql } from 'kysely'
import { searchKeyOf } from '#app/household/search.ts'

/**
 * The second step, its recovery codes, and how sessions are recognised. Secrets are sealed with the server's key and codes
 * hashed with it, so that the database alone lets nobody in.
 */
const secondStep = sql`
  alter table account
    add column last_failed_at timestamptz,
    add column second_step_secret bytea,
    add column second_step_last_step integer,
    add column search_key text,
    add constraint step_of_a_secret check (second_step_last_step is null or second_step_secret is not null);
  create table recovery_code (
    account_id uuid not null references account on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  );
  alter table session
    add column id uuid not null default gen_random_uuid() unique,
    add column last_seen_on date,
    add column browser text not null default 'other/other',
    add column waiting text check (waiting in ('second-step', 'second-step-setup'));
`

/** Wrong sign-ins with names that nobody has, by a keyed hash: what was typed there may be a password. */
const failedNames = sql`
  create table failed_name (
    name_hash bytea primary key,
    failed_sign_ins integer not null,
    locked_until timestamptz,
    last_failed_at timestamptz not null
  );
  create index failed_name_last_failed_at on failed_name (last_failed_at);
`

/** One-time links. A row is gone once its link was used or taken back; the log tells what became of it. */
const links = sql`
  create table invitation (
    id uuid primary key,
    token_hash bytea not null unique,
    name text not null check (name <> ''),
    role text not null,
    invited_by uuid not null references account,
    created_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index invitation_invited_by on invitation (invited_by);
  create table invitation_area (
    invitation_id uuid not null references invitation on delete cascade,
    area_id text not null references area,
    primary key (invitation_id, area_id)
  );
  create index invitation_area_area_id on invitation_area (area_id);
  create table password_reset (
    account_id uuid primary key references account on delete cascade,
    token_hash bytea not null unique,
    made_by uuid not null references account,
    created_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index password_reset_made_by on password_reset (made_by);
`

/**
 * Units change: an old one keeps its code, its days and what took its place (QĐ 19/2025/QĐ-TTg). Both days belong to the
 * unit's life; a name is free again once its unit has a last day.
 */
const areas = sql`
  alter table area
    add column valid_from date,
    add column valid_to date,
    add column search_key text,
    add constraint area_days_in_order check (valid_to >= valid_from);
  drop index area_name_within;
  create unique index area_name_within on area (parent_id, name) where valid_to is null;
  create table area_successor (
    area_id text not null references area,
    successor_id text not null references area,
    primary key (area_id, successor_id),
    check (area_id <> successor_id)
  );
  create index area_successor_successor_id on area_successor (successor_id);
  create table area_import (
    account_id uuid primary key references account on delete cascade,
    id uuid not null,
    file_name text not null,
    checked jsonb not null,
    created_at timestamptz not null
  );
`

const fillSearchKeys = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ id: string; name: string; username: string }>`
    select id, name, username from account`.execute(db)
  for (const { id, name, username } of rows)
    await sql`update account set search_key = ${searchKeyOf(`${name} ${username}`)} where id = ${id}`.execute(
      db,
    )
  await sql`alter table account alter column search_key set not null`.execute(db)
  const areas = await sql<{ id: string; name: string }>`select id, name from area`.execute(db)
  for (const { id, name } of areas.rows)
    await sql`update area set search_key = ${searchKeyOf(`${name} ${id}`)} where id = ${id}`.execute(db)
  await sql`alter table area alter column search_key set not null`.execute(db)
}

/** Second step, one-time links, names nobody has, and areas that end. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await secondStep.execute(db)
  await failedNames.execute(db)
  await links.execute(db)
  await areas.execute(db)
  await fillSearchKeys(db)
}
