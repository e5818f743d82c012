import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { type Env, readEnv } from '#app/env.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { finishLane } from '#app/services/lane.server.ts'
import { requireUnheld, type Started, StartupError, start } from '#app/services/start.server.ts'
import { createApp, trustedOrigins } from './express.server.ts'
import { createLog, type Log, loggedFailure, outliveReaders } from './log.server.ts'
import type { Pages } from './pages.server.ts'
import { lanesFirst, shortBallots, shortPages } from './resident-lanes.server.ts'
import { answerUnreadable } from './unreadable.server.ts'

export interface BootOptions {
  /** The Remix bundle, or how to get the newest while developing. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The clone's folder: relative settings start here, and `build/client` lies in it. */
  readonly root: string
  readonly development?: RequestHandler
  /** Stylesheets that stand inside pages. */
  readonly inlineStyles: readonly string[]
}

/** A whole request, an upload over a slow line included, has to arrive within this time. */
const REQUEST_MS = 180_000

/** How long requests under way may take to finish when we are stopped. */
const GRACE_MS = 8000

/**
 * Starts everything, in the order in which each needs the one before: settings, data, database, web.
 * What the person at the keyboard can mend is one line on stderr and exit code 1. SIGINT, SIGTERM and
 * SIGHUP end it all in the reverse order.
 */
export async function boot(options: BootOptions): Promise<void> {
  try {
    await run(options)
  } catch (error) {
    process.stderr.write(`${error instanceof StartupError ? error.message : describe(error)}\n`)
    process.exit(1)
  }
}

async function run(options: BootOptions): Promise<void> {
  const env = settings(options.environment)
  const log = createLog(env.log)
  const ending = awaitEnding(log)
  const dataDir = resolve(options.root, env.dataDir)
  if (env.databaseUrl === undefined) requireUnheld(dataDir)
  await requirePort(env)
  const started = await start({
    dataDir,
    databaseUrl: env.databaseUrl,
    publicUrl: env.publicUrl,
    log: note => log.warn({ event: 'database', note }),
    tell: line => process.stderr.write(`${line}\n`),
    onTrouble: error => log.error({ event: 'background', ...loggedFailure(error) }),
    onLost: () => ending.end(1),
  })
  const server = await serve({ options, env, log, started })
  announce(env, started)
  const code = await ending.whenAsked()
  await closeServer(server)
  // Ballots whose callers went away are still being committed and mixed; what is left is done at the next start.
  await Promise.race([finishLane(started.system), pause(GRACE_MS)])
  await started.stop()
  process.exit(code)
}

function describe(error: unknown): string {
  return `Không khởi động được / cannot start: ${error instanceof Error ? error.stack : String(error)}`
}

function settings(environment: BootOptions['environment']): Env {
  const reading = readEnv(environment)
  if (reading.ok) return reading.env
  process.stderr.write(`${reading.problems.join('\n')}\n`)
  process.exit(1)
}

interface Ending {
  /** Asks for the end with this exit code. */
  end(code: number): void
  /** Resolves with the exit code; from then on a signal starts the orderly end. */
  whenAsked(): Promise<number>
}

/**
 * Before the product serves, a signal simply ends the process: nothing is acknowledged yet, and
 * PostgreSQL follows by itself. A terminal and npm may both send the same signal, so further ones
 * change nothing.
 */
function awaitEnding(log: Log): Ending {
  let finish: ((code: number) => void) | undefined
  const asked = new Promise<number>(resolved => {
    finish = resolved
  })
  let serving = false
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => (serving ? finish?.(0) : process.exit(130)))
  }
  outliveReaders([process.stdout, process.stderr])
  const end = (code: number) => (serving ? finish?.(code) : process.exit(code))
  process.on('uncaughtException', error => {
    log.error({ event: 'crash', ...loggedFailure(error) })
    end(1)
  })
  process.on('unhandledRejection', error => log.error({ event: 'unhandled', ...loggedFailure(error) }))
  return {
    end,
    whenAsked: () => {
      serving = true
      return asked
    },
  }
}

interface Serving {
  readonly options: BootOptions
  readonly env: Env
  readonly log: Log
  readonly started: Started
}

async function serve({ options, env, log, started }: Serving): Promise<Server> {
  const { system } = started
  const development = options.development
  const pages = createRequestHandler(options.build, development ? 'development' : 'production') as Pages
  const getContext = () => ({ system, demonstration: system.demonstration })
  const app = createApp({
    log,
    ping: started.ping,
    publicUrl: env.publicUrl,
    origins: env.origins,
    trustProxy: env.trustProxy,
    inlineStyles: options.inlineStyles,
    pages,
    getContext,
    ...(development ? { development } : { clientDir: join(options.root, 'build', 'client') }),
  })
  const security = {
    inlineStyles: options.inlineStyles,
    contentPolicy: true,
    https: env.publicUrl.startsWith('https:'),
  }
  const lanes = [
    shortPages({ system, pages, getContext, ...security }),
    shortBallots({ system, trusted: trustedOrigins(env), ...security }),
  ]
  // While developing, pages change under the reader: nothing is kept.
  const server = createServer(development ? app : lanesFirst(lanes, app, log))
  server.requestTimeout = REQUEST_MS
  server.on('clientError', answerUnreadable)
  await listen(server, env)
  return server
}

/** Tries the port before the work of a first start, and lets it go again. */
async function requirePort(env: Env): Promise<void> {
  const probe = createServer()
  await listen(probe, env)
  await new Promise(done => probe.close(done))
}

async function listen(server: Server, { port, host }: Env): Promise<void> {
  server.listen({ port, ...(host === undefined ? {} : { host }) })
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error'
    throw new StartupError(
      `Không mở được cổng ${port} (${code}); hãy dừng chương trình đang dùng cổng đó, hoặc chạy: PORT=${port + 1} npm start`,
      `Cannot open port ${port} (${code}); stop the program that uses it, or run: PORT=${port + 1} npm start`,
    )
  }
}

/** No new connections; what is under way may finish, within a limit. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(done => server.close(done))
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(force)
}

function announce(env: Env, { system, demonstration }: Started): void {
  const lines = [
    'Lòng Dân đang chạy. / Lòng Dân is running.',
    `  Người dân / residents:  ${env.publicUrl}/`,
    `  Cán bộ / staff:         ${env.publicUrl}/dang-nhap`,
    ...setupLines(env, system.setupToken),
    ...demonstrationLines(demonstration),
    '  Dừng / stop: Ctrl-C',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function setupLines(env: Env, token: string | null): readonly string[] {
  if (token === null) return []
  return [
    `  Tạo tài khoản quản trị đầu tiên / make the first administrator: ${env.publicUrl}/thiet-lap`,
    `  Mã dùng một lần / one-time token: ${token}`,
  ]
}

/** Everything behind these accounts is made up, so they may be shown to whoever starts it. */
function demonstrationLines(demonstration: Started['demonstration']): readonly string[] {
  if (demonstration === null) return []
  const { accounts, accountsFile, codesFile } = demonstration
  const t = translator('vi')
  return [
    '  Dữ liệu minh họa / made-up data. Tài khoản, mật khẩu, vai trò / account, password, role:',
    ...accounts.map(
      ({ user, password, role }) => `    ${user.padEnd(16)}${password}  ${t(`term.role.${role}`)}`,
    ),
    `  Danh sách tài khoản / these accounts: ${accountsFile}`,
    `  Mã hộ gia đình / household codes:     ${codesFile}`,
  ]
}
