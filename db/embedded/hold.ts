import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import { birthOf, hasCode, isAlive } from './process.ts'

/** The right of one running process to a data folder. */
export interface Hold {
  /** Gives the folder up; harmless when called twice. */
  release(): void
}

const NAME = 'long-dan.lock'

/**
 * Takes the data folder for this process. A lock left by a process that is gone, or whose number
 * now belongs to another process, is taken over.
 * @throws StartupError when a living process holds it.
 */
export function holdDataDir(dataDir: string): Hold {
  const path = join(dataDir, NAME)
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), token: randomUUID() })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (place(path, mine)) return { release: () => release(path, mine) }
    const found = read(path)
    if (found === undefined) continue
    if (isHeld(found)) throw inUse(dataDir, found)
    setAside(path, found)
  }
  throw inUse(dataDir, read(path) ?? '')
}

/**
 * Only looks, so that a start can say this before anything else it may complain of.
 * @throws StartupError when a living process holds the folder.
 */
export function requireUnheld(dataDir: string): void {
  const found = existsSync(dataDir) ? read(join(dataDir, NAME)) : undefined
  if (found !== undefined && isHeld(found)) throw inUse(dataDir, found)
}

/** Writes a file of its own and links it to the name: the link is made by one process only. */
function place(path: string, content: string): boolean {
  const own = `${path}.${randomUUID()}`
  writeFileSync(own, content, { mode: 0o644 })
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/**
 * Removes a dead lock. Another start may have replaced it since it was read: what was moved away is
 * compared, and a living one is put back.
 */
function setAside(path: string, judged: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const moved = read(aside)
  if (moved !== undefined && moved !== judged) place(path, moved)
  rmSync(aside, { force: true })
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true })
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isHeld(content: string): boolean {
  const { pid, birth } = parse(content)
  if (pid === undefined || !isAlive(pid)) return false
  const now = birthOf(pid)
  return birth === undefined || now === undefined || birth === now
}

function parse(content: string): { readonly pid?: number; readonly birth?: string } {
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value !== 'object' || value === null) return {}
    return {
      ...('pid' in value && typeof value.pid === 'number' ? { pid: value.pid } : {}),
      ...('birth' in value && typeof value.birth === 'string' ? { birth: value.birth } : {}),
    }
  } catch {
    return {}
  }
}

function inUse(dataDir: string, content: string): StartupError {
  const pid = parse(content).pid ?? '?'
  return new StartupError(
    `Lòng Dân đang chạy trên dữ liệu ${dataDir} (tiến trình ${pid}); không mở lần thứ hai.`,
    `Lòng Dân already runs on the data in ${dataDir} (process ${pid}); not starting a second one.`,
  )
}
