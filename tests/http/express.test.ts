import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '#app/http/express.server.ts'
import { createLog } from '#app/http/log.server.ts'
import type { Pages } from '#app/http/pages.server.ts'
import { answerUnreadable } from '#app/http/unreadable.server.ts'
import { type Asking, askServer } from '#tests/support/asking.ts'

const lines: Record<string, unknown>[] = []
let answering = true
let pages: Pages
let server: Server
let port = 0

const app = createApp({
  log: createLog('warn', line => lines.push(JSON.parse(line))),
  ping: async () => {
    if (!answering) throw new Error('no answer')
  },
  publicUrl: 'https://longdan.example',
  origins: ['https://khac.example'],
  trustProxy: false,
  pages: (request, context) => pages(request, context),
  getContext: () => ({ demonstration: true }),
})

const ask = (path: string, asking?: Asking) => askServer(port, path, asking)

beforeAll(async () => {
  server = createServer(app)
  server.on('clientError', answerUnreadable)
  server.listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

beforeEach(() => {
  lines.length = 0
  answering = true
  pages = async request => new Response(`${request.method} ${(await request.text()).length}`)
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('the health address', () => {
  it('is 200 only while the database answers', async () => {
    expect((await ask('/healthz')).status).toBe(200)
    answering = false
    expect((await ask('/healthz')).status).toBe(503)
  })
})

describe('a post', () => {
  const from = (headers: Readonly<Record<string, string>>) =>
    ask('/p/ABC', { method: 'POST', body: 'a=1', headers }).then(answer => answer.status)

  it('reaches the page with its whole body', async () => {
    const answer = await ask('/p/ABC', { method: 'POST', body: 'x'.repeat(60_000) })
    expect(answer.body).toBe('POST 60000')
  })

  it('from this site itself is taken, however the browser says so', async () => {
    expect(await from({ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://dang-sau-proxy.example' })).toBe(
      200,
    )
    expect(await from({ Origin: `http://localhost:${port}` })).toBe(200)
    expect(await from({ Origin: 'https://longdan.example', 'Sec-Fetch-Site': 'cross-site' })).toBe(200)
    expect(await from({ Origin: 'https://khac.example' })).toBe(200)
    expect(await from({})).toBe(200)
  })

  it('from another site is refused', async () => {
    expect(await from({ Origin: 'https://xau.example' })).toBe(403)
    expect(await from({ Origin: 'null' })).toBe(403)
    expect(await from({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await from({ 'Sec-Fetch-Site': 'same-site', Origin: 'https://anh-em.example' })).toBe(403)
  })

  it('of a form above 64 KB is refused, whether its length was told or not', async () => {
    const body = 'x'.repeat(64 * 1024 + 1)
    for (const chunked of [false, true]) {
      const answer = await ask('/p/ABC', { method: 'POST', body, chunked })
      expect([chunked, answer.status]).toEqual([chunked, 413])
      expect(answer.body).toContain('quá lớn')
    }
  })

  it('of 30 MB gets its answer although nothing of it is kept', async () => {
    const answer = await ask('/p/ABC', { method: 'POST', body: Buffer.alloc(30_000_000) })
    expect(answer.status).toBe(413)
    expect(answer.headers.connection).toBe('close')
  })

  it('of a household list may have 12 MB', async () => {
    const list = { method: 'POST', body: Buffer.alloc(12 * 1024 * 1024) }
    expect((await ask('/dot/5f/danh-sach', list)).status).toBe(200)
    const larger = { method: 'POST', body: Buffer.alloc(12 * 1024 * 1024 + 1) }
    expect((await ask('/dot/5f/danh-sach', larger)).status).toBe(413)
  })
})

describe('an address', () => {
  it('that cannot be decoded or holds a NUL is answered 400, in words', async () => {
    for (const path of ['/%E0%A4%A', '/p/%00', '/p/A?x=%00', '/%', '/p/%ff']) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 400])
      expect(answer.body).toContain('Địa chỉ hoặc yêu cầu không đúng')
    }
  })

  it('too long is answered 414, beyond what the parser reads too', async () => {
    expect((await ask(`/${'a'.repeat(9000)}`)).status).toBe(414)
    expect((await ask(`/${'a'.repeat(40_000)}`)).status).toBe(414)
  })

  it('under a host that is no host name is answered 400', async () => {
    expect((await ask('/', { headers: { Host: 'a b<script>' } })).status).toBe(400)
  })

  it('asked with another method is answered 405 with those it takes', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const answer = await ask('/', { method })
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD, POST'])
    }
  })
})

describe('what is not HTTP', () => {
  it('is answered 400 and the line is closed', async () => {
    const socket = connectSocket(port)
    socket.write('rác rưởi\r\n\r\n')
    const parts: Buffer[] = []
    for await (const part of socket) parts.push(part as Buffer)
    expect(Buffer.concat(parts).toString()).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a plain trouble page', () => {
  it('is Vietnamese unless the reader asks for English', async () => {
    const title = async (headers: Readonly<Record<string, string>>) =>
      /<html lang="(..)">/.exec((await ask('/%', { headers })).body)?.[1]
    expect(await title({})).toBe('vi')
    expect(await title({ 'Accept-Language': 'en-GB,vi;q=0.5' })).toBe('en')
    expect(await title({ 'Accept-Language': 'fr,vi;q=0.5,en;q=0.4' })).toBe('vi')
    expect(await title({ 'Accept-Language': 'en', Cookie: 'a=b; lang=vi' })).toBe('vi')
  })
})

describe('every answer', () => {
  it('says what may be loaded, with a nonce of its own that the page knows', async () => {
    const seen: string[] = []
    pages = async (_request, { nonce }) => {
      seen.push(nonce)
      return new Response('')
    }
    const policies = [await ask('/'), await ask('/')].map(each =>
      String(each.headers['content-security-policy']),
    )
    expect(policies[0]).toContain(`'nonce-${seen[0]}'`)
    expect(policies[1]).toContain(`'nonce-${seen[1]}'`)
    expect(seen[0]).not.toBe(seen[1])
  })

  it('carries the headers that keep browsers careful, and does not say what runs here', async () => {
    const { headers } = await ask('/%')
    expect(headers).toMatchObject({
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('keeps each cookie a page sets', async () => {
    pages = async () => {
      const headers = new Headers([
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ])
      return new Response('', { headers })
    }
    expect((await ask('/')).headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })
})

describe('a bug in a page', () => {
  it('shows the reader a plain page and the log the reason, in one line', async () => {
    pages = async () => {
      throw new TypeError('hỏng bí mật')
    }
    const answer = await ask('/p/AB12CD')
    expect(answer.status).toBe(500)
    expect(answer.body).not.toMatch(/bí mật|TypeError| at /)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      level: 'error',
      status: 500,
      path: '/p/…',
      failure: 'TypeError: hỏng bí mật',
    })
    expect(answer.body).toContain(String(lines[0]?.id))
  })
})

describe('the log', () => {
  it('has one line for a failed request and none for a good one', async () => {
    await ask('/')
    expect(lines).toHaveLength(0)
    await ask('/khong-co', { method: 'DELETE' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ event: 'request', level: 'warn', method: 'DELETE', status: 405 })
  })
})
