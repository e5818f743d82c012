import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '#app/basics/ids.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import * as meeting from '#app/routes/dot.$id.hop._index.tsx'
import * as meetingHousehold from '#app/routes/dot.$id.hop.$slot.tsx'
import * as meetingEnd from '#app/routes/dot.$id.hop.ket-thuc.tsx'
import * as meetingThanks from '#app/routes/dot.$id.hop.xong.tsx'
import * as machineVillage from '#app/routes/dot.$id.may.du-lieu.tsx'
import * as machineSending from '#app/routes/dot.$id.may.gui.tsx'
import * as assigning from '#app/routes/dot.$id.phan-cong.tsx'
import * as list from '#app/routes/dot.$id.thu._index.tsx'
import * as entry from '#app/routes/dot.$id.thu.$slot.tsx'
import * as doubles from '#app/routes/dot.$id.thu.trung.tsx'
import { enterSheet } from '#app/services/sheets.server.ts'
import { insertAccountAreas } from '#db/queries/accounts.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const named = [
  { number: '012', name: 'Nguyễn Thị Hòa' },
  { number: '9', name: 'Đặng Văn Đức' },
]
await insertHouseholds(
  world.system.db,
  named.map(one => ({ ...one, id: randomUUID(), villageId: '99001-Đồi Chè' })),
  world.system.clock(),
)
const { campaignId, villageId } = await collectingCampaign(world, { 'Đồi Chè': 58, 'Suối Mơ': 3 })
const ask = await asker(world)
const { pool } = world.database
const params = { id: campaignId }
const village = villageId('Đồi Chè')

type Door = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string
  readonly channel: string | null
  readonly outcome: string | null
}
type Listed = {
  readonly villages: readonly { readonly name: string; readonly assigned: boolean }[]
  readonly doubles: number | null
  readonly next: string | null
  readonly receipt: { readonly receipt: string; readonly stands: boolean } | null
  readonly village: {
    readonly doors: { readonly rows: readonly Door[]; readonly total: number; readonly pages: number }
  } | null
}

const open = async (query: Readonly<Record<string, string>> = {}, as = 'tam') => {
  const asked = `/dot/${campaignId}/thu?${new URLSearchParams({ thon: village, ...query })}`
  return ask(list.loader, asked, { params, as })
}
const listed = async (query: Readonly<Record<string, string>> = {}) => (await open(query)).body as Listed
const rows = async (query: Readonly<Record<string, string>> = {}) =>
  (await listed(query)).village?.doors.rows ?? []
const doorOf = async (number: string): Promise<Door> => {
  const door = (await rows({ tim: number })).find(one => one.number === number)
  if (!door) throw new Error(`no household ${number}`)
  return door
}

const filled = (more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(contentKeys(qd318).map(key => [`answer.${key}`, 'satisfied'])),
  ...{ channel: 'visit', thon: village, item: randomUUID() },
  ...more,
})
const enter = (slotId: string, form: Readonly<Record<string, string>>, as = 'tam') =>
  ask(entry.action, `/dot/${campaignId}/thu/${slotId}`, { params: { ...params, slot: slotId }, form, as })
const sentTo = (answer: { readonly headers: Headers }) =>
  new URL(answer.headers.get('Location') ?? '', 'http://localhost').searchParams

describe('the list of a village', () => {
  it('is cut by the database: fifty a page in the order of numbers, those yet to answer on request', async () => {
    const first = (await listed()).village?.doors
    expect(first).toMatchObject({ total: 60, pages: 2 })
    expect(first?.rows).toHaveLength(50)
    expect(first?.rows.slice(7, 12).map(one => one.number)).toEqual(['8', '9', '9', '10', '11'])
    expect(await rows({ trang: '2' })).toHaveLength(10)
    expect(await rows({ con: '1' })).toHaveLength(50)
  })

  it.each([
    ['hoa', ['Nguyễn Thị Hòa']],
    ['nguyen hoa', ['Nguyễn Thị Hòa']],
    ['ĐẶNG', ['Đặng Văn Đức']],
    ['dang duc', ['Đặng Văn Đức']],
    ['12', ['Hộ 12', 'Nguyễn Thị Hòa']],
    ["%'; --", []],
    ['oa', []],
  ])('finds “%s” without accents, by the beginnings of words or the number', async (typed, names) => {
    expect((await rows({ tim: typed })).map(one => one.name).sort()).toEqual(names)
  })

  it('is a collector’s own villages only, and nobody’s of another commune', async () => {
    expect(await open({ thon: villageId('Suối Mơ') })).toMatchObject({ status: 403 })
    expect(await open({}, 'minh')).toMatchObject({ status: 403 })
    const choice = await ask(list.loader, `/dot/${campaignId}/thu`, { params, as: 'tam' })
    expect((choice.body as Listed).villages.map(one => one.name)).toEqual(['Đồi Chè'])
    expect((choice.body as Listed).doubles).toBeNull()
  })
})

