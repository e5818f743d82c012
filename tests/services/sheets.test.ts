import { expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { submit } from '#app/services/lane.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { enterSheet, findSheet, withdrawSheet } from '#app/services/sheets.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 40, 'Suối Mơ': 12 })
const place = { campaignId, villageId: villageId('Đồi Chè') }
const keys = contentKeys(qd318)
for (const code of codesOf('Đồi Chè').slice(0, 11))
  await answerByCode(world.system, code, filledIn('satisfied'))

/** Forty households: 36 issued, 35 collected, 11 of them as ballots, 24 counted by hand of which one is invalid. */
const form = (changes: Record<string, string> = {}) => {
  const head = { issued: '36', collected: '35', ballots: '11', invalid: '1', anyDissatisfied: '4' }
  const lines = Object.fromEntries(
    keys.flatMap(key => [
      [`satisfied.${key}`, '20'],
      [`dissatisfied.${key}`, '3'],
      [`blank.${key}`, '0'],
    ]),
  )
  const values = new Map(Object.entries({ ...head, ...lines, 'reason.transport': 'Đường lầy', ...changes }))
  return { get: (name: string) => values.get(name) ?? null }
}

const contradictions = async (changes: Record<string, string>) => {
  const posted = await enterSheet(lan, place, form(changes))
  return posted.kind === 'contradictory'
    ? posted.problems.map(({ code, numbers }) => ({ code, numbers }))
    : posted.kind
}

test('each breach is named with its two numbers', async () => {
  expect(await contradictions({ issued: '41' })).toEqual([
    { code: 'issued-above-households', numbers: { issued: 41, households: 40 } },
  ])
  expect(await contradictions({ issued: '34' })).toEqual([
    { code: 'collected-above-issued', numbers: { collected: 35, issued: 34 } },
  ])
  expect(await contradictions({ 'satisfied.transport': '21' })).toEqual([
    {
      code: 'content-not-adding-up',
      numbers: { satisfied: 21, dissatisfied: 3, blank: 0, sum: 24, valid: 23 },
    },
  ])
  expect(await contradictions({ anyDissatisfied: '2' })).toEqual([
    { code: 'any-dissatisfied-out-of-range', numbers: { anyDissatisfied: 2, atLeast: 3, atMost: 23 } },
  ])
  expect(await contradictions({ ballots: '10', invalid: '2' })).toEqual([
    { code: 'ballots-differ', numbers: { declared: 10, recorded: 11 } },
  ])
})

test('an empty cell is never a zero', async () => {
  const posted = await enterSheet(lan, place, form({ 'blank.transport': '' }))
  expect(posted.kind === 'unreadable' && posted.error.issues.map(issue => issue.path)).toEqual([
    ['blank.transport'],
  ])
})

test('a sheet shuts the slots of its village that are still free, and the consumed ones keep their receipt', async () => {
  expect(await enterSheet(lan, place, form())).toEqual({ kind: 'recorded' })
  const [used = '', ...others] = codesOf('Đồi Chè')
  const free = others.at(-1) ?? ''
  expect(await answerByCode(world.system, free, filledIn('satisfied'))).toEqual({
    kind: 'refused',
    error: 'village-counted-by-hand',
  })
  const door = await findDoor(world.system, free)
  expect(door.ok && door.value.state).toBe('counted-by-hand')
  expect((await answerByCode(world.system, used, filledIn('satisfied'))).kind).toBe('recorded')
})

test('a ballot that was on its way when the sheet came is refused by the lane, and the database would refuse it too', async () => {
  const { rows } = await world.database.pool.query(
    'select id from slot where village_id = $1 and id not in (select slot_id from participation) limit 1',
    [place.villageId],
  )
  const slotId = rows[0].id
  const ballot = { answers: keys.map(() => 'satisfied' as const), reasons: {}, otherOpinion: '' }
  const outcome = await submit(world.system, { ...place, slotId, channel: 'self', collector: null, ballot })
  expect(outcome).toEqual({ ok: false, error: 'village-counted-by-hand' })
  await expect(
    world.database.pool.query(`insert into participation values ($1, $2, $3, 'self')`, [
      slotId,
      campaignId,
      place.villageId,
    ]),
  ).rejects.toThrow(/counted by hand/)
})

test('the database refuses a sheet that does not add up, whoever writes it', async () => {
  const set = (change: string) => world.database.pool.query(`update sheet set ${change}`)
  await expect(set('satisfied[1] = 21')).rejects.toThrow(/lines_add_up/)
  await expect(set('ballots = 10')).rejects.toThrow(/split_adds_up/)
  await expect(set('issued = 41')).rejects.toThrow(/more ballots than there are households/)
  await expect(set('invalid = 25')).rejects.toThrow(/check constraint/)
})

test('a cadre of another commune cannot read, enter or withdraw a sheet', async () => {
  const minh = world.as(world.people.minh)
  expect(await findSheet(minh, place)).toEqual({ ok: false, error: 'forbidden' })
  expect(await enterSheet(minh, place, form())).toEqual({ kind: 'refused', error: 'forbidden' })
  expect(await withdrawSheet(minh, place)).toEqual({ ok: false, error: 'forbidden' })
})

test('a withdrawn sheet opens the slots again', async () => {
  expect(await withdrawSheet(lan, place)).toEqual({ ok: true, value: null })
  const door = await findDoor(world.system, codesOf('Đồi Chè').at(-1) ?? '')
  expect(door.ok && door.value.state).toBe('open')
  expect(await enterSheet(lan, place, form())).toEqual({ kind: 'recorded' })
})

test('while collecting, each village says how many households can still change the verdict', async () => {
  const progress = await findProgress(lan, campaignId)
  if (!progress.ok) throw new Error(progress.error)
  expect(progress.value.villages).toMatchObject([
    { name: 'Đồi Chè', households: 40, issued: 36, collected: 35, byHand: 24, canChange: 5 },
    { name: 'Suối Mơ', households: 12, collected: 0, byHand: null, canChange: 12 },
  ])
  expect(progress.value.total).toEqual({ households: 52, asked: 52, issued: 36, collected: 35 })
})

test('a collector sees the turnout of one village, and nothing of what is still open', async () => {
  const progress = await findProgress(world.as(world.people.tam), campaignId)
  if (!progress.ok) throw new Error(progress.error)
  expect(progress.value).toMatchObject({
    whole: false,
    turnout: [],
    total: { households: 40, issued: 36, collected: 35 },
  })
  expect(progress.value.villages).toEqual([
    {
      villageId: place.villageId,
      name: 'Đồi Chè',
      path: progress.value.villages[0]?.path,
      households: 40,
      asked: 40,
      issued: 36,
      collected: 35,
      byHand: 24,
      canChange: null,
    },
  ])
})

test('ballots and sheet of one village add up, and the figures say which village was counted by hand', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(lan, campaignId)
  if (!closed.ok) throw new Error(closed.error)
  const { results, handCounted, opinions } = closed.value
  expect(results.units.find(unit => unit.name === 'Đồi Chè')).toMatchObject({
    households: 40,
    issued: 36,
    collected: 35,
    valid: 34,
    invalid: 1,
    overall: { satisfied: { part: 31, whole: 34 } },
    anyDissatisfied: { part: 4, whole: 34 },
  })
  expect(results.area).toMatchObject({ households: 52, collected: 35 })
  expect(handCounted).toEqual([{ name: 'Đồi Chè', ballots: 11, byHand: 24 }])
  expect(opinions).toContainEqual({ villageId: place.villageId, content: 'transport', body: 'Đường lầy' })
})

test('a closed sheet stays', async () => {
  await expect(world.database.pool.query('delete from sheet')).rejects.toThrow(/closed/)
  await expect(world.database.pool.query('update sheet set issued = 35')).rejects.toThrow(
    /while the campaign collects/,
  )
  expect(await withdrawSheet(lan, place)).toEqual({ ok: false, error: 'campaign-not-collecting' })
})
