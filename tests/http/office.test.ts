import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { action as signInAction, loader as signInPage } from '#app/routes/dang-nhap.tsx'
import { action as signOutAction } from '#app/routes/dang-xuat.tsx'
import { loader as list } from '#app/routes/dot._index.tsx'
import { loader as overview } from '#app/routes/dot.$id._index.tsx'
import { loader as collect } from '#app/routes/dot.$id.thu._index.tsx'
import { action as enter } from '#app/routes/dot.$id.thu.$slot.tsx'
import { loader as setupPage } from '#app/routes/thiet-lap.tsx'
import { createAccount } from '#app/services/accounts.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

const base = 'http://localhost:3000'
const password = 'mot cau ngan de nho'

let world: World
let round: Awaited<ReturnType<typeof collectingCampaign>>

type Handler = (args: {
  request: Request
  context: AppLoadContext
  params: Record<string, string>
}) => unknown

/** Asks a route as the server would; a thrown answer is an answer. */
const ask = async (
  handler: unknown,
  path: string,
  more: { form?: Record<string, string>; cookie?: string; params?: Record<string, string> } = {},
) => {
  const { form, cookie, params = {} } = more
  const request = new Request(base + path, {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: cookie ? { Cookie: cookie } : {},
  })
  const args = { request, params, context: { system: world.system } }
  try {
    return read(await (handler as Handler)(args))
  } catch (thrown) {
    return read(thrown)
  }
}

/** Redirects, `data()` and plain values alike: status, headers, body. */
const read = (answer: unknown) => {
  if (answer instanceof Error) throw answer
  if (answer instanceof Response)
    return { status: answer.status, headers: answer.headers, body: null as unknown }
  const wrapped = answer as {
    init?: { status?: number; headers?: HeadersInit } | null
    data?: unknown
    type?: string
  }
  if (wrapped?.type !== 'DataWithResponseInit') return { status: 200, headers: new Headers(), body: answer }
  return {
    status: wrapped.init?.status ?? 200,
    headers: new Headers(wrapped.init?.headers),
    body: wrapped.data,
  }
}

const cookieOf = async (username: string): Promise<string> => {
  const answer = await ask(signInAction, '/dang-nhap', { form: { username, password } })
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

beforeAll(async () => {
  world = await newWorld()
  round = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 5 })
  const admin = world.as(world.people.admin)
  const make = (username: string, role: 'commune-cadre' | 'collector', areaId: string) =>
    createAccount(admin, { username, password, name: username, role, areaIds: [areaId] })
  await make('lan.cb', 'commune-cadre', '99001')
  await make('minh.cb', 'commune-cadre', '99002')
  await make('tam.th', 'collector', round.villageId('Đồi Chè'))
})

const overviewOf = (cookie: string) =>
  ask(overview, `/dot/${round.campaignId}`, { cookie, params: { id: round.campaignId } })

describe('signing in', () => {
  test('a wrong password and an unknown name are answered alike', async () => {
    const wrong = await ask(signInAction, '/dang-nhap', { form: { username: 'lan.cb', password: 'sai' } })
    const unknown = await ask(signInAction, '/dang-nhap', { form: { username: 'ai', password: 'sai' } })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(wrong.body).toMatchObject({ code: 'sign-in-wrong' })
    expect(unknown.body).toMatchObject({ code: 'sign-in-wrong' })
  })

  test('leads to the page that was asked for, never to another site', async () => {
    const form = { username: 'lan.cb', password }
    const here = await ask(signInAction, '/dang-nhap', { form: { ...form, toi: '/dot/moi' } })
    const there = await ask(signInAction, '/dang-nhap', { form: { ...form, toi: '//evil.example' } })
    expect([here.status, here.headers.get('Location')]).toEqual([303, '/dot/moi'])
    expect(there.headers.get('Location')).toBe('/dot')
  })

  test('a reader who is not signed in is sent there with the way back', async () => {
    const answer = await overviewOf('')
    expect(answer.headers.get('Location')).toBe(`/dang-nhap?toi=%2Fdot%2F${round.campaignId}`)
  })

  test('after signing out the cookie opens nothing', async () => {
    const cookie = await cookieOf('minh.cb')
    expect((await ask(list, '/dot', { cookie })).status).toBe(200)
    const out = await ask(signOutAction, '/dang-xuat', { form: {}, cookie })
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/'])
    expect((await ask(list, '/dot', { cookie })).status).toBe(302)
  })

  test('eight wrong passwords rest the name with 429', async () => {
    const admin = world.as(world.people.admin)
    await createAccount(admin, {
      username: 'khoa.cb',
      password,
      name: 'khoa',
      role: 'commune-cadre',
      areaIds: ['99002'],
    })
    const form = { username: 'khoa.cb', password: 'sai' }
    const statuses: number[] = []
    for (let turn = 0; turn < 9; turn += 1)
      statuses.push((await ask(signInAction, '/dang-nhap', { form })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429])
  })

  test('an installation with accounts has no set-up any more', async () => {
    expect((await ask(setupPage, '/thiet-lap')).status).toBe(410)
    expect((await ask(signInPage, '/dang-nhap')).status).toBe(200)
  })
})

