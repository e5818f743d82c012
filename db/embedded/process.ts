import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a process of this number runs now. A zombie (killed, not yet reaped) is dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
  return processState(pid) !== 'Z'
}

/**
 * What tells one run of a process from a later one that was given the same number:
 * the machine's boot and the process's start time. `undefined` when the system will not say.
 */
export function birthOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${statFields(pid)[19]}`
  } catch {
    return undefined
  }
}

/** Numbers of the processes whose working folder is `folder` (Linux; elsewhere none are seen). */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && workingFolder(name) === folder)
    .map(Number)
}

/** The command line of a process, or an empty text. */
export function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)]).toString()
  } catch {
    return ''
  }
}

/** Sends a signal and says whether the process was there to get it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

/** Asks again every 20 ms until `done` or until `milliseconds` have gone by; tells which it was. */
export async function waitUntil(done: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!done()) {
    if (Date.now() > end) return false
    await pause(20)
  }
  return true
}

/** Whether a caught value is a system error of this code, such as `EEXIST`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function processState(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return statFields(pid)[0]
  } catch {
    return undefined
  }
}

/** Fields of /proc/PID/stat from the third (state) on; the second may hold spaces and brackets. */
function statFields(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
