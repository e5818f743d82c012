import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { isAlive, waitUntil } from '#db/embedded/process.ts'
import { startEmbedded } from '#db/embedded.ts'

interface Holder {
  readonly process: ChildProcess
  readonly url: string
  /** Of its postgres. */
  readonly pid: number
}

let dataDir = ''

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'long-dan-killed-'))
  await chmod(dataDir, 0o711)
})

afterAll(() => rm(dataDir, { recursive: true, force: true }))

const startHolder = async (): Promise<Holder> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/holder.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { process: child, ...JSON.parse(String(line)) }
}

const kill = async ({ process: child }: Holder) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const run = async (url: string, text: string) => {
  const { pool, close } = connect(url, { max: 1 })
  try {
    return (await pool.query(text)).rows
  } finally {
    await close()
  }
}

describe('when the process that runs PostgreSQL is killed', () => {
  it('PostgreSQL follows it by itself', async () => {
    const holder = await startHolder()
    await kill(holder)
    expect(await waitUntil(() => !isAlive(holder.pid), 10_000)).toBe(true)
  })

  it('the next start opens the data at once, with all that was acknowledged', async () => {
    const holder = await startHolder()
    await run(holder.url, 'create table kept (n int); insert into kept select generate_series(1, 100)')
    await kill(holder)
    const embedded = await startEmbedded({ dataDir, log: () => {} })
    try {
      expect(isAlive(holder.pid)).toBe(false)
      expect(await run(embedded.url, 'select count(*) as n from kept')).toEqual([{ n: 100 }])
    } finally {
      await embedded.stop()
    }
  })

  it('and its PostgreSQL with it in the same moment, the same holds', async () => {
    const holder = await startHolder()
    await run(holder.url, 'create table kept_too (n int); insert into kept_too values (1)')
    process.kill(holder.pid, 'SIGKILL')
    await kill(holder)
    const embedded = await startEmbedded({ dataDir, log: () => {} })
    try {
      expect(await run(embedded.url, 'select n from kept_too')).toEqual([{ n: 1 }])
    } finally {
      await embedded.stop()
    }
  })

  it('another start is refused while it lives, by its number', async () => {
    const holder = await startHolder()
    await expect(startEmbedded({ dataDir, log: () => {} })).rejects.toThrow(String(holder.process.pid))
    await kill(holder)
    await waitUntil(() => !isAlive(holder.pid), 10_000)
  })
})