describe('a ballot entered at the door', () => {
  it('leads back to the list with its receipt and the next household', async () => {
    const [first, second] = await rows()
    const answer = await enter(first?.slotId ?? '', filled())
    expect(answer.status).toBe(303)
    const query = sentTo(answer)
    expect(query.get('tiep')).toBe(second?.slotId)
    const back = await listed(Object.fromEntries(query))
    expect(back.receipt).toMatchObject({ stands: false })
    expect(back.village?.doors.rows.find(one => one.slotId === back.next)?.name).toBe(second?.name)
  })

  it('on the last line of a page leads to the page of the next household', async () => {
    const last = (await rows()).at(-1)
    expect(sentTo(await enter(last?.slotId ?? '', filled())).get('trang')).toBe('2')
  })

  it('among those yet to answer leads to the page of the shortened list', async () => {
    const waiting = await rows({ con: '1' })
    const query = sentTo(await enter(waiting.at(-1)?.slotId ?? '', filled({ con: '1' })))
    expect(query.get('con')).toBe('1')
    const back = await listed(Object.fromEntries(query))
    expect(back.village?.doors.rows.map(one => one.slotId)).toContain(query.get('tiep'))
  })

  it('posted twice is one ballot, and never a household met twice', async () => {
    const { slotId } = await doorOf('20')
    const form = filled()
    const [one, other] = [sentTo(await enter(slotId, form)), sentTo(await enter(slotId, form))]
    expect(other.get('bien-nhan')).toBe(one.get('bien-nhan'))
    expect(other.get('truoc')).toBeNull()
    expect((await pool.query('select 1 from "double"')).rows).toEqual([])
  })

  it('of somebody else after the first stands aside: told so, kept, and shown to the cadre by name and means', async () => {
    const { slotId, name } = await doorOf('20')
    expect(sentTo(await enter(slotId, filled({ channel: 'paper' }), 'lan')).get('truoc')).toBe('1')
    const page = (as: string) => ask(doubles.loader, `/dot/${campaignId}/thu/trung`, { params, as })
    const { body } = await page('lan')
    const first = 'visit'
    expect(body).toMatchObject({
      doubles: [{ name, first, later: [{ collector: 'lan.cb', channel: 'paper' }], lookedAt: false }],
    })
    expect(JSON.stringify(body)).not.toMatch(/satisfied|sealed/)
    for (const other of ['tam', 'minh']) expect(await page(other)).toMatchObject({ status: 403 })
  })

  it('once looked at is marked, and no longer counted as open', async () => {
    const { slotId } = await doorOf('20')
    const look = (slot: string, as: string) =>
      ask(doubles.action, `/dot/${campaignId}/thu/trung`, { params, as, form: { slot } })
    expect(await look(slotId, 'minh')).toMatchObject({ status: 403 })
    expect(await look(randomUUID(), 'lan')).toMatchObject({ status: 404 })
    const choice = () => ask(list.loader, `/dot/${campaignId}/thu`, { params, as: 'lan' })
    expect(((await choice()).body as Listed).doubles).toBe(1)
    expect(await look(slotId, 'lan')).toMatchObject({ status: 303 })
    expect(((await choice()).body as Listed).doubles).toBe(0)
    expect(await look(slotId, 'lan')).toMatchObject({ status: 404 })
  })

  it('with a line left out comes back whole', async () => {
    const { slotId } = await doorOf('21')
    const form = filled()
    const { 'answer.schools': _, ...rest } = form as Record<string, string>
    const answer = await enter(slotId, rest)
    expect(answer).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'answer.schools', code: 'answer-missing' }], typed: rest },
    })
  })
})

