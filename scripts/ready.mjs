/**
 * Makes a clone able to run: installs what the lock asks when it changed, builds when the sources
 * changed. Only Node's own modules here, since nothing may be installed yet. Everything it says goes
 * to stderr: stdout belongs to the script it prepares.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const OLDEST_NODE = [20, 19]
const BUILT_FROM = [
  'app',
  'db',
  'public',
  'scripts/verify',
  'scripts/verify-page.mjs',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH/

/** Ends the program with one line that says what to do. */
export function giveUp(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

/**
 * @param {{ build: boolean, quiet?: boolean }} options `build`: the server bundle is wanted too;
 *   `quiet`: say nothing unless there is something to wait for or to complain about.
 */
export function ready({ build, quiet = false }) {
  requireNode()
  install(quiet)
  if (build) buildBundle(quiet)
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  giveUp(
    `Cần Node ${OLDEST_NODE.join('.')} trở lên, máy đang có ${process.versions.node}. / Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  )
}

function install(quiet) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const mark = join(root, 'node_modules', '.lock-hash')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (readMark(mark) === hash) return
  if (!isInstalled(JSON.parse(lock.toString()))) runInstall(quiet)
  writeMark(mark, hash)
}

/** Whether npm's own record of what it installed has every package of the lock in its version. */
function isInstalled(lock) {
  try {
    const record = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'))
    return Object.entries(lock.packages)
      .filter(([path]) => path !== '')
      .every(([path, { version, optional }]) => {
        const found = record.packages[path]
        return found === undefined ? optional : found.version === version
      })
  } catch {
    return false
  }
}

function runInstall(quiet) {
  if (!quiet) process.stderr.write('Cài các gói cần dùng (một lần)… / Installing packages (once)…\n')
  const npm = process.env.npm_execpath
  const parameters = [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ]
  const outcome = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...parameters])
    : run('npm', parameters, { shell: process.platform === 'win32' })
  if (outcome.status === 0) return
  const said = `${outcome.stdout}${outcome.stderr}${outcome.error?.message ?? ''}`
  if (NO_NETWORK.test(said)) {
    giveUp(
      'Không tải được các gói: máy không nối được tới kho npm. / Cannot download packages: the npm registry cannot be reached.',
    )
  }
  const reason = said.split('\n').find(line => /error/i.test(line)) ?? said.trim().split('\n').at(-1)
  giveUp(`npm ci không xong: ${reason} / npm ci failed.`)
}

function buildBundle(quiet) {
  const mark = join(root, 'build', '.sources-hash')
  const hash = hashSources()
  if (
    readMark(mark) === hash &&
    existsSync(join(root, 'build', 'server', 'index.js')) &&
    existsSync(join(root, 'build', 'verify.html'))
  )
    return
  if (!quiet) process.stderr.write('Dựng ứng dụng… / Building…\n')
  rmSync(mark, { force: true })
  const cli = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js')
  const outcome = run(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (outcome.status !== 0) {
    process.stderr.write(`${outcome.stdout}${outcome.stderr}`)
    giveUp('Dựng ứng dụng không xong; lý do ở trên. / The build failed; the reason is above.')
  }
  makePage()
  writeMark(mark, hash)
}

/** The verifier of packs as one page; a pack made without it says so. */
function makePage() {
  const outcome = run(process.execPath, [join(root, 'scripts', 'verify-page.mjs')])
  if (outcome.status === 0) return
  process.stderr.write(outcome.stderr)
  giveUp('Dựng trang kiểm tra gói không xong. / Building the page that checks packs failed.')
}

function run(command, parameters, options = {}) {
  return spawnSync(command, parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

/** A hash over the names and the bytes of all that the bundle is made from. */
function hashSources() {
  const hash = createHash('sha256')
  for (const path of BUILT_FROM.flatMap(filesUnder)) {
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = tryList(full)
  if (entries === undefined) return [path]
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

function tryList(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function readMark(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** A folder we may not write to is only asked again next time. */
function writeMark(path, hash) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, hash)
  } catch {
    process.stderr.write(`Không ghi được ${path}. / Cannot write ${path}.\n`)
  }
}
