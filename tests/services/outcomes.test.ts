import { expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { countOutcomes, recordOutcome, recordOutcomes } from '#app/services/outcomes.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 4 })
const lan = world.as(world.people.lan)
const village = villageId('Đồi Chè')

const slotsOf = async (of: World, place: { readonly campaignId: string; readonly villageId: string }) => {
  const round = await findRound(of.as(of.people.lan), place)
  if (!round.ok) throw new Error(round.error)
  return round.value.doors.map(door => door.slotId)
}
const slots = await slotsOf(world, { campaignId, villageId: village })
const slotAt = (index: number): SlotId => slots[index] ?? ('' as SlotId)

const outcomeOf = async (slotId: string): Promise<unknown> => {
  const { rows } = await world.database.pool.query(
    'select outcome, outcome_on::text as on from slot where id = $1',
    [slotId],
  )
  return rows[0]
}

const lastEvent = async () => {
  const { rows } = await world.database.pool.query(
    'select kind, detail from audit_event order by seq desc limit 1',
  )
  return rows[0]
}

test('a reason is noted with its day, changed and taken away, each time traced', async () => {
  const place = { campaignId, slotId: slotAt(0) }
  expect(await recordOutcome(lan, { ...place, outcome: 'absent' })).toEqual({ ok: true, value: null })
  expect(await outcomeOf(slotAt(0))).toEqual({ outcome: 'absent', on: '2026-03-02' })
  await recordOutcome(lan, { ...place, outcome: 'refused' })
  expect(await lastEvent()).toEqual({
    kind: 'slot.outcome-noted',
    detail: { slot: slotAt(0), village: 'Đồi Chè', outcome: 'refused' },
  })
  await recordOutcome(lan, { ...place, outcome: null })
  expect(await outcomeOf(slotAt(0))).toEqual({ outcome: null, on: null })
  expect((await lastEvent()).detail.outcome).toBe('none')
})

test('answering clears the reason, and an answered slot takes none', async () => {
  const place = { campaignId, slotId: slotAt(1) }
  await recordOutcome(lan, { ...place, outcome: 'refused' })
  expect((await answerByCode(world.system, codesOf('Đồi Chè')[1] ?? '', filledIn('satisfied'))).kind).toBe(
    'recorded',
  )
  expect(await outcomeOf(slotAt(1))).toEqual({ outcome: null, on: null })
  expect(await recordOutcome(lan, { ...place, outcome: 'absent' })).toEqual({
    ok: false,
    error: 'slot-answered',
  })
})

test('the database itself refuses a reason beside a participation, and a reason it does not know', async () => {
  const update = (outcome: string, slot: string) =>
    world.database.pool.query(`update slot set outcome = $1, outcome_on = '2026-03-02' where id = $2`, [
      outcome,
      slot,
    ])
  await expect(update('moved', slotAt(1))).rejects.toThrow('no reason for silence')
  await expect(update('asleep', slotAt(2))).rejects.toThrow('slot_outcome_known')
})

test('of an answer and a reason given at the same moment, the answer always wins', async () => {
  const other = await newWorld()
  const round = await collectingCampaign(other, { 'Đồi Chè': 12 })
  const all = await slotsOf(other, { campaignId: round.campaignId, villageId: round.villageId('Đồi Chè') })
  const codes = round.codesOf('Đồi Chè')
  const one = (index: number) => ({ campaignId: round.campaignId, slotId: all[index] ?? '' })
  await Promise.all(
    codes.flatMap((code, index) => [
      answerByCode(other.system, code, filledIn('satisfied')),
      recordOutcome(other.as(other.people.lan), { ...one(index), outcome: 'absent' }),
    ]),
  )
  const { rows } = await other.database.pool.query(
    'select count(*)::int as used, count(outcome)::int as explained from slot join participation on slot_id = id',
  )
  expect(rows).toEqual([{ used: 12, explained: 0 }])
})

test('the silent rest of a village gets one reason; what was said of a household before stands', async () => {
  await recordOutcome(lan, { campaignId, slotId: slotAt(2), outcome: 'moved' })
  const done = await recordOutcomes(lan, { campaignId, villageId: village, outcome: 'not-reached' })
  expect(done).toEqual({ ok: true, value: 4 })
  const counted = await countOutcomes(lan, campaignId)
  expect(counted.ok && counted.value).toEqual([
    {
      villageId: village,
      name: 'Đồi Chè',
      countedByHand: false,
      answered: { self: 1, visit: 0, meeting: 0, paper: 0 },
      silent: { 'not-reached': 4, absent: 0, moved: 1, refused: 0, none: 0 },
    },
    {
      villageId: villageId('Suối Mơ'),
      name: 'Suối Mơ',
      countedByHand: false,
      answered: { self: 0, visit: 0, meeting: 0, paper: 0 },
      silent: { 'not-reached': 0, absent: 0, moved: 0, refused: 0, none: 4 },
    },
  ])
})

test('a collector notes reasons in its own village and counts nothing but it', async () => {
  const tam = world.as(world.people.tam)
  expect((await recordOutcome(tam, { campaignId, slotId: slotAt(3), outcome: 'absent' })).ok).toBe(true)
  const [away] = await slotsOf(world, { campaignId, villageId: villageId('Suối Mơ') })
  expect(await recordOutcome(tam, { campaignId, slotId: away ?? '', outcome: 'absent' })).toEqual({
    ok: false,
    error: 'forbidden',
  })
  const counted = await countOutcomes(tam, campaignId)
  expect(counted.ok && counted.value.map(row => row.name)).toEqual(['Đồi Chè'])
})

test("a cadre of another commune, the people's committee and a stranger are refused", async () => {
  for (const person of [world.people.minh, world.people.binh, null]) {
    const context = world.as(person)
    const refused = { ok: false, error: 'forbidden' }
    expect(await recordOutcome(context, { campaignId, slotId: slotAt(4), outcome: 'absent' })).toEqual(
      refused,
    )
    expect(await recordOutcomes(context, { campaignId, villageId: village, outcome: 'absent' })).toEqual(
      refused,
    )
    expect(await countOutcomes(context, campaignId)).toEqual(refused)
  }
})

test('a slot nobody has and a round that closed take no reason', async () => {
  const unknown = { campaignId, slotId: '00000000-0000-4000-8000-000000000000', outcome: 'absent' } as const
  expect(await recordOutcome(lan, unknown)).toEqual({ ok: false, error: 'slot-unknown' })
  expect(await recordOutcome(lan, { ...unknown, slotId: 'x' })).toEqual({ ok: false, error: 'slot-unknown' })
  await recordOutcomes(lan, { campaignId, villageId: villageId('Suối Mơ'), outcome: 'not-reached' })
  const closed = await closeCampaign(lan, campaignId)
  expect(closed.ok).toBe(true)
  expect(await recordOutcome(lan, { campaignId, slotId: slotAt(4), outcome: 'absent' })).toEqual({
    ok: false,
    error: 'campaign-not-collecting',
  })
})
