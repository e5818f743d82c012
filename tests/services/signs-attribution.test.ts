import { expect, test } from 'vitest'
import type { Answer } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { cancelCampaign } from '#app/services/cancelling.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { openBallot, sealBallot } from '#app/services/seal.server.ts'
import { readAttributions } from '#app/services/signs-attribution.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

type Who = 'tam' | 'lan'

/** A round of thirty households in Đồi Chè, and what people bring in. */
const newRound = async () => {
  const world = await newWorld()
  const open = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 2 })
  const { campaignId } = open
  const village = open.villageId('Đồi Chè')
  const round = await findRound(world.as(world.people.lan), { campaignId, villageId: village })
  if (!round.ok) throw new Error(round.error)
  const slots = round.value.doors.map(door => door.slotId)
  const rows = async (sql: string) => (await world.database.pool.query(sql)).rows
  let next = 0
  const bring = async (who: Who, count: number, answer: Answer = 'satisfied', channel = 'visit') => {
    for (const slotId of slots.slice(next, next + count))
      await enterBallot(world.as(world.people[who]), { campaignId, slotId }, filledIn(answer, { channel }))
    next += count
  }
  const tally = () =>
    rows(
      'select account_id, channel, ballots, satisfied, dissatisfied, any_dissatisfied from collector_tally',
    )
  return { world, open, campaignId, bring, rows, tally, close: () => closeRound(world, campaignId) }
}

test('while collecting, who brought which ballot lies sealed, and no answer is counted by collector in the clear', async () => {
  const { world, campaignId, bring, rows, tally } = await newRound()
  await bring('tam', 12)
  const kept = await rows("select sealed, encode(sealed, 'escape') as text from attribution")
  expect(kept).toHaveLength(1)
  expect(kept[0].text).not.toContain(world.people.tam.id)
  expect(kept[0].text).not.toContain('satisfied')
  expect(kept[0].sealed.length % 2048).toBe(28)
  expect(await tally()).toEqual([])
  const opened = await readAttributions(world.system, campaignId)
  expect(opened.map(one => one.collector)).toEqual(Array(10).fill(world.people.tam.id))
  const boxed = new Set((await rows('select id::text from ballot')).map(row => row.id))
  expect(opened.every(one => boxed.has(one.id))).toBe(true)
})

test('closing counts by collector from ten ballots up, and forgets who brought which', async () => {
  const { world, bring, rows, tally, close } = await newRound()
  await bring('tam', 12)
  await bring('lan', 10, 'dissatisfied')
  await bring('lan', 4, 'satisfied', 'paper')
  expect((await close()).ok).toBe(true)
  expect(await rows('select 1 from attribution')).toEqual([])
  const counted = await tally()
  expect(counted).toHaveLength(2)
  expect(counted).toContainEqual({
    ...{ account_id: world.people.tam.id, channel: 'visit', ballots: 12 },
    ...{ satisfied: 12, dissatisfied: 0, any_dissatisfied: 0 },
  })
  expect(counted).toContainEqual({
    ...{ account_id: world.people.lan.id, channel: 'visit', ballots: 10 },
    ...{ satisfied: 0, dissatisfied: 10, any_dissatisfied: 10 },
  })
})

test('nobody is counted apart where all but a few ballots of the village and means are theirs', async () => {
  const { bring, tally, close } = await newRound()
  await bring('tam', 20)
  await bring('lan', 1, 'dissatisfied')
  expect((await close()).ok).toBe(true)
  expect(await tally()).toEqual([])
})

test('a household that answered again counts with its last answer', async () => {
  const { world, open, bring, tally, close } = await newRound()
  await bring('tam', 12)
  const used = await world.database.pool.query('select slot_id from participation limit 1')
  const round = await findRound(world.as(world.people.lan), {
    campaignId: open.campaignId,
    villageId: open.villageId('Đồi Chè'),
  })
  const index = round.ok ? round.value.doors.findIndex(door => door.slotId === used.rows[0].slot_id) : -1
  const again = filledIn('dissatisfied', { again: 'yes' })
  const posted = await answerByCode(world.system, open.codesOf('Đồi Chè')[index] ?? '', again)
  expect(posted).toMatchObject({ kind: 'recorded', acknowledged: { outcome: 'replaced' } })
  expect((await close()).ok).toBe(true)
  expect(await tally()).toMatchObject([{ ballots: 12, satisfied: 11, dissatisfied: 1 }])
})

test('a damaged attribution stops neither mixing nor closing, and nothing of its group is counted apart', async () => {
  const { world, bring, rows, tally, close } = await newRound()
  await bring('tam', 11)
  await world.database.pool.query("update attribution set sealed = 'x'::bytea")
  await bring('tam', 10)
  expect(await rows('select 1 from ballot')).toHaveLength(20)
  expect((await close()).ok).toBe(true)
  expect(await tally()).toEqual([])
})

test('a reopened round adds its own counts, each version by itself ten or more', async () => {
  const { world, campaignId, bring, tally, close } = await newRound()
  await bring('tam', 12)
  expect((await close()).ok).toBe(true)
  const form = { reason: 'Còn hộ chưa được hỏi', endsOn: '2026-03-20' as Day }
  expect((await reopenCampaign(world.as(world.people.lan), campaignId, form)).ok).toBe(true)
  await bring('tam', 10, 'dissatisfied')
  await bring('lan', 4, 'satisfied', 'paper')
  expect((await close()).ok).toBe(true)
  expect(await tally()).toMatchObject([{ channel: 'visit', ballots: 22, satisfied: 12, dissatisfied: 10 }])
})

test('cancelling deletes it with the answers', async () => {
  const { world, campaignId, bring, rows } = await newRound()
  await bring('tam', 10)
  expect((await cancelCampaign(world.as(world.people.lan), campaignId, 'Nhầm')).ok).toBe(true)
  expect(await rows('select 1 from attribution')).toEqual([])
})

test('a ballot sealed before collectors travelled along opens without one', () => {
  const key = Buffer.alloc(32, 7)
  const before = { slotId: 'a-slot' as SlotId, ballot: { answers: null, reasons: {}, otherOpinion: '' } }
  const sealed = sealBallot(key, before as Parameters<typeof sealBallot>[1])
  expect(openBallot(key, sealed)).toEqual({ ...before, collector: null })
})
