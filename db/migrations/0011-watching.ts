import { type Kysely, sql } from 'kysely'

/**
 * Who brought which ballot of a village and means, sealed with the campaign's key: opened to count by collector, and
 * deleted at closing. collector_tally is written once, at closing, from the final answers.
 */
const collectors = sql`
  create table attribution (
    campaign_id uuid not null,
    village_id text not null,
    channel text not null check (channel in ('visit', 'meeting', 'paper')),
    sealed bytea not null,
    primary key (campaign_id, village_id, channel),
    foreign key (campaign_id, village_id) references campaign_village
  );

  create table collector_tally (
    campaign_id uuid not null,
    village_id text not null,
    channel text not null check (channel in ('visit', 'meeting', 'paper')),
    account_id uuid not null references account,
    ballots integer not null check (ballots >= 10),
    satisfied integer not null check (satisfied >= 0),
    dissatisfied integer not null check (dissatisfied >= 0),
    any_dissatisfied integer not null,
    primary key (campaign_id, village_id, channel, account_id),
    foreign key (campaign_id, village_id) references campaign_village,
    check (satisfied + dissatisfied <= ballots),
    check (any_dissatisfied between dissatisfied and ballots)
  );
  create index collector_tally_account_id on collector_tally (account_id);
`

/**
 * Call-back: households drawn by a recorded seed among those that took part with somebody's help. channel is the means
 * recorded at the draw, said what the household says; neither is an answer.
 */
const callBack = sql`
  create table callback_draw (
    campaign_id uuid not null references campaign,
    draw integer not null check (draw > 0),
    seed text not null check (seed <> ''),
    list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),
    listed integer not null check (listed > 0),
    drawn_by uuid not null references account,
    drawn_at timestamptz not null,
    primary key (campaign_id, draw)
  );
  create index callback_draw_drawn_by on callback_draw (drawn_by);

  create table callback (
    slot_id uuid primary key references slot,
    campaign_id uuid not null,
    draw integer not null,
    position integer not null,
    channel text not null check (channel in ('visit', 'meeting', 'paper')),
    account_id uuid references account,
    outcome text check (outcome in ('reached', 'not-reached', 'declined')),
    said text check (said in ('visit', 'meeting', 'paper', 'self', 'not-asked', 'unsure')),
    receipt text check (receipt in ('yes', 'no', 'unsure')),
    called_by uuid references account,
    called_on date,
    unique (campaign_id, draw, position),
    foreign key (campaign_id, draw) references callback_draw,
    check ((outcome is null) = (called_by is null) and (outcome is null) = (called_on is null)),
    check ((coalesce(outcome, '') = 'reached') = (said is not null)),
    check ((said is null) = (receipt is null))
  );
  create index callback_account_id on callback (account_id);
  create index callback_called_by on callback (called_by);
`

/** Answers by collector, sealed and counted; call-back. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [collectors, callBack]) await part.execute(db)
}
