import { type Kysely, sql } from 'kysely'

/**
 * A household may answer again until closing. The later answer waits sealed and apart until then: taking the earlier
 * one out of the box meanwhile would tell which ballot was whose. Of the slot only "replaced" is visible.
 */
const again = sql`
  alter table participation add column replaced boolean not null default false;
  alter table inbox add column again boolean not null default false;
  drop index inbox_group;
  create index inbox_group on inbox (campaign_id, village_id, channel) where not again;
  create index inbox_campaign_village on inbox (campaign_id, village_id);
`

/** What lets anybody check that the ballot of a receipt is in the count: hashes of receipts, in the order of the hashes. */
const receipts = sql`
  alter table campaign_village add column receipts_root text;
  create table receipt_leaf (
    campaign_id uuid not null,
    village_id text not null,
    leaf text not null,
    primary key (campaign_id, village_id, leaf),
    foreign key (campaign_id, village_id) references campaign_village
  );
  create trigger receipt_leaf_append_only before update or delete on receipt_leaf
    for each row execute function refuse_change();
  create or replace function refuse_change() returns trigger language plpgsql as $$
  begin raise exception '% is append-only', tg_table_name; end $$;
`

/** Answering again until closing, and receipts that can be checked after it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [again, receipts]) await part.execute(db)
}
