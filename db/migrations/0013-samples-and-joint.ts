import { type Kysely, sql } from 'kysely'

/**
 * A campaign of several communes, run by the provincial Front: one ordinary campaign a commune, the same rules for all,
 * frozen when the first of them opens. The list is kept as it was published; ids stand in the order of its lines.
 */
const joints = sql`
  create table joint_campaign (
    id uuid primary key,
    area_id text not null references area,
    name text not null check (name <> ''),
    title text not null,
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    questionnaire_id text not null,
    rules_id text not null,
    commune_ids text[] not null check (cardinality(commune_ids) > 0),
    stage_communes integer check (stage_communes > 0),
    stage_villages integer check (stage_villages > 0),
    stage_households integer check (stage_households > 0),
    list text not null,
    list_hash text not null,
    list_households integer not null check (list_households > 0),
    household_ids uuid[] not null check (cardinality(household_ids) = list_households),
    village_ids text[] not null check (cardinality(village_ids) = list_households),
    seed text check (seed <> ''),
    seed_source text check (seed_source in ('machine', 'public')),
    seed_told text check (seed_told <> ''),
    started_at timestamptz,
    frozen jsonb,
    created_by uuid not null references account,
    created_at timestamptz not null,
    check (num_nulls(stage_communes, stage_villages, stage_households) in (0, 3)),
    check (frozen is null or started_at is not null)
  );
  create index joint_campaign_area_id on joint_campaign (area_id);
  create index joint_campaign_created_by on joint_campaign (created_by);

  create function keep_joint() returns trigger language plpgsql as $$
  begin
    if old.frozen is not null and new.frozen is distinct from old.frozen then
      raise exception 'a joint campaign keeps what it froze'; end if;
    if new.list_hash <> old.list_hash or new.list <> old.list
      or (old.seed is not null and new.seed is distinct from old.seed) then
      raise exception 'a joint campaign keeps its list and its seed'; end if;
    return new;
  end $$;
  create trigger joint_campaign_keeps before update on joint_campaign for each row execute function keep_joint();

  alter table campaign add column joint_id uuid references joint_campaign;
  create index campaign_joint_id on campaign (joint_id);
  create unique index campaign_of_joint on campaign (joint_id, commune_id) where state <> 'cancelled';
`

/**
 * Who of a campaign is drawn. The order of lots is kept whole: the reserve enters in that order, and the database holds it.
 */
const samples = sql`
  create table campaign_sample (
    campaign_id uuid primary key references campaign,
    list text not null,
    list_hash text not null,
    list_households integer not null check (list_households > 0),
    household_ids uuid[] not null,
    village_ids text[] not null,
    listed_at timestamptz not null,
    size integer not null check (size between 1 and list_households),
    least integer not null check (least >= 0),
    seed text check (seed <> ''),
    seed_source text check (seed_source in ('machine', 'public')),
    seed_told text check (seed_told <> ''),
    drawn_at timestamptz,
    check (num_nulls(seed, seed_source, drawn_at) in (0, 3))
  );

  create table sample_household (
    campaign_id uuid not null references campaign,
    village_id text not null references area,
    place integer not null check (place > 0),
    listed_as text not null,
    household_id uuid references household on delete set null,
    state text not null check (state in ('drawn', 'reserve', 'replaced', 'passed-over')),
    reason text check (reason in ('not-reached', 'absent', 'moved', 'refused', 'gone')),
    replaced_on date,
    primary key (campaign_id, village_id, place),
    check ((state in ('replaced', 'passed-over')) = (reason is not null)),
    check ((reason is null) = (replaced_on is null))
  );
  create index sample_household_village_id on sample_household (village_id);
  create index sample_household_household_id on sample_household (household_id);

  create function reserve_in_order() returns trigger language plpgsql as $$
  begin
    if exists (
      select 1 from sample_household before
      where before.campaign_id = new.campaign_id and before.village_id = new.village_id
        and before.state = 'reserve' and before.place < new.place
    ) then raise exception 'the reserve enters in the order of its lots'; end if;
    return new;
  end $$;
  create trigger sample_household_in_order before update of state on sample_household
    for each row when (old.state = 'reserve') execute function reserve_in_order();
`

/** How many households of a village were drawn; null where all are asked. No more papers are handed out than that. */
const frame = sql`
  alter table campaign_village add column drawn integer;
  alter table campaign_village add constraint drawn_within_households check (drawn between 0 and households);
  alter table campaign_village add constraint issued_within_drawn check (drawn is null or issued <= drawn);

  create or replace function keep_frame() returns trigger language plpgsql as $$
  begin
    if new.households <> old.households or new.name <> old.name or new.village_id <> old.village_id
      or new.drawn is distinct from old.drawn
      or new.campaign_id <> old.campaign_id then raise exception 'the frame of a campaign is frozen'; end if;
    return new;
  end $$;
`

/** Samples, and campaigns of several communes. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [joints, samples, frame]) await part.execute(db)
}
