import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import type { Binaries } from './binaries.ts'
import { commandOf, isAlive, processesIn, signal, waitUntil } from './process.ts'
import { giveTo, type Runner } from './runner.ts'

/** The name of PostgreSQL's own superuser, and of the database made for the product. */
export const ROLE = 'long_dan'

/** How long a PostgreSQL may take to write everything down after being asked to stop. */
const STOP_MS = 30_000

export interface ClusterOptions {
  readonly dataDir: string
  readonly binaries: Binaries
  readonly runner: Runner
  readonly durable: boolean
}

/** Where the cluster of a data folder lies. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'database')
}

/**
 * Makes the cluster when there is none, and gives the password of its superuser. A half-made
 * cluster (killed during initdb) is thrown away: it gets its name only when finished.
 */
export async function prepareCluster(options: ClusterOptions): Promise<string> {
  const passwordFile = join(options.dataDir, 'database.password')
  if (existsSync(clusterFolder(options.dataDir))) return readPassword(passwordFile)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  await initialise(options, password)
  return password
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new StartupError(
      `Không đọc được mật khẩu cơ sở dữ liệu ${file}; hãy khôi phục tệp này từ bản sao lưu.`,
      `Cannot read the database password ${file}; restore the file from a backup.`,
    )
  }
}

async function initialise(options: ClusterOptions, password: string): Promise<void> {
  const partial = `${clusterFolder(options.dataDir)}.partial`
  const passwordFile = `${partial}.password`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [partial, passwordFile]) giveTo(options.runner, path)
  try {
    await run(options, [
      ...initdbArguments(options.durable),
      `--pwfile=${passwordFile}`,
      `--pgdata=${partial}`,
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(partial, clusterFolder(options.dataDir))
}

/** Text is UTF-8; the built-in C.UTF-8 orders by code point and needs no locale of the machine. */
function initdbArguments(durable: boolean): readonly string[] {
  return [
    `--username=${ROLE}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
}

function run(options: ClusterOptions, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.binaries.initdb, parameters, {
      ...options.runner,
      cwd: '/',
      env: databaseEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let trouble = ''
    child.stderr.on('data', chunk => {
      trouble += String(chunk)
    })
    child.on('error', error => reject(cannotInitialise(error.message)))
    child.on('close', code => (code === 0 ? resolve() : reject(cannotInitialise(trouble))))
  })
}

function cannotInitialise(reason: string): StartupError {
  const line = reason.trim().split('\n')[0] ?? ''
  return new StartupError(`Không tạo được cơ sở dữ liệu: ${line}`, 'cannot initialise the database')
}

/** Our environment without the variables PostgreSQL and the C library would act upon. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv
}

/**
 * Ends a PostgreSQL that outlived the process that started it, so that this start can open the
 * cluster. To be called only while holding the data folder. A pid file that points to nothing of
 * ours (a zombie, or another program that was given the number) is removed: PostgreSQL itself
 * would take it for a living server.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = recordedPid(file)
  if (pid !== undefined && isPostmaster(pid, cluster)) await end(pid)
  const settled = () => processesIn(cluster).length === 0
  if (!(await waitUntil(settled, 5000))) for (const left of processesIn(cluster)) signal(left, 'SIGKILL')
  await waitUntil(settled, 5000)
  if (pid === undefined || !isPostmaster(pid, cluster)) rmSync(file, { force: true })
}

async function end(pid: number): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGINT', STOP_MS],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    signal(pid, name)
    if (await waitUntil(() => !isAlive(pid), milliseconds)) return
  }
}

function recordedPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

function isPostmaster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return processesIn(cluster).includes(pid)
  return commandOf(pid).includes(cluster)
}
