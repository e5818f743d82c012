import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { isAlive } from '#db/embedded/process.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'

let dataDir = ''
const started: Embedded[] = []

const start = async () => {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  started.push(embedded)
  return embedded
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'long-dan-embedded-'))
  await chmod(dataDir, 0o711)
})

afterEach(async () => {
  for (const embedded of started.splice(0)) await embedded.stop()
})

afterAll(() => rm(dataDir, { recursive: true, force: true }))

const ask = async (embedded: Embedded, text: string) => {
  const { pool, close } = connect(embedded.connection, { max: 1, patience: 1000 })
  try {
    return (await pool.query(text)).rows
  } finally {
    await close()
  }
}

const serverPid = (embedded: Embedded): number => {
  const pid = embedded.pid()
  if (pid === undefined) throw new Error('postgres does not run')
  return pid
}

describe('the embedded PostgreSQL', () => {
  it('writes safely: fsync and full pages are on', async () => {
    const embedded = await start()
    const rows = await ask(
      embedded,
      `select current_setting('fsync') || current_setting('full_page_writes') as it`,
    )
    expect(rows).toEqual([{ it: 'onon' }])
  })

  it('stores Unicode and folds the case of Vietnamese letters', async () => {
    const embedded = await start()
    expect(await ask(embedded, `select lower('ĐỒNG Ý') as it, pg_encoding_to_char(6) as encoding`)).toEqual([
      { it: 'đồng ý', encoding: 'UTF8' },
    ])
  })

  it('refuses a second start on the same data, in one line that names the process', async () => {
    await start()
    await expect(startEmbedded({ dataDir, log: () => {} })).rejects.toThrow(
      new RegExp(`^Lòng Dân đang chạy trên dữ liệu .*${process.pid}.*$`),
    )
  })

  it('keeps the password where only its owner reads it', async () => {
    await start()
    const { mode } = await stat(join(dataDir, 'database.password'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('leaves no process behind when stopped', async () => {
    const embedded = await start()
    const pid = serverPid(embedded)
    await embedded.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('runs again on the same port with what was committed after postgres was killed', async () => {
    const embedded = await start()
    await ask(
      embedded,
      'create table if not exists kept (n int); delete from kept; insert into kept values (7)',
    )
    const killed = serverPid(embedded)
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => embedded.pid() ?? killed, { timeout: 15_000 }).not.toBe(killed)
    expect(await ask(embedded, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('keeps what was committed over a stop and a start', async () => {
    const first = await start()
    await ask(
      first,
      'create table if not exists stays (n int); delete from stays; insert into stays values (3)',
    )
    await first.stop()
    expect(await ask(await start(), 'select n from stays')).toEqual([{ n: 3 }])
  })
})
