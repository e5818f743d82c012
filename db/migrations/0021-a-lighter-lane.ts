import { type Kysely, sql } from 'kysely'

/**
 * What the ballot lane costs the database. A village counted by hand takes no ballots one by one: looked at once a statement instead of once a row, since a busy
 * lane consumes many slots at a time and this was two fifths of its work in the database.
 */
const lookOnce = sql`
  drop trigger participation_not_beside_sheet on participation;
  create or replace function refuse_slot_of_sheet() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from added join sheet using (campaign_id, village_id)) then
      raise exception 'the village was counted by hand';
    end if;
    return null;
  end $$;
  create trigger participation_not_beside_sheet after insert on participation
    referencing new table as added for each statement execute function refuse_slot_of_sheet();
`

/** Sealed ballots are of two thousand bytes that no compression makes fewer: they lie in the row, not beside it. */
const layInline = sql`
  alter table inbox alter column sealed set storage external;
  alter table inbox set (toast_tuple_target = 8160);
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [lookOnce, layInline]) await part.execute(db)
}
