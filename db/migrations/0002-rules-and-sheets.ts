import { type Kysely, sql } from 'kysely'

/** Versions of rules that the provincial Front entered; the shipped ones are version 1 and stay in the program. */
const rules = sql`
  create table rules_version (
    rules_id text not null,
    version integer not null check (version > 1),
    rules jsonb not null,
    created_by uuid not null references account,
    created_at timestamptz not null,
    primary key (rules_id, version)
  );
  create index rules_version_created_by on rules_version (created_by);
  create trigger rules_version_append_only before update or delete on rules_version
    for each row execute function refuse_change();
`

/**
 * A village counted by hand. issued and collected are the whole village's; collected splits into ballots (slots
 * consumed) and by_hand. The laws of counting hold in the database as well (invariant 9).
 */
const sheets = sql`
  create function lines_add_up(satisfied integer[], dissatisfied integer[], blank integer[], valid integer)
  returns boolean language sql immutable as $$
    select cardinality(satisfied) > 0
      and cardinality(satisfied) = cardinality(dissatisfied) and cardinality(satisfied) = cardinality(blank)
      and not exists (
        select 1 from unnest(satisfied, dissatisfied, blank) as line (s, d, b)
        where s is null or d is null or b is null or s < 0 or d < 0 or b < 0 or s + d + b <> valid
      )
  $$;

  create table sheet (
    campaign_id uuid not null,
    village_id text not null,
    issued integer not null,
    collected integer not null check (collected between 0 and issued),
    ballots integer not null check (ballots between 0 and collected),
    by_hand integer not null check (by_hand > 0),
    invalid integer not null check (invalid between 0 and by_hand),
    satisfied integer[] not null,
    dissatisfied integer[] not null,
    blank integer[] not null,
    any_dissatisfied integer,
    reasons jsonb not null,
    entered_by uuid not null references account,
    entered_at timestamptz not null,
    primary key (campaign_id, village_id),
    foreign key (campaign_id, village_id) references campaign_village,
    constraint split_adds_up check (ballots + by_hand = collected),
    constraint lines_add_up check (lines_add_up(satisfied, dissatisfied, blank, by_hand - invalid)),
    constraint any_within_valid check (any_dissatisfied between 0 and by_hand - invalid)
  );
  create index sheet_entered_by on sheet (entered_by);

  create function keep_sheet_within_frame() returns trigger language plpgsql as $$
  begin
    if new.issued > (
      select households from campaign_village where campaign_id = new.campaign_id and village_id = new.village_id
    ) then raise exception 'a sheet cannot hand out more ballots than there are households'; end if;
    if (select state from campaign where id = new.campaign_id) <> 'collecting' then
      raise exception 'a sheet is entered while the campaign collects';
    end if;
    return new;
  end $$;
  create trigger sheet_within_frame before insert or update on sheet
    for each row execute function keep_sheet_within_frame();
  create function keep_closed_sheet() returns trigger language plpgsql as $$
  begin
    if (select state from campaign where id = old.campaign_id) <> 'collecting' then
      raise exception 'the sheets of a closed campaign stay';
    end if;
    return old;
  end $$;
  create trigger sheet_stays before delete on sheet for each row execute function keep_closed_sheet();

  create function refuse_slot_of_sheet() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from sheet where campaign_id = new.campaign_id and village_id = new.village_id) then
      raise exception 'the village was counted by hand';
    end if;
    return new;
  end $$;
  create trigger participation_not_beside_sheet before insert on participation
    for each row execute function refuse_slot_of_sheet();
`

/** Rule versions of the province, and hand-counted villages. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [rules, sheets]) await part.execute(db)
}
