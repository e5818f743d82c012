import { type Kysely, sql } from 'kysely'

/**
 * What every ballot writes. A slot's key finds its participation as well as the three columns of their tie do, and one
 * index serves the groups of the inbox and its tie to the village.
 */
const fewerIndexes = sql`
  drop index participation_slot;
  drop index inbox_campaign_village;
  drop index inbox_group;
  create index inbox_group on inbox (campaign_id, village_id, channel);
`

/** With room on the page a change stays there and moves no index: a slot changes once, a village's counters all the time. */
const roomForChange = sql`
  alter table slot set (fillfactor = 85);
  alter table tally set (fillfactor = 50);
`

/** Few slots say why nobody answered; whoever answers late is looked up among those, not among all slots. */
const fewOutcomes = sql`create index slot_with_outcome on slot (id) where outcome is not null`

/**
 * What lies in inbox and box is of villages of the frame. A village with slots can be neither removed nor renamed, so it is
 * enough to look once a statement; a foreign key looked once a row, and marked a row that everybody changes.
 */
const ofTheFrame = sql`
  create function refuse_village_outside_frame() returns trigger language plpgsql as $$
  begin
    if exists (
      select from (select distinct campaign_id, village_id from added) as named
      where not exists (
        select from campaign_village
        where (campaign_village.campaign_id, campaign_village.village_id) = (named.campaign_id, named.village_id)
      )
    ) then raise exception 'a village outside the frame'; end if;
    return null;
  end $$;
`

const villageOnce = (table: string) =>
  sql.raw(`
  alter table ${table} drop constraint ${table}_campaign_id_village_id_fkey;
  create trigger ${table}_of_frame after insert on ${table}
    referencing new table as added for each statement execute function refuse_village_outside_frame();
  create trigger ${table}_stays_of_frame after update on ${table}
    referencing new table as added for each statement execute function refuse_village_outside_frame();
`)

/**
 * Waits for its turn at the log and reads the last link, in one journey: each statement of a volatile function sees what
 * was committed before it began, so the link is read as it stands after the waiting.
 */
const lockedHead = sql`
  create function lock_audit_head() returns table (seq bigint, hash text) language plpgsql volatile as $$
  begin
    -- Any number no other lock uses: whoever holds it writes the next link.
    perform pg_advisory_xact_lock(7246001);
    return query select last.seq, last.hash from audit_event last order by last.seq desc limit 1;
  end $$;
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [fewerIndexes, roomForChange, fewOutcomes, ofTheFrame, lockedHead])
    await part.execute(db)
  for (const table of ['inbox', 'ballot', 'opinion']) await villageOnce(table).execute(db)
}
