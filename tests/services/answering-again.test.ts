import { expect, test } from 'vitest'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 14, 'Suối Mơ': 4 })
const { pool } = world.database
const codes = codesOf('Đồi Chè')
const [changed = '', assisted = '', silent = ''] = codes
const again = (answer: 'satisfied' | 'dissatisfied', lines: Record<string, string> = {}) =>
  filledIn(answer, { again: 'yes', ...lines })
const outcomeOf = (posted: Awaited<ReturnType<typeof answerByCode>>) =>
  posted.kind === 'recorded' ? posted.acknowledged.outcome : posted.kind

for (const code of codes.slice(0, 12).filter(code => code !== assisted && code !== silent))
  await answerByCode(
    world.system,
    code,
    filledIn('dissatisfied', { 'reason.transport': `Đường hỏng ${code}`, otherOpinion: code }),
  )
const round = await findRound(world.as(world.people.tam), { campaignId, villageId: villageId('Đồi Chè') })
await enterBallot(
  world.as(world.people.tam),
  { campaignId, slotId: round.ok ? (round.value.doors[1]?.slotId ?? '') : '' },
  filledIn('dissatisfied', { channel: 'visit' }),
)

test('without saying so a household does not answer again: the earlier ballot stands', async () => {
  expect(outcomeOf(await answerByCode(world.system, changed, filledIn('satisfied')))).toBe('stands')
})

test('answering again keeps the receipt, and of the slot only "replaced" is visible', async () => {
  const before = await answerByCode(world.system, changed, filledIn('satisfied'))
  const after = await answerByCode(
    world.system,
    changed,
    again('satisfied', { otherOpinion: 'Nay đã sửa đường' }),
  )
  expect(outcomeOf(after)).toBe('replaced')
  expect(after.kind === 'recorded' && after.acknowledged.receipt).toBe(
    before.kind === 'recorded' && before.acknowledged.receipt,
  )
  const { rows } = await pool.query(
    'select replaced, count(*)::int as n from participation group by 1 order by 1',
  )
  expect(rows).toEqual([
    { replaced: false, n: 10 },
    { replaced: true, n: 1 },
  ])
})

test('a household may answer again after an assisted ballot, and as often as it likes: the last one counts', async () => {
  expect(outcomeOf(await answerByCode(world.system, assisted, again('dissatisfied')))).toBe('replaced')
  expect(outcomeOf(await answerByCode(world.system, assisted, again('satisfied')))).toBe('replaced')
  expect((await pool.query('select count(*)::int as n from inbox where again')).rows).toEqual([{ n: 2 }])
})

test('a household that says it answers again but never did answers for the first time', async () => {
  expect(outcomeOf(await answerByCode(world.system, silent, again('satisfied')))).toBe('first')
})

test('while collecting nothing leaves the box: a later answer waits apart, so that none is told by what vanished', async () => {
  const before = await pool.query('select id, answers from ballot order by id')
  await answerByCode(world.system, codes[3] ?? '', again('satisfied'))
  expect((await pool.query('select id, answers from ballot order by id')).rows).toEqual(before.rows)
})

test('at closing the last answer of each household counts once, and its earlier words are gone', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(world.as(world.people.lan), campaignId)
  if (!closed.ok) throw new Error(closed.error)
  // Twelve answered: ten dissatisfied by code, one assisted, one satisfied; three of the dissatisfied changed their mind.
  expect(closed.value.results.area).toMatchObject({
    collected: 12,
    overall: { satisfied: { part: 4, whole: 12 } },
  })
  const texts = closed.value.opinions.map(opinion => opinion.body)
  expect(texts).toContain('Nay đã sửa đường')
  expect(texts).not.toContain(changed)
  expect(texts).not.toContain(`Đường hỏng ${changed}`)
  expect(texts).toContain(`Đường hỏng ${codes[5]}`)
})

test('nothing failed in the background', () => {
  expect(world.troubles).toEqual([])
})
