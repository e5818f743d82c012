import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
} from 'node:fs'
import { StartupError } from '../startup-error.ts'

/** Under whom PostgreSQL runs: empty for "as we are", or the user root steps down to. */
export interface Runner {
  readonly uid?: number
  readonly gid?: number
}

/**
 * Who runs PostgreSQL. It refuses to run as root, so root steps down to the owner of an existing
 * cluster, or to `nobody`.
 */
export function chooseRunner(clusterDir: string): Runner {
  if (process.getuid?.() !== 0) return {}
  if (existsSync(clusterDir)) {
    const { uid, gid } = lstatSync(clusterDir)
    if (uid !== 0) return { uid, gid }
  }
  return nobody()
}

/** Makes the data folder when missing. Others may pass through it, not list it: `nobody` has to. */
export function makeDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true })
      chmodSync(dataDir, 0o711)
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartupError(
      `Không ghi được vào thư mục dữ liệu ${dataDir}; hãy đặt DATA_DIR là một thư mục ghi được.`,
      `Cannot write to the data folder ${dataDir}; set DATA_DIR to a folder that can be written.`,
    )
  }
}

/** @throws StartupError when the cluster was made by another user: PostgreSQL would refuse it. */
export function requireOwner(clusterDir: string): void {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0 || !existsSync(clusterDir) || lstatSync(clusterDir).uid === uid) return
  throw new StartupError(
    `Dữ liệu ${clusterDir} do người dùng khác tạo; hãy chạy bằng người dùng đó hoặc đặt DATA_DIR khác.`,
    `The data in ${clusterDir} was made by another user; run as that user or set another DATA_DIR.`,
  )
}

/** Gives a path to the runner. */
export function giveTo(runner: Runner, path: string): void {
  if (runner.uid === undefined || runner.gid === undefined) return
  chownSync(path, runner.uid, runner.gid)
}

/** Whether the runner can do what `test` (a shell test with "$1") says of a path. */
export function runnerCan(runner: Runner, test: string, path: string): boolean {
  if (runner.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', test, 'sh', path], { ...runner, cwd: '/', stdio: 'ignore' }).status === 0
}

/** @throws StartupError when root's stand-in cannot get into the data folder. */
export function requireReach(runner: Runner, dataDir: string): void {
  if (runnerCan(runner, 'cd -- "$1"', dataDir)) return
  throw new StartupError(
    `PostgreSQL không chạy bằng root được, mà chỉ root vào được ${dataDir}; hãy chạy: DATA_DIR=/var/lib/long-dan npm start`,
    `PostgreSQL cannot run as root and only root may enter ${dataDir}; run: DATA_DIR=/var/lib/long-dan npm start`,
  )
}

function nobody(): Runner {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(each => each.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: unsigned(uid), gid: unsigned(gid) }
}

/** macOS writes nobody's number as -2; the system call wants it unsigned. */
function unsigned(text: string | undefined): number {
  const value = Number(text ?? 65_534)
  return value < 0 ? value + 2 ** 32 : value
}
