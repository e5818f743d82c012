/**
 * `npm test`: everything that must hold, in order, on a fresh clone too. A step that fails does not keep
 * the later ones from being seen. The last line is `N passed, N failed`: checks count one each, test
 * runs the tests they ran.
 */
import { spawnSync } from 'node:child_process'
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

const steps = [
  check('format and lint', bin('@biomejs', 'biome', 'bin', 'biome'), ['check', '.']),
  check('types', bin('typescript', 'bin', 'tsc'), []),
  check('architecture', bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'db',
  ]),
  check('unused code', bin('knip', 'bin', 'knip.js'), []),
  { name: 'unit and database tests', run: unitTests },
  check('build', join(root, 'scripts', 'build.mjs'), []),
  { name: 'browser tests', run: browserTests },
]

process.chdir(root)
ready({ build: false })
mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0 }
for (const step of steps) add(step)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

function add({ name, run }) {
  const started = Date.now()
  const { passed, failed } = run()
  total.passed += passed
  total.failed += failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  )
}

/** A step that passes or fails as a whole; what it says is shown only when it fails. */
function check(name, program, parameters) {
  const run = () => {
    const { status, stdout, stderr } = node(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
    if (status !== 0) process.stdout.write(`${stdout}${stderr}`)
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
  return { name, run }
}

function unitTests() {
  rmSync(unitReport, { force: true })
  const parameters = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`]
  const { status } = node(bin('vitest', 'vitest.mjs'), parameters)
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

function browserTests() {
  rmSync(browserReport, { force: true })
  const { status } = node(bin('@playwright', 'test', 'cli.js'), ['test', '--reporter=line,json'], {
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

function node(program, parameters, options = {}) {
  return spawnSync(process.execPath, [program, ...parameters], {
    cwd: root,
    encoding: 'utf8',
    env: plain,
    maxBuffer: 256_000_000,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  })
}
