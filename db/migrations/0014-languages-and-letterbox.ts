import { type Kysely, sql } from 'kysely'

/**
 * Further languages of a questionnaire, kept by the province for all its communes or by a commune for itself. Nothing here
 * is shipped: people who speak the language bring it. Recordings are stored once, by their hash.
 */
const languages = sql`
  create table spoken_language (
    id uuid primary key,
    area_id text not null references area,
    questionnaire_id text not null,
    questionnaire_version integer not null check (questionnaire_version > 0),
    tag text not null check (tag ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'),
    name text not null check (name <> ''),
    unique (area_id, questionnaire_id, questionnaire_version, tag)
  );

  create table translation (
    language_id uuid not null references spoken_language on delete cascade,
    content text not null,
    statement text not null check (statement <> ''),
    meaning text not null,
    primary key (language_id, content)
  );

  create table sound (
    hash text primary key,
    kind text not null check (kind in ('mp3', 'ogg', 'webm')),
    bytes bytea not null check (octet_length(bytes) between 1 and 20480)
  );

  create table clip (
    language_id uuid not null references spoken_language on delete cascade,
    content text not null,
    hash text not null references sound,
    primary key (language_id, content)
  );
  create index clip_hash on clip (hash);
`

/** The languages that a campaign froze at opening: later texts and recordings never change it (invariant 5). */
const frozen = sql`
  create table campaign_language (
    campaign_id uuid not null references campaign,
    position integer not null check (position >= 0),
    tag text not null,
    name text not null,
    lines jsonb not null,
    clips jsonb not null,
    primary key (campaign_id, tag)
  );
  create trigger campaign_language_append_only before update or delete on campaign_language
    for each row execute function refuse_change();
`

/**
 * The language in which a household was shown its ballot: sealed while the campaign collects, in the clear after closing,
 * and then only where five or more of a village and means share it.
 */
const shown = sql`
  alter table ballot add column shown_sealed bytea;
  alter table ballot add column language text;
  alter table ballot add constraint ballot_language_once check (num_nonnulls(shown_sealed, language) <= 1);
`

/** Letters of people without a code: a day, no time and no sender. They enter no rate. */
const letters = sql`
  create table letter (
    id uuid primary key,
    campaign_id uuid not null,
    village_id text,
    content text,
    body text not null check (body <> ''),
    received_on date not null,
    state text not null default 'new' check (state in ('new', 'read', 'answered')),
    answer text check (answer <> ''),
    answered_on date,
    foreign key (campaign_id) references campaign,
    foreign key (campaign_id, village_id) references campaign_village,
    check ((state = 'answered') = (answer is not null)),
    check ((answer is null) = (answered_on is null))
  );
  create index letter_campaign_village on letter (campaign_id, village_id);
  create index letter_campaign_received on letter (campaign_id, received_on);
`

/** Languages of questionnaires, the language of a ballot, the letterbox. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [languages, frozen, shown, letters]) await part.execute(db)
}
