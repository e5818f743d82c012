import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Place } from './place.ts'

/** A server under test, in a process of its own. */
export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

const root = new URL('..', import.meta.url).pathname

/** The built product on the bench's database. */
export async function serveProduct(place: Place, port: number): Promise<Serving> {
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.database.url,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return whenUp(child, port, '/healthz')
}

/** A server of one constant page: the text and headers of this answer, whatever is asked. */
export async function serveConstant(place: Place, port: number, page: Response): Promise<Serving> {
  const file = join(place.dataDir, 'constant.json')
  const bytes = gzipSync(await page.arrayBuffer(), { level: 9 })
  // fetch has unpacked it: packed again, as it came.
  const ofTheConnection = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
  const headers = Object.fromEntries([...page.headers].filter(([name]) => !ofTheConnection.includes(name)))
  const sent = { ...headers, 'content-length': String(bytes.length) }
  writeFileSync(file, JSON.stringify({ headers: sent, body: bytes.toString('base64') }))
  const child = spawn(process.execPath, ['bench/constant.mjs', String(port), file], {
    cwd: root,
    stdio: 'ignore',
  })
  return whenUp(child, port, '/')
}

async function whenUp(child: ChildProcess, port: number, path: string): Promise<Serving> {
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`a server of the bench ended with ${child.exitCode}`)
    const up = await fetch(url + path).then(
      answer => answer.ok,
      () => false,
    )
    if (up) return { url, stop }
    await pause(100)
  }
  await stop()
  throw new Error('a server of the bench did not come up')
}
