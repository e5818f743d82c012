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
  for (const part of [fewerIndexes, roomForChange, fewOutcomes, lockedHead]) await part.execute(db)
}
