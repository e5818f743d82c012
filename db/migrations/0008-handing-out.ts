import { type Kysely, sql } from 'kysely'

/**
 * Why a household has not answered. A slot that was used has no such reason: taking a ballot in clears it in the same
 * statement, and giving a used slot one is refused.
 */
const outcomes = sql`
  alter table slot add column outcome text
    constraint slot_outcome_known check (outcome in ('not-reached', 'absent', 'moved', 'refused'));
  alter table slot add column outcome_on date;
  alter table slot add constraint slot_outcome_dated check ((outcome is null) = (outcome_on is null));

  create function clear_outcome() returns trigger language plpgsql as $$
  begin
    update slot set outcome = null, outcome_on = null
    from consumed where slot.id = consumed.slot_id and slot.outcome is not null;
    return null;
  end $$;
  create trigger participation_clears_outcome after insert on participation
    referencing new table as consumed for each statement execute function clear_outcome();

  create function refuse_outcome_of_used() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from participation where slot_id = new.id) then
      raise exception 'a slot that was used has no reason for silence';
    end if;
    return new;
  end $$;
  create trigger slot_outcome_of_silent before update of outcome on slot
    for each row when (new.outcome is not null) execute function refuse_outcome_of_used();
`

/** Codes that were replaced: whoever still types one is told so. Nothing but the keyed hash of the old code is kept. */
const retired = sql`
  create table retired_code (
    code_lookup bytea primary key,
    slot_id uuid not null references slot,
    retired_on date not null
  );
  create index retired_code_slot_id on retired_code (slot_id);
`

/** What became of the slots nobody used, and codes that were replaced. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [outcomes, retired]) await part.execute(db)
}