describe('a reason noted in the list', () => {
  const note = (slot: string, outcome: string, as = 'tam') =>
    ask(list.action, `/dot/${campaignId}/thu`, {
      ...{ params, as },
      form: { slot, outcome, thon: village, cach: 'visit', tim: 'ho', con: '1', trang: '1' },
    })

  it('shows at the household, can be taken back, and leads back to the same place', async () => {
    const { slotId } = await doorOf('30')
    const answer = await note(slotId, 'moved')
    expect(Object.fromEntries(sentTo(answer))).toEqual({
      ...{ thon: village, cach: 'visit', tim: 'ho', con: '1', xong: 'ly-do' },
    })
    expect((await doorOf('30')).outcome).toBe('moved')
    expect((await note(slotId, 'none')).status).toBe(303)
    expect((await doorOf('30')).outcome).toBeNull()
  })

  it('for a household that has just answered is said not to be noted', async () => {
    const { slotId } = await doorOf('20')
    expect(sentTo(await note(slotId, 'absent')).get('xong')).toBe('da-tra-loi')
  })

  it('is refused from another commune, and anything that is no reason is no form', async () => {
    const { slotId } = await doorOf('31')
    expect(await note(slotId, 'absent', 'minh')).toMatchObject({ status: 403 })
    expect(await note(slotId, 'asleep')).toMatchObject({ status: 422 })
    expect((await doorOf('31')).outcome).toBeNull()
  })
})