describe('a form whose session has ended', () => {
  const slotPath = (slot: string) => `/dot/${round.campaignId}/thu/${slot}`

  test('keeps what was typed, without the password, and comes back after signing in', async () => {
    const path = slotPath('x')
    const form = {
      channel: 'visit',
      'answer.transport': 'dissatisfied',
      'reason.transport': 'Ngõ "lầy"',
      password,
    }
    const ended = await ask(enter, path, { form, params: { id: round.campaignId, slot: 'x' } })
    expect(ended.status).toBe(401)
    const { password: _, ...kept } = form
    expect(ended.body).toMatchObject({ interrupted: { path, fields: kept } })
    expect(JSON.stringify(ended.body)).not.toContain(password)
    const back = await ask(signInAction, '/dang-nhap', {
      form: {
        username: 'lan.cb',
        password,
        'giu.path': path,
        ...Object.fromEntries(Object.entries(kept).map(([name, value]) => [`giu.field.${name}`, value])),
      },
    })
    expect(back.status).toBe(200)
    expect(back.headers.get('Set-Cookie')).toContain('phien=')
    expect(back.body).toEqual({ kind: 'resumed', kept: { path, fields: kept } })
  })

  test('is never sent to another site', async () => {
    const form = { username: 'lan.cb', password, 'giu.path': '//evil.example/x', 'giu.field.a': 'b' }
    expect((await ask(signInAction, '/dang-nhap', { form })).status).toBe(303)
  })
})

describe('a round that collects', () => {
  test('shows participation and nothing of answers, however it is asked', async () => {
    const [code] = round.codesOf('Suối Mơ')
    await answerByCode(world.system, code ?? '', filledIn('dissatisfied', { 'reason.transport': 'Bí mật' }))
    const { status, body } = await overviewOf(await cookieOf('lan.cb'))
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    for (const told of ['anyDissatisfied', 'invalid"', 'counted"', 'Bí mật', '"open"'])
      expect(text).not.toContain(told)
    expect(body).toMatchObject({ total: { households: 17, collected: 1 } })
  })

  test('is closed to a cadre of another commune', async () => {
    expect((await overviewOf(await cookieOf('minh.cb'))).status).toBe(403)
  })

  test('shows a collector one village, without the days of the others', async () => {
    const cookie = await cookieOf('tam.th')
    const { body } = await overviewOf(cookie)
    expect(body).toMatchObject({ whole: false, turnout: [], deeds: ['ballot.enter'] })
    const village = (name: string) =>
      ask(collect, `/dot/${round.campaignId}/thu?thon=${encodeURIComponent(round.villageId(name))}`, {
        cookie,
        params: { id: round.campaignId },
      })
    expect((await village('Đồi Chè')).body).toMatchObject({ villages: [{ name: 'Đồi Chè' }] })
    expect((await village('Suối Mơ')).status).toBe(403)
  })

  test('finds households without accents, and only those yet to answer', async () => {
    const cookie = await cookieOf('tam.th')
    const doors = async (query: string) => {
      const thon = encodeURIComponent(round.villageId('Đồi Chè'))
      const { body } = await ask(collect, `/dot/${round.campaignId}/thu?thon=${thon}&${query}`, {
        cookie,
        params: { id: round.campaignId },
      })
      return (body as { village: { doors: { rows: { slotId: string; name: string }[] } } }).village.doors.rows
    }
    expect((await doors('tim=ho+7')).map(door => door.name)).toEqual(['Hộ 7'])
    const [first] = await doors('tim=ho+3')
    const path = `/dot/${round.campaignId}/thu/${first?.slotId}`
    const params = { id: round.campaignId, slot: first?.slotId ?? '' }
    const thon = round.villageId('Đồi Chè')
    const form = { channel: 'paper', invalid: 'yes', thon }
    const saved = await ask(enter, path, { cookie, params, form })
    expect(saved.status).toBe(303)
    expect(saved.headers.get('Location')).toContain('bien-nhan=')
    expect(saved.headers.get('Location')).not.toContain('truoc')
    const again = await ask(enter, path, { cookie, params, form })
    expect(again.headers.get('Location')).toContain('truoc=1')
    expect((await doors('con=1')).map(door => door.name)).not.toContain('Hộ 3')
    expect(await doors('')).toHaveLength(12)
  })

  test('gives a faulty entry back with everything typed', async () => {
    const cookie = await cookieOf('tam.th')
    const thon = encodeURIComponent(round.villageId('Đồi Chè'))
    const { body } = await ask(collect, `/dot/${round.campaignId}/thu?thon=${thon}&con=1`, {
      cookie,
      params: { id: round.campaignId },
    })
    const slot =
      (body as { village: { doors: { rows: { slotId: string }[] } } }).village.doors.rows[0]?.slotId ?? ''
    const form = { channel: 'visit', 'answer.transport': 'blank', otherOpinion: 'Cần đèn đường' }
    const params = { id: round.campaignId, slot }
    const answer = await ask(enter, `/dot/${round.campaignId}/thu/${slot}`, { cookie, params, form })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      typed: form,
      faults: expect.arrayContaining([{ field: 'answer.transport', code: 'answer-unknown' }]),
    })
  })
})
