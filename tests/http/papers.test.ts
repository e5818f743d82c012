import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CampaignId } from '#app/basics/ids.ts'
import { readable } from '#app/http/refusal.server.ts'
import { action as signInAction } from '#app/routes/dang-nhap.tsx'
import { loader as report } from '#app/routes/dot.$id.bao-cao[.]docx.tsx'
import { loader as tally } from '#app/routes/dot.$id.bieu-tong-hop[.]xlsx.tsx'
import { loader as pack } from '#app/routes/dot.$id.ho-so-so-lieu[.]zip.tsx'
import { createAccount } from '#app/services/accounts.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, newWorld, type World } from '#tests/support/world.ts'

const base = 'http://localhost:3000'
const password = 'mot cau ngan de nho'
const unknownId = '00000000-0000-4000-8000-000000000000'

type Loader = typeof report

let world: World
let campaignId: CampaignId
const cookies: Record<string, string> = {}

/** A thrown response is an answer; anything else thrown is a bug. */
const answered = async (work: Promise<unknown>): Promise<Response> => {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer
  throw answer
}

const ask = (loader: Loader, id: string, cookie = ''): Promise<Response> => {
  const request = new Request(`${base}/dot/${id}/paper`, { headers: { Cookie: cookie } })
  const context: AppLoadContext = { system: world.system }
  return answered(Promise.resolve(loader({ request, params: { id }, context })))
}

const signIn = async (username: string): Promise<string> => {
  const request = new Request(`${base}/dang-nhap`, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  const answer = await answered(signInAction({ request, params: {}, context: { system: world.system } }))
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

beforeAll(async () => {
  world = await newWorld()
  campaignId = (await collectingCampaign(world, { 'Đồi Chè': 6 })).campaignId
  for (const [username, areaId] of [
    ['lan.cb', '99001'],
    ['minh.cb', '99002'],
  ] as const) {
    const account = { username, password, name: username, role: 'commune-cadre', areaIds: [areaId] } as const
    await createAccount(world.as(world.people.admin), account)
    cookies[username] = await signIn(username)
  }
})

describe('a paper that cannot be had', () => {
  test('while collecting: a page that says to close first, in the language of the reader', async () => {
    const answer = await ask(report, campaignId, cookies['lan.cb'])
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([409, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('Khóa thu phiếu rồi xem lại.')
    const english = await ask(report, campaignId, `${cookies['lan.cb']}; lang=en`)
    expect(await english.text()).toContain('Close it and look again.')
  })

  test('of another commune is 403, of an unknown campaign 404, each as a page', async () => {
    for (const loader of [report, tally]) {
      const foreign = await ask(loader, campaignId, cookies['minh.cb'])
      const unknown = await ask(loader, unknownId, cookies['lan.cb'])
      expect([foreign.status, unknown.status]).toEqual([403, 404])
      expect(await unknown.text()).toContain('Không có đợt lấy ý kiến này.')
    }
  })

  test('without signing in leads to signing in and back', async () => {
    const answer = await ask(report, campaignId)
    expect(answer.headers.get('Location')).toMatch(/^\/dang-nhap\?toi=/)
  })
})

test('a paper comes as a file under its Vietnamese name, and under a plain one for old clients', async () => {
  await closeRound(world, campaignId)
  const answer = await ask(report, campaignId, cookies['lan.cb'])
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toMatch(/wordprocessingml\.document$/)
  expect(answer.headers.get('Content-Disposition')).toBe(
    'attachment; filename="Bao cao ket qua lay y kien - Xa Son Loc.docx"; ' +
      `filename*=UTF-8''${encodeURIComponent('Báo cáo kết quả lấy ý kiến - Xã Sơn Lộc.docx')}`,
  )
  const bytes = await answer.arrayBuffer()
  expect(bytes.byteLength).toBe(Number(answer.headers.get('Content-Length')))
  const zip = await ask(pack, campaignId, cookies['lan.cb'])
  expect([zip.status, zip.headers.get('Content-Type')]).toEqual([200, 'application/zip'])
  expect(zip.headers.get('Content-Disposition')).toMatch(/filename="Goi bang chung - Xa Son Loc.zip"/)
  expect((await ask(pack, campaignId, cookies['minh.cb'])).status).toBe(403)
  expect((await ask(pack, unknownId, cookies['lan.cb'])).status).toBe(404)
  const sheet = await ask(tally, campaignId, cookies['lan.cb'])
  expect(sheet.headers.get('Content-Type')).toMatch(/spreadsheetml\.sheet$/)
})

test('what Remix answers with JSON at a route without a page becomes a page, anything else stays', async () => {
  const request = new Request(`${base}/dot/x/bao-cao.docx`, { method: 'POST' })
  const json = Response.json({ message: 'x' }, { status: 405, headers: { 'X-Remix-Error': 'yes' } })
  const page = readable(request, json)
  expect([page.status, page.headers.get('Content-Type')]).toEqual([405, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('Cách gửi không đúng')
  const fine = Response.json({ rows: 1 }, { status: 404 })
  expect(readable(request, fine)).toBe(fine)
})
