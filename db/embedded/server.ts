import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { clusterFolder, databaseEnvironment, ROLE } from './cluster.ts'
import type { Runner } from './runner.ts'

/** What a client needs to open a connection. */
export interface ConnectionSettings {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface ServerOptions {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly runner: Runner
  readonly durable: boolean
  readonly port: number
  readonly password: string
}

/** A running postgres and the small watcher that ends it should this process be killed. */
export interface Server {
  readonly process: ChildProcess
  readonly watcher: ChildProcess | undefined
}

const START_MS = 120_000
const LOG_LIMIT_BYTES = 10_000_000

/** A port of 127.0.0.1 that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Starts postgres in a session of its own, so that Ctrl-C in the terminal reaches us and not it,
 * and waits until it answers.
 * @throws Error with the last line of its log when it ends before.
 */
export async function launch(options: ServerOptions): Promise<Server> {
  const child = spawnServer(options)
  const watcher = watch(child, options.runner)
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(lastComplaint(options.dataDir))))
  })
  ended.catch(() => {})
  const answering = new AbortController()
  try {
    await Promise.race([untilAnswers(options, answering.signal), ended])
    return { process: child, watcher }
  } catch (error) {
    watcher?.stdin?.end()
    throw error
  } finally {
    answering.abort()
  }
}

function spawnServer(options: ServerOptions): ChildProcess {
  const log = openLog(options.dataDir)
  try {
    const child = spawn(options.binaries.postgres, serverArguments(options), {
      ...options.runner,
      cwd: '/',
      detached: true,
      env: databaseEnvironment(),
      stdio: ['ignore', 'ignore', log],
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The log of PostgreSQL must not hold what people wrote: no statements, no row values in details. */
function serverArguments({ dataDir, port, durable }: ServerOptions): readonly string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  return ['-D', clusterFolder(dataDir), '-p', String(port), ...settings.flatMap(each => ['-c', each])]
}

function logPath(dataDir: string): string {
  return join(dataDir, 'postgresql.log')
}

function openLog(dataDir: string): number {
  const path = logPath(dataDir)
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) rmSync(path)
  return openSync(path, 'a', 0o600)
}

/** The last line in which PostgreSQL says why it ended. */
function lastComplaint(dataDir: string): string {
  const lines = readFileSync(logPath(dataDir), 'utf8').trim().split('\n')
  return lines.findLast(line => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? 'postgres ended'
}

async function untilAnswers(options: ServerOptions, signal: AbortSignal): Promise<void> {
  const end = Date.now() + START_MS
  while (!signal.aborted) {
    if (await answers({ ...settingsFor(options), database: 'postgres' })) return
    if (Date.now() > end) throw new Error(`postgres did not answer within ${START_MS / 1000} s`)
    await pause(20)
  }
}

/** How to reach the product's database on this server. */
export function settingsFor({ port, password }: ServerOptions): ConnectionSettings {
  return { host: '127.0.0.1', port, user: ROLE, password, database: ROLE }
}

async function answers(settings: ConnectionSettings): Promise<boolean> {
  const client = new pg.Client(settings)
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [ROLE])
    if (found.rowCount === 0) await client.query(`create database ${ROLE}`)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A shell that waits for the end of our pipe, which the kernel closes however we die. */
function watch(server: ChildProcess, runner: Runner): ChildProcess | undefined {
  if (process.platform === 'win32' || server.pid === undefined) return undefined
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(server.pid)], {
    ...runner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => {})
  watcher.unref()
  return watcher
}
