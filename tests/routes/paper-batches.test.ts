import { beforeAll, describe, expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { loader as list } from '#app/routes/dot.$id.lo-phieu._index.tsx'
import { loader as batchPage } from '#app/routes/dot.$id.lo-phieu.$batch._index.tsx'
import { action as close, loader as closing } from '#app/routes/dot.$id.lo-phieu.$batch.chot.tsx'
import { loader as households, action as tick } from '#app/routes/dot.$id.lo-phieu.$batch.ho.tsx'
import { action as giveUp } from '#app/routes/dot.$id.lo-phieu.$batch.huy.tsx'
import { action as decide, loader as differences } from '#app/routes/dot.$id.lo-phieu.$batch.khac.tsx'
import { action as key, loader as keying } from '#app/routes/dot.$id.lo-phieu.$batch.nhap.tsx'
import { action as open, loader as opening } from '#app/routes/dot.$id.lo-phieu.moi.tsx'
import { type Answered, asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, newWorld, type World } from '#tests/support/world.ts'

let world: World
let round: Awaited<ReturnType<typeof collectingCampaign>>
let ask: Awaited<ReturnType<typeof asker>>
let batch = ''

const lines = contentKeys(qd318).length
const [first = ''] = contentKeys(qd318)
const whole = (start = '') => start.padEnd(lines, '1')

beforeAll(async () => {
  world = await newWorld()
  round = await collectingCampaign(world, { 'Đồi Chè': 8, 'Suối Mơ': 3 })
  ask = await asker(world)
})

type Asked = Parameters<typeof ask>[2]

const at = (handler: unknown, page: string, asked: Asked = {}): Promise<Answered> =>
  ask(handler, `/dot/${round.campaignId}/lo-phieu${page}`, {
    as: 'lan',
    params: { id: round.campaignId, batch },
    ...asked,
  })

const keyAs = (as: string, sheet: number, form: Record<string, string>): Promise<Answered> =>
  at(key, `/${batch}/nhap?phieu=${sheet}`, { as, form: { phieu: String(sheet), ...form } })

describe('opening a batch', () => {
  test('comes back with what was typed when the number or the village is missing', async () => {
    const { status, body } = await at(open, '/moi', { form: { villageId: '', sheets: 'hai' } })
    expect([status, body]).toMatchObject([
      422,
      { faults: { villageId: 'village-missing', sheets: 'sheets-unreadable' }, typed: { sheets: 'hai' } },
    ])
  })

  test('is refused at the number when there are more sheets than households', async () => {
    const form = { villageId: round.villageId('Đồi Chè'), sheets: '9' }
    expect(await at(open, '/moi', { form })).toMatchObject({
      status: 422,
      body: { faults: { sheets: 'batch-too-many-sheets' } },
    })
  })

  test('leads to the batch, which stands in the list', async () => {
    const form = { villageId: round.villageId('Đồi Chè'), sheets: '2' }
    const { status, headers } = await at(open, '/moi', { form })
    batch = /lo-phieu\/([0-9a-f-]{36})\?xong=lap$/.exec(headers.get('Location') ?? '')?.[1] ?? ''
    expect([status, batch.length]).toEqual([303, 36])
    expect((await at(list, '')).body).toMatchObject({
      batches: { total: 1, rows: [{ id: batch, number: 1 }] },
    })
    expect((await at(batchPage, `/${batch}?xong=lap`)).body).toMatchObject({ done: 'lap' })
  })

  test('offers a collector the own village alone', async () => {
    const { body } = await at(opening, '/moi', { as: 'tam' })
    expect(body).toMatchObject({ villages: [{ name: 'Đồi Chè', free: 8 }] })
  })
})

describe('keying', () => {
  test('fills the line of keys in to be looked at, without recording anything', async () => {
    const { status, body } = await keyAs('lan', 1, { viec: 'dien', nhanh: whole('203') })
    expect(status).toBe(200)
    expect(body).toMatchObject({ filled: true, typed: { [`answer.${first}`]: 'dissatisfied', nhanh: '' } })
    expect((await world.database.pool.query('select 1 from batch_keying')).rows).toEqual([])
  })

  test('says how many keys a line holds that does not fit, and keeps it', async () => {
    const { status, body } = await keyAs('lan', 1, { nhanh: '111' })
    expect([status, body]).toMatchObject([
      422,
      { faults: [{ field: 'nhanh', code: 'keyed-line-short', found: 3 }], typed: { nhanh: '111' } },
    ])
  })

  test('records a sheet and opens the next; the address never says what was keyed', async () => {
    const { status, headers } = await keyAs('lan', 1, { nhanh: whole('2') })
    const to = headers.get('Location')
    expect([status, to]).toEqual([303, `/dot/${round.campaignId}/lo-phieu/${batch}/nhap?ghi=1`])
    expect((await at(keying, `/${batch}/nhap?ghi=1`)).body).toMatchObject({
      sheet: { number: 2, reading: 'first' },
      saved: 1,
    })
  })

  test('of an own sheet again is refused with a page that says so', async () => {
    expect(await keyAs('lan', 1, { nhanh: whole() })).toMatchObject({
      status: 409,
      body: { problem: 'sheet-keyed-by-you' },
    })
    expect((await at(keying, `/${batch}/nhap?phieu=1`)).status).toBe(409)
    expect((await at(keying, `/${batch}/nhap?phieu=xyz`)).status).toBe(404)
  })

  test('ends where nothing is left for this person', async () => {
    await keyAs('lan', 2, { invalid: 'yes' })
    expect((await at(keying, `/${batch}/nhap`)).body).toMatchObject({ sheet: null, left: 0 })
    for (const sheet of [1, 2]) await keyAs('tam', sheet, { nhanh: whole() })
  })
})

describe('differences', () => {
  test('are shown sheet by sheet with both readings', async () => {
    expect((await at(differences, `/${batch}/khac`)).body).toMatchObject({
      waiting: [1, 2],
      sheet: {
        number: 1,
        fields: [{ field: `answer.${first}`, first: 'dissatisfied', second: 'satisfied' }],
        invalid: null,
      },
    })
    expect((await at(differences, `/${batch}/khac?phieu=2`)).body).toMatchObject({
      sheet: { number: 2, invalid: { by: 'first' } },
    })
  })

  test('come back undecided, or are decided by what the paper says', async () => {
    const path = `/${batch}/khac?phieu=1`
    expect(await at(decide, path, { form: { phieu: '1' } })).toMatchObject({
      status: 422,
      body: { faults: [{ field: `answer.${first}`, code: 'answer-missing' }] },
    })
    const form = { phieu: '1', [`answer.${first}`]: 'both' }
    expect((await at(decide, path, { form })).status).toBe(303)
    expect((await at(decide, path, { form: { phieu: '2', invalid: 'yes' } })).status).toBe(303)
    expect((await at(differences, `/${batch}/khac`)).body).toMatchObject({ sheet: null, waiting: [] })
  })
})

describe('households', () => {
  test('are searched, ticked by page, and the page says so', async () => {
    const { body } = await at(households, `/${batch}/ho?tim=3`)
    const { households: found } = body as { households: { rows: { slotId: string; name: string }[] } }
    expect(found.rows.map(row => row.name)).toEqual(['Hộ 3'])
    const slot = found.rows[0]?.slotId ?? ''
    const form = { [`co.${slot}`]: '1', [`ho.${slot}`]: '1' }
    const { status, headers } = await at(tick, `/${batch}/ho?tim=3`, { form })
    expect([status, headers.get('Location')]).toEqual([
      303,
      `/dot/${round.campaignId}/lo-phieu/${batch}/ho?tim=3&xong=ho`,
    ])
    expect((await at(tick, `/${batch}/ho?tim=3`, { form })).status).toBe(422)
    expect((await at(households, `/${batch}/ho?xem=da`)).body).toMatchObject({ households: { total: 1 } })
  })
})

describe('closing', () => {
  test('says what is missing, shows control totals and no answers, and closes', async () => {
    const short = await at(closing, `/${batch}/chot`)
    expect(short.body).toMatchObject({
      fault: 'batch-ticks-differ',
      totals: { sheets: 2, valid: 1, invalid: 1 },
    })
    expect(JSON.stringify(short.body)).not.toMatch(/satisfied/)
    expect((await at(close, `/${batch}/chot`, { form: {} })).status).toBe(409)
    const { body } = await at(households, `/${batch}/ho?xem=chua`)
    const { households: free } = body as { households: { rows: { slotId: string }[] } }
    const slot = free.rows[0]?.slotId ?? ''
    await at(tick, `/${batch}/ho`, { form: { [`co.${slot}`]: '1', [`ho.${slot}`]: '1' } })
    const done = await at(close, `/${batch}/chot`, { form: {} })
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `/dot/${round.campaignId}/lo-phieu/${batch}?xong=chot`,
    ])
    expect((await at(keying, `/${batch}/nhap`)).status).toBe(410)
  })

  test('or giving a batch up needs a reason and a tick', async () => {
    const form = { villageId: round.villageId('Suối Mơ'), sheets: '1' }
    const { headers } = await at(open, '/moi', { form })
    batch = /lo-phieu\/([0-9a-f-]{36})/.exec(headers.get('Location') ?? '')?.[1] ?? ''
    expect(await at(giveUp, `/${batch}/huy`, { form: { reason: ' ' } })).toMatchObject({
      status: 422,
      body: { faults: { reason: 'batch-reason-missing', confirm: 'confirm-missing' } },
    })
    const gone = await at(giveUp, `/${batch}/huy`, { form: { reason: 'Đếm nhầm', confirm: 'yes' } })
    expect(gone.headers.get('Location')).toBe(`/dot/${round.campaignId}/lo-phieu?xong=huy`)
  })
})

test('every page of batches is closed to a cadre of another commune', async () => {
  const pages = [list, opening, batchPage, keying, differences, households, closing]
  for (const page of pages) expect((await at(page, `/${batch}`, { as: 'minh' })).status).toBe(403)
})
