import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { AccountId } from '#app/basics/ids.ts'
import { exportBallots } from '#app/services/exports.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { connect } from '#db/connection.ts'

const [url = '', dataDir = '', format = 'csv'] = process.argv.slice(2)

const connection = connect(url, { max: 4 })
const { rows: accounts } = await connection.pool.query('select id from account limit 1')
const file = await exportBallots(
  {
    db: connection.db,
    keys: openKeys(join(dataDir, 'keys')),
    clock: () => new Date(),
    random: bytes => randomBytes(bytes),
    publicUrl: 'http://localhost',
    demonstration: false,
    setupToken: null,
    onTrouble: error => console.error(error),
    person: {
      ...{ id: accounts[0].id as AccountId, username: 'tinh', name: 'tinh' },
      ...{ role: 'province-front', areas: ['99'] },
    },
  },
  { title: null, year: null, campaignId: null },
  format === 'xlsx' ? 'xlsx' : 'csv',
)
if (!file.ok) throw new Error(file.error)

const before = process.memoryUsage().rss
const started = performance.now()
const hash = createHash('sha256')
let bytes = 0
for (let step = await file.value.chunks.next(); !step.done; step = await file.value.chunks.next()) {
  bytes += step.value.length
  hash.update(step.value)
}
const seconds = (performance.now() - started) / 1000

const { rows } = await connection.pool.query(
  'select rows, sha256 from ballot_export order by started_at desc limit 1',
)
if (rows[0].sha256 !== hash.digest('hex')) throw new Error('the log has another hash than the file')
const mebibytes = (count: number): string => (count / 1024 / 1024).toFixed(0)
console.log(
  `export, ${format.padEnd(4)} ${rows[0].rows} ballots   ${seconds.toFixed(1)} s   ${mebibytes(bytes)} MiB   memory ${mebibytes(before)} MiB before, ${mebibytes(process.resourceUsage().maxRSS * 1024)} MiB at most`,
)
await connection.close()