describe('a device passed round at a meeting', () => {
  const find = async (search: string, as = 'tam') =>
    ask(meeting.loader, `/dot/${campaignId}/hop?${new URLSearchParams({ thon: village, tim: search })}`, {
      ...{ params, as },
    })
  const answer = (slot: string, form: Readonly<Record<string, string>>) =>
    ask(meetingHousehold.action, `/dot/${campaignId}/hop/${slot}`, {
      ...{ params: { ...params, slot }, as: 'tam', form },
    })
  const thanks = (query: string) =>
    ask(meetingThanks.loader, `/dot/${campaignId}/hop/xong?${query}`, { params, as: 'tam' })

  it('shows no household before somebody types, and few of those that match', async () => {
    for (const typed of ['', 'h', '-']) expect((await find(typed)).body).toMatchObject({ found: null })
    const { found } = (await find('ho')).body as { readonly found: { readonly rows: readonly Door[] } }
    expect(found).toMatchObject({ more: true })
    expect(found.rows).toHaveLength(6)
    expect(Object.keys(found.rows[0] ?? {}).sort()).toEqual(['name', 'number', 'slotId'])
  })

  it('takes the household’s ballot as one of the meeting, whatever the form says, and thanks without naming it', async () => {
    const { slotId, name } = await doorOf('40')
    const answered = await answer(slotId, filled({ channel: 'paper' }))
    expect(answered.status).toBe(303)
    expect(answered.headers.get('Location')).not.toContain(slotId)
    expect(answered.headers.get('Set-Cookie')).toMatch(/^luot=.*HttpOnly/)
    const page = await thanks(sentTo(answered).toString())
    expect(page.body).toMatchObject({ stands: false })
    expect(JSON.stringify(page.body)).not.toContain(name)
    expect((await doorOf('40')).channel).toBe('meeting')
  })

  it('shows nothing of the last one when gone back to', async () => {
    const { slotId } = await doorOf('40')
    const again = await ask(meetingHousehold.loader, `/dot/${campaignId}/hop/${slotId}`, {
      ...{ params: { ...params, slot: slotId }, as: 'tam' },
    })
    expect(again.body).toMatchObject({ open: false })
    for (const page of [meeting, meetingHousehold, meetingThanks, meetingEnd])
      expect(page.headers()).toEqual({ 'Cache-Control': 'no-store' })
  })

  it('does not bring up again what was typed into a form with faults, should a browser post it once more', async () => {
    const { slotId } = await doorOf('40')
    const again = await answer(slotId, filled({ 'answer.schools': '', 'reason.roads': 'Đường lầy' }))
    expect(again).toMatchObject({ status: 303, body: null })
    expect(again.headers.get('Location')).toContain(`/hop/${slotId}`)
  })

  it('takes neither blank lines nor an invalid sheet', async () => {
    const { slotId } = await doorOf('41')
    const blank = { ...filled({ invalid: 'yes' }), 'answer.schools': 'blank' }
    expect(await answer(slotId, blank)).toMatchObject({ status: 422 })
    expect((await doorOf('41')).channel).toBeNull()
  })

  it('thanks nobody without a receipt', async () => {
    expect(await thanks('thon=x')).toMatchObject({ status: 303 })
  })

  it('is left with the collector’s password; wrong ones count as when signing in', async () => {
    const end = (password: string) =>
      ask(meetingEnd.action, `/dot/${campaignId}/hop/ket-thuc?${new URLSearchParams({ thon: village })}`, {
        ...{ params, as: 'tam', form: { password } },
      })
    expect(await end('khong phai mat khau')).toMatchObject({
      ...{ status: 422, body: { faults: { password: 'password-wrong' } } },
    })
    const { rows: failed } = await pool.query(
      `select 1 from audit_event where kind = 'account.sign-in-failed' and detail->>'username' = 'tam.cb'`,
    )
    expect(failed).toHaveLength(1)
    const left = await end('mot cau ngan de nho')
    expect(left.status).toBe(303)
    expect(left.headers.get('Location')).toMatch(/\/thu\?thon=/)
  })

  it('stays at the meeting: from other addresses it is led back, what is posted there is refused, until the password', async () => {
    const started = await find('')
    const kept = started.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    expect(started.headers.get('Set-Cookie')).toMatch(/^hop=.+; Path=\/; HttpOnly; SameSite=Lax$/)
    const back = `/dot/${campaignId}/hop?${new URLSearchParams({ thon: village })}`
    const thu = `/dot/${campaignId}/thu?${new URLSearchParams({ thon: village })}`
    const led = await ask(list.loader, thu, { params, as: 'tam', kept })
    expect([led.status, led.headers.get('Location')]).toEqual([303, back])
    const { slotId } = await doorOf('42')
    const at = { params: { ...params, slot: slotId }, as: 'tam', kept }
    const posted = await ask(entry.action, `/dot/${campaignId}/thu/${slotId}`, { ...at, form: filled() })
    expect(posted).toMatchObject({ status: 403, body: { problem: 'meeting-running', back } })
    expect((await doorOf('42')).channel).toBeNull()
    expect((await ask(meetingHousehold.loader, `/dot/${campaignId}/hop/${slotId}`, at)).status).toBe(200)
    const ended = await ask(meetingEnd.action, back.replace('/hop?', '/hop/ket-thuc?'), {
      ...{ params, as: 'tam', kept, form: { password: 'mot cau ngan de nho' } },
    })
    expect(ended.headers.get('Set-Cookie')).toMatch(/^hop=.*Max-Age=0/)
  })

  it('gives a device no list of households meanwhile, and still takes what the device holds', async () => {
    const kept = (await find('')).headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const asked = `/dot/${campaignId}/may/du-lieu?${new URLSearchParams({ thon: village })}`
    expect((await ask(machineVillage.loader, asked, { params, as: 'tam' })).status).toBe(200)
    expect(await ask(machineVillage.loader, asked, { params, as: 'tam', kept })).toMatchObject({
      ...{ status: 403, body: { error: 'meeting-running' } },
    })
    const sent = await ask(machineSending.action, `/dot/${campaignId}/may/gui`, {
      ...{ params, as: 'tam', kept, json: { items: [] } },
    })
    expect(sent.body).not.toMatchObject({ error: 'meeting-running' })
  })

  it('holds nobody but the session in which it was started', async () => {
    const kept = (await find('')).headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const lan = await ask(list.loader, `/dot/${campaignId}/thu`, { params, as: 'lan', kept })
    expect(lan.status).toBe(200)
  })

  it('is refused from another commune and in another village', async () => {
    expect(await find('ho', 'minh')).toMatchObject({ status: 403 })
    const elsewhere = `/dot/${campaignId}/hop?${new URLSearchParams({ thon: villageId('Suối Mơ') })}`
    expect(await ask(meeting.loader, elsewhere, { params, as: 'tam' })).toMatchObject({ status: 403 })
  })
})

