import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '#app/http/express.server.ts'
import { createLog } from '#app/http/log.server.ts'
import { sameForAll } from '#app/http/page-lane.server.ts'
import type { Pages } from '#app/http/pages.server.ts'
import { lanesFirst, shortBallots, shortPages } from '#app/http/resident-lanes.server.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { askServer } from '#tests/support/asking.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 30 })
const codes = [...codesOf('Đồi Chè')]
const nextCode = (): string => codes.pop() ?? ''

const rendered: string[] = []

/** Stands where Remix does: says what it was asked, and is the same for all only where the code opens the form. */
const pages: Pages = async request => {
  const { pathname } = new URL(request.url)
  const cookies = request.headers.get('Cookie') ?? ''
  rendered.push(`${request.method} ${pathname} ${cookies}`)
  const door = await findDoor(world.system, pathname.split('/')[2] ?? '')
  const open = door.ok && door.value.state === 'open'
  return new Response(`page for [${cookies}]`, open ? { headers: { [sameForAll]: 'yes' } } : {})
}

const getContext = () => ({ system: world.system, demonstration: false })
const log = createLog('silent')
const app = createApp({
  ...{ log, pages, getContext, publicUrl: 'http://localhost', origins: [], trustProxy: false },
  ping: async () => {},
})
const security = { inlineStyles: ['b{}'], contentPolicy: true, https: false }
const lanes = [
  shortPages({ system: world.system, pages, getContext, ...security }),
  shortBallots({ system: world.system, trusted: ['http://localhost'], ...security }),
]
const server = createServer(lanesFirst(lanes, app, log)).listen(0)
await once(server, 'listening')
const { port } = server.address() as AddressInfo
afterAll(() => void server.close())
beforeEach(() => {
  rendered.length = 0
})

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  askServer(port, path, { headers })

const questionnaire = findQuestionnaire('qd318')
const ballot = (lines: Readonly<Record<string, string>> = {}): string => {
  const form = filledIn('satisfied', lines)
  const names = questionnaire ? contentKeys(questionnaire).map(key => `answer.${key}`) : []
  return new URLSearchParams(names.map(name => [name, form.get(name) ?? ''])).toString()
}
const send = (code: string, body: string) =>
  askServer(port, `/p/${code}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })

test('one rendering serves every household of a campaign, and each choice of the reader has its own', async () => {
  const [a, b] = [nextCode(), nextCode()]
  expect((await ask(`/p/${a}`)).body).toBe('page for []')
  expect((await ask(`/p/${b}`)).body).toBe('page for []')
  expect((await ask(`/p/${b}`, { Cookie: 'phien=secret; lang=en' })).body).toBe('page for [lang=en]')
  expect(rendered).toEqual([`GET /p/${a} `, `GET /p/${b} lang=en`])
})

test('a language that the campaign does not have is the Vietnamese page, kept once', async () => {
  const code = nextCode()
  for (const cookie of ['lang=qaa', 'lang=qab; co=huge', 'lang=vi; x=y'])
    expect((await ask(`/p/${code}`, { Cookie: cookie })).body).toBe('page for []')
  expect((await ask(`/p/${code}`, { Cookie: 'co=to; lang=en' })).body).toBe('page for [lang=en; co=to]')
})

test('a kept page is sent packed, with the security headers of every page, and is kept by no browser', async () => {
  const answer = await ask(`/p/${nextCode()}`, { 'Accept-Encoding': 'gzip' })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
  })
  expect(answer.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self' 'sha256-")
})

test('whoever has the page already is told that it is still the same', async () => {
  const code = nextCode()
  const { etag } = (await ask(`/p/${code}`)).headers
  const again = await ask(`/p/${code}`, { 'If-None-Match': String(etag) })
  expect([again.status, again.body]).toEqual([304, ''])
})

test('an answered household, a code that nobody has and an address with a question are left to the pages', async () => {
  const answered = nextCode()
  expect((await send(answered, ballot())).status).toBe(303)
  rendered.length = 0
  await ask(`/p/${answered}`)
  await ask('/p/2222222222')
  await ask(`/p/${nextCode()}?lai=1`)
  await ask(`/p/${nextCode()}/bien-nhan`)
  expect(rendered.map(line => line.split(' ')[1]?.split('/')[1])).toEqual(['p', 'p', 'p', 'p'])
})

test('who sends a ballot twice is never led back to the form, however fresh the memory', async () => {
  const code = nextCode()
  expect((await ask(`/p/${code}`)).status).toBe(200)
  await send(code, ballot())
  rendered.length = 0
  expect((await send(code, ballot())).headers.location).toBe(`/p/${code}`)
  await ask(`/p/${code}`)
  expect(rendered).toEqual([`GET /p/${code} `])
})

test('a page with a receipt on it is never kept for another household', async () => {
  const code = nextCode()
  const [one, other] = await Promise.all([send(code, ballot()), ask(`/p/${code}`)])
  expect(one.status).toBe(303)
  expect(other.status).toBe(200)
  expect((await ask(`/p/${nextCode()}`)).body).toBe('page for []')
})

test('a whole ballot is taken without the pages, once', async () => {
  const code = nextCode()
  expect(await send(code, ballot())).toMatchObject({
    status: 303,
    headers: { location: `/p/${code}/bien-nhan` },
  })
  expect(await send(code, ballot())).toMatchObject({ status: 303, headers: { location: `/p/${code}` } })
  expect(rendered).toEqual([])
})

test('a ballot with a line missing, or with another kind of body, goes on to the page', async () => {
  const code = nextCode()
  await send(code, 'answer.c01=satisfied')
  await askServer(port, `/p/${code}`, { method: 'POST', body: '{}' })
  expect(rendered).toEqual([`POST /p/${code} `, `POST /p/${code} `])
})

test('a ballot that another site sends is refused, and nothing of it is kept', async () => {
  const code = nextCode()
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://other.example' }
  expect((await askServer(port, `/p/${code}`, { method: 'POST', body: ballot(), headers })).status).toBe(403)
  const door = await findDoor(world.system, code)
  expect(door.ok && door.value.state).toBe('open')
})

test('after closing no code opens the form, however fresh the memory', async () => {
  const code = nextCode()
  await ask(`/p/${code}`)
  await closeRound(world, campaignId)
  rendered.length = 0
  await send(code, ballot())
  expect(rendered).toEqual([`POST /p/${code} `])
})
