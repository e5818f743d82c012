import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

/** Rates in requests a second, times in milliseconds. */
export interface Measured {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly answered: number
  readonly failed: number
}

const connections = 64

/** Whether wrk is on the machine: it takes less of the two cores than a caller written in JavaScript. */
export const hasWrk = (): boolean => spawnSync('wrk', ['--version']).error === undefined

/** Asks for one address for so many seconds, over 64 connections, as a phone does (gzip). */
export async function askPage(url: string, seconds: number): Promise<Measured> {
  return hasWrk() ? askWithWrk(url, seconds) : askWithAutocannon(url, seconds)
}

function askWithWrk(url: string, seconds: number): Measured {
  const flags = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip']
  return readWrk(execFileSync('wrk', [...flags, url], { encoding: 'utf8' }))
}

/** What wrk printed. */
function readWrk(out: string): Measured {
  const read = (pattern: RegExp): string => pattern.exec(out)?.[1] ?? ''
  return {
    rate: Number(read(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(read(/50%\s+(\S+)/)),
    p99: milliseconds(read(/99%\s+(\S+)/)),
    answered: Number(read(/(\d+) requests in/)),
    failed: Number(read(/Non-2xx or 3xx responses:\s+(\d+)/) || 0),
  }
}

/** `4.81ms`, `512.00us`, `1.02s`. */
function milliseconds(text: string): number {
  const value = Number.parseFloat(text)
  if (text.endsWith('us')) return value / 1000
  return text.endsWith('ms') ? value : value * 1000
}

async function askWithAutocannon(url: string, seconds: number): Promise<Measured> {
  const headers = { 'accept-encoding': 'gzip' }
  return measuredOf(await autocannon({ url, connections, duration: seconds, headers }), seconds * 1000)
}

export interface Sending {
  readonly url: string
  /** The codes to send a ballot for, each once. */
  readonly codes: readonly string[]
  readonly body: string
  /** Ballots a second; as fast as they are answered when absent. */
  readonly rate?: number
}

/** Sends one ballot a code over 64 connections. Answered means 303 to the receipt. */
export async function sendBallots(sending: Sending): Promise<Measured> {
  return sending.rate === undefined && hasWrk() ? sendWithWrk(sending) : sendWithAutocannon(sending)
}

/** Seconds after which wrk gives up. */
const LONGEST = 300

async function sendWithWrk({ url, codes, body }: Sending): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'long-dan-wrk-'))
  const files = { CODES: join(folder, 'codes'), BODY: join(folder, 'body') }
  writeFileSync(files.CODES, codes.join('\n'))
  writeFileSync(files.BODY, body)
  const script = new URL('ballots.lua', import.meta.url).pathname
  const flags = ['-t1', `-c${connections}`, `-d${LONGEST}s`, '--latency', '-s', script]
  const out = await untilTaken(spawn('wrk', [...flags, url], { env: { ...process.env, ...files } }))
  rmSync(folder, { recursive: true })
  const seconds = Number(/Taken: ([\d.]+)/.exec(out)?.[1])
  if (!(seconds > 0)) throw new Error(`not all ballots were answered:\n${out}`)
  // The last code may have been sent more than once: its household is acknowledged once.
  return { ...readWrk(out), rate: codes.length / seconds, answered: codes.length }
}

/** What wrk says; it is told to stop when all are answered. */
async function untilTaken(wrk: ChildProcessWithoutNullStreams): Promise<string> {
  let out = ''
  for await (const chunk of wrk.stdout.setEncoding('utf8')) {
    out += chunk
    if (String(chunk).includes('Taken:')) wrk.kill('SIGINT')
  }
  return out
}

async function sendWithAutocannon({ url, codes, body, rate }: Sending): Promise<Measured> {
  let next = 0
  const started = performance.now()
  const result = await autocannon({
    url,
    connections,
    amount: codes.length,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        setupRequest: request => ({ ...request, path: `/p/${codes[next++ % codes.length]}` }),
      },
    ],
  })
  return measuredOf(result, performance.now() - started)
}

/** Asks for the form of each code once. */
export async function askForms(url: string, codes: readonly string[]): Promise<Measured> {
  let next = 0
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    path: `/p/${codes[next++ % codes.length]}`,
  })
  const requests = [{ method: 'GET' as const, headers: { 'accept-encoding': 'gzip' }, setupRequest }]
  const started = performance.now()
  const result = await autocannon({ url, connections, amount: codes.length, requests })
  return measuredOf(result, performance.now() - started)
}

/** autocannon's own duration is in whole seconds, so the time is taken here. */
function measuredOf(result: autocannon.Result, milliseconds: number): Measured {
  const answered = result['2xx'] + result['3xx']
  return {
    rate: (answered * 1000) / milliseconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered,
    failed: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  }
}
