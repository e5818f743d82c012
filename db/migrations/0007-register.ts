import { type Kysely, sql } from 'kysely'
import { numberKeyOf, searchKeyOf } from '#app/household/search.ts'

/** Where a household stands, and what it is looked up by; the keys are filled in below for the rows that are there. */
const standings = sql`
  alter table household
    add column standing text not null default 'active' check (standing in ('active', 'moved', 'merged')),
    add column moved_on date,
    add column moved_reason text,
    add column merged_into uuid references household on delete cascade,
    add column search_key text,
    add column number_key text,
    add constraint moved_has_its_day check ((standing = 'moved') = (moved_on is not null)),
    add constraint moved_has_its_reason check ((standing = 'moved') = (moved_reason is not null)),
    add constraint merged_has_its_household check ((standing = 'merged') = (merged_into is not null)),
    add constraint merged_into_another check (merged_into <> id);
  create index household_merged_into on household (merged_into);
`

/**
 * A search reads the villages of one commune from this index: "like '%…%'" over 7 000 entries of it. It begins as the one
 * it replaces. No extension is asked for, so that any PostgreSQL will do.
 */
const keys = sql`
  alter table household alter column search_key set not null;
  create index household_search on household (village_id, search_key) include (number_key, standing);
  drop index household_village_id;
`

/** How many rows one statement fills. */
const atOnce = 5000

const fillKeys = async (db: Kysely<unknown>): Promise<void> => {
  const { rows } = await sql<{ id: string; name: string; number: string | null }>`
    select id, name, number from household`.execute(db)
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce)
    await sql`
      update household set search_key = filled.search_key, number_key = filled.number_key
      from unnest(
        ${some.map(row => row.id)}::uuid[], ${some.map(row => searchKeyOf(row.name))}::text[],
        ${some.map(row => numberKeyOf(row.number))}::text[]
      ) as filled (id, search_key, number_key)
      where household.id = filled.id`.execute(db)
  }
}

/**
 * Until when the names behind a campaign's slots are kept, and when they were cut. Reopening forgets the date; once the
 * names are gone a campaign cannot collect again.
 */
const archive = sql`
  alter table campaign
    add column archived_on date,
    add column names_cut_at timestamptz,
    add constraint names_cut_after_date check (names_cut_at is null or archived_on is not null);
  create function forget_archive_date() returns trigger language plpgsql as $$
  begin
    if old.names_cut_at is not null and (new.names_cut_at is null or new.closed_at is null) then
      raise exception 'a campaign whose names are cut stays archived'; end if;
    if new.closed_at is null then new.archived_on := null; end if;
    return new;
  end $$;
  create trigger campaign_forgets_archive_date before update on campaign
    for each row execute function forget_archive_date();
`

/** The register as the commune keeps it between campaigns: who moved, who is the same, who is to be forgotten. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await standings.execute(db)
  await fillKeys(db)
  await keys.execute(db)
  await archive.execute(db)
}
