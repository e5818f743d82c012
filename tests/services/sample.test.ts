import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Draw } from '#app/household/sample.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { openBatch } from '#app/services/batches.server.ts'
import { findClosing } from '#app/services/closing-desk.server.ts'
import { findCollectingVillages } from '#app/services/collecting.server.ts'
import { findHandingOut } from '#app/services/handing-out.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { mergeHouseholds } from '#app/services/register-merge.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { drawCampaignSample, dropSample, fixSampleList } from '#app/services/sample.server.ts'
import { makeDrawnList, makeSampleList } from '#app/services/sample-files.server.ts'
import { replaceDrawn } from '#app/services/sample-replacing.server.ts'
import {
  findDrawnNow,
  findSampleDesk,
  findSampledVillage,
  findSampleView,
} from '#app/services/sample-view.server.ts'
import { findSheet } from '#app/services/sheets.server.ts'
import { printCodes } from '#app/services/slots.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { findWatching } from '#app/services/watching-desk.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { addHouseholds, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
await addHouseholds(world, { 'Đồi Chè': 30, 'Suối Mơ': 12 })
const doiChe = '99001-Đồi Chè'
const suoiMo = '99001-Suối Mơ'
const { pool } = world.database
const folder = mkdtempSync(join(tmpdir(), 'sample-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const told = { source: 'public', seed: 'XSMB 02/3/2026 48213', told: 'Giải đặc biệt xổ số miền Bắc' } as const
const size = { way: 'total', amount: 14, least: 2 } as const

const sampled = async () => {
  const id = await draftCampaign(world)
  expect((await fixSampleList(lan, id, size)).ok).toBe(true)
  expect((await drawCampaignSample(lan, id, told)).ok).toBe(true)
  return id
}
const viewOf = async (id: string) => {
  const view = await findSampleView(lan, id)
  if (!view.ok) throw new Error(view.error)
  return view.value
}
const villageOf = async (campaignId: string, villageId = doiChe) => {
  const view = await findSampledVillage(lan, { campaignId, villageId })
  if (!view.ok) throw new Error(view.error)
  return view.value.members
}
const events = async (campaignId: string) => {
  const { rows } = await pool.query(
    `select kind, detail from audit_event where campaign_id = $1 and kind like 'sample.%' order by seq`,
    [campaignId],
  )
  return rows
}

test('everybody is asked until a list is fixed; the list has a hash before there is a seed', async () => {
  const id = await draftCampaign(world)
  const before = await viewOf(id)
  expect([before.sample, before.villages, before.register]).toEqual([
    null,
    [],
    { households: 42, villages: 2, smallest: 12 },
  ])
  expect((await fixSampleList(lan, id, size)).ok).toBe(true)
  const listed = await viewOf(id)
  expect(listed.sample).toMatchObject({ households: 42, size: 14, least: 2, seed: null, command: null })
  expect(listed.sample?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await fixSampleList(lan, id, size)).toEqual({ ok: false, error: 'sample-there' })
  expect(await openCampaign(lan, id)).toEqual({ ok: false, error: 'sample-not-drawn' })
})

test('more households than there are, in all or in one village, are refused', async () => {
  const id = await draftCampaign(world)
  const refused = async (form: Parameters<typeof fixSampleList>[2]) => {
    const fixed = await fixSampleList(lan, id, form)
    return fixed.ok ? null : fixed.error
  }
  expect(await refused({ way: 'total', amount: 43, least: 2 })).toBe('sample-larger-than-list')
  expect(await refused({ way: 'each', amount: 13, least: 2 })).toBe('sample-village-smaller')
  expect((await viewOf(id)).sample).toBeNull()
})

test('the published list and seed draw the same households again by the command shown', async () => {
  const id = await sampled()
  const { sample } = await viewOf(id)
  const list = await makeSampleList(lan, id)
  if (!list.ok || !sample?.command) throw new Error('nothing to draw again')
  writeFileSync(join(folder, list.value.name), list.value.bytes)
  const command = sample.command.replace(
    ' danh-sach-rut.csv',
    ` '${join(folder, 'danh-sach-rut.csv')}' --json`,
  )
  const drawn = JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' })) as Draw
  expect([drawn.hash, drawn.seed]).toEqual([sample.hash, told.seed])
  for (const [name, villageId] of [
    ['Đồi Chè', doiChe],
    ['Suối Mơ', suoiMo],
  ] as const) {
    const members = await villageOf(id, villageId)
    const again = drawn.villages.find(({ village }) => village === name)
    const named = (state: string) => members.filter(one => one.state === state).map(one => one.listedAs)
    expect(named('drawn')).toEqual(again?.drawn)
    expect(named('reserve')).toEqual(again?.reserve)
  }
  expect(list.value.bytes.toString('utf8')).not.toContain('Hộ 1')
  const result = await makeDrawnList(lan, id)
  expect(result.ok && result.value.bytes.toString('utf8').split('\r\n').length).toBe(44)
}, 60_000)

test('a draw is done once, and given up only with a reason that stays in the log', async () => {
  const id = await sampled()
  expect(await drawCampaignSample(lan, id, { source: 'machine' })).toEqual({
    ok: false,
    error: 'sample-drawn',
  })
  expect((await dropSample(lan, id, 'Nhập sai số hộ')).ok).toBe(true)
  expect((await viewOf(id)).sample).toBeNull()
  expect((await fixSampleList(lan, id, size)).ok).toBe(true)
  expect((await drawCampaignSample(lan, id, { source: 'machine' })).ok).toBe(true)
  const log = await events(id)
  expect(log.map(row => row.kind)).toEqual([
    'sample.listed',
    'sample.drawn',
    'sample.dropped',
    'sample.listed',
    'sample.drawn',
  ])
  expect(log[2].detail).toMatchObject({ seed: told.seed, reason: 'Nhập sai số hộ' })
  expect(log[4].detail.seed).toMatch(/^[0-9a-f]{32}$/)
})

test('opening gives slots to the drawn alone, and keeps every household of the village as the whole', async () => {
  const id = await sampled()
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const { rows } = await pool.query(
    `select households, drawn, (select count(*)::int from slot where slot.campaign_id = v.campaign_id and slot.village_id = v.village_id) as slots
     from campaign_village v where campaign_id = $1 order by position`,
    [id],
  )
  expect(rows).toEqual([
    { households: 30, drawn: 9, slots: 9 },
    { households: 12, drawn: 5, slots: 5 },
  ])
  await expect(
    pool.query('update campaign_village set drawn = 11 where campaign_id = $1 and drawn = 9', [id]),
  ).rejects.toThrow(/frozen/)
  await expect(
    pool.query('update campaign_village set issued = 11 where campaign_id = $1 and drawn = 9', [id]),
  ).rejects.toThrow(/issued_within_drawn/)
  expect(await dropSample(lan, id, 'x')).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('the results hold the drawn against all households, and the stratified estimate is over villages', async () => {
  const id = await sampled()
  expect((await openCampaign(lan, id)).ok).toBe(true)
  for (const [villageId, unhappy] of [
    [doiChe, 2],
    [suoiMo, 1],
  ] as const) {
    const codes = await printCodes(lan, { campaignId: id, villageId })
    if (!codes.ok) throw new Error(codes.error)
    for (const [at, { code }] of codes.value.cards.entries())
      await answerByCode(
        world.system,
        code,
        filledIn('satisfied', at < unhappy ? { 'answer.overall': 'dissatisfied' } : {}),
      )
  }
  expect((await closeRound(world, id)).ok).toBe(true)
  const results = await findResults(lan, id)
  if (!results.ok) throw new Error(results.error)
  const { area, bounds, reasons } = results.value.results
  expect(area.coverage).toEqual({ part: 14, whole: 42 })
  expect(reasons.map(({ code }) => code)).toContain('coverage-below-minimum')
  expect(bounds.overall.stratified.estimate).toBeCloseTo(((30 * 7) / 9 + (12 * 4) / 5) / 42, 10)
  expect(bounds.overall.stratified.logit95).not.toBeNull()
})

test('while collecting only the drawn are those who can answer: in progress, pace, handing out, closing and batches', async () => {
  const id = await sampled()
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const codes = await printCodes(lan, { campaignId: id, villageId: suoiMo })
  if (!codes.ok) throw new Error(codes.error)
  for (const { code } of codes.value.cards) await answerByCode(world.system, code, filledIn('satisfied'))
  const progress = await findProgress(lan, id)
  const watching = await findWatching(lan, id)
  const handing = await findHandingOut(lan, id)
  const collecting = await findCollectingVillages(lan, id)
  const closing = await findClosing(lan, id)
  if (!progress.ok || !watching.ok || !handing.ok || !collecting.ok || !closing.ok) throw new Error('refused')
  expect(progress.value.total).toMatchObject({ households: 42, asked: 14, collected: 5 })
  // Nine more can never make seventy per cent of forty-two.
  expect(progress.value.villages.map(({ asked, canChange }) => [asked, canChange])).toEqual([
    [9, 0],
    [5, 0],
  ])
  expect(watching.value.villages.map(({ pace }) => pace?.missing)).toEqual([9, 0])
  expect(watching.value.pace?.missing).toBe(9)
  expect([handing.value.sampled, handing.value.total.asked]).toEqual([true, 14])
  expect(collecting.value.villages.map(({ asked, collected }) => [asked, collected])).toEqual([
    [9, 0],
    [5, 5],
  ])
  expect(closing.value.villages.map(({ asked, collected }) => asked - collected)).toEqual([9, 0])
  const sheets = async (villageId: string, count: number) => openBatch(lan, id, { villageId, sheets: count })
  expect(await sheets(suoiMo, 1)).toEqual({ ok: false, error: 'batch-too-many-sheets' })
  expect(await sheets(doiChe, 10)).toEqual({ ok: false, error: 'batch-too-many-sheets' })
  expect((await sheets(doiChe, 9)).ok).toBe(true)
  const sheet = await findSheet(lan, { campaignId: id, villageId: suoiMo })
  expect(sheet.ok && sheet.value.frame.households).toBe(5)
})

test('who drops out is replaced by the first of the reserve who still lives there, and nobody chooses', async () => {
  const id = await sampled()
  const members = await villageOf(id)
  const [first, second] = members.filter(({ state }) => state === 'reserve')
  await pool.query(
    `update household set standing = 'moved', moved_on = now(), moved_reason = 'x' where id = $1`,
    [first?.householdId],
  )
  const at = { campaignId: id, villageId: doiChe }
  expect(await replaceDrawn(lan, at, { place: 99, reason: 'moved' })).toEqual({
    ok: false,
    error: 'sample-household-unknown',
  })
  expect(await replaceDrawn(lan, at, { place: second?.place ?? 0, reason: 'moved' })).toEqual({
    ok: false,
    error: 'sample-household-unknown',
  })
  expect(await replaceDrawn(lan, at, { place: 3, reason: 'gone' })).toEqual({
    ok: false,
    error: 'sample-household-there',
  })
  expect((await replaceDrawn(lan, at, { place: 3, reason: 'absent' })).ok).toBe(true)
  const after = await villageOf(id)
  const stateOf = (place: number | undefined) => after.find(member => member.place === place)?.state
  expect([stateOf(3), stateOf(first?.place), stateOf(second?.place)]).toEqual([
    'replaced',
    'passed-over',
    'drawn',
  ])
  expect((await events(id)).at(-1)?.detail).toEqual({
    village: 'Đồi Chè',
    ...{ out: 3, in: second?.place, passedOver: 1, reason: 'absent' },
  })
  await pool.query(`update household set standing = 'active', moved_on = null, moved_reason = null`)
})

test('not even the owner of the database lets a household of the reserve in before those before it', async () => {
  const id = await sampled()
  const reserve = (await villageOf(id)).filter(({ state }) => state === 'reserve')
  const enter = (place: number | undefined) =>
    pool.query(
      `update sample_household set state = 'drawn' where campaign_id = $1 and village_id = $2 and place = $3`,
      [id, doiChe, place],
    )
  await expect(enter(reserve[1]?.place)).rejects.toThrow(/in the order of its lots/)
  await expect(enter(reserve[0]?.place)).resolves.toBeDefined()
})

test('while collecting a replacement gets its own code, the other code dies, and an answered household stays', async () => {
  const id = await sampled()
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const at = { campaignId: id, villageId: suoiMo }
  const codesNow = async () => {
    const sheet = await printCodes(lan, at)
    if (!sheet.ok) throw new Error(sheet.error)
    return sheet.value.cards
  }
  const members = await villageOf(id, suoiMo)
  const cards = await codesNow()
  const cardOf = (place: number) => cards.find(card => card.number === members[place - 1]?.number)
  const answered = await answerByCode(world.system, cardOf(1)?.code ?? '', filledIn('satisfied'))
  expect(answered.kind).toBe('recorded')
  expect(await replaceDrawn(lan, at, { place: 1, reason: 'moved' })).toEqual({
    ok: false,
    error: 'slot-answered',
  })
  expect((await replaceDrawn(lan, at, { place: 2, reason: 'moved' })).ok).toBe(true)
  const after = await codesNow()
  expect(after.length).toBe(cards.length)
  expect(after.map(({ number }) => number)).toContain(members[4]?.number)
  expect(after.map(({ code }) => code)).not.toContain(cardOf(2)?.code)
  const late = await answerByCode(world.system, cardOf(2)?.code ?? '', filledIn('satisfied'))
  expect(late.kind).not.toBe('recorded')
  const entered = after.find(({ number }) => number === members[4]?.number)?.code ?? ''
  expect((await answerByCode(world.system, entered, filledIn('satisfied'))).kind).toBe('recorded')
})

test('a drawn household that left the register holds up opening until it is replaced', async () => {
  const id = await sampled()
  const [member] = await villageOf(id)
  await pool.query(
    `update household set standing = 'moved', moved_on = now(), moved_reason = 'x' where id = $1`,
    [member?.householdId],
  )
  expect(await openCampaign(lan, id)).toEqual({ ok: false, error: 'sample-household-gone' })
  const at = { campaignId: id, villageId: doiChe }
  expect((await replaceDrawn(lan, at, { place: 1, reason: 'gone' })).ok).toBe(true)
  expect((await openCampaign(lan, id)).ok).toBe(true)
  await pool.query(`update household set standing = 'active', moved_on = null, moved_reason = null`)
})

test('a household found to be another one after the list was fixed counts no more, before opening as after it', async () => {
  const id = await sampled()
  const spare = (await villageOf(id)).filter(member => member.state === 'reserve')
  const [one, other] = spare.map(member => member.householdId ?? '')
  expect(
    await mergeHouseholds(lan, { communeId: '99001', into: one ?? '', ids: [other ?? ''] }),
  ).toMatchObject({
    ok: true,
  })
  const asked = await findDrawnNow(lan, id)
  expect(asked?.find(({ villageId }) => villageId === doiChe)?.households).toBe(29)
  expect((await openCampaign(lan, id)).ok).toBe(true)
  const { rows } = await pool.query(
    'select households from campaign_village where campaign_id = $1 and village_id = $2',
    [id, doiChe],
  )
  expect(rows).toEqual([{ households: 29 }])
  await pool.query(`update household set standing = 'active', merged_into = null where id = $1`, [other])
})

test('a cadre of another commune and a collector are refused every deed of a draw, with a trace', async () => {
  const id = await sampled()
  const at = { campaignId: id, villageId: doiChe }
  const deeds = (person: Person) => {
    const who = world.as(person)
    return [
      findSampleView(who, id),
      findSampleDesk(who, id),
      findSampledVillage(who, at),
      fixSampleList(who, id, size),
      drawCampaignSample(who, id, told),
      dropSample(who, id, 'x'),
      replaceDrawn(who, at, { place: 1, reason: 'moved' }),
      makeSampleList(who, id),
      makeDrawnList(who, id),
    ]
  }
  for (const person of [world.people.minh, world.people.tam])
    for (const answer of await Promise.all(deeds(person)))
      expect(answer).toEqual({ ok: false, error: 'forbidden' })
})