describe('assigning collectors', () => {
  const page = async (as = 'lan') => ask(assigning.loader, `/dot/${campaignId}/phan-cong`, { params, as })
  const save = (form: Readonly<Record<string, string>>, as = 'lan') =>
    ask(assigning.action, `/dot/${campaignId}/phan-cong`, { params, as, form })
  const tam = async (): Promise<string> =>
    (await pool.query(`select id from account where username = 'tam.cb'`)).rows[0].id
  const traces = async () =>
    (
      await pool.query(
        `select kind, detail->>'village' as village from audit_event where kind like 'collector.%' order by seq`,
      )
    ).rows

  it('offers each village the collectors whose areas hold it, and nobody else', async () => {
    const { villages } = (await page()).body as {
      readonly villages: readonly {
        readonly name: string
        readonly candidates: readonly { readonly username: string }[]
      }[]
    }
    expect(
      villages.map(({ name, candidates }) => [name, candidates.map(one => one.username).sort()]),
    ).toEqual([
      ['Đồi Chè', ['tam', 'tam.cb']],
      ['Suối Mơ', []],
    ])
  })

  it('saves what is ticked, traces each change, and the collector’s own village stands first', async () => {
    const id = await tam()
    expect(sentTo(await save({ [`giao.${village}.${id}`]: '1' })).get('xong')).toBe('1')
    expect(sentTo(await save({ [`giao.${village}.${id}`]: '1' })).get('xong')).toBe('0')
    expect(await traces()).toEqual([{ kind: 'collector.assigned', village: 'Đồi Chè' }])
    const choice = await ask(list.loader, `/dot/${campaignId}/thu`, { params, as: 'tam' })
    expect((choice.body as Listed).villages).toMatchObject([{ name: 'Đồi Chè', assigned: true }])
  })

  it('gives nothing beyond the account’s areas', async () => {
    const id = await tam()
    const away = villageId('Suối Mơ')
    await save({ [`giao.${village}.${id}`]: '1', [`giao.${away}.${id}`]: '1', 'giao.x.y': '1' })
    expect((await pool.query('select village_id from assignment')).rows).toEqual([{ village_id: village }])
    expect(await open({ thon: away })).toMatchObject({ status: 403 })
  })

  it('says where an assigned collector’s area is missing, and lets go of it', async () => {
    const id = await tam()
    await pool.query('delete from account_area where account_id = $1', [id])
    const { villages } = (await page()).body as { readonly villages: readonly { candidates: object[] }[] }
    expect(villages[0]?.candidates).toContainEqual(
      expect.objectContaining({ username: 'tam.cb', assigned: true, mayCollect: false }),
    )
    expect(sentTo(await save({})).get('xong')).toBe('1')
    await insertAccountAreas(world.system.db, { id: id as AccountId, areaIds: [village] })
    expect((await traces()).map(one => one.kind)).toEqual(['collector.assigned', 'collector.withdrawn'])
  })

  it('is the commune’s own cadre’s alone', async () => {
    for (const as of ['tam', 'minh']) {
      expect(await page(as)).toMatchObject({ status: 403 })
      expect(await save({}, as)).toMatchObject({ status: 403 })
    }
  })
})

describe('a village counted by hand', () => {
  it('is not listed to collect in, and its list says why', async () => {
    const away = villageId('Suối Mơ')
    const zeros = contentKeys(qd318).flatMap(key =>
      ['satisfied', 'dissatisfied', 'blank'].map(option => [
        `${option}.${key}`,
        option === 'satisfied' ? '2' : '0',
      ]),
    )
    const heads = { issued: '3', collected: '2', ballots: '0', invalid: '0', anyDissatisfied: '0' }
    const form: Readonly<Record<string, string>> = { ...heads, ...Object.fromEntries(zeros) }
    const fields = { get: (name: string) => form[name] ?? null, file: () => null, texts: form }
    const entered = await enterSheet(world.as(world.people.lan), { campaignId, villageId: away }, fields)
    expect(entered.kind).toBe('recorded')
    const choice = await ask(list.loader, `/dot/${campaignId}/thu`, { params, as: 'lan' })
    expect((choice.body as Listed).villages.map(one => one.name)).toEqual(['Đồi Chè'])
    expect(await open({ thon: away }, 'lan')).toMatchObject({
      ...{ status: 410, body: { problem: 'village-counted-by-hand' } },
    })
  })
})
