import { beforeAll, describe, expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { findBatches, openBatch, voidBatch } from '#app/services/batches.server.ts'
import { closeBatch, findBatchClosing } from '#app/services/batches-closing.server.ts'
import { findDifferences, resolveSheet } from '#app/services/batches-differences.server.ts'
import { findTicks, tickHouseholds } from '#app/services/batches-households.server.ts'
import { findKeying, keySheet } from '#app/services/batches-keying.server.ts'
import { findClosing } from '#app/services/closing-desk.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { openKeying } from '#app/services/seal.server.ts'
import { enterSheet } from '#app/services/sheets.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { keyAll, keyedSheet, openedBatch, tickFirst } from '#tests/support/batches.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

let world: World
let round: Awaited<ReturnType<typeof collectingCampaign>>

beforeAll(async () => {
  world = await newWorld()
  round = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 6 })
})

const rowsOf = async (sql: string, values: readonly unknown[] = []) =>
  (await world.database.pool.query(sql, [...values])).rows

const lan = () => world.as(world.people.lan)
const tam = () => world.as(world.people.tam)
const form = (sheets: number, village = 'Đồi Chè') => ({ villageId: round.villageId(village), sheets })

type Place = Awaited<ReturnType<typeof openedBatch>>

/** Everything that a dump of the tables of batches, slots and audit would show. */
const dump = async (): Promise<string> => {
  const tables = ['batch', 'batch_slot', 'batch_keying', 'inbox', 'participation', 'audit_event', 'turnout']
  const parts = await Promise.all(tables.map(table => rowsOf(`select * from ${table}`)))
  return JSON.stringify(parts, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}

const voided = async (place: Place): Promise<void> => {
  const done = await voidBatch(lan(), place, 'Lập để thử')
  if (!done.ok) throw new Error(done.error)
}

describe('a batch', () => {
  test('is opened with the number of its sheets, which neither service nor database lets change', async () => {
    const place = await openedBatch(world, round.campaignId, form(3))
    await expect(rowsOf('update batch set sheets = 4 where id = $1', [place.batchId])).rejects.toThrow(
      /counted first/,
    )
    await voided(place)
  })

  test('cannot hold more sheets than households that have not answered and are in no open batch', async () => {
    const place = await openedBatch(world, round.campaignId, form(20))
    expect(await openBatch(lan(), round.campaignId, form(11))).toMatchObject({
      error: 'batch-too-many-sheets',
    })
    await voided(place)
  })

  test('is refused to a cadre of another commune in every deed, and to whoever may not enter batches', async () => {
    const place = await openedBatch(world, round.campaignId, form(2))
    const { minh, hoa, binh } = world.people
    for (const context of [minh, hoa, binh].map(person => world.as(person))) {
      const sheet = { ...place, sheet: 1 }
      const outcomes = [
        await findBatches(context, { campaignId: round.campaignId, page: 1 }),
        await openBatch(context, round.campaignId, form(1)),
        await findTicks(context, { ...place, search: '', only: null, page: 1 }),
        await tickHouseholds(context, place, { shown: [], ticked: [] }),
        await findKeying(context, { ...sheet, after: 0 }),
        await keySheet(context, sheet, keyedSheet()),
        await findDifferences(context, sheet),
        await resolveSheet(context, sheet, keyedSheet()),
        await findBatchClosing(context, place),
        await closeBatch(context, place),
        await voidBatch(context, place, 'Không phải của tôi'),
      ]
      for (const outcome of outcomes) expect(outcome).toMatchObject({ error: 'forbidden' })
    }
    await voided(place)
  })

  test('of another village is refused to a village’s collector, who sees the own ones alone', async () => {
    const place = await openedBatch(world, round.campaignId, form(2, 'Suối Mơ'))
    expect(await keySheet(tam(), { ...place, sheet: 1 }, keyedSheet())).toMatchObject({ error: 'forbidden' })
    const own = await findBatches(tam(), { campaignId: round.campaignId, page: 1 })
    expect(own.ok && own.value.batches.rows.every(batch => batch.villageName === 'Đồi Chè')).toBe(true)
    await voided(place)
  })

  test('that was voided keeps its reason and nothing that was keyed or ticked', async () => {
    const place = await openedBatch(world, round.campaignId, form(2))
    await tickFirst(world, place, 2)
    await keyAll(world, place, world.people.lan, [keyedSheet()])
    expect(await voidBatch(lan(), place, 'Đếm nhầm số phiếu')).toMatchObject({ ok: true })
    expect(await rowsOf('select 1 from batch_keying union all select 1 from batch_slot')).toEqual([])
    expect(await rowsOf('select void_reason from batch where id = $1', [place.batchId])).toEqual([
      { void_reason: 'Đếm nhầm số phiếu' },
    ])
    expect(await keySheet(lan(), { ...place, sheet: 2 }, keyedSheet())).toMatchObject({
      error: 'batch-ended',
    })
  })
})

describe('keying', () => {
  let place: Place
  beforeAll(async () => {
    place = await openedBatch(world, round.campaignId, form(3))
  })

  test('gives each person the sheets that are still theirs to key, and shows nobody the other keying', async () => {
    await keyAll(world, place, world.people.lan, [keyedSheet('12'), keyedSheet()])
    const next = await findKeying(lan(), { ...place, sheet: null, after: 2 })
    expect(next).toMatchObject({ value: { sheet: { number: 3, reading: 'first' }, left: 1 } })
    const other = await findKeying(tam(), { ...place, sheet: null, after: 0 })
    expect(other).toMatchObject({ value: { sheet: { number: 1, reading: 'second' }, left: 3 } })
    expect(JSON.stringify(other)).not.toMatch(/dissatisfied/)
  })

  test('refuses the same person’s second keying, in the service and in the database', async () => {
    expect(await keySheet(lan(), { ...place, sheet: 1 }, keyedSheet())).toMatchObject({
      error: 'sheet-keyed-by-you',
    })
    await expect(
      rowsOf(
        `insert into batch_keying (id, batch_id, sheet, reading, keyed_by, sealed)
         values (gen_random_uuid(), $1, 1, 'second', $2, '')`,
        [place.batchId, world.people.lan.id],
      ),
    ).rejects.toThrow(/batch_keying_by_another/)
  })

  test('of a sheet beyond the batch is refused, in the service and in the database', async () => {
    expect(await keySheet(tam(), { ...place, sheet: 4 }, keyedSheet())).toMatchObject({
      error: 'sheet-number-unknown',
    })
    await expect(
      rowsOf(
        `insert into batch_keying (id, batch_id, sheet, reading, keyed_by, sealed)
         values (gen_random_uuid(), $1, 4, 'first', $2, '')`,
        [place.batchId, world.people.lan.id],
      ),
    ).rejects.toThrow(/fewer sheets/)
  })

  test('lies sealed, in the place it was keyed for, equally long with and without reasons', async () => {
    const talkative = { [`reason.${contentKeys(qd318)[0]}`]: 'Đường hỏng, nước bẩn' }
    await keyAll(world, place, world.people.tam, [keyedSheet('22', talkative)])
    const rows = await rowsOf('select sheet, reading, sealed from batch_keying where batch_id = $1', [
      place.batchId,
    ])
    expect(new Set(rows.map(row => row.sealed.length)).size).toBe(1)
    expect(await dump()).not.toMatch(/satisfied|Đường/)
    const key = world.system.keys.find(round.campaignId) ?? Buffer.alloc(0)
    const { batchId } = place
    const [row] = rows.filter(one => one.reading === 'first' && one.sheet === 1)
    expect(openKeying(key, { batchId, sheet: 1, reading: 'first' }, row.sealed).answers?.[1]).toBe(
      'dissatisfied',
    )
    expect(() => openKeying(key, { batchId, sheet: 2, reading: 'first' }, row.sealed)).toThrow()
  })

  test('that differs is listed with both readings and settled by a third look at the paper', async () => {
    const found = await findDifferences(lan(), { ...place, sheet: null })
    const [first = ''] = contentKeys(qd318)
    expect(found).toMatchObject({
      value: {
        waiting: [1],
        sheet: {
          number: 1,
          fields: [
            { field: `answer.${first}`, first: 'satisfied', second: 'dissatisfied' },
            { field: `reason.${first}`, first: null, second: 'Đường hỏng, nước bẩn' },
          ],
        },
      },
    })
    const empty = await resolveSheet(lan(), { ...place, sheet: 1 }, { get: () => null })
    expect(empty).toMatchObject({
      kind: 'faulty',
      faults: [{ code: 'answer-missing' }, { code: 'pick-missing' }],
    })
    const posted: Record<string, string> = {
      [`answer.${first}`]: 'dissatisfied',
      [`chon.reason.${first}`]: 'second',
    }
    const done = await resolveSheet(lan(), { ...place, sheet: 1 }, { get: name => posted[name] ?? null })
    expect(done).toMatchObject({ kind: 'recorded' })
    expect(await findDifferences(lan(), { ...place, sheet: 1 })).toMatchObject({
      error: 'sheet-not-differing',
    })
    expect(await findBatchClosing(lan(), place)).toMatchObject({
      value: { fault: 'batch-not-keyed', totals: null },
    })
    await voided(place)
  })
})

describe('closing a batch', () => {
  const sheets = [
    keyedSheet('2', { [`reason.${contentKeys(qd318)[0]}`]: 'Đường lầy lội' }),
    ...['', '', '0', '33', ''].map(start => keyedSheet(start)),
    ...Array.from({ length: 5 }, () => keyedSheet()),
    keyedSheet('', { invalid: 'yes' }),
  ]
  let place: Place
  let slots: readonly string[]

  beforeAll(async () => {
    place = await openedBatch(world, round.campaignId, form(sheets.length))
    await keyAll(world, place, world.people.lan, sheets)
    await keyAll(world, place, world.people.tam, sheets)
  })

  test('waits until households and sheets are the same number', async () => {
    await tickFirst(world, place, sheets.length - 1)
    expect(await closeBatch(lan(), place)).toMatchObject({ error: 'batch-ticks-differ' })
    slots = await tickFirst(world, place, 1)
    expect(await findBatchClosing(lan(), place)).toMatchObject({
      value: { fault: null, totals: { sheets: 12, invalid: 1, valid: 11 } },
    })
  })

  test('cannot be done by the database’s owner while anything is missing', async () => {
    const close = `update batch set state = 'closed', ended_by = opened_by, ended_at = opened_at where id = $1`
    await expect(rowsOf(close, [place.batchId])).rejects.toThrow(/was not consumed with it/)
    const other = await openedBatch(world, round.campaignId, form(2, 'Suối Mơ'))
    await expect(rowsOf(close, [other.batchId])).rejects.toThrow(/batch_adds_up/)
    await expect(rowsOf(`update batch set state = 'closed' where id = $1`, [other.batchId])).rejects.toThrow()
    await voided(other)
  })

  test('stops at a household that has answered by its code meanwhile, and names it', async () => {
    const [last] = round.codesOf('Đồi Chè').slice(11)
    const door = await findDoor(world.system, last ?? '')
    const slotId = door.ok && door.value.state === 'open' ? door.value.slot.slotId : ''
    expect(slots).toContain(slotId)
    await answerByCode(world.system, last ?? '', filledIn('satisfied'))
    expect(await closeBatch(lan(), place)).toMatchObject({ error: 'batch-household-answered' })
    const desk = await findBatchClosing(lan(), place)
    expect(desk.ok && desk.value.answered.map(row => row.name)).toEqual(['Hộ 12'])
    await tickHouseholds(lan(), place, { shown: [slotId], ticked: [] })
    await tickFirst(world, place, 1)
  })

  test('consumes its households on paper, lays its ballots apart from them, and keeps nothing that was keyed', async () => {
    const before = await rowsOf(`select collected from campaign_village where village_id = $1`, [
      round.villageId('Đồi Chè'),
    ])
    const ticked = (await rowsOf('select slot_id from batch_slot')).map(row => row.slot_id)
    const keyed = (await rowsOf('select id::text from batch_keying')).map(row => row.id)
    expect(await closeBatch(tam(), place)).toMatchObject({ value: { sheets: 12, valid: 11, invalid: 1 } })
    expect(await rowsOf('select 1 from batch_keying union all select 1 from batch_slot')).toEqual([])
    const consumed = await rowsOf('select slot_id, channel from participation where by_batch')
    expect(consumed.map(row => row.slot_id).sort()).toEqual([...ticked].sort())
    expect(new Set(consumed.map(row => row.channel))).toEqual(new Set(['paper']))
    const after = await rowsOf(`select collected from campaign_village where village_id = $1`, [
      round.villageId('Đồi Chè'),
    ])
    expect(after[0].collected - before[0].collected).toBe(12)
    // Twelve of one village and means are enough to be mixed at once.
    const boxed = await rowsOf(`select id::text from ballot where channel = 'paper'`)
    expect(boxed).toHaveLength(12)
    for (const { id } of boxed) expect([...ticked, ...keyed]).not.toContain(id)
    expect(await dump()).not.toMatch(/satisfied|lầy lội/)
  })

  test('counts for whoever closed it, in turnout and in the log', async () => {
    expect(
      await rowsOf(`select account_id, channel, households from collector_turnout where channel = 'paper'`),
    ).toEqual([{ account_id: world.people.tam.id, channel: 'paper', households: 12 }])
    const [event] = await rowsOf(`select actor, detail from audit_event where kind = 'batch.closed'`)
    expect(event).toMatchObject({ actor: world.people.tam.id, detail: { sheets: 12, village: 'Đồi Chè' } })
  })

  test('is final: a closed batch takes no change, and its totals stay beside it', async () => {
    expect(await closeBatch(lan(), place)).toMatchObject({ error: 'batch-ended' })
    await expect(
      rowsOf(`update batch set valid = 12, invalid = 0 where id = $1`, [place.batchId]),
    ).rejects.toThrow(/stays as it is/)
    expect(
      await rowsOf('select sheets, ticked, resolved, differed, valid, invalid from batch where id = $1', [
        place.batchId,
      ]),
    ).toEqual([{ sheets: 12, ticked: 12, resolved: 12, differed: 0, valid: 11, invalid: 1 }])
  })

  test('leaves a household that cannot answer again: nobody knows which ballot is its own', async () => {
    const [code = ''] = round.codesOf('Đồi Chè')
    expect(await findDoor(world.system, code)).toMatchObject({ value: { state: 'answered', byBatch: true } })
    expect(await answerByCode(world.system, code, filledIn('satisfied', { again: 'yes' }))).toMatchObject({
      kind: 'refused',
      error: 'answered-by-batch',
    })
    expect(await answerByCode(world.system, code, filledIn('satisfied'))).toMatchObject({
      acknowledged: { outcome: 'stands' },
    })
    await expect(rowsOf('update participation set replaced = true where by_batch')).rejects.toThrow(
      /batch_stands/,
    )
  })

  test('of fewer than five sheets keeps no totals, which would say something of single households', async () => {
    const small = await openedBatch(world, round.campaignId, form(2, 'Suối Mơ'))
    await tickFirst(world, small, 2)
    await keyAll(world, small, world.people.lan, [keyedSheet(), keyedSheet('', { invalid: 'yes' })])
    const another = { ...world.people.tam, areas: ['99/99001'] }
    await keyAll(world, small, another, [keyedSheet(), keyedSheet('', { invalid: 'yes' })])
    expect(await closeBatch(lan(), small)).toMatchObject({ ok: true })
    expect(await rowsOf('select valid, invalid from batch where id = $1', [small.batchId])).toEqual([
      { valid: null, invalid: null },
    ])
  })
})

describe('a village counted by hand', () => {
  test('neither opens nor closes a batch', async () => {
    const place = await openedBatch(world, round.campaignId, form(1, 'Suối Mơ'))
    await tickFirst(world, place, 1)
    await keyAll(world, place, world.people.lan, [keyedSheet()])
    await keyAll(world, place, { ...world.people.tam, areas: ['99/99001'] }, [keyedSheet()])
    const counted: Record<string, string> = { issued: '6', collected: '4', ballots: '2', invalid: '0' }
    for (const key of contentKeys(qd318))
      Object.assign(counted, {
        [`satisfied.${key}`]: '2',
        [`dissatisfied.${key}`]: '0',
        [`blank.${key}`]: '0',
      })
    const village = { campaignId: round.campaignId, villageId: round.villageId('Suối Mơ') }
    const entered = await enterSheet(lan(), village, { get: name => counted[name] ?? null })
    expect(entered).toMatchObject({ kind: 'recorded' })
    expect(await closeBatch(lan(), place)).toMatchObject({ error: 'village-counted-by-hand' })
    expect(await openBatch(lan(), round.campaignId, form(1, 'Suối Mơ'))).toMatchObject({
      error: 'village-counted-by-hand',
    })
    await voided(place)
  })
})

describe('closing the campaign', () => {
  test('waits for open batches, in the service and in the database', async () => {
    const place = await openedBatch(world, round.campaignId, form(1))
    expect(await closeRound(world, round.campaignId)).toMatchObject({ error: 'batch-open' })
    expect(await findClosing(lan(), round.campaignId)).toMatchObject({ value: { openBatches: 1 } })
    await expect(
      rowsOf(`update campaign set state = 'closed', closed_at = now() where id = $1`, [round.campaignId]),
    ).rejects.toThrow(/batch of the campaign is open/)
    await voided(place)
  })

  test('counts every ballot of a batch, and receipts prove every slot', async () => {
    expect(await closeRound(world, round.campaignId)).toMatchObject({ ok: true })
    const results = await findResults(lan(), round.campaignId)
    expect(results.ok).toBe(true)
    const [village] = await rowsOf(
      'select collected, counted, invalid from campaign_village where village_id = $1',
      [round.villageId('Đồi Chè')],
    )
    expect(village).toEqual({ collected: 13, counted: 13, invalid: 1 })
    const [{ n }] = await rowsOf('select count(*)::int as n from receipt_leaf where village_id = $1', [
      round.villageId('Đồi Chè'),
    ])
    expect(n).toBe(13)
    expect(await rowsOf(`select body from opinion`)).toEqual([{ body: 'Đường lầy lội' }])
  })
})
