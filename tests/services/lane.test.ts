import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { answerByCode, type Posted } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { submit } from '#app/services/lane.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import type { Submission } from '#app/services/submission.server.ts'
import { closeRound, explainSilence } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

const ballot = {
  answers: Array.from({ length: 20 }, () => 'satisfied' as const),
  reasons: {},
  otherOpinion: '',
}

const countOf = async (world: World, table: string): Promise<number> =>
  (await world.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

const outcomesOf = (posted: readonly Posted[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of posted) {
    const outcome =
      one.kind === 'recorded' ? one.acknowledged.outcome : one.kind === 'refused' ? one.error : one.kind
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

describe('a batch', async () => {
  const world = await newWorld()
  const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 60 })
  const village = villageId('Đồi Chè')
  const round = await findRound(world.as(world.people.tam), { campaignId, villageId: village })
  const slots = round.ok ? round.value.doors.map(door => door.slotId) : []
  const into = (slotId: SlotId | undefined, place = village): Submission => ({
    campaignId,
    slotId: slotId ?? ('' as SlotId),
    villageId: place,
    channel: 'self',
    collector: null,
    ballot,
  })
  afterEach(() => void world.troubles.splice(0))

  test('a submission that cannot be taken fails alone; those sent with it are acknowledged', async () => {
    const sent = await Promise.allSettled([
      submit(world.system, into(slots[0])),
      submit(world.system, into(slots[1])),
      submit(world.system, into(randomUUID() as SlotId)),
      submit(world.system, into(slots[2], villageId('Suối Mơ'))),
      submit(world.system, into(slots[3])),
    ])
    const acknowledged = sent.map(one => one.status === 'fulfilled' && one.value.ok)
    expect(acknowledged).toEqual([true, true, false, false, true])
    expect(await countOf(world, 'participation')).toBe(3)
    expect(await countOf(world, 'inbox')).toBe(3)
  })

  test('inbox, box and opinions take nothing of a village outside the frame, and nothing moves there', async () => {
    const { pool } = world.database
    const outside = `$1, '${randomUUID()}', $2, 'self'`
    const lay = [
      `insert into inbox (campaign_id, id, village_id, channel, sealed) values (${outside}, '')`,
      `insert into ballot (campaign_id, id, village_id, channel) values (${outside})`,
      `insert into opinion (campaign_id, id, village_id, content, body) values (${outside}, 'x')`,
      `update inbox set village_id = $2 where campaign_id = $1`,
    ]
    for (const statement of lay)
      await expect(pool.query(statement, [campaignId, 'nowhere'])).rejects.toThrow(/outside the frame/)
  })

  test('the lane goes on after a failure: the next household gets its receipt', async () => {
    const outcome = await submit(world.system, into(slots[2]))
    expect(outcome).toMatchObject({ ok: true, value: { outcome: 'first' } })
    expect(world.troubles).toEqual([])
  })

  test('what cannot be mixed waits and is told; nobody who sent meanwhile waits with it', async () => {
    // Sending needs no tally, mixing does.
    await world.database.pool.query('alter table tally rename to tally_away')
    const posted = await Promise.all(
      codesOf('Đồi Chè')
        .slice(10, 40)
        .map(code => answerByCode(world.system, code, filledIn('satisfied'))),
    )
    expect(outcomesOf(posted)).toEqual({ first: 30 })
    await expect.poll(() => world.troubles.length).toBeGreaterThan(0)
    expect(await countOf(world, 'ballot')).toBe(0)
    await world.database.pool.query('alter table tally_away rename to tally')
    await answerByCode(world.system, codesOf('Đồi Chè')[50] ?? '', filledIn('satisfied'))
    await expect.poll(() => countOf(world, 'ballot')).toBeGreaterThanOrEqual(34)
    expect((await countOf(world, 'ballot')) + (await countOf(world, 'inbox'))).toBe(35)
  })

  test('and everything acknowledged so far is in the count', async () => {
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    expect(await countOf(world, 'ballot')).toBe(35)
  })

  test('that was still waiting when the campaign closed hears that it closed, not that its key is gone', async () => {
    expect(await submit(world.system, into(slots[58]))).toEqual({
      ok: false,
      error: 'campaign-not-collecting',
    })
  })
})

describe('a rush', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 40, 'Suối Mơ': 20 })
  const codes = [...codesOf('Đồi Chè'), ...codesOf('Suối Mơ')]

  test('of three hundred at once over sixty slots leaves sixty ballots, and sixty households were first', async () => {
    const rush = Array.from({ length: 300 }, (_, i) => codes[(i * 7) % 60] ?? '')
    const posted = await Promise.all(
      rush.map((code, i) => answerByCode(world.system, code, filledIn(i % 3 ? 'satisfied' : 'dissatisfied'))),
    )
    expect(outcomesOf(posted)).toEqual({ first: 60, stands: 240 })
    const receipts = posted.map(one => (one.kind === 'recorded' ? one.acknowledged.receipt : one.kind))
    expect(new Set(receipts).size).toBe(60)
    for (const [i, receipt] of receipts.entries()) expect(receipt).toBe(receipts[i % 60])
  })

  test('is mixed into the box to the last full group, once nothing comes any more', async () => {
    await expect.poll(() => countOf(world, 'inbox')).toBe(0)
    expect(await countOf(world, 'ballot')).toBe(60)
  })

  test('keeps every count equal to the slots consumed', async () => {
    expect(await countOf(world, 'participation')).toBe(60)
    expect((await countOf(world, 'inbox')) + (await countOf(world, 'ballot'))).toBe(60)
    const { rows } = await world.database.pool.query(
      `select (select sum(collected)::int from campaign_village) as collected,
        (select sum(issued)::int from campaign_village) as issued,
        (select sum(households)::int from turnout) as turnout,
        (select sum((detail->>'count')::int)::int from audit_event where kind = 'ballot.received') as traced`,
    )
    expect(rows).toEqual([{ collected: 60, issued: 60, turnout: 60, traced: 60 }])
    expect(world.troubles).toEqual([])
  })

  test('is counted whole at closing', async () => {
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    const closed = await findResults(world.as(world.people.lan), campaignId)
    expect(closed.ok && closed.value.results.area).toMatchObject({
      households: 60,
      collected: 60,
      invalid: 0,
    })
  })
})

