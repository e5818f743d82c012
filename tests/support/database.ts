import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Connection, type ConnectOptions, connect } from '#db/connection.ts'
import type { ConnectionSettings } from '#db/embedded.ts'

/** A migrated, empty database of one test file. */
export interface TestDatabase extends Connection {
  readonly settings: ConnectionSettings
  /** Another pool on the same database, for races between separate connections; closed with it. */
  open(options?: ConnectOptions): Connection
}

/**
 * A database of its own, made from the migrated template in about 50 ms. Call it at the top of a test
 * file (`const { db } = await testDatabase()`); it is closed and dropped after the file's last test.
 */
export async function testDatabase(options: ConnectOptions = {}): Promise<TestDatabase> {
  const server = inject('databaseServer')
  if ('trouble' in server) throw new Error(`no test database: ${server.trouble}`)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(server.connection, `create database ${name} template ${server.template}`)
  const settings = { ...server.connection, database: name }
  const opened: Connection[] = []
  const open = (more: ConnectOptions = {}) => {
    const connection = connect(settings, more)
    opened.push(connection)
    return connection
  }
  afterAll(async () => {
    for (const connection of opened) await connection.close()
    await command(server.connection, `drop database if exists ${name} with (force)`)
  })
  return { ...open(options), settings, open }
}

async function command(connection: ConnectionSettings, statement: string): Promise<void> {
  const owner = connect(connection, { max: 1 })
  try {
    await owner.pool.query(statement)
  } finally {
    await owner.close()
  }
}
