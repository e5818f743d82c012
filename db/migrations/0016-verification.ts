import { type Kysely, sql } from 'kysely'

/**
 * Verification of one version of a campaign: examined, returned, accepted (its note waits for signatures), signed. A
 * reopening begins another version, so that what was verified stays beside what took its place.
 */
const verifications = sql`
  create table verification (
    campaign_id uuid not null references campaign,
    version integer not null check (version > 0),
    state text not null check (state in ('examining', 'returned', 'accepted', 'signed')),
    submitted_at timestamptz not null,
    note_id uuid,
    primary key (campaign_id, version),
    check ((state in ('accepted', 'signed')) = (note_id is not null))
  );
  create index verification_note_id on verification (note_id);
  create index verification_queue on verification (state, submitted_at);

  insert into verification (campaign_id, version, state, submitted_at)
  select id, version, 'examining', coalesce(
    (select max(at) from audit_event where campaign_id = campaign.id and kind = 'campaign.submitted'), closed_at
  ) from campaign where state = 'awaiting-verification';
`

/**
 * Notes on what was accepted, whole and unchangeable; a signature is of exactly one of them by its hash, and two of one
 * person are not two people.
 */
const notes = sql`
  create table verification_note (
    id uuid primary key,
    campaign_id uuid not null,
    version integer not null,
    paper text not null check (paper <> ''),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    accepted_by uuid not null references account,
    accepted_at timestamptz not null,
    foreign key (campaign_id, version) references verification,
    unique (id, sha256),
    check (sha256 = encode(sha256(convert_to(paper, 'UTF8')), 'hex'))
  );
  create index verification_note_version on verification_note (campaign_id, version);
  create index verification_note_accepted_by on verification_note (accepted_by);
  create trigger verification_note_append_only before update or delete on verification_note
    for each row execute function refuse_change();
  alter table verification add constraint verification_note_of_it foreign key (note_id) references verification_note;

  create table verification_signature (
    note_id uuid not null,
    position integer not null check (position in (1, 2)),
    account_id uuid not null references account,
    name text not null check (name <> ''),
    role text not null check (role in ('province-front', 'appraiser')),
    sha256 text not null,
    signed_at timestamptz not null,
    primary key (note_id, position),
    unique (note_id, account_id),
    foreign key (note_id, sha256) references verification_note (id, sha256)
  );
  create index verification_signature_note on verification_signature (note_id, sha256);
  create index verification_signature_account_id on verification_signature (account_id);
  create trigger verification_signature_append_only before update or delete on verification_signature
    for each row execute function refuse_change();
`

/** What was sent back and why; the commune's answer is written once, by sending the dossier again. */
const returns = sql`
  create table verification_return (
    id uuid primary key,
    campaign_id uuid not null,
    version integer not null,
    summary text not null check (summary <> ''),
    deadline date not null,
    returned_by uuid not null references account,
    returned_at timestamptz not null,
    answer text check (answer <> ''),
    answered_by uuid references account,
    answered_at timestamptz,
    foreign key (campaign_id, version) references verification,
    check (num_nulls(answer, answered_by, answered_at) in (0, 3))
  );
  create index verification_return_version on verification_return (campaign_id, version, returned_at);
  create index verification_return_returned_by on verification_return (returned_by);
  create index verification_return_answered_by on verification_return (answered_by);
  create function keep_return() returns trigger language plpgsql as $$
  begin
    if old.answered_at is not null or (new.id, new.campaign_id, new.version, new.summary, new.deadline, new.returned_by,
      new.returned_at) is distinct from (old.id, old.campaign_id, old.version, old.summary, old.deadline,
      old.returned_by, old.returned_at) then raise exception 'verification_return is append-only'; end if;
    return new;
  end $$;
  create trigger verification_return_kept before update on verification_return
    for each row execute function keep_return();
  create trigger verification_return_stays before delete on verification_return
    for each row execute function refuse_change();

  create table verification_return_reason (
    return_id uuid not null references verification_return,
    position integer not null check (position > 0),
    village_id text,
    content text check (content <> ''),
    reason text not null check (reason <> ''),
    primary key (return_id, position)
  );
  create trigger verification_return_reason_append_only before update or delete on verification_return_reason
    for each row execute function refuse_change();
`

/** Comments on a figure, on a paper or on the whole; the commune answers once, and one that blocks is resolved once. */
const comments = sql`
  create table verification_comment (
    id uuid primary key,
    campaign_id uuid not null,
    version integer not null,
    kind text not null check (kind in ('general', 'figure', 'paper')),
    village_id text,
    content text check (content <> ''),
    measure text check (measure <> ''),
    paper text check (paper <> ''),
    body text not null check (body <> ''),
    blocking boolean not null,
    written_by uuid not null references account,
    written_at timestamptz not null,
    answer text check (answer <> ''),
    answered_by uuid references account,
    answered_at timestamptz,
    resolved_by uuid references account,
    resolved_at timestamptz,
    foreign key (campaign_id, version) references verification,
    check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
    check (num_nulls(resolved_by, resolved_at) in (0, 2)),
    check ((kind = 'paper') = (paper is not null)),
    check ((kind = 'figure') = (measure is not null)),
    check (kind = 'figure' or num_nulls(village_id, content) = 2)
  );
  create index verification_comment_version on verification_comment (campaign_id, version, written_at);
  create index verification_comment_written_by on verification_comment (written_by);
  create index verification_comment_answered_by on verification_comment (answered_by);
  create index verification_comment_resolved_by on verification_comment (resolved_by);
  create function keep_comment() returns trigger language plpgsql as $$
  begin
    if (new.id, new.campaign_id, new.version, new.kind, new.village_id, new.content, new.measure, new.paper, new.body,
      new.blocking, new.written_by, new.written_at) is distinct from (old.id, old.campaign_id, old.version, old.kind,
      old.village_id, old.content, old.measure, old.paper, old.body, old.blocking, old.written_by, old.written_at)
      or (old.answered_at is not null and new.answer is distinct from old.answer)
      or (old.resolved_at is not null and new.resolved_at is distinct from old.resolved_at)
    then raise exception 'verification_comment is append-only'; end if;
    return new;
  end $$;
  create trigger verification_comment_kept before update on verification_comment
    for each row execute function keep_comment();
  create trigger verification_comment_stays before delete on verification_comment
    for each row execute function refuse_change();
`

/** Verification: notes and their signatures, returns, comments. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const part of [verifications, notes, returns, comments]) await part.execute(db)
}
