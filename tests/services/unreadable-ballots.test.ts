import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { mixFullGroups } from '#app/services/mixing.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

const answer = async (world: World, codes: readonly string[], again = false) => {
  for (const code of codes) {
    const posted = await answerByCode(
      world.system,
      code,
      filledIn('satisfied', again ? { again: 'yes' } : {}),
    )
    if (posted.kind !== 'recorded') throw new Error(JSON.stringify(posted))
  }
}

/** One bit of one waiting ballot is wrong, as after a bad disk. */
const damageOne = (world: World) =>
  world.database.pool.query(
    `update inbox set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
     where id = (select id from inbox where not again order by id limit 1)`,
  )

const countIn = async (world: World, table: string): Promise<number> =>
  (await world.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

const eventsOf = async (world: World, kind: string) =>
  (await world.database.pool.query('select detail from audit_event where kind = $1 order by seq', [kind]))
    .rows

test('a damaged ballot is set aside; the others wait until they are ten, and mix', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 14 })
  await answer(world, codesOf('Đồi Chè').slice(0, 9))
  await damageOne(world)
  await answer(world, codesOf('Đồi Chè').slice(9, 10))
  await mixFullGroups(world.system, campaignId)
  expect(await countIn(world, 'unreadable_ballot')).toBe(1)
  expect(await countIn(world, 'inbox')).toBe(9)
  expect(await countIn(world, 'ballot')).toBe(0)
  await answer(world, codesOf('Đồi Chè').slice(10, 11))
  await mixFullGroups(world.system, campaignId)
  expect(await countIn(world, 'ballot')).toBe(10)
  expect(await eventsOf(world, 'ballot.unreadable')).toMatchObject([{ detail: { count: 1 } }])
})

test('at closing it counts as collected and invalid, traced, and what is damaged in the inbox stops nothing', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 2 })
  await answer(world, [...codesOf('Đồi Chè').slice(0, 5), ...codesOf('Suối Mơ')])
  await damageOne(world)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(world.as(world.people.lan), campaignId)
  expect(closed.ok && closed.value.results.area).toMatchObject({ collected: 7, valid: 6, invalid: 1 })
  const { rows } = await world.database.pool.query('select sum(unreadable)::int as n from campaign_village')
  expect(rows).toEqual([{ n: 1 }])
  expect(await countIn(world, 'unreadable_ballot')).toBe(0)
})

test('a household whose ballot was damaged and which answers again has a valid ballot', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 6 })
  await answer(world, codesOf('Đồi Chè').slice(0, 1))
  await damageOne(world)
  await answer(world, codesOf('Đồi Chè').slice(0, 1), true)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(world.as(world.people.lan), campaignId)
  expect(closed.ok && closed.value.results.area).toMatchObject({ collected: 1, valid: 1, invalid: 0 })
})

test('where the later answer is damaged, the earlier one stands, and the log says so', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 6 })
  await answer(world, codesOf('Đồi Chè').slice(0, 1))
  await answer(world, codesOf('Đồi Chè').slice(0, 1), true)
  await world.database.pool.query(
    'update inbox set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where again',
  )
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(world.as(world.people.lan), campaignId)
  expect(closed.ok && closed.value.results.area).toMatchObject({ collected: 1, valid: 1 })
  expect(await eventsOf(world, 'ballot.later-unreadable')).toHaveLength(1)
})

test('a wrong key turns no ballot into a damaged one: closing says the key is missing', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 6 })
  await answer(world, codesOf('Đồi Chè').slice(0, 5))
  const file = join(world.folder, `${campaignId}.key`)
  rmSync(file)
  writeFileSync(file, randomBytes(32), { mode: 0o600 })
  const restarted = { ...world.as(world.people.lan), keys: openKeys(world.folder) }
  expect(await closeCampaign(restarted, campaignId)).toEqual({ ok: false, error: 'campaign-key-missing' })
  expect(await countIn(world, 'inbox')).toBe(5)
})
