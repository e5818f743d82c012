import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import * as villageData from '#app/routes/dot.$id.may.du-lieu.tsx'
import * as sending from '#app/routes/dot.$id.may.gui.tsx'
import * as villageList from '#app/routes/dot.$id.may.thon.tsx'
import { createAccount } from '#app/services/accounts.server.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import type { DeviceVillage } from '#app/services/devices.server.ts'
import type { ItemResult } from '#app/services/devices-items.server.ts'
import { openBallot } from '#app/services/seal.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { ballotItem, outcomeItem, verifyAsPhone } from '#tests/support/device.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 14, 'Suối Mơ': 3 })
const ask = await asker(world)
const { pool } = world.database
const params = { id: campaignId }
const device = randomUUID()

await createAccount(world.as(world.people.admin), {
  ...{ username: 'mai.cb', password: 'mot cau ngan de nho', name: 'Mai', role: 'collector' },
  areaIds: [villageId('Đồi Chè')],
})

const count = async (sql: string): Promise<number> => (await pool.query(sql)).rows[0].n
const ballots = () =>
  count('select (select count(*) from inbox where not again)::int + (select count(*) from ballot)::int as n')

const load = async (as: string | undefined, village = 'Đồi Chè') => {
  const path = `/dot/${campaignId}/may/du-lieu?thon=${encodeURIComponent(villageId(village))}`
  return ask(villageData.loader, path, { params, ...(as ? { as } : {}) })
}
const loaded = async (as: string) => (await load(as)).body as DeviceVillage
const send = (as: string | undefined, items: readonly unknown[]) =>
  ask(sending.action, `/dot/${campaignId}/may/gui`, {
    ...{ params, json: { device, items } },
    ...(as ? { as } : {}),
  })
const sent = async (as: string, items: readonly unknown[]): Promise<readonly ItemResult[]> => {
  const answer = await send(as, items)
  expect(answer.status).toBe(200)
  return (answer.body as { readonly results: readonly ItemResult[] }).results
}

const village = await loaded('tam')
const slots = village.doors.map(door => door.slotId)
const slot = (at: number): string => slots[at] ?? ''

const isSigned = (result: ItemResult | undefined, slotId: string): Promise<boolean> => {
  const { id, status, receipt = '', ack = '' } = result ?? { id: '', status: '' }
  const words = `long-dan/ack/v1|${campaignId}|${id}|${slotId}|${status}|${receipt}`
  return verifyAsPhone(words, { ack, acknowledgeKey: village.acknowledgeKey })
}

describe('what a device takes along', () => {
  it('is the households of one village in order, the frozen questionnaire and two public points', async () => {
    expect(village).toMatchObject({
      campaign: { id: campaignId, title: 'commune-standard', startsOn: '2026-03-02', endsOn: '2026-03-20' },
      collector: { name: 'tam.cb' },
      village: { id: villageId('Đồi Chè'), name: 'Đồi Chè' },
      at: '2026-03-02T02:00:00.000Z',
    })
    expect(village.doors.map(door => door.number)).toEqual(
      Array.from({ length: 14 }, (_, i) => String(i + 1)),
    )
    expect(village.doors[0]).toEqual({
      ...{ slotId: slot(0), number: '1', name: 'Hộ 1', key: 'ho 1', channel: null, outcome: null },
    })
    expect(village.questionnaire.contents.map(one => one.key)).toEqual(contentKeys(qd318))
    expect(Buffer.from(village.exchangeKey, 'base64')).toHaveLength(65)
  })

  it('is kept by no cache, and holds neither code nor receipt nor answer', async () => {
    const answer = await load('tam')
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    const text = JSON.stringify(answer.body)
    for (const code of codesOf('Đồi Chè')) expect(text).not.toContain(code)
  })

  it('is refused signed out, in another village, in another commune, and for a village that is none', async () => {
    expect(await load(undefined)).toMatchObject({ status: 401, body: { error: 'session-ended' } })
    expect(await load('tam', 'Suối Mơ')).toMatchObject({ status: 403, body: { error: 'forbidden' } })
    expect(await load('minh')).toMatchObject({ status: 403, body: { error: 'forbidden' } })
    expect(await load('lan', 'Không Có')).toMatchObject({ status: 404, body: { error: 'village-unknown' } })
    expect((await load(undefined)).body).toHaveProperty('message')
  })

  it('lists the villages that the person may collect in', async () => {
    const list = (as?: string) =>
      ask(villageList.loader, `/dot/${campaignId}/may/thon`, { params, ...(as ? { as } : {}) })
    expect((await list('tam')).body).toEqual({
      villages: [
        { id: villageId('Đồi Chè'), name: 'Đồi Chè', households: 14, collected: 0, assigned: false },
      ],
    })
    expect((await list('lan')).body).toMatchObject({ villages: [{ name: 'Đồi Chè' }, { name: 'Suối Mơ' }] })
    expect(await list('minh')).toMatchObject({ status: 403 })
    expect(await list()).toMatchObject({ status: 401 })
  })
})

