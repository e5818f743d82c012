import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import * as villageData from '#app/routes/dot.$id.may.du-lieu.tsx'
import * as sending from '#app/routes/dot.$id.may.gui.tsx'
import * as importing from '#app/routes/dot.$id.thu.nhap.tsx'
import { assignCollectors, findAssignments } from '#app/services/assignments.server.ts'
import { findCollectingVillages, findNext, findVillageDoors } from '#app/services/collecting.server.ts'
import { endMeeting, findMeeting } from '#app/services/collecting-meeting.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { type DeviceVillage, findDeviceVillage } from '#app/services/devices.server.ts'
import { findImport, importOutbox } from '#app/services/devices-import.server.ts'
import { takeItems } from '#app/services/devices-items.server.ts'
import { findDoubles, lookAtDouble } from '#app/services/doubles.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { ballotItem, outcomeItem, sealAsPhone } from '#tests/support/device.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, villageId } = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 4 })
const ask = await asker(world)
const { pool } = world.database
const params = { id: campaignId }

const load = async (village: string): Promise<DeviceVillage> => {
  const path = `/dot/${campaignId}/may/du-lieu?thon=${encodeURIComponent(villageId(village))}`
  return (await ask(villageData.loader, path, { params, as: 'lan' })).body as DeviceVillage
}
const doiChe = await load('Đồi Chè')
const suoiMo = await load('Suối Mơ')
const slot = (at: number): string => doiChe.doors[at]?.slotId ?? ''
const accountOf = async (username: string): Promise<string> =>
  (await pool.query('select id from account where username = $1', [username])).rows[0].id
const tamId = await accountOf('tam.cb')

type Sealed = { readonly id: string; readonly sealed: string }

const seal = async (items: readonly { readonly id: string }[]): Promise<readonly Sealed[]> => {
  const { exchangeKey } = doiChe
  return Promise.all(
    items.map(async item => ({ id: item.id, sealed: await sealAsPhone(item, { exchangeKey, campaignId }) })),
  )
}
const outboxOf = (items: readonly Sealed[], changes: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    ...{ format: 'long-dan-outbox', version: 1, campaignId, collectorId: tamId, device: randomUUID() },
    items,
    ...changes,
  })
const send = (text: string, as = 'lan') => {
  const upload = new FormData()
  upload.set('file', new File([text], 'phieu.json', { type: 'application/json' }))
  return ask(importing.action, `/dot/${campaignId}/thu/nhap`, { params, as, upload })
}
const said = async (text: string) => {
  const answer = await send(text)
  expect(answer.status).toBe(303)
  const query = new URL(answer.headers.get('Location') ?? '', 'http://localhost').searchParams
  return Object.fromEntries([...query].map(([name, count]) => [name, Number(count)]))
}
const credited = async () =>
  (
    await pool.query(
      `select username, sum(households)::int as households from collector_turnout
       join account on account.id = account_id group by 1 order by 1`,
    )
  ).rows

const first = [
  ballotItem(slot(0)),
  ballotItem(slot(1), { channel: 'meeting' }),
  outcomeItem(slot(2), 'moved'),
]

