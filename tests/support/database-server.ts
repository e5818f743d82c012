import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#db/connection.ts'
import { type ConnectionSettings, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { parseAddress } from './address.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server with a migrated template database, or why there is none. */
    readonly databaseServer: DatabaseServer | { readonly trouble: string }
  }
}

export interface DatabaseServer {
  readonly connection: ConnectionSettings
  readonly template: string
}

interface Running {
  readonly connection: ConnectionSettings
  stop(): Promise<void>
}

/**
 * Once per test run: a PostgreSQL with a migrated template. What goes wrong here is told to the tests
 * that ask for a database; the others need not care.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Running | undefined
  try {
    running = await startServer()
    project.provide('databaseServer', await makeTemplate(running.connection))
  } catch (error) {
    project.provide('databaseServer', {
      trouble: error instanceof Error ? String(error.stack) : String(error),
    })
  }
  return async () => running?.stop()
}

/** `TEST_DATABASE_URL` (a role that may create databases), else our own in a temporary folder. */
async function startServer(): Promise<Running> {
  const address = process.env.TEST_DATABASE_URL
  if (address !== undefined && address !== '') {
    return { connection: parseAddress(address), stop: async () => {} }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'long-dan-test-'))
  await chmod(dataDir, 0o711)
  const embedded = await startEmbedded({ dataDir, durable: false, log: line => console.error(line) })
  const stop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { connection: embedded.connection, stop }
}

async function makeTemplate(connection: ConnectionSettings): Promise<DatabaseServer> {
  const template = `template_${process.pid}_${Date.now()}`
  const owner = connect(connection, { max: 1 })
  await owner.pool.query(`create database ${template}`)
  await owner.close()
  const migrated = connect({ ...connection, database: template }, { max: 1 })
  try {
    await migrate(migrated.db)
  } finally {
    await migrated.close()
  }
  return { connection, template }
}