describe('a batch', () => {
  const first = ballotItem(slot(0))

  it('is recorded and signed item by item', async () => {
    const [ballot, absent] = await sent('tam', [first, outcomeItem(slot(1), 'absent')])
    expect(ballot).toMatchObject({ id: first.id, status: 'recorded' })
    expect(ballot?.receipt).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
    expect(await isSigned(ballot, slot(0))).toBe(true)
    expect(absent).toMatchObject({ status: 'recorded' })
    expect(absent).not.toHaveProperty('receipt')
    expect(await isSigned(absent, slot(1))).toBe(true)
    expect((await loaded('tam')).doors.slice(0, 2)).toMatchObject([
      { channel: 'visit', outcome: null },
      { channel: null, outcome: 'absent' },
    ])
  })

  it('sent again, even many times at once, gets the same answer and changes nothing', async () => {
    const before = await ballots()
    const answers = await Promise.all(Array.from({ length: 6 }, () => sent('tam', [first])))
    for (const [again] of answers)
      expect(again).toMatchObject({ status: 'recorded', receipt: answers[0]?.[0]?.receipt })
    expect(await ballots()).toBe(before)
    expect(await count('select count(*)::int as n from "double"')).toBe(0)
  })

  it('sent many times at once from the start is one ballot and never a household met twice', async () => {
    const before = await ballots()
    const fresh = ballotItem(slot(9))
    const answers = await Promise.all(Array.from({ length: 6 }, () => sent('tam', [fresh, fresh])))
    for (const result of answers.flat()) expect(result.status).toBe('recorded')
    expect(await ballots()).toBe(before + 1)
    expect(await count('select count(*)::int as n from "double"')).toBe(0)
  })

  it('of a second collector finds the ballot standing: told so, signed, and both are kept', async () => {
    const before = await ballots()
    const other = ballotItem(slot(0), { answer: 'dissatisfied', channel: 'meeting' })
    const [result] = await sent('mai', [other])
    expect(result).toMatchObject({ status: 'stands' })
    expect(await isSigned(result, slot(0))).toBe(true)
    expect(await ballots()).toBe(before)
    const [again] = await sent('mai', [other])
    expect(again).toMatchObject({ status: 'stands', receipt: result?.receipt })
    const { rows } = await pool.query('select * from "double"')
    expect(rows).toHaveLength(1)
    const key = world.system.keys.find(campaignId)
    const opened = key && openBallot(key, rows[0].sealed)
    expect(opened?.slotId).toBe(slot(0))
    expect(new Set(opened?.ballot.answers)).toEqual(new Set(['dissatisfied']))
    expect(JSON.stringify(rows)).not.toContain('dissatisfied')
  })

  it('of a household that answered with its code stands, and the ballot that counts is the household’s', async () => {
    await answerByCode(world.system, codesOf('Đồi Chè')[2] ?? '', filledIn('dissatisfied'))
    const [result] = await sent('tam', [ballotItem(slot(2))])
    expect(result?.status).toBe('stands')
    expect((await loaded('tam')).doors[2]).toMatchObject({ channel: 'self' })
  })

  it('with a reason for a household that has answered stands: the ballot is not touched', async () => {
    const [result] = await sent('tam', [outcomeItem(slot(0), 'refused')])
    expect(result).toMatchObject({ status: 'stands' })
    expect((await loaded('tam')).doors[0]).toMatchObject({ channel: 'visit', outcome: null })
  })

  it('says of each item what is wrong with it, and takes the others', async () => {
    const blank = { ...ballotItem(slot(3)), answers: {} }
    const long = ballotItem(slot(4), {
      answer: 'dissatisfied',
      reasons: { [contentKeys(qd318)[0] ?? '']: 'ơ'.repeat(501) },
    })
    const good = ballotItem(slot(5))
    const elsewhere = ballotItem(randomUUID())
    const results = await sent('tam', [blank, long, good, elsewhere])
    expect(results.map(({ status, error }) => [status, error])).toEqual([
      ['faulty', 'answer-missing'],
      ['faulty', 'text-too-long'],
      ['recorded', undefined],
      ['refused', 'slot-unknown'],
    ])
    for (const result of results.slice(0, 2)) expect(result).not.toHaveProperty('ack')
  })

  it('finds no answers in a prototype', async () => {
    const { answers, ...rest } = ballotItem(slot(6))
    const hidden = JSON.parse(`{"__proto__":${JSON.stringify(answers)}}`)
    const [result] = await sent('tam', [{ ...rest, answers: hidden }])
    expect(result).toMatchObject({ status: 'faulty', error: 'answer-missing' })
  })

  it.each([
    ['nothing', null],
    ['too many items', { device, items: Array.from({ length: 51 }, () => ballotItem(slot(7))) }],
    ['no device', { items: [] }],
    ['paper', { device, items: [ballotItem(slot(7), { channel: 'paper' })] }],
    ['the household’s own means', { device, items: [ballotItem(slot(7), { channel: 'self' })] }],
    ['a reason nobody knows', { device, items: [outcomeItem(slot(7), 'asleep')] }],
  ])('that holds %s is refused whole', async (_, json) => {
    const answer = await ask(sending.action, `/dot/${campaignId}/may/gui`, { params, as: 'tam', json })
    expect(answer).toMatchObject({ status: 422, body: { error: 'batch-unreadable' } })
    expect((await loaded('tam')).doors[7]).toMatchObject({ channel: null, outcome: null })
  })

  it('is refused signed out, and from another commune or village: nothing is taken', async () => {
    const before = await ballots()
    expect(await send(undefined, [ballotItem(slot(7))])).toMatchObject({
      ...{ status: 401, body: { error: 'session-ended' } },
    })
    expect(await send('minh', [ballotItem(slot(7))])).toMatchObject({ status: 403 })
    const path = `/dot/${campaignId}/may/du-lieu?thon=${encodeURIComponent(villageId('Suối Mơ'))}`
    const foreign = (await ask(villageData.loader, path, { params, as: 'lan' })).body as DeviceVillage
    const [result] = await sent('tam', [ballotItem(foreign.doors[0]?.slotId ?? '')])
    expect(result).toMatchObject({ status: 'refused', error: 'forbidden' })
    expect(await ballots()).toBe(before)
  })

  it('of households without a network for days is taken in at once, each once', async () => {
    const items = [7, 8, 10, 11, 12, 13].map(at => ballotItem(slot(at)))
    const results = await sent('tam', items)
    expect(results.map(one => one.id)).toEqual(items.map(item => item.id))
    expect(new Set(results.map(one => one.status))).toEqual(new Set(['recorded']))
    expect(new Set(results.map(one => one.receipt)).size).toBe(6)
  })
})

