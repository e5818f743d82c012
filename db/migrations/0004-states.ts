import { type Kysely, sql } from 'kysely'

/**
 * All states of a campaign. What was frozen stays frozen; only a reopening, which raises the version and is asked for
 * by name, leads from a counted state back to collecting.
 */
const states = sql`
  alter table campaign drop constraint campaign_state_check;
  alter table campaign drop constraint campaign_check1;
  alter table campaign drop constraint campaign_check2;
  alter table campaign drop constraint campaign_check3;
  alter table campaign add column version integer not null default 1 check (version > 0);
  alter table campaign add constraint campaign_state check (state in (
    'draft', 'planned', 'collecting', 'closed', 'posted', 'awaiting-verification',
    'returned', 'verified', 'filed', 'cancelled'
  ));
  alter table campaign add constraint frozen_when_opened check ((frozen is null) = (opened_at is null));
  alter table campaign add constraint frozen_as_its_state check (
    state = 'cancelled' or (state in ('draft', 'planned')) = (frozen is null)
  );
  alter table campaign add constraint closed_when_counted check (
    (state in ('closed', 'posted', 'awaiting-verification', 'returned', 'verified', 'filed')) = (closed_at is not null)
  );

  create or replace function keep_frozen() returns trigger language plpgsql as $$
  begin
    if old.frozen is not null and (
      new.frozen is distinct from old.frozen or new.title <> old.title or new.commune_id <> old.commune_id
      or new.rules_id <> old.rules_id or new.questionnaire_id <> old.questionnaire_id or new.opened_at <> old.opened_at
    ) then raise exception 'a campaign that is open keeps what it froze'; end if;
    if old.state = 'cancelled' and new.state <> 'cancelled' then
      raise exception 'a cancelled campaign stays cancelled'; end if;
    if old.closed_at is not null and new.closed_at is null and new.version <> old.version + 1 then
      raise exception 'a closed campaign stays closed, unless it is reopened as a new version'; end if;
    if old.frozen is not null and new.state in ('draft', 'planned') then
      raise exception 'an open campaign is no draft again'; end if;
    return new;
  end $$;
`

/** Every state of the round, and its version. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await states.execute(db)
}
