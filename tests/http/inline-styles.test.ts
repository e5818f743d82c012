import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '#app/http/express.server.ts'
import { createLog } from '#app/http/log.server.ts'
import { askServer } from '#tests/support/asking.ts'

const sheet = '.a>.b{content:"x"}'

const server = createServer(
  createApp({
    log: createLog('silent'),
    ping: async () => {},
    publicUrl: 'https://longdan.example',
    origins: [],
    trustProxy: false,
    inlineStyles: [sheet],
    pages: async () => new Response('trang'),
    getContext: () => ({}),
  }),
)
server.listen(0)
await once(server, 'listening')
afterAll(() => server.close())

describe('the content security policy', () => {
  it('lets the sheet in that stands inside pages, by its hash, and no other inline style', async () => {
    const answer = await askServer((server.address() as AddressInfo).port, '/')
    const styles = /style-src ([^;]+)/.exec(String(answer.headers['content-security-policy']))?.[1]
    expect(styles).toBe(`'self' 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`)
  })
})
