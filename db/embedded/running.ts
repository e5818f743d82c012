import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { clusterFolder, ROLE } from './cluster.ts'
import type { ConnectionSettings } from './server.ts'

/**
 * How to reach the PostgreSQL that runs on a data folder at this moment, for a look from beside the running product;
 * null when none answers. The port stands in the fourth line of the server's own pid file.
 */
export async function findRunning(dataDir: string): Promise<ConnectionSettings | null> {
  const settings = readSettings(dataDir)
  if (settings === null) return null
  const client = new pg.Client(settings)
  client.on('error', () => {})
  try {
    await client.connect()
    return settings
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

function readSettings(dataDir: string): ConnectionSettings | null {
  try {
    const port = Number(readFileSync(join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8').split('\n')[3])
    const password = readFileSync(join(dataDir, 'database.password'), 'utf8')
    return { host: '127.0.0.1', port, user: ROLE, password, database: ROLE }
  } catch {
    return null
  }
}
