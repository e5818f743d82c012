/**
 * Finds the Chromium the browser tests use, and brings one when there is none. Order: CHROMIUM_PATH,
 * the PATH, Playwright's own, apt (as root), Playwright's download.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { giveUp, root } from './ready.mjs'

/** Flags for a browser that runs as any user, alone, and asks nothing of the outside world. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** @returns {string | undefined} the path of a browser that is there already. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return onPath(NAMES) ?? playwrightsOwn()
}

/** @returns {string} the path of a browser, installed if need be; ends the program when there is no way to one. */
export function ensureBrowser() {
  return (
    findBrowser() ??
    fromApt() ??
    fromPlaywright() ??
    giveUp(
      'Không có Chromium; hãy cài chromium hoặc đặt CHROMIUM_PATH. / There is no Chromium; install chromium or set CHROMIUM_PATH.',
    )
  )
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function playwrightsOwn() {
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function fromApt() {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return undefined
  process.stderr.write('Cài Chromium bằng apt… / Installing Chromium with apt…\n')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...parameters) =>
    spawnSync('apt-get', parameters, { stdio: ['ignore', 'ignore', 'pipe'], env: environment })
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium').status === 0
  if (!install()) {
    apt('update')
    install()
  }
  return onPath(NAMES)
}

function fromPlaywright() {
  process.stderr.write('Tải Chromium của Playwright… / Downloading the Chromium of Playwright…\n')
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return playwrightsOwn()
}
