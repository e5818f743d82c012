import { spawnSync } from 'node:child_process'
import { makePlace, type Place } from './place.ts'

const root = new URL('..', import.meta.url).pathname

/** Closed rounds with so many ballots in all, shared evenly over their villages. */
async function fillBoxes({ connection, campaigns }: Place, ballots: number): Promise<void> {
  const { pool } = connection
  await pool.query(
    `insert into ballot (id, campaign_id, village_id, channel, answers)
     select gen_random_uuid(), village.campaign_id, village.village_id, 'visit',
       array(select 1 + (random() < 0.07)::int from generate_series(1, 20) where n > 0)::smallint[]
     from campaign_village village, generate_series(1, $1::int) as n`,
    [Math.ceil(ballots / campaigns.length / 24)],
  )
  await pool.query(`update campaign set state = 'closed', closed_at = now()`)
  await pool.query('analyze')
}

/** Far less than what is exported: an export that gathered its rows in memory would die of it. Megabytes. */
const heap = 90

/** One export in a process of its own with a small heap, so that nothing but the export is in its memory; what it prints. */
function exportOnce(place: Place, format: 'csv' | 'xlsx'): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      'scripts/run.mjs',
      'bench/export-child.ts',
      place.database.url,
      place.dataDir,
      format,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** `npm run bench -- --export 250000`: a province's ballots as both kinds of file, with the most memory each took. */
export async function benchExport(ballots: number): Promise<void> {
  const communes = 38
  const place = await makePlace(communes)
  try {
    await fillBoxes(place, ballots)
    for (const format of ['csv', 'xlsx'] as const) console.log(exportOnce(place, format))
  } finally {
    await place.remove()
  }
}
