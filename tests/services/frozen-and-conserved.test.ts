import { expect, test } from 'vitest'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { frozenOf } from '#app/services/frozen.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findRound, issueVillage } from '#app/services/slots.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { addHouseholds, collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 14, 'Suối Mơ': 6 })
const { pool } = world.database

test('what a campaign froze cannot be changed, not even by the owner of the database', async () => {
  const change = (set: string) => pool.query(`update campaign set ${set} where id = $1`, [campaignId])
  await expect(change(`frozen = '{}'`)).rejects.toThrow(/keeps what it froze/)
  await expect(
    change(`frozen = jsonb_set(frozen, '{rules,overallThreshold,value}', '"10"')`),
  ).rejects.toThrow(/froze/)
  await expect(change(`title = 'commune-model'`)).rejects.toThrow(/froze/)
  await expect(change(`state = 'draft', frozen = null, opened_at = null`)).rejects.toThrow()
})

test('household counts are frozen: a household that moves in after opening has no slot and changes no whole', async () => {
  await expect(pool.query('update campaign_village set households = households - 1')).rejects.toThrow(
    /frozen/,
  )
  await pool.query(
    `insert into household (id, village_id, number, name, search_key, created_at) values (gen_random_uuid(), $1, '99', 'Hộ mới đến', 'ho moi den', now())`,
    [villageId('Đồi Chè')],
  )
  const progress = await findProgress(lan, campaignId)
  expect(progress.ok && progress.value.total.households).toBe(20)
  expect((await pool.query('select count(*)::int as n from slot')).rows[0].n).toBe(20)
})

test('a campaign opens once, and never without households', async () => {
  expect(await openCampaign(lan, campaignId)).toEqual({ ok: false, error: 'campaign-step-not-now' })
  const empty = await newWorld()
  const draft = await draftCampaign(empty)
  expect(await openCampaign(empty.as(empty.people.lan), draft)).toEqual({
    ok: false,
    error: 'register-empty',
  })
})

test('two cadres opening at once make one slot a household', async () => {
  const other = await newWorld()
  await addHouseholds(other, { 'Đồi Chè': 5 })
  const draft = await draftCampaign(other)
  const cadre = other.as(other.people.lan)
  const opened = await Promise.all([openCampaign(cadre, draft), openCampaign(cadre, draft)])
  expect(opened.filter(one => one.ok)).toHaveLength(1)
  expect((await other.database.pool.query('select count(*)::int as n from slot')).rows[0].n).toBe(5)
})

test('the database refuses counts that do not add up', async () => {
  const set = (counts: string) =>
    pool.query(`update campaign_village set ${counts} where village_id = $1`, [villageId('Đồi Chè')])
  await expect(set('issued = 15')).rejects.toThrow(/issued_within_households/)
  await expect(set('collected = issued + 1')).rejects.toThrow(/collected_within_issued/)
  await expect(set('counted = collected + 1')).rejects.toThrow(/counted_within_collected/)
  await expect(set('invalid = counted + 1')).rejects.toThrow(/_within_(counted|valid)/)
  await expect(set('any_dissatisfied = 1')).rejects.toThrow(/dissatisfied_within_valid/)
})

test('a ballot nobody handed out counts as handed out once it is collected', async () => {
  await answerByCode(world.system, codesOf('Suối Mơ')[0] ?? '', filledIn('satisfied'))
  const before = await findProgress(lan, campaignId)
  expect(before.ok && before.value.total).toEqual({ households: 20, asked: 20, issued: 1, collected: 1 })
  expect(await issueVillage(lan, { campaignId, villageId: villageId('Suối Mơ') })).toEqual({
    ok: true,
    value: 5,
  })
  const after = await findProgress(lan, campaignId)
  expect(after.ok && after.value.total).toEqual({ households: 20, asked: 20, issued: 6, collected: 1 })
})

test('a paper sheet may hold blanks, both boxes, or be invalid, and each is counted as what it is', async () => {
  const round = await findRound(lan, { campaignId, villageId: villageId('Đồi Chè') })
  if (!round.ok) throw new Error(round.error)
  const enter = (index: number, lines: Record<string, string>) =>
    enterBallot(
      lan,
      { campaignId, slotId: round.value.doors[index]?.slotId ?? '' },
      filledIn('satisfied', { channel: 'paper', ...lines }),
    )
  expect((await enter(0, { 'answer.transport': 'blank' })).kind).toBe('recorded')
  expect((await enter(1, { 'answer.transport': 'both' })).kind).toBe('recorded')
  expect((await enter(2, { invalid: 'yes' })).kind).toBe('recorded')
  expect(await enter(3, { channel: 'visit', 'answer.transport': 'blank' })).toEqual({
    kind: 'faulty',
    faults: [{ field: 'answer.transport', code: 'answer-unknown' }],
  })
})

test('a box from which a ballot is missing does not close, and nothing is lost by trying', async () => {
  const other = await newWorld()
  const open = await collectingCampaign(other, { 'Đồi Chè': 12 })
  for (const code of open.codesOf('Đồi Chè')) await answerByCode(other.system, code, filledIn('satisfied'))
  await other.database.pool.query('delete from ballot where id in (select id from ballot limit 1)')
  await expect(closeRound(other, open.campaignId)).rejects.toThrow(/12 slots consumed, 11 ballots/)
  const { rows } = await other.database.pool.query('select state from campaign')
  expect(rows).toEqual([{ state: 'collecting' }])
  expect(other.system.keys.find(open.campaignId)).not.toBeNull()
})

test('a live tally that somebody altered does not survive closing: the ballots are counted anew', async () => {
  await pool.query(`update tally set ballots = ballots + 100 where option = 'satisfied'`)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(lan, campaignId)
  if (!closed.ok) throw new Error(closed.error)
  const { area } = closed.value.results
  expect(area).toMatchObject({ households: 20, issued: 9, collected: 4, valid: 3, invalid: 1 })
  const transport = area.contents.find(content => content.content === 'transport')
  expect(transport?.counts).toEqual({ satisfied: 1, dissatisfied: 0, blank: 2 })
  for (const { counts } of area.contents)
    expect(counts.satisfied + counts.dissatisfied + counts.blank).toBe(area.valid)
})

test('frozen rules and questionnaire are read back as they were', async () => {
  const frozen = await frozenOf(world.system.db, campaignId)
  expect(frozen.rules.id).toBe('hd90-2022/commune-standard')
  expect(frozen.questionnaire.contents).toHaveLength(20)
})
