import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Env, readEnv } from '#app/env.server.ts'
import { clusterFolder } from '#db/embedded/cluster.ts'
import { findRunning } from '#db/embedded/running.ts'
import { type ConnectionSettings, startEmbedded } from '#db/embedded.ts'

/** A database that a command looks at, and how to leave it as it was found. */
export type Opened = {
  readonly env: Env
  readonly target: string | ConnectionSettings
  readonly stop: () => Promise<void>
}

const nothingToStop = async (): Promise<void> => {}

async function openDataDir(env: Env): Promise<Opened> {
  const dataDir = resolve(fileURLToPath(new URL('..', import.meta.url)), env.dataDir)
  const running = await findRunning(dataDir)
  if (running !== null) return { env, target: running, stop: nothingToStop }
  if (!existsSync(clusterFolder(dataDir)))
    throw new Error(`Chưa có dữ liệu trong ${dataDir} / there is no data in ${dataDir}`)
  const embedded = await startEmbedded({ dataDir, log: line => console.error(line) })
  return { env, target: embedded.connection, stop: embedded.stop }
}

/** The product's database: DATABASE_URL's, else the one in DATA_DIR, which is started when it does not run. Throws when there is none. */
export async function openDatabase(): Promise<Opened> {
  const reading = readEnv(process.env)
  if (!reading.ok) throw new Error(reading.problems.join('; '))
  const { env } = reading
  return env.databaseUrl === undefined
    ? openDataDir(env)
    : { env, target: env.databaseUrl, stop: nothingToStop }
}

/** Why something failed, in one line; connection errors of several addresses come without a message of their own. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || String(Object(error).code) : String(error)
  return message.split('\n')[0] ?? ''
}