describe('a file of sealed items', () => {
  it('is taken in, and counts for the collector who took them down', async () => {
    expect(await said(outboxOf(await seal(first)))).toEqual({ moi: 3, cu: 0, 'khong-mo': 0, loi: 0 })
    expect(await credited()).toEqual([{ username: 'tam.cb', households: 2 }])
    const doors = (await load('Đồi Chè')).doors.slice(0, 3)
    expect(doors.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['visit', null],
      ['meeting', null],
      [null, 'moved'],
    ])
  })

  it('imported again changes nothing and says so, sealed anew or not', async () => {
    expect(await said(outboxOf(await seal(first)))).toEqual({ moi: 0, cu: 3, 'khong-mo': 0, loi: 0 })
    expect((await pool.query('select 1 from "double"')).rows).toEqual([])
    expect(await credited()).toEqual([{ username: 'tam.cb', households: 2 }])
  })

  it('of what the device had sent before is known, and never a household met twice', async () => {
    const item = ballotItem(slot(3))
    const json = { device: randomUUID(), items: [item] }
    await ask(sending.action, `/dot/${campaignId}/may/gui`, { params, as: 'tam', json })
    expect(await said(outboxOf(await seal([item])))).toMatchObject({ moi: 0, cu: 1 })
    expect((await pool.query('select 1 from "double"')).rows).toEqual([])
  })

  it('with another ballot of a household that has answered keeps it apart under the collector’s name', async () => {
    expect(await said(outboxOf(await seal([ballotItem(slot(0))])))).toMatchObject({ moi: 0, cu: 1 })
    const found = await findDoubles(world.as(world.people.lan), campaignId)
    expect(found.ok && found.value.doubles).toMatchObject([{ later: [{ collector: 'tam.cb' }] }])
  })

  it('does not overwrite a reason noted since', async () => {
    expect(await said(outboxOf(await seal([outcomeItem(slot(2), 'refused')])))).toMatchObject({ cu: 1 })
    expect((await load('Đồi Chè')).doors[2]?.outcome).toBe('moved')
  })

  it('counts what cannot be opened and what is no ballot, and takes the rest', async () => {
    const good = ballotItem(slot(4))
    const items = await seal([good, { ...ballotItem(slot(5)), answers: {} }, { id: randomUUID() }])
    const bent = { id: randomUUID(), sealed: `${items[0]?.sealed.slice(0, -8)}AAAAAAA=` }
    const text = outboxOf([...items, bent, { id: randomUUID(), sealed: 'không phải' }])
    expect(await said(text)).toEqual({ moi: 1, cu: 0, 'khong-mo': 2, loi: 2 })
  })

  it('counts for whoever imports where the collector’s account may not enter: another village, nobody, a cadre elsewhere', async () => {
    const away = (at: number) => ballotItem(suoiMo.doors[at]?.slotId ?? '')
    await said(outboxOf(await seal([away(0)])))
    await said(outboxOf(await seal([away(1)]), { collectorId: randomUUID() }))
    await said(outboxOf(await seal([away(2)]), { collectorId: await accountOf('minh.cb') }))
    expect(await credited()).toContainEqual({ username: 'lan.cb', households: 3 })
  })

  it.each([
    ['no JSON', 'đây không phải tệp phiếu'],
    ['another format', outboxOf([], { format: 'other' })],
    ['a later version', outboxOf([], { version: 2 })],
    ['items that are none', outboxOf([{ id: 'x' } as never])],
  ])('that is %s is told at the box', async (_, text) => {
    expect(await send(text)).toMatchObject({ status: 422, body: { faults: { file: 'outbox-unreadable' } } })
  })

  it('of another campaign, or no file at all, is told at the box', async () => {
    expect(await send(outboxOf([], { campaignId: randomUUID() }))).toMatchObject({
      ...{ status: 422, body: { faults: { file: 'outbox-of-another-campaign' } } },
    })
    const none = ask(importing.action, `/dot/${campaignId}/thu/nhap`, {
      ...{ params, as: 'lan', upload: new FormData() },
    })
    expect(await none).toMatchObject({ status: 422, body: { faults: { file: 'outbox-missing' } } })
  })

  it('is the commune’s own cadre’s to import: not a collector’s, not another commune’s', async () => {
    const text = outboxOf(await seal([ballotItem(slot(6))]))
    for (const as of ['tam', 'minh']) expect(await send(text, as)).toMatchObject({ status: 403 })
    expect((await load('Đồi Chè')).doors[6]?.channel).toBeNull()
  })
})

describe('every deed of collecting', () => {
  const slotId = slot(7)
  const village = { campaignId, villageId: villageId('Đồi Chè') }
  const deeds: { readonly [name: string]: (context: Context) => Promise<unknown> } = {
    findCollectingVillages: context => findCollectingVillages(context, campaignId),
    findVillageDoors: context =>
      findVillageDoors(context, { ...village, search: '', waiting: false, page: 1 }),
    findNext: context => findNext(context, { ...village, slotId, waiting: false }),
    findMeeting: context => findMeeting(context, { ...village, search: 'ho' }),
    endMeeting: context => endMeeting(context, { ...village, password: 'x' }),
    findAssignments: context => findAssignments(context, campaignId),
    assignCollectors: context => assignCollectors(context, { campaignId, wanted: [] }),
    findDeviceVillage: context => findDeviceVillage(context, village),
    takeItems: context => takeItems(context, campaignId, []),
    findImport: context => findImport(context, campaignId),
    importOutbox: context => importOutbox(context, { campaignId, bytes: new Uint8Array() }),
    findDoubles: context => findDoubles(context, campaignId),
    lookAtDouble: context => lookAtDouble(context, { campaignId, slotId }),
  }

  it.each(Object.entries(deeds))(
    '%s: a cadre of another commune and a stranger are refused',
    async (_, deed) => {
      for (const person of [world.people.minh, null])
        expect(await deed(world.as(person))).toEqual({ ok: false, error: 'forbidden' })
    },
  )

  it.each(Object.entries(deeds))(
    '%s: the people’s committee and the administrator are refused',
    async (_, deed) => {
      for (const person of [world.people.binh, world.people.admin])
        expect(await deed(world.as(person))).toEqual({ ok: false, error: 'forbidden' })
    },
  )
})

describe('after closing', () => {
  it('and reopening, copies sealed before are unreadable for ever', async () => {
    const copies = outboxOf(await seal([ballotItem(slot(8))]))
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    expect(await send(copies)).toMatchObject({ status: 410 })
    const reopened = await reopenCampaign(world.as(world.people.lan), campaignId, {
      ...{ reason: 'Thiếu thôn', endsOn: '2026-03-25' as Day },
    })
    expect(reopened.ok).toBe(true)
    expect(await said(copies)).toEqual({ moi: 0, cu: 0, 'khong-mo': 1, loi: 0 })
    expect((await load('Đồi Chè')).exchangeKey).not.toBe(doiChe.exchangeKey)
  })

  it('a household that answered before the reopening is not taken again', async () => {
    const json = { device: randomUUID(), items: [ballotItem(slot(0))] }
    const answer = await ask(sending.action, `/dot/${campaignId}/may/gui`, { params, as: 'tam', json })
    expect(answer.body).toMatchObject({
      results: [{ status: 'refused', error: 'answered-before-reopening' }],
    })
  })
})
