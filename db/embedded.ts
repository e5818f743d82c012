import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './embedded/binaries.ts'
import { clusterFolder, endOrphan, prepareCluster } from './embedded/cluster.ts'
import { type Hold, holdDataDir } from './embedded/hold.ts'
import { signal } from './embedded/process.ts'
import { chooseRunner, makeDataDir, requireOwner, requireReach } from './embedded/runner.ts'
import {
  type ConnectionSettings,
  freePort,
  launch,
  type Server,
  type ServerOptions,
  settingsFor,
} from './embedded/server.ts'
import { StartupError } from './startup-error.ts'

export type { ConnectionSettings } from './embedded/server.ts'

export interface EmbeddedOptions {
  /** Folder of everything this installation keeps; made when missing. */
  readonly dataDir: string
  /** Takes one line for the operator, such as "postgres ended; starting it again". */
  readonly log: (line: string) => void
  /** `false` gives up safety for speed; only for throw-away data of tests. */
  readonly durable?: boolean
  /** Called once when postgres ended and could not be started again. */
  readonly onLost?: () => void
}

export interface Embedded {
  readonly connection: ConnectionSettings
  /** The same as a `postgresql://` address. */
  readonly url: string
  /** Process number of the running postgres; changes when it had to be started again. */
  pid(): number | undefined
  /** Stops postgres in order, waits for it, and gives the data folder up. */
  stop(): Promise<void>
}

const RESTARTS = 5

/**
 * Starts the PostgreSQL that npm brought, on a free port of 127.0.0.1, with its files in `dataDir`.
 * It is started again when it dies, and stopped with us.
 * @throws StartupError when somebody else holds the folder or it cannot be used.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  makeDataDir(dataDir)
  const hold = holdDataDir(dataDir)
  try {
    const plan = await prepare(dataDir, options.durable ?? true)
    return await supervise({ plan, hold, options })
  } catch (error) {
    hold.release()
    throw error
  }
}

async function prepare(dataDir: string, durable: boolean): Promise<ServerOptions> {
  const cluster = clusterFolder(dataDir)
  requireOwner(cluster)
  const runner = chooseRunner(cluster)
  requireReach(runner, dataDir)
  const binaries = findBinaries({ dataDir, runner })
  const password = await prepareCluster({ dataDir, binaries, runner, durable })
  await endOrphan(cluster)
  return { dataDir, binaries, runner, durable, password, port: 0 }
}

interface Supervision {
  readonly plan: ServerOptions
  readonly hold: Hold
  readonly options: EmbeddedOptions
}

async function supervise({ plan, hold, options }: Supervision): Promise<Embedded> {
  const started = await firstLaunch(plan)
  const connection = settingsFor(started.plan)
  let server: Server | undefined = started.server
  let recovery: Promise<void> = Promise.resolve()
  let stopping: Promise<void> | undefined
  const recover = async () => {
    server = undefined
    options.log('postgres ended unexpectedly; starting it again')
    server = await relaunch(started.plan, () => stopping !== undefined)
    if (stopping !== undefined) return
    if (server === undefined) return options.onLost?.()
    options.log('postgres runs again')
    guard(server)
  }
  const guard = (watched: Server) => {
    watched.process.once('exit', () => {
      watched.watcher?.kill('SIGKILL')
      if (stopping === undefined) recovery = recover()
    })
  }
  const stop = async () => {
    await recovery
    if (server !== undefined) await end(server)
    hold.release()
  }
  guard(started.server)
  return {
    connection,
    url: urlOf(connection),
    pid: () => server?.process.pid,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** Between choosing a free port and binding it somebody else may take it, so other ports are tried. */
async function firstLaunch(
  plan: ServerOptions,
): Promise<{ readonly server: Server; readonly plan: ServerOptions }> {
  let reason = ''
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const tried = { ...plan, port: await freePort() }
    try {
      return { server: await launch(tried), plan: tried }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
  }
  throw new StartupError(`PostgreSQL không chạy được: ${reason}`, `see ${plan.dataDir}/postgresql.log`)
}

/** The same port again, so that the pool finds it; the dead server's own children must be gone first. */
async function relaunch(plan: ServerOptions, given: () => boolean): Promise<Server | undefined> {
  for (let attempt = 0; attempt < RESTARTS && !given(); attempt += 1) {
    await pause(100 * attempt)
    await endOrphan(clusterFolder(plan.dataDir))
    const server = await launch(plan).catch(() => undefined)
    if (server !== undefined) return server
  }
  return undefined
}

/** Fast shutdown: sessions end, everything is written; harsher when it does not come to an end. */
async function end({ process: child, watcher }: Server): Promise<void> {
  watcher?.kill('SIGKILL')
  const { pid } = child
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const gone = once(child, 'exit')
  signal(pid, 'SIGINT')
  const quit = setTimeout(() => signal(pid, 'SIGQUIT'), 20_000)
  const kill = setTimeout(() => signal(pid, 'SIGKILL'), 30_000)
  await gone
  clearTimeout(quit)
  clearTimeout(kill)
}

function urlOf({ user, password, host, port, database }: ConnectionSettings): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}