describe('what is noted of items', () => {
  it('says which slot and nothing else: no id, no account, no time', async () => {
    const { rows } = await pool.query(
      `select column_name from information_schema.columns where table_name = 'device_item' order by 1`,
    )
    expect(rows.map(row => row.column_name)).toEqual(['campaign_id', 'id_hash', 'slot_id', 'status'])
    const times = await pool.query(
      `select 1 from information_schema.columns
       where table_name in ('device_item', 'double') and data_type ~ 'time|date'`,
    )
    expect(times.rows).toEqual([])
  })

  it('shares no transaction with a ballot in the box', async () => {
    for (const table of ['device_item', '"double"']) {
      const { rows } = await pool.query(`select 1 from ballot b join ${table} p on p.xmin = b.xmin`)
      expect(rows, table).toEqual([])
    }
  })

  it('is gone with the key when the round closes, and the box counts each household once', async () => {
    const closed = await closeRound(world, campaignId)
    expect(closed.ok).toBe(true)
    expect(await count('select count(*)::int as n from device_item')).toBe(0)
    expect(await count('select count(*)::int as n from "double"')).toBe(0)
    expect(await count('select count(*)::int as n from ballot')).toBe(10)
    expect(await send('tam', [ballotItem(slot(6))])).toMatchObject({
      ...{ status: 410, body: { error: 'campaign-not-collecting' } },
    })
    expect(await load('tam')).toMatchObject({ status: 410, body: { error: 'campaign-not-collecting' } })
  })
})
