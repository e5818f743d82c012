import { type Kysely, sql } from 'kysely'

/** Which collector looks after which village in a campaign. It opens nothing: what an account may do comes from its areas. */
const assignments = sql`
  create table assignment (
    campaign_id uuid not null references campaign,
    village_id text not null references area,
    account_id uuid not null references account,
    primary key (campaign_id, village_id, account_id)
  );
  create index assignment_village_id on assignment (village_id);
  create index assignment_account_id on assignment (account_id);
`

/**
 * What came in from devices, by a hash keyed with the campaign's key, so that an item sent again gets the answer it got
 * before. It tells no more than participation does: neither answers nor a time.
 */
const items = sql`
  create table device_item (
    id_hash bytea primary key,
    campaign_id uuid not null references campaign,
    slot_id uuid not null references slot,
    status text not null check (status in ('recorded', 'stands'))
  );
  create index device_item_campaign_id on device_item (campaign_id);
  create index device_item_slot_id on device_item (slot_id);
`

/** The ballot of a household that somebody met a second time: sealed, never counted, one for each collector. */
const doubles = sql`
  create table "double" (
    slot_id uuid not null references slot,
    account_id uuid not null references account,
    campaign_id uuid not null references campaign,
    channel text not null check (channel in ('visit', 'meeting', 'paper')),
    sealed bytea not null,
    looked_at boolean not null default false,
    primary key (slot_id, account_id)
  );
  create index double_account_id on "double" (account_id);
  create index double_campaign_id on "double" (campaign_id);
`

/** Both live only while the campaign collects: their key is destroyed with its end. */
const forgetting = sql`
  create function forget_collecting() returns trigger language plpgsql as $$
  begin
    delete from "double" where campaign_id = new.id;
    delete from device_item where campaign_id = new.id;
    return null;
  end $$;
  create trigger campaign_forgets_collecting after update of state on campaign
    for each row when (old.state = 'collecting' and new.state <> 'collecting') execute function forget_collecting();
`

/** Assignments of villages, items of devices, households met twice. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [assignments, items, doubles, forgetting]) await part.execute(db)
}
