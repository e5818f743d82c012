import { type Kysely, sql } from 'kysely'

/**
 * A batch of paper sheets (lô phiếu) of one village: how many sheets, counted first and fixed. What it holds while it is
 * open is in the two tables below, and gone when it ends. valid and invalid are told of batches too large to say
 * anything of one household.
 */
const batches = sql`
  create table batch (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text not null,
    number integer not null check (number > 0),
    sheets integer not null check (sheets > 0),
    state text not null default 'open' check (state in ('open', 'closed', 'voided')),
    opened_by uuid not null references account,
    opened_at timestamptz not null,
    ended_by uuid references account,
    ended_at timestamptz,
    void_reason text check (void_reason <> ''),
    ticked integer,
    resolved integer,
    differed integer,
    valid integer check (valid >= 0),
    invalid integer check (invalid >= 0),
    unique (campaign_id, village_id, number),
    unique (id, campaign_id, village_id),
    foreign key (campaign_id, village_id) references campaign_village,
    constraint batch_ended check (
      (state = 'open') = (ended_at is null) and (state = 'open') = (ended_by is null)
    ),
    constraint batch_voided_for_a_reason check ((state = 'voided') = (void_reason is not null)),
    constraint batch_adds_up check (
      state <> 'closed' or (ticked is not distinct from sheets and resolved is not distinct from sheets)
    ),
    constraint batch_totals_add_up check (
      (valid is null) = (invalid is null) and (valid is null or valid + invalid = sheets)
    )
  );
  create index batch_opened_by on batch (opened_by);
  create index batch_ended_by on batch (ended_by);
`

/** Households whose sheet came back, apart from the sheets: nothing says which sheet is whose. */
const slots = sql`
  create table batch_slot (
    slot_id uuid primary key,
    batch_id uuid not null,
    campaign_id uuid not null,
    village_id text not null,
    foreign key (slot_id, campaign_id, village_id) references slot (id, campaign_id, village_id),
    foreign key (batch_id, campaign_id, village_id) references batch (id, campaign_id, village_id)
  );
  create index batch_slot_slot on batch_slot (slot_id, campaign_id, village_id);
  create index batch_slot_batch on batch_slot (batch_id, campaign_id, village_id);
`

/** What was keyed of each sheet, sealed; without a time. Nobody keys a sheet twice, but anybody may look a third time. */
const keyings = sql`
  create table batch_keying (
    id uuid primary key,
    batch_id uuid not null references batch,
    sheet integer not null check (sheet > 0),
    reading text not null check (reading in ('first', 'second', 'resolved')),
    keyed_by uuid references account,
    sealed bytea not null,
    unique (batch_id, sheet, reading),
    check (reading = 'resolved' or keyed_by is not null)
  );
  create unique index batch_keying_by_another on batch_keying (batch_id, sheet, keyed_by) where reading <> 'resolved';
  create index batch_keying_keyed_by on batch_keying (keyed_by);
`

/** A household that came with a batch has no ballot of its own in the box, so it cannot put another in its place. */
const participations = sql`
  alter table participation add column by_batch boolean not null default false;
  alter table participation add constraint batch_is_paper check (not by_batch or channel = 'paper');
  alter table participation add constraint batch_stands check (not (by_batch and replaced));
`

/**
 * A batch ends once. At closing the database counts by itself: households ticked and consumed with it, sheets resolved;
 * the constraint above compares (invariant 9). What it held is gone by the end of the transaction.
 */
const guards = sql`
  create function keep_batch() returns trigger language plpgsql as $$
  begin
    if old.state <> 'open' then raise exception 'a batch that ended stays as it is'; end if;
    if new.id <> old.id or new.sheets <> old.sheets or new.number <> old.number
      or new.campaign_id <> old.campaign_id or new.village_id <> old.village_id
    then raise exception 'the sheets of a batch are counted first, and stay'; end if;
    if new.state = 'closed' then
      new.ticked := (
        select count(*) from batch_slot join participation using (slot_id)
        where batch_id = new.id and participation.by_batch
      );
      if (select count(*) from batch_slot where batch_id = new.id) <> new.ticked then
        raise exception 'a household of the batch was not consumed with it';
      end if;
      new.resolved := (select count(*) from batch_keying where batch_id = new.id and reading = 'resolved');
      new.differed := (
        select count(*) from batch_keying
        where batch_id = new.id and reading = 'resolved' and keyed_by is not null
      );
    end if;
    return new;
  end $$;
  create trigger batch_keeps before update on batch for each row execute function keep_batch();

  create function begin_batch() returns trigger language plpgsql as $$
  begin
    if new.state <> 'open' then raise exception 'a batch begins open'; end if;
    return new;
  end $$;
  create trigger batch_begins before insert on batch for each row execute function begin_batch();

  create function refuse_batch_ended() returns trigger language plpgsql as $$
  begin
    if (select state from batch where id = new.batch_id) is distinct from 'open' then
      raise exception 'the batch has ended';
    end if;
    return new;
  end $$;
  create trigger batch_slot_while_open before insert or update on batch_slot
    for each row execute function refuse_batch_ended();
  create trigger batch_keying_while_open before insert or update on batch_keying
    for each row execute function refuse_batch_ended();

  create function refuse_sheet_beyond() returns trigger language plpgsql as $$
  begin
    if new.sheet > (select sheets from batch where id = new.batch_id) then
      raise exception 'the batch has fewer sheets';
    end if;
    if new.reading <> 'first' and not exists (
      select 1 from batch_keying where batch_id = new.batch_id and sheet = new.sheet
        and reading = case new.reading when 'second' then 'first' else 'second' end
    ) then raise exception 'a reading without the one before it'; end if;
    return new;
  end $$;
  create trigger batch_keying_in_order before insert on batch_keying
    for each row execute function refuse_sheet_beyond();

  create function leave_nothing() returns trigger language plpgsql as $$
  begin
    if new.state <> 'open' and (
      exists (select 1 from batch_keying where batch_id = new.id)
      or exists (select 1 from batch_slot where batch_id = new.id)
    ) then raise exception 'a batch that ended keeps neither keyings nor households'; end if;
    return null;
  end $$;
  create constraint trigger batch_leaves_nothing after update on batch
    deferrable initially deferred for each row execute function leave_nothing();
`

/** No campaign closes over an open batch; of a cancelled one nothing is left that was keyed, since its key goes too. */
const ends = sql`
  create function end_batches() returns trigger language plpgsql as $$
  begin
    if new.state = 'closed' and exists (select 1 from batch where campaign_id = new.id and state = 'open') then
      raise exception 'a batch of the campaign is open';
    end if;
    delete from batch_keying using batch where batch.id = batch_id and campaign_id = new.id;
    delete from batch_slot where campaign_id = new.id;
    return null;
  end $$;
  create trigger campaign_ends_batches after update of state on campaign
    for each row when (old.state = 'collecting' and new.state <> 'collecting') execute function end_batches();
`

/** Batches of paper sheets. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [batches, slots, keyings, participations, guards, ends]) await part.execute(db)
}
