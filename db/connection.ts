import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { ConnectionSettings } from './embedded/server.ts'
import type { Database } from './schema.ts'
import { StartupError } from './startup-error.ts'

export interface ConnectOptions {
  /** The most connections held open at once. */
  readonly max?: number
  /** Milliseconds to wait for a free connection before giving up. */
  readonly patience?: number
}

/** An open pool, and the typed query builder over it. */
export interface Connection {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  /** Closes every connection; harmless when called twice. */
  close(): Promise<void>
}

const OLDEST_SERVER = 15

/** @throws StartupError when the database cannot be reached or is older than what the product needs. */
export async function requireServer({ pool }: Connection): Promise<void> {
  const version = await serverVersion(pool)
  if (version >= OLDEST_SERVER) return
  throw new StartupError(
    `Cần PostgreSQL ${OLDEST_SERVER} trở lên; DATABASE_URL trỏ tới bản ${version}.`,
    `PostgreSQL ${OLDEST_SERVER} or newer is needed; DATABASE_URL leads to version ${version}.`,
  )
}

async function serverVersion(pool: pg.Pool): Promise<number> {
  try {
    const found = await pool.query<{ version: number }>(`
      select current_setting('server_version_num')::int / 10000 as version`)
    return found.rows[0]?.version ?? 0
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(Object(error).code) : String(error)
    throw new StartupError(
      `Không kết nối được cơ sở dữ liệu của DATABASE_URL: ${reason}`,
      'cannot connect to the database of DATABASE_URL',
    )
  }
}

/** PostgreSQL's own numbers of the types we read in our own way. */
const INT8 = 20
const DATE = 1082

/** A statement that begins so is planned once a connection: large ones take longer to plan than to run. */
export const plannedOnce = '/* planned once */'

/** Gives such statements a name of their own, by which PostgreSQL keeps their plan; Kysely itself names none. */
function planOnce(client: pg.PoolClient): void {
  const ask = client.query.bind(client)
  const named = (text: unknown, values?: unknown, ...rest: readonly unknown[]): unknown => {
    if (typeof text !== 'string' || !text.startsWith(plannedOnce))
      return Reflect.apply(ask, client, [text, values, ...rest])
    const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
    return Reflect.apply(ask, client, [{ name, text, values }, ...rest])
  }
  client.query = named as typeof client.query
}

/**
 * Opens a pool on a `postgresql://` address or on settings. `bigint` is read as a number (and refused
 * beyond 2^53), `date` as its text `2024-05-31`, which has no time zone to go wrong; the rest as pg does.
 */
export function connect(target: string | ConnectionSettings, options: ConnectOptions = {}): Connection {
  const pool = new pg.Pool({
    ...(typeof target === 'string' ? { connectionString: target } : target),
    max: options.max ?? 10,
    connectionTimeoutMillis: options.patience ?? 10_000,
    types: { getTypeParser },
  })
  pool.on('connect', planOnce)
  // An idle connection that breaks (the server went away) is dropped by the pool; without a
  // listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  return {
    db,
    pool,
    close: () => {
      closing ??= db.destroy()
      return closing
    },
  }
}

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === INT8) return readInteger
  if (oid === DATE) return (text: string) => text
  return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format as 'text')
}

function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not exact as a number: ${text}`)
  return value
}
