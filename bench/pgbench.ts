import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#db/connection.ts'
import type { Place } from './place.ts'

/** Whether PostgreSQL's own load program is on the machine. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).error === undefined

/** What a yardstick writes for a ballot, and the tables it needs beside those of the product. */
interface Yardstick {
  readonly tables: string
  readonly script: string
}

/**
 * The least that a ballot could write: a slot is consumed, a ballot of twenty answers is stored and the village's counters
 * move, in tables of their own that nothing is tied to.
 */
const least: Yardstick = {
  tables: `
    create table bench_slot (id integer primary key, consumed boolean not null default false);
    insert into bench_slot select n from generate_series(1, 400000) n;
    create table bench_ballot (id uuid primary key, village integer not null, answers smallint[] not null);
    create table bench_tally (
      village integer, content smallint, option smallint, ballots integer not null,
      primary key (village, content, option)
    );
    insert into bench_tally select v, c, o, 0
    from generate_series(1, 96) v, generate_series(1, 20) c, generate_series(1, 3) o;
  `,
  script: `
\\set slot random(1, 400000)
\\set village random(1, 96)
begin;
update bench_slot set consumed = true where id = :slot;
insert into bench_ballot values (gen_random_uuid(), :village, array_fill(1::smallint, array[20]));
update bench_tally set ballots = ballots + 1 where village = :village and option = 1;
commit;
`,
}

/**
 * The same writes: the rows that a ballot leaves in the product's own tables, with their ties, indexes and triggers, in a
 * copy of its database. The slot is consumed, the ballot and its reason are stored, the counters of its village move. What
 * the product does besides (the seal, the inbox in between, the log) is not in it.
 */
const same: Yardstick = {
  tables: `
    create table bench_pick (n integer primary key, slot_id uuid, campaign_id uuid, village_id text);
    insert into bench_pick
    select row_number() over (order by id) - 1, id, campaign_id, village_id from slot;
    create sequence bench_next minvalue 0 cycle;
    do $$ begin
      execute format('alter sequence bench_next maxvalue %s', (select max(n) from bench_pick));
    end $$;
    insert into tally (campaign_id, village_id, content, option, ballots)
    select campaign_id, village_id, content, option, 0
    from campaign_village, generate_series(0, 19) content,
      unnest(array['satisfied', 'dissatisfied', 'blank']) option;
    analyze;
  `,
  script: `
select slot_id, campaign_id, village_id from bench_pick where n = (select nextval('bench_next')) \\gset
begin;
insert into participation (slot_id, campaign_id, village_id, channel, version)
  values (':slot_id', ':campaign_id', ':village_id', 'self', 1) on conflict (slot_id) do nothing;
update slot set issued_on = current_date where id = ':slot_id' and issued_on is null;
insert into ballot (id, campaign_id, village_id, channel, answers)
  values (gen_random_uuid(), ':campaign_id', ':village_id', 'self', array_fill(1::smallint, array[20]));
insert into opinion (id, campaign_id, village_id, content, body)
  values (gen_random_uuid(), ':campaign_id', ':village_id', 'c05', 'Đường liên thôn còn lầy lội khi mưa.');
insert into turnout (campaign_id, village_id, channel, day, households)
  values (':campaign_id', ':village_id', 'self', current_date, 1)
  on conflict (campaign_id, village_id, channel, day) do update set households = turnout.households + 1;
update campaign_village set collected = collected + 1, issued = issued + 1, counted = counted + 1
  where campaign_id = ':campaign_id' and village_id = ':village_id';
update tally set ballots = ballots + 1
  where campaign_id = ':campaign_id' and village_id = ':village_id' and option = 'satisfied';
commit;
`,
}

export type YardstickName = 'least' | 'same'

const yardsticks: Readonly<Record<YardstickName, Yardstick>> = { least, same }

/** Transactions a second of a yardstick with 64 callers and one commit each, on the same server as everything else. */
export async function runPgbench(place: Place, name: YardstickName, seconds: number): Promise<number> {
  const { tables, script } = yardsticks[name]
  const made = `bench_${name === 'least' ? 'slot' : 'pick'}`
  const copy = connect(place.copyUrl, { max: 1 })
  const { rows } = await copy.pool.query('select to_regclass($1) is not null as made', [made])
  if (rows[0]?.made !== true) await copy.pool.query(tables)
  await copy.close()
  const file = join(place.dataDir, `${name}.sql`)
  writeFileSync(file, script)
  const flags = ['-n', '-c', '64', '-j', '2', '-T', String(seconds), '-f', file]
  const out = execFileSync('pgbench', [...flags, place.copyUrl], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return Number(/tps = ([\d.]+)/.exec(out)?.[1] ?? 0)
}
