import { expect, test } from 'vitest'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findDoor, findRound } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 12 })
const [first = '', second = ''] = codesOf('Đồi Chè')

const count = async (table: 'participation' | 'inbox' | 'ballot'): Promise<number> => {
  const { rows } = await world.database.pool.query(`select count(*)::int as n from ${table}`)
  return rows[0].n
}

test('a household that sends from many connections at once has one ballot and one receipt', async () => {
  const systems = Array.from({ length: 8 }, () => ({
    ...world.system,
    db: world.database.open({ max: 2 }).db,
  }))
  const posted = await Promise.all(
    systems.flatMap(system => [1, 2, 3].map(() => answerByCode(system, first, filledIn('satisfied')))),
  )
  const receipts = new Set(posted.map(one => (one.kind === 'recorded' ? one.acknowledged.receipt : one.kind)))
  expect(receipts.size).toBe(1)
  expect([...receipts][0]).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  expect(posted.filter(one => one.kind === 'recorded' && one.acknowledged.outcome === 'first')).toHaveLength(
    1,
  )
  expect(await count('participation')).toBe(1)
  expect((await count('inbox')) + (await count('ballot'))).toBe(1)
})

test('the same submission sent again changes nothing and answers with the same receipt', async () => {
  const before = await answerByCode(world.system, first, filledIn('satisfied'))
  const again = await answerByCode(world.system, first, filledIn('dissatisfied'))
  expect(again).toEqual(before)
  expect(await count('participation')).toBe(1)
})

test('a collector and the household racing for one slot leave one ballot', async () => {
  const round = await findRound(world.as(world.people.tam), { campaignId, villageId: villageId('Đồi Chè') })
  if (!round.ok) throw new Error(round.error)
  const slotId = round.value.doors[1]?.slotId ?? ''
  const [mine, theirs] = await Promise.all([
    enterBallot(
      world.as(world.people.tam),
      { campaignId, slotId },
      filledIn('dissatisfied', { channel: 'visit' }),
    ),
    answerByCode(world.system, second, filledIn('satisfied')),
  ])
  const firsts = [mine, theirs].filter(one => one.kind === 'recorded' && one.acknowledged.outcome === 'first')
  expect(firsts).toHaveLength(1)
  expect(await count('participation')).toBe(2)
})

test('nothing but the slot primary key lets a second ballot in: the database itself refuses it', async () => {
  const { rows } = await world.database.pool.query('select slot_id, village_id from participation limit 1')
  await expect(
    world.database.pool.query('insert into participation values ($1, $2, $3, $4)', [
      rows[0].slot_id,
      campaignId,
      rows[0].village_id,
      'paper',
    ]),
  ).rejects.toThrow(/duplicate key/)
})

test('a code mistyped, unknown, used and closed each say so', async () => {
  expect(await findDoor(world.system, `${first.slice(0, -1)}${first.endsWith('2') ? '3' : '2'}`)).toEqual({
    ok: false,
    error: 'code-mistyped',
  })
  expect(await findDoor(world.system, 'DROP TABLE')).toEqual({ ok: false, error: 'code-mistyped' })
  const used = await findDoor(world.system, first.toLowerCase().replace(/^(.{5})/, '$1 - '))
  expect(used.ok && used.value.state).toBe('answered')
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findDoor(world.system, first)
  expect(closed.ok && closed.value.state).toBe('closed')
  expect(await answerByCode(world.system, codesOf('Suối Mơ')[0] ?? '', filledIn('satisfied'))).toEqual({
    kind: 'refused',
    error: 'campaign-not-collecting',
  })
})

test('after closing the counts are those of the households that answered', async () => {
  const closed = await findResults(world.as(world.people.lan), campaignId)
  if (!closed.ok) throw new Error(closed.error)
  expect(closed.value.results.area).toMatchObject({ households: 42, collected: 2, invalid: 0 })
})

test('nothing failed in the background', () => {
  expect(world.troubles).toEqual([])
})