describe('a lane in a rush', async () => {
  const world = await newWorld()
  const { codesOf } = await collectingCampaign(world, { 'Đồi Chè': 400 })

  test('mixes a village beside its batches when a hundred of its ballots wait, and the rest once it is over', async () => {
    const codes = [...codesOf('Đồi Chè')]
    let mixedMeanwhile = 0
    const caller = async () => {
      for (let code = codes.pop(); code; code = codes.pop()) {
        await answerByCode(world.system, code, filledIn('satisfied'))
        if (codes.length > 60 && codes.length % 20 === 0)
          mixedMeanwhile = Math.max(mixedMeanwhile, await countOf(world, 'ballot'))
      }
    }
    await Promise.all(Array.from({ length: 64 }, caller))
    expect(mixedMeanwhile).toBeGreaterThanOrEqual(10)
    await expect.poll(() => countOf(world, 'inbox')).toBeLessThan(10)
  })
})

describe('closing', async () => {
  const world = await newWorld()
  const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 150, 'Suối Mơ': 50 })
  const codes = [...codesOf('Đồi Chè'), ...codesOf('Suối Mơ')]
  const other = { ...world.system, db: world.database.open({ max: 5 }).db }

  test('in the middle of a rush counts every ballot that was acknowledged and refuses every other', async () => {
    const send = (from: number, to: number) =>
      codes
        .slice(from, to)
        .map((code, i) => answerByCode(i % 4 ? world.system : other, code, filledIn('satisfied')))
    await explainSilence(world.as(world.people.lan), campaignId)
    const early = send(0, 40)
    await Promise.race(early)
    const meanwhile = send(40, 120)
    const closing = closeCampaign(world.as(world.people.lan), campaignId)
    const late = send(120, 200)
    expect((await closing).ok).toBe(true)
    const posted = await Promise.all([...early, ...meanwhile, ...late])
    const { first = 0, 'campaign-not-collecting': refused = 0, ...unexpected } = outcomesOf(posted)
    expect(unexpected).toEqual({})
    expect(first).toBeGreaterThanOrEqual(1)
    expect(first + refused).toBe(200)
    expect(await countOf(world, 'participation')).toBe(first)
    expect(await countOf(world, 'ballot')).toBe(first)
    const closed = await findResults(world.as(world.people.lan), campaignId)
    expect(closed.ok && closed.value.results.area).toMatchObject({ collected: first, invalid: 0 })
    expect(world.troubles).toEqual([])
  })

  test('by two people at once closes once', async () => {
    const again = await closeCampaign(world.as(world.people.lan), campaignId)
    expect(again).toEqual({ ok: false, error: 'campaign-step-not-now' })
  })
})
