import { type Kysely, sql } from 'kysely'
import { searchKeyOf } from '#app/household/search.ts'

/** What the plan says beyond the campaign. No villages named means all of the commune. */
const plans = sql`
  create table plan (
    campaign_id uuid primary key references campaign,
    village_ids text[] check (cardinality(village_ids) > 0),
    methods text[] not null check (
      cardinality(methods) > 0 and methods <@ array['self', 'visit', 'meeting', 'paper']
    ),
    purpose text check (purpose <> ''),
    requirements text check (requirements <> ''),
    number text check (number <> ''),
    issued_on date,
    signer text check (signer <> '')
  );
  create table plan_team (
    id uuid primary key,
    campaign_id uuid not null references campaign,
    position integer not null,
    name text not null check (name <> ''),
    leader text not null check (leader <> ''),
    members text not null,
    village_ids text[] not null check (cardinality(village_ids) > 0),
    constraint plan_team_name unique (campaign_id, name)
  );
`

/**
 * Why a round was cancelled. Its answers go in the same transaction: none may lie in the box of a cancelled round. By what
 * its name and commune are looked up lies beside them.
 */
const cancelling = sql`
  alter table campaign
    add column cancelled_at timestamptz,
    add column cancelled_reason text check (cancelled_reason <> ''),
    add column search_key text not null default '',
    add constraint cancelled_with_reason check (
      (state = 'cancelled') = (cancelled_at is not null) and (state = 'cancelled') = (cancelled_reason is not null)
    );
`

const fillSearchKeys = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ id: string; name: string; commune: string }>`
    select campaign.id, campaign.name, area.name as commune
    from campaign join area on area.id = campaign.commune_id`.execute(db)
  for (const { id, name, commune } of rows)
    await sql`update campaign set search_key = ${searchKeyOf(`${name} ${commune}`)} where id = ${id}`.execute(
      db,
    )
}

/** The plan, its teams, and rounds that are cancelled. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await plans.execute(db)
  await cancelling.execute(db)
  await fillSearchKeys(db)
}
