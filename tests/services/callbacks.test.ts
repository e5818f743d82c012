import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { drawCallbacks, enterCallback, findCallback, findCallbacks } from '#app/services/callbacks.server.ts'
import { callSchema, drawSchema } from '#app/services/callbacks-form.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 40, 'Suối Mơ': 30 })
const { pool } = world.database
const lan = world.as(people.lan)

const round = await findRound(lan, { campaignId, villageId: villageId('Đồi Chè') })
const slots = round.ok ? round.value.doors.map(door => door.slotId) : []
const visit = async (who: Person, from: number, to: number) => {
  for (const slotId of slots.slice(from, to))
    await enterBallot(world.as(who), { campaignId, slotId }, filledIn('satisfied', { channel: 'visit' }))
}
await visit(people.tam, 0, 21)
await visit(people.lan, 21, 32)
for (const code of codesOf('Suối Mơ').slice(0, 12))
  await answerByCode(world.system, code, filledIn('satisfied'))

const slice = { page: 1, size: 50 }
const listed = async () => {
  const desk = await findCallbacks(lan, campaignId, slice)
  if (!desk.ok) throw new Error(desk.error)
  return desk.value
}
const reached = (said: 'visit' | 'not-asked') => ({ outcome: 'reached', said, receipt: 'yes' }) as const
const owners = async () =>
  new Map(
    (await pool.query('select slot_id, account_id from callback')).rows.map(row => [
      row.slot_id,
      row.account_id,
    ]),
  )

test('a draw takes households that took part with help, and none that answered by itself', async () => {
  expect(await drawCallbacks(lan, campaignId, { seed: '482913', size: 20 })).toEqual({ ok: true, value: 20 })
  const { list, draws } = await listed()
  expect(list.total).toBe(20)
  expect(new Set(list.rows.map(row => row.villageName))).toEqual(new Set(['Đồi Chè']))
  expect(draws).toMatchObject([{ draw: 1, seed: 'gọi lại 482913', listed: 32 }])
})

test('a second draw takes others, and never more than are left', async () => {
  expect(await drawCallbacks(lan, campaignId, { seed: '482913', size: 13 })).toEqual({
    ok: false,
    error: 'sample-larger-than-list',
  })
  expect(await drawCallbacks(lan, campaignId, { seed: '771204', size: 12 })).toEqual({ ok: true, value: 12 })
  expect(await drawCallbacks(lan, campaignId, { seed: '771204', size: 1 })).toEqual({
    ok: false,
    error: 'callback-none-left',
  })
  const { rows } = await pool.query('select slot_id from participation where channel = $1', ['visit'])
  const drawn = (await listed()).list.rows.map(row => row.slotId)
  expect(new Set(drawn)).toEqual(new Set(rows.map(row => row.slot_id)))
})

test('the same list and seed draw the same households', async () => {
  const before = (await pool.query('select slot_id from callback where draw = 1 order by position')).rows
  await pool.query('delete from callback')
  await pool.query('delete from callback_draw')
  await drawCallbacks(lan, campaignId, { seed: '482913', size: 20 })
  const again = (await pool.query('select slot_id from callback where draw = 1 order by position')).rows
  expect(again).toEqual(before)
  await drawCallbacks(lan, campaignId, { seed: '771204', size: 12 })
})

test('whoever asks sees the household, and neither by which means it answered nor how', async () => {
  const other = [...(await owners())].find(([, owner]) => owner !== people.lan.id)?.[0] ?? ''
  const desk = await findCallback(lan, { campaignId, slotId: other })
  expect(desk.ok && Object.keys(desk.value.household).sort()).toEqual(
    ['accountId', 'draw', 'name', 'number', 'outcome', 'receipt', 'said', 'slotId', 'villageName'].sort(),
  )
})

test('whoever brought a ballot does not ask its household', async () => {
  const own = [...(await owners())].find(([, owner]) => owner === people.lan.id)?.[0] ?? ''
  const place = { campaignId, slotId: own }
  expect(await enterCallback(lan, place, reached('visit'))).toEqual({ ok: false, error: 'callback-own' })
})

test('agreement is told of everybody, and of a collector from ten households up', async () => {
  const tams = [...(await owners())].filter(([, owner]) => owner === people.tam.id).map(([slot]) => slot)
  expect(tams.length).toBeGreaterThanOrEqual(10)
  for (const slotId of tams.slice(0, 9)) await enterCallback(lan, { campaignId, slotId }, reached('visit'))
  expect((await listed()).collectors).toEqual([])
  const place = { campaignId, slotId: tams[9] ?? '' }
  await enterCallback(lan, place, reached('not-asked'))
  const { whole, collectors } = await listed()
  expect(whole).toMatchObject({ drawn: 32, asked: 10, reached: 10, agreed: 9, denied: 1, withReceipt: 10 })
  expect(collectors).toMatchObject([{ name: 'tam', agreement: { rate: { part: 9, whole: 10 } } }])
  // Clopper–Pearson of 9 in 10.
  expect(collectors[0]?.agreement.bounds.lower).toBeCloseTo(0.554984, 5)
  expect(collectors[0]?.agreement.bounds.upper).toBeCloseTo(0.997471, 5)
})

test('a call is traced without what the household said, and may be corrected', async () => {
  const called = await pool.query(`select slot_id from callback where outcome = 'reached' limit 1`)
  const slotId = called.rows[0].slot_id as string
  await enterCallback(lan, { campaignId, slotId }, { outcome: 'not-reached', said: null, receipt: null })
  expect((await listed()).whole).toMatchObject({ asked: 10, reached: 9 })
  const { rows } = await pool.query(
    `select detail from audit_event where kind = 'callback.entered' order by seq desc limit 1`,
  )
  expect(rows[0].detail).toEqual({ slot: slotId, outcome: 'not-reached' })
})

test('the form asks what was said only of a household that was reached', () => {
  expect(callSchema.safeParse({ outcome: 'reached' }).error?.issues.map(issue => issue.message)).toEqual([
    'callback-said-missing',
    'callback-receipt-missing',
  ])
  expect(callSchema.parse({ outcome: 'declined', said: 'visit', receipt: 'yes' })).toEqual({
    outcome: 'declined',
    said: null,
    receipt: null,
  })
  expect(drawSchema.safeParse({ seed: '12345', size: '501' }).error?.issues).toHaveLength(2)
})
