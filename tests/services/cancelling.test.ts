import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerByCode } from '#app/services/ballots.server.ts'
import { cancelCampaign, findCancelling } from '#app/services/cancelling.server.ts'
import { destroySpentKeys } from '#app/services/closing.server.ts'
import { mixFullGroups } from '#app/services/mixing.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { findPublicCampaigns, findPublicResults } from '#app/services/results.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 14, 'Suối Mơ': 4 })
const lit = filledIn('dissatisfied', { otherOpinion: 'Cần đèn đường' })
for (const code of codesOf('Đồi Chè').slice(0, 10)) await answerByCode(world.system, code, lit)
await mixFullGroups(world.system, campaignId)
for (const code of codesOf('Đồi Chè').slice(10, 12)) await answerByCode(world.system, code, lit)
for (const code of codesOf('Suối Mơ').slice(0, 2))
  await answerByCode(world.system, code, filledIn('satisfied', { otherOpinion: 'Tốt' }))
const again = filledIn('satisfied')
await answerByCode(world.system, codesOf('Đồi Chè')[0] ?? '', {
  get: name => (name === 'again' ? 'yes' : again.get(name)),
})

const batchId = randomUUID()
await pool.query(
  `insert into batch (id, campaign_id, village_id, number, sheets, opened_by, opened_at)
   values ($1, $2, '99001-Suối Mơ', 1, 1, $3, now())`,
  [batchId, campaignId, world.people.lan.id],
)
await pool.query(
  `insert into batch_keying (id, batch_id, sheet, reading, keyed_by, sealed) values ($1, $2, 1, 'first', $3, '\\x00')`,
  [randomUUID(), batchId, world.people.lan.id],
)

/** Rows of the campaign; of a table that names none, all its rows: no other campaign here has answers. */
const count = async (table: string): Promise<number> => {
  const named = await pool.query(
    `select 1 from information_schema.columns where table_name = $1 and column_name = 'campaign_id'`,
    [table],
  )
  const where = named.rowCount === 0 ? '' : `where campaign_id = '${campaignId}'`
  return (await pool.query(`select count(*)::int as n from "${table}" ${where}`)).rows[0].n
}

/** Tables in which answers lie in any form, told by the names of their columns. */
const answerTables = async (): Promise<readonly string[]> => {
  const { rows } = await pool.query(`
    select distinct table_name from information_schema.columns
    where table_schema = 'public'
      and column_name in ('sealed', 'answers', 'body', 'satisfied', 'option', 'leaf')`)
  return rows.map(row => row.table_name)
}

test('a cadre of another commune, a collector, the appraiser and a stranger cancel nothing', async () => {
  const { minh, tam, hoa } = world.people
  for (const person of [minh, tam, hoa, null]) {
    expect(await cancelCampaign(world.as(person), campaignId, 'x')).toEqual({ ok: false, error: 'forbidden' })
    expect(await findCancelling(world.as(person), campaignId)).toEqual({ ok: false, error: 'forbidden' })
  }
  expect(await count('inbox')).toBeGreaterThan(0)
})

test('a draft is cancelled with its reason, and is never opened', async () => {
  const id = await draftCampaign(world)
  expect(await cancelCampaign(lan, id, 'Lập nhầm')).toEqual({ ok: true, value: id })
  expect(await openCampaign(lan, id)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  expect(await cancelCampaign(lan, id, 'Lần nữa')).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('cancelling a round deletes every answer in whatever table, keeps who answered, and destroys the key', async () => {
  const tables = await answerTables()
  expect(tables).toEqual(expect.arrayContaining(['inbox', 'ballot', 'opinion', 'sheet', 'batch_keying']))
  expect([await count('ballot'), await count('inbox'), await count('opinion')]).toEqual([10, 5, 10])
  expect(world.system.keys.find(campaignId)).not.toBeNull()
  expect(await cancelCampaign(lan, campaignId, 'Sai danh sách hộ')).toEqual({ ok: true, value: campaignId })
  for (const table of tables) expect([table, await count(table)]).toEqual([table, 0])
  expect(await count('participation')).toBe(14)
  expect(world.system.keys.find(campaignId)).toBeNull()
  const { rows } = await pool.query(
    `select kind, detail from audit_event where campaign_id = $1 order by seq desc limit 2`,
    [campaignId],
  )
  expect(rows).toEqual([
    { kind: 'campaign.key-destroyed', detail: {} },
    { kind: 'campaign.cancelled', detail: { from: 'collecting', reason: 'Sai danh sách hộ', collected: 14 } },
  ])
})

test('a cancelled round takes no ballot, tells so at every door, and has no results for anybody', async () => {
  const code = codesOf('Suối Mơ')[3] ?? ''
  const answered = await answerByCode(world.system, code, filledIn('satisfied'))
  expect(answered).toMatchObject({ kind: 'refused', error: 'campaign-not-collecting' })
  const door = await findDoor(world.system, code)
  expect(door.ok && [door.value.state, door.value.campaign.state]).toEqual(['closed', 'cancelled'])
  expect(await findPublicResults(world.system, campaignId)).toEqual({ ok: false, error: 'campaign-unknown' })
  expect((await findPublicCampaigns(world.system)).map(({ id }) => id)).not.toContain(campaignId)
})

test('a key left behind by a stop right after cancelling goes at the next start', async () => {
  world.system.keys.make(campaignId)
  await destroySpentKeys(world.system)
  expect(world.system.keys.find(campaignId)).toBeNull()
})

test('the database keeps a cancelled round cancelled, and cancels none without a reason', async () => {
  await expect(
    pool.query(`update campaign set state = 'collecting' where id = $1`, [campaignId]),
  ).rejects.toThrow()
  const id = await draftCampaign(world)
  await expect(pool.query(`update campaign set state = 'cancelled' where id = $1`, [id])).rejects.toThrow(
    'cancelled_with_reason',
  )
})
