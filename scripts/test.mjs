/**
 * `npm test`: everything that must hold, on a fresh clone too. Checks that keep one core busy run beside each other;
 * tests, which use both, one after another. A step that fails does not keep the later ones from being seen.
 * The last line is `N passed, N failed`: checks count one each, test runs the tests they ran.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ready, root } from './ready.mjs'

const bin = (...path) => join(root, 'node_modules', ...path)
const reports = join(root, 'test-results')
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')

/** Colours are for a terminal; a log keeps only the words. */
const plain = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }

/** Lanes of one core each, about as long as each other. */
const checks = [
  [
    check('types', bin('typescript', 'bin', 'tsc'), []),
    check('format and lint', bin('@biomejs', 'biome', 'bin', 'biome'), ['check', '.']),
  ],
  [
    check('architecture', bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), [
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'db',
    ]),
    check('unused code', bin('knip', 'bin', 'knip.js'), []),
    check('build', join(root, 'scripts', 'build.mjs'), []),
  ],
]

const tests = [
  { name: 'unit and database tests', run: unitTests },
  { name: 'browser tests', run: browserTests },
]

process.chdir(root)
ready({ build: false })
mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0 }
await Promise.all(checks.map(inOrder))
await inOrder(tests)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

async function inOrder(steps) {
  for (const step of steps) await add(step)
}

async function add({ name, run }) {
  const started = Date.now()
  const { passed, failed } = await run()
  total.passed += passed
  total.failed += failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  )
}

/** A step that passes or fails as a whole; what it says is shown only when it fails. */
function check(name, program, parameters) {
  const run = async () => {
    const { status, said } = await node(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
    if (status !== 0) process.stdout.write(said)
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
  return { name, run }
}

async function unitTests() {
  rmSync(unitReport, { force: true })
  const parameters = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]
  const { status } = await node(bin('vitest', 'vitest.mjs'), parameters)
  const report = read(unitReport)
  const broken = (report?.testResults ?? []).filter(
    each => each.status === 'failed' && !each.assertionResults.some(test => test.status === 'failed'),
  )
  return outcome({
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + broken.length,
    status,
  })
}

async function browserTests() {
  rmSync(browserReport, { force: true })
  const { status } = await node(bin('@playwright', 'test', 'cli.js'), ['test', '--reporter=line,json'], {
    env: { ...plain, CHROMIUM_PATH: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  })
  const report = read(browserReport)
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {}
  return outcome({ passed: expected + flaky, failed: unexpected, status })
}

/** A run that found no tests, or ended badly without naming a test, is a failure too. */
function outcome({ passed, failed, status }) {
  const silent = failed === 0 && (status !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** Runs a program of node: how it ended, and what it said where that is not shown at once. */
function node(program, parameters, options = {}) {
  const child = spawn(process.execPath, [program, ...parameters], {
    cwd: root,
    env: plain,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', piece => said.push(piece))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', status => resolve({ status, said: Buffer.concat(said).toString('utf8') }))
  })
}
