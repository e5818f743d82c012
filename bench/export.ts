import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { dayOf } from '#app/basics/day.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { hashToken } from '#app/services/account-seal.server.ts'
import { insertAccount, insertAccountAreas } from '#db/queries/accounts.ts'
import { insertSession } from '#db/queries/sessions.ts'
import { memoryNow, mostMemorySince, startedProcess } from './export-memory.ts'
import { makePlace, type Place } from './place.ts'
import { type Serving, serveProduct } from './product.ts'

type Format = 'csv' | 'xlsx'

/** What the started product may take while it writes a province's ballots. Mebibytes. */
const most = 200

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

/** Somebody of the provincial Front, signed in: the cookie of the session. */
async function signIn({ connection: { db } }: Place): Promise<string> {
  const id = randomUUID() as AccountId
  const token = randomBytes(32).toString('base64url')
  const createdAt = new Date()
  const about = { username: 'tinh', name: 'tinh', role: 'province-front' as const, passwordHash: 'none' }
  await insertAccount(db, { id, ...about, areaIds: ['99'], createdAt })
  await insertAccountAreas(db, { id, areaIds: ['99'] })
  await insertSession(db, {
    ...{ id: randomUUID(), tokenHash: hashToken(token), accountId: id, createdAt },
    ...{ expiresAt: new Date(createdAt.getTime() + 3_600_000), lastSeenOn: dayOf(createdAt) },
    ...{ browser: '', waiting: null },
  })
  const [cookie = ''] = (await createCookie('phien').serialize(token)).split(';')
  return cookie
}

/** Takes a file in as a browser does, packed on the line, and keeps only its length (bytes, unpacked) and hash. */
async function download({ url }: Serving, cookie: string, format: Format) {
  const answer = await fetch(`${url}/xuat/phieu.${format}`, { headers: { cookie } })
  if (!answer.ok || !answer.body) throw new Error(`an export was answered with ${answer.status}`)
  const hash = createHash('sha256')
  let bytes = 0
  const reader = answer.body.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    bytes += step.value.length
    hash.update(step.value)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Rows of the file with this hash, as the product has noted them. */
async function rowsNoted({ connection }: Place, sha256: string): Promise<number> {
  const { rows } = await connection.pool.query('select rows from ballot_export where sha256 = $1', [sha256])
  if (rows[0] === undefined) throw new Error('the log has another hash than the file')
  return rows[0].rows
}

/** Files written at the same time, and the most memory the product took meanwhile (MiB). */
async function measure(
  place: Place,
  product: Serving,
  asked: { cookie: string; formats: readonly Format[] },
) {
  const { cookie, formats } = asked
  const pid = startedProcess()
  const before = memoryNow(pid)
  const mostMemory = mostMemorySince(pid)
  const started = performance.now()
  const files = await Promise.all(formats.map(format => download(product, cookie, format)))
  const seconds = (performance.now() - started) / 1000
  const peak = mostMemory()
  const rows = await Promise.all(files.map(({ sha256 }) => rowsNoted(place, sha256)))
  const sizes = files.map(({ bytes }) => (bytes / 1024 / 1024).toFixed(0)).join(' + ')
  console.log(
    `export, ${formats.join(' + ').padEnd(10)} ${rows.join(' + ')} ballots   ${seconds.toFixed(1)} s   ${sizes} MiB   memory ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB at most`,
  )
  return peak
}

/**
 * `npm run bench -- --export 250000`: a province's ballots as both kinds of file, taken from the product as `npm start`
 * runs it, with the memory (resident set) of its process before and at most. One process does it all, one after another
 * and both at once, so that what an export leaves behind counts against the next.
 */
export async function benchExport(ballots: number): Promise<void> {
  const place = await makePlace(38)
  const product = await serveProduct(place, 4393)
  try {
    await fillBoxes(place, ballots)
    const cookie = await signIn(place)
    const peaks: number[] = []
    for (const formats of [['csv'], ['xlsx'], ['csv', 'xlsx']] as const)
      peaks.push(await measure(place, product, { cookie, formats }))
    if (Math.max(...peaks) > most) throw new Error(`an export took more than ${most} MiB`)
  } finally {
    await product.stop()
    await place.remove()
  }
}
