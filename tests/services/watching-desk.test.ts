import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { findSigns } from '#app/services/signs.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { findWatching } from '#app/services/watching-desk.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const draftId = await draftCampaign(world)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 40, 'Suối Mơ': 30 })
const pool = world.database.pool
const province: Person = {
  id: people.hoa.id as AccountId,
  username: 'tinh',
  name: 'tinh',
  role: 'province-front',
  areas: ['99'],
}

const slotsOf = async (village: string) => {
  const round = await findRound(world.as(people.lan), { campaignId, villageId: villageId(village) })
  if (!round.ok) throw new Error(round.error)
  return round.value.doors.map(door => door.slotId)
}

const visit = async (who: Person, slots: readonly string[], answer: 'satisfied' | 'dissatisfied') => {
  for (const slotId of slots)
    await enterBallot(world.as(who), { campaignId, slotId }, filledIn(answer, { channel: 'visit' }))
}

const doiChe = await slotsOf('Đồi Chè')
await visit(people.tam, doiChe.slice(0, 20), 'satisfied')
await visit(people.lan, doiChe.slice(20, 31), 'dissatisfied')
for (const code of codesOf('Suối Mơ').slice(0, 11))
  await answerByCode(world.system, code, filledIn('satisfied'))

/** Hides tables for as long as the work runs: whoever reads one of them fails. */
const without = async <T>(tables: readonly string[], work: () => Promise<T>): Promise<T> => {
  for (const table of tables) await pool.query(`alter table ${table} rename to hidden_${table}`)
  try {
    return await work()
  } finally {
    for (const table of tables) await pool.query(`alter table hidden_${table} rename to ${table}`)
  }
}

const rowwise = ['ballot', 'slot', 'participation', 'inbox', 'household', 'opinion', 'receipt_leaf']

const watchAs = async (person: Person) => {
  const desk = await findWatching(world.as(person), campaignId)
  if (!desk.ok) throw new Error(desk.error)
  return desk.value
}

test('watching reads counts that ballots moved as they came: no ballot, no slot, no participation', async () => {
  const desk = await without(rowwise, () => watchAs(people.lan))
  expect(desk.total).toEqual({ households: 70, asked: 70, issued: 42, collected: 42 })
  expect(desk.turnout).toEqual([
    { channel: 'self', day: '2026-03-02', households: 11 },
    { channel: 'visit', day: '2026-03-02', households: 31 },
  ])
  expect(desk.collectors.map(({ name, households }) => [name, households])).toEqual([
    ['lan', 11],
    ['tam', 20],
  ])
})

test('a village behind the pace for its last day is late, from the second working day on', async () => {
  expect((await watchAs(people.lan)).villages.some(village => village.pace?.late)).toBe(false)
  world.time.now = new Date('2026-03-16T02:00:00Z')
  const late = (await watchAs(people.lan)).villages.map(({ name, pace }) => [name, pace?.missing, pace?.late])
  // 70 % of 40 is 28, of 30 is 21; ten working days are behind, five are left.
  expect(late).toEqual([
    ['Đồi Chè', 0, false],
    ['Suối Mơ', 10, true],
  ])
  world.time.now = new Date('2026-03-02T02:00:00Z')
})

test('a collector sees the own villages and the own days', async () => {
  const desk = await watchAs(people.tam)
  expect(desk.villages.map(village => village.name)).toEqual(['Đồi Chè'])
  expect(desk.turnout).toEqual([{ channel: 'visit', day: '2026-03-02', households: 31 }])
  expect(desk.collectors.map(row => row.name)).toEqual(['tam'])
  expect(desk.deeds).toEqual([])
})

test('the provincial Front and the appraiser watch the communes of their area', async () => {
  expect((await watchAs(province)).villages).toHaveLength(2)
  expect((await watchAs(people.hoa)).deeds).toEqual(['signs.read'])
})

test('a round that is not open yet is not watched', async () => {
  expect(await findWatching(world.as(people.lan), draftId)).toEqual({
    ok: false,
    error: 'campaign-step-not-now',
  })
  expect(await findSigns(world.as(people.lan), draftId)).toEqual({
    ok: false,
    error: 'campaign-step-not-now',
  })
})

test('while collecting a sign tells whom to look at, and no count of answers', async () => {
  const signs = await without(rowwise, () => findSigns(world.as(people.lan), campaignId))
  if (!signs.ok) throw new Error(signs.error)
  const told = signs.value.collectors.map(({ collector, standing, figures }) => [
    collector,
    standing,
    figures,
  ])
  expect(told.sort()).toEqual([
    ['lan', 'lower-for-a-human-to-look-at', null],
    ['tam', 'higher-for-a-human-to-look-at', null],
  ])
})

test('the share of assisted ballots is compared between villages, from participation', async () => {
  const signs = await findSigns(world.as(people.hoa), campaignId)
  if (!signs.ok) throw new Error(signs.error)
  expect(signs.value.assisted.map(({ village, own, rest }) => [village, own, rest])).toContainEqual([
    'Đồi Chè',
    { yes: 31, no: 0 },
    { yes: 0, no: 11 },
  ])
})

test('more visits in a day than fit into it are a burst; meetings are not', async () => {
  const add = (channel: string, households: number) =>
    pool.query('insert into collector_turnout values ($1, $2, $3, $4, $5)', [
      ...[campaignId, people.tam.id, channel, '2026-03-03', households],
    ])
  await add('visit', 161)
  await add('meeting', 500)
  const signs = await findSigns(world.as(people.lan), campaignId)
  await pool.query("delete from collector_turnout where day = '2026-03-03'")
  expect(signs.ok && signs.value.bursts).toMatchObject([
    { name: 'tam', stretch: '2026-03-03', ballots: 161, plausible: 160 },
  ])
})

test('after closing a sign has its figures, still without reading a ballot', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const signs = await without(rowwise, () => findSigns(world.as(people.lan), campaignId))
  if (!signs.ok) throw new Error(signs.error)
  const tam = signs.value.collectors.find(sign => sign.collector === 'tam')
  expect(tam).toMatchObject({ village: 'Đồi Chè', households: 20, standing: 'higher-for-a-human-to-look-at' })
  expect(tam?.figures).toMatchObject({ own: { yes: 20, no: 0 }, rest: { yes: 0, no: 11 } })
  expect(tam?.figures?.adjusted).toBeLessThan(0.001)
})
