import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'

/** Whether PostgreSQL's own load program is on the machine. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).error === undefined

/**
 * The yardstick: what a ballot writes at the least, by PostgreSQL's own program with one commit each. A slot is
 * consumed, a ballot of twenty answers is stored, and the village's sixty counters move.
 */
const tables = `
  create table bench_slot (id integer primary key, consumed boolean not null default false);
  insert into bench_slot select n from generate_series(1, 400000) n;
  create table bench_ballot (id uuid primary key, village integer not null, answers smallint[] not null);
  create table bench_tally (
    village integer, content smallint, option smallint, ballots integer not null,
    primary key (village, content, option)
  );
  insert into bench_tally select v, c, o, 0
  from generate_series(1, 96) v, generate_series(1, 20) c, generate_series(1, 3) o;
`

const ballot = `
\\set slot random(1, 400000)
\\set village random(1, 96)
begin;
update bench_slot set consumed = true where id = :slot;
insert into bench_ballot values (gen_random_uuid(), :village, array_fill(1::smallint, array[20]));
update bench_tally set ballots = ballots + 1 where village = :village and option = 1;
commit;
`

/** Transactions a second of the yardstick with 64 callers, on the same server as everything else. */
export async function runPgbench(place: Place, seconds: number): Promise<number> {
  const { pool } = place.connection
  const { rows } = await pool.query("select to_regclass('bench_slot') is not null as made")
  if (rows[0]?.made !== true) await pool.query(tables)
  const file = join(place.dataDir, 'ballot.sql')
  writeFileSync(file, ballot)
  const flags = ['-n', '-c', '64', '-j', '2', '-T', String(seconds), '-f', file]
  const out = execFileSync('pgbench', [...flags, place.database.url], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return Number(/tps = ([\d.]+)/.exec(out)?.[1] ?? 0)
}
