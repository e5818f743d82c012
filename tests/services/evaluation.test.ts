import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { findEvaluation } from '#app/services/evaluation.server.ts'
import { postCampaign, submitCampaign } from '#app/services/posting.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 60, 'Suối Mơ': 30 })
const lan = world.as(people.lan)

const early = await findEvaluation(lan, campaignId)

/** 25 of Đồi Chè by themselves, 20 dissatisfied; 25 on a visit, all satisfied; of Suối Mơ 12 by themselves and 3 on a visit. */
for (const [i, code] of codesOf('Đồi Chè').slice(0, 25).entries())
  await answerByCode(world.system, code, filledIn(i < 20 ? 'dissatisfied' : 'satisfied'))
const visit = async (village: string, count: number) => {
  const round = await findRound(lan, { campaignId, villageId: villageId(village) })
  const free = round.ok ? round.value.doors.filter(door => !door.channel) : []
  for (const { slotId } of free.slice(0, count))
    await enterBallot(lan, { campaignId, slotId }, filledIn('satisfied', { channel: 'visit' }))
}
await visit('Đồi Chè', 25)
for (const code of codesOf('Suối Mơ').slice(0, 12))
  await answerByCode(world.system, code, filledIn('satisfied'))
await visit('Suối Mơ', 3)
world.time.now = new Date('2026-03-20T02:00:00Z')
const closed = await closeRound(world, campaignId)
if (!closed.ok) throw new Error(closed.error)

const evaluated = async (person: Person) => {
  const found = await findEvaluation(world.as(person), campaignId)
  if (!found.ok) throw new Error(found.error)
  return found.value
}
const stepOf = async (step: string) => (await evaluated(people.hoa)).procedure.find(one => one.step === step)

test('only a counted campaign is evaluated, and only for who may read its results', async () => {
  expect(early).toEqual({ ok: false, error: 'campaign-not-closed' })
  const refused = { ok: false, error: 'forbidden' }
  expect(await findEvaluation(world.as(people.minh), campaignId)).toEqual(refused)
  expect(await findEvaluation(world.as(people.tam), campaignId)).toEqual(refused)
  expect(await findEvaluation(world.as(people.admin), campaignId)).toEqual(refused)
})

test('an appraiser reads figures, means, signs and steps; the people’s committee no signs', async () => {
  const { results, signs, callbacks, mayReadRules } = await evaluated(people.hoa)
  expect(results.area).toMatchObject({ households: 90, collected: 65 })
  expect(signs).not.toBeNull()
  expect(callbacks?.whole).toMatchObject({ drawn: 0 })
  expect(mayReadRules).toBe(true)
  expect(await evaluated(people.binh)).toMatchObject({ signs: null, callbacks: null })
})

test('means add up with the nameless to the ballots of the box', async () => {
  const { means, results } = await evaluated(people.hoa)
  expect(means.counts.map(({ channel, collected }) => [channel, collected])).toEqual([
    ['self', 25],
    ['visit', 25],
  ])
  // Three visits of Suối Mơ are fewer than five: they lost their means, and the twelve that would have told them went too.
  expect(means.nameless).toBe(15)
  expect(25 + 25 + means.nameless).toBe(results.area.collected)
})

test('a difference between means is told of every content', async () => {
  const { lines } = (await evaluated(people.hoa)).means
  expect(lines.at(-1)?.question).toBe('any')
  expect(lines[0]).toMatchObject({
    finding: { kind: 'different', apart: [{ channel: 'self', higher: false }] },
    cells: [{ answers: { yes: 5, no: 20 } }, { answers: { yes: 25, no: 0 } }],
  })
})

test('the steps follow the round to its submission', async () => {
  expect(await stepOf('plan')).toMatchObject({ outcome: 'unknown' })
  expect(await stepOf('term')).toMatchObject({ days: { from: '2026-03-02', to: '2026-03-20' } })
  expect(await stepOf('posting')).toMatchObject({ outcome: 'pending', code: 'posting-none' })
  await postCampaign(lan, campaignId, {
    ...{ startsOn: '2026-03-21' as Day, days: 10, daysDocument: 'Công văn 15/MTTQ' },
    ...{ villageIds: [villageId('Đồi Chè')], atCommune: true, byLoudspeaker: false, contact: 'Mặt trận xã' },
  })
  expect(await stepOf('posting')).toMatchObject({ code: 'posting-running' })
  world.time.now = new Date('2026-04-02T02:00:00Z')
  const submitted = await submitCampaign(lan, campaignId)
  expect(submitted.ok).toBe(true)
  expect(await stepOf('posting')).toMatchObject({ outcome: 'done' })
  expect(await stepOf('opinions')).toMatchObject({ code: 'opinions-none' })
  expect(await stepOf('submission')).toMatchObject({ outcome: 'done', days: { submittedOn: '2026-04-02' } })
})
