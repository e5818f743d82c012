import { expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '#app/basics/day.ts'
import { findArchiveDesk, setArchiveDay, sweepArchived } from '#app/services/register-archive.server.ts'
import { moveOutHousehold } from '#app/services/register-edit.server.ts'
import { findReopening, reopenCampaign } from '#app/services/reopening.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const { campaignId } = await collectingCampaign(world, { 'Đồi Chè': 5, 'Suối Mơ': 2 })
const communeId = '99001'
const today = (): Day => dayOf(world.time.now)
const tick = (days: number) => {
  world.time.now = new Date(world.time.now.getTime() + days * 86_400_000)
}
const count = async (text: string): Promise<number> => (await pool.query(text)).rowCount ?? 0
const named = () => count('select from slot where household_id is not null')
const moveOut = async (limit: number) => {
  const { rows } = await pool.query(`select id from household where standing = 'active' limit $1`, [limit])
  for (const { id } of rows)
    await moveOutHousehold(lan, { communeId, householdId: id }, { movedOn: today(), reason: 'Về quê' })
}

test('a campaign that collects has no archive date', async () => {
  const notYet = { ok: false, error: 'campaign-not-closed' }
  expect(await findArchiveDesk(lan, campaignId)).toEqual(notYet)
  expect(await setArchiveDay(lan, campaignId, addDays(today(), 100))).toEqual(notYet)
})

test('a closed one is offered the usual day; a day is set, moved, and not in the past; nobody else sets it', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const desk = await findArchiveDesk(lan, campaignId)
  expect(desk.ok && desk.value).toMatchObject({
    usualDay: addDays(today(), 180),
    archivedOn: null,
    namesCutAt: null,
    named: 7,
  })
  expect((await setArchiveDay(lan, campaignId, addDays(today(), 300))).ok).toBe(true)
  expect((await setArchiveDay(lan, campaignId, addDays(today(), 30))).ok).toBe(true)
  expect(await setArchiveDay(lan, campaignId, addDays(today(), -1))).toEqual({
    ok: false,
    error: 'archive-day-past',
  })
  const refused = { ok: false, error: 'forbidden' }
  for (const person of [world.people.minh, world.people.binh, world.people.tam, null]) {
    expect(await findArchiveDesk(world.as(person), campaignId)).toEqual(refused)
    expect(await setArchiveDay(world.as(person), campaignId, today())).toEqual(refused)
  }
})

test('up to the archive date the sweep touches nothing', async () => {
  await moveOut(2)
  tick(30)
  expect(await sweepArchived(world.system)).toEqual({ campaigns: 0, slots: 0, households: 0 })
  expect(await named()).toBe(7)
})

test('the day after it names are cut and who moved out is forgotten; counts stay, and it leaves a trace', async () => {
  tick(1)
  expect(await sweepArchived(world.system)).toEqual({ campaigns: 1, slots: 7, households: 2 })
  expect(await named()).toBe(0)
  expect(await count('select from slot')).toBe(7)
  expect(await count('select from household')).toBe(5)
  const frame = await pool.query('select sum(households)::int as n from campaign_village')
  expect(frame.rows[0].n).toBe(7)
  const { rows } = await pool.query('select * from audit_event order by seq desc limit 1')
  expect(rows[0]).toMatchObject({
    kind: 'campaign.names-cut',
    actor: 'system',
    campaign_id: campaignId,
    detail: { slots: 7, households: 2 },
  })
})

test('twice, or by two starts at once, it does nothing twice', async () => {
  const swept = await Promise.all([sweepArchived(world.system), sweepArchived(world.system)])
  expect(swept.every(one => one.slots === 0)).toBe(true)
  expect(await count(`select from audit_event where kind = 'campaign.names-cut'`)).toBe(1)
})

test('an archived campaign takes no other date and, in the database itself, never collects again', async () => {
  expect(await setArchiveDay(lan, campaignId, addDays(today(), 9))).toEqual({
    ok: false,
    error: 'campaign-archived',
  })
  const form = { reason: 'Kiểm lại', endsOn: addDays(today(), 9) }
  const archived = { ok: false, error: 'campaign-archived' }
  expect(await findReopening(lan, campaignId)).toEqual(archived)
  expect(await reopenCampaign(lan, campaignId, form)).toEqual(archived)
  const reopen = `update campaign set state = 'collecting', closed_at = null, evidence_fingerprint = null, version = version + 1`
  await expect(pool.query(reopen)).rejects.toThrow('stays archived')
})

test('who moved out stays while another campaign still names them', async () => {
  const second = await collectingCampaign(world, { 'Đồi Chè': 0 }, { name: 'Đợt sau' })
  await moveOut(1)
  expect((await closeRound(world, second.campaignId)).ok).toBe(true)
  const third = await collectingCampaign(world, { 'Đồi Chè': 0 }, { name: 'Đợt sau nữa' })
  await setArchiveDay(lan, second.campaignId, today())
  await moveOut(1)
  tick(1)
  expect(await sweepArchived(world.system)).toEqual({ campaigns: 1, slots: 5, households: 1 })
  expect(await count(`select from household where standing = 'moved'`), 'the third names it').toBe(1)
  expect(
    await count(`select from slot where campaign_id = '${third.campaignId}' and household_id is null`),
  ).toBe(0)
})

test('reopening a campaign before its names are cut forgets the date', async () => {
  const { rows } = await pool.query(`select id from campaign where name = 'Đợt sau nữa'`)
  const id: string = rows[0].id
  expect((await closeRound(world, id)).ok).toBe(true)
  await setArchiveDay(lan, id, addDays(today(), 5))
  await pool.query(
    `update campaign set state = 'collecting', closed_at = null, evidence_fingerprint = null, version = version + 1 where id = $1`,
    [id],
  )
  const after = await pool.query('select archived_on from campaign where id = $1', [id])
  expect(after.rows).toEqual([{ archived_on: null }])
})
