import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdDataDir } from '#db/embedded/hold.ts'
import { birthOf } from '#db/embedded/process.ts'

let folder = ''
const lock = () => join(folder, 'long-dan.lock')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'long-dan-hold-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the hold on a data folder', () => {
  it('is refused while a living process has it', () => {
    const hold = holdDataDir(folder)
    expect(() => holdDataDir(folder)).toThrow(String(process.pid))
    hold.release()
    holdDataDir(folder).release()
    expect(existsSync(lock())).toBe(false)
  })

  it('is taken over from a process that was killed', async () => {
    const child = spawn('sleep', ['60'])
    const pid = child.pid ?? 0
    writeFileSync(lock(), JSON.stringify({ pid, birth: birthOf(pid), token: 'x' }))
    expect(() => holdDataDir(folder)).toThrow(String(pid))
    child.kill('SIGKILL')
    await once(child, 'exit')
    holdDataDir(folder).release()
  })

  it('is taken over when its number now belongs to a process born at another time', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, birth: 'long ago', token: 'x' }))
    holdDataDir(folder).release()
  })

  it('is taken over from a lock that was cut off while being written', () => {
    writeFileSync(lock(), '{"pid":')
    holdDataDir(folder).release()
  })

  it('is not given up by somebody else releasing late', () => {
    const first = holdDataDir(folder)
    rmSync(lock())
    const second = holdDataDir(folder)
    first.release()
    expect(existsSync(lock())).toBe(true)
    second.release()
  })
})
