import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readEnv } from '#app/env.server.ts'
import { type Verified, verifyAudit } from '#app/services/audit.server.ts'
import { connect } from '#db/connection.ts'
import { clusterFolder } from '#db/embedded/cluster.ts'
import { findRunning } from '#db/embedded/running.ts'
import { type ConnectionSettings, startEmbedded } from '#db/embedded.ts'

/*
 * Follows the hash chain of the whole audit log, beside the running product or without it:
 *   npm run --silent audit:verify
 * The database is DATABASE_URL's, else the one in DATA_DIR, which is started for the check when it does not run.
 * One line and 0 when the chain holds, 1 at the first link that does not; 2 when there is no database to look at.
 */

type Opened = {
  readonly target: string | ConnectionSettings
  readonly stop: () => Promise<void>
}

const nothingToStop = async (): Promise<void> => {}

async function openDataDir(dataDir: string): Promise<Opened> {
  const running = await findRunning(dataDir)
  if (running !== null) return { target: running, stop: nothingToStop }
  if (!existsSync(clusterFolder(dataDir)))
    throw new Error(`Chưa có dữ liệu trong ${dataDir} / there is no data in ${dataDir}`)
  const embedded = await startEmbedded({ dataDir, log: line => console.error(line) })
  return { target: embedded.connection, stop: embedded.stop }
}

async function open(): Promise<Opened> {
  const reading = readEnv(process.env)
  if (!reading.ok) throw new Error(reading.problems.join('; '))
  const { databaseUrl, dataDir } = reading.env
  if (databaseUrl !== undefined) return { target: databaseUrl, stop: nothingToStop }
  return openDataDir(resolve(fileURLToPath(new URL('..', import.meta.url)), dataDir))
}

async function verify(): Promise<Verified> {
  const { target, stop } = await open()
  const { db, close } = connect(target, { max: 1 })
  try {
    return await verifyAudit({ db })
  } finally {
    await close()
    await stop()
  }
}

const reasons = {
  'link-missing': 'bị mất / is missing',
  'link-altered': 'bị sửa / was altered',
} as const

function tell(verified: Verified): number {
  if (verified.ok) {
    console.log(`Nhật ký nguyên vẹn / audit log intact: ${verified.links} links, head ${verified.head}`)
    return 0
  }
  const { seq, code } = verified.broken
  console.log(`Nhật ký không còn nguyên vẹn / audit log broken: link ${seq} ${reasons[code]} [${code}]`)
  return 1
}

/** Connection errors of several addresses come without a message of their own. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || String(Object(error).code) : String(error)
  return message.split('\n')[0] ?? ''
}

try {
  process.exitCode = tell(await verify())
} catch (error) {
  console.error(`Không kiểm tra được nhật ký / cannot verify the audit log: ${reasonOf(error)}`)
  process.exitCode = 2
}
