import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { verifyInclusion } from '#app/dossier/merkle.ts'
import { keptResultsSchema } from '#app/dossier/version.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { checkReceipt } from '#app/services/receipts.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { ballotIdOf } from '#app/services/seal.server.ts'
import { findDoor, findRound, printCodes } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 26, 'Suối Mơ': 8 })
const { pool } = world.database
const rowsOf = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows
const form = { reason: 'Thôn Đồi Chè còn hộ đi làm xa vừa về', endsOn: '2026-04-10' as Day }

const receipts: string[] = []
const answer = async (code: string | undefined) => {
  const posted = await answerByCode(world.system, code ?? '', filledIn('satisfied'))
  if (posted.kind !== 'recorded') throw new Error(JSON.stringify(posted))
  receipts.push(posted.acknowledged.receipt)
}
for (const code of [...codesOf('Đồi Chè').slice(0, 12), ...codesOf('Suối Mơ').slice(0, 3)]) await answer(code)

const firstRound = codesOf('Đồi Chè')[0] ?? ''
const silent = codesOf('Đồi Chè')[20] ?? ''
const oldKey = join(world.folder, 'old-key')
let rootBefore = ''

test('a round that still collects is not reopened', async () => {
  expect(await reopenCampaign(lan, campaignId, form)).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('nobody reopens from another commune, from a village, or with a last day that has passed', async () => {
  copyFileSync(join(world.folder, `${campaignId}.key`), oldKey)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  for (const person of [world.people.minh, world.people.tam, world.people.hoa, world.people.admin])
    expect(await reopenCampaign(world.as(person), campaignId, form)).toEqual({
      ok: false,
      error: 'forbidden',
    })
  expect(await reopenCampaign(lan, campaignId, { ...form, endsOn: '2026-03-01' as Day })).toEqual({
    ok: false,
    error: 'last-day-past',
  })
})

test('reopening keeps the version before whole, village by content, with its receipts root', async () => {
  const closed = await findResults(lan, campaignId)
  if (!closed.ok) throw new Error(closed.error)
  expect((await reopenCampaign(lan, campaignId, form)).ok).toBe(true)
  const [row] = await rowsOf('select * from campaign_version')
  expect(row).toMatchObject({ version: 1, reason: form.reason, reopened_by: world.people.lan.id })
  const kept = keptResultsSchema.parse(row.results)
  expect(kept.villages.map(({ name, collected }) => [name, collected])).toEqual([
    ['Đồi Chè', 12],
    ['Suối Mơ', 3],
  ])
  for (const [i, village] of kept.villages.entries()) {
    const unit = closed.value.results.units[i]
    expect(village.contents).toEqual(unit?.contents.map(content => content.counts))
    expect(village.receiptsRoot).toMatch(/^[0-9a-f]{64}$/)
  }
  rootBefore = kept.villages[0]?.receiptsRoot ?? ''
  const [campaign] = await rowsOf('select state, version, closed_at, ends_on::text from campaign')
  expect(campaign).toEqual({ state: 'collecting', version: 2, closed_at: null, ends_on: '2026-04-10' })
})

test('a version that is past takes no change, and a version is not skipped', async () => {
  await expect(pool.query(`update campaign_version set reason = 'khác'`)).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from campaign_version')).rejects.toThrow(/append-only/)
})

test('the key is new, and free slots have new codes: the ones before say that they were replaced', async () => {
  const key = world.system.keys.find(campaignId)
  expect(key).not.toBeNull()
  expect(key?.equals(readFileSync(oldKey))).toBe(false)
  expect(await findDoor(world.system, silent)).toEqual({ ok: false, error: 'code-replaced' })
  const sheet = await printCodes(lan, { campaignId, villageId: villageId('Đồi Chè') })
  if (!sheet.ok) throw new Error(sheet.error)
  expect(sheet.value.cards).toHaveLength(14)
  const door = await findDoor(world.system, sheet.value.cards[0]?.code ?? '')
  expect(door.ok && door.value.state).toBe('open')
})

test('a household of before is told that it answered, cannot answer again, and gets no receipt made up', async () => {
  const door = await findDoor(world.system, firstRound)
  expect(door.ok && door.value.state).toBe('answered-before')
  const again = filledIn('dissatisfied', { again: 'yes' })
  expect(await answerByCode(world.system, firstRound, again)).toEqual({
    kind: 'refused',
    error: 'answered-before-reopening',
  })
  const round = await findRound(lan, { campaignId, villageId: villageId('Đồi Chè') })
  const slotId = round.ok ? round.value.doors[0]?.slotId : ''
  expect(
    await enterBallot(lan, { campaignId, slotId: slotId ?? '' }, filledIn('satisfied', { channel: 'visit' })),
  ).toEqual({ kind: 'refused', error: 'answered-before-reopening' })
})

test('while it collects again, receipts of the version before can still be checked', async () => {
  const checked = await checkReceipt(world.system, { campaignId, typed: receipts[0] ?? '' })
  expect(checked.ok && checked.value.check).toMatchObject({ state: 'counted', root: rootBefore })
})

test('closed again, the count is over all ballots, and every receipt of both versions leads to one root', async () => {
  for (const [village, count] of [
    ['Đồi Chè', 11],
    ['Suối Mơ', 2],
  ] as const) {
    const sheet = await printCodes(lan, { campaignId, villageId: villageId(village) })
    if (!sheet.ok) throw new Error(sheet.error)
    for (const card of sheet.value.cards.slice(0, count)) await answer(card.code)
  }
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const closed = await findResults(lan, campaignId)
  if (!closed.ok) throw new Error(closed.error)
  expect(closed.value.results.area).toMatchObject({ households: 34, collected: 28, valid: 28, invalid: 0 })
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
  expect(new Set(receipts).size).toBe(28)
  for (const receipt of receipts) {
    const checked = await checkReceipt(world.system, { campaignId, typed: receipt })
    const check = checked.ok ? checked.value.check : null
    if (check?.state !== 'counted') throw new Error(`${receipt} is not counted`)
    expect(check.root).not.toBe(rootBefore)
    expect(
      verifyInclusion({ receipt: Buffer.from(receipt), proof: check.proof, root: check.root }, sha256),
    ).toBe(true)
  }
})

test('conservation holds across versions: ballots in the box, slots consumed, leaves and counts are as many', async () => {
  const [counts] = await rowsOf(
    `select (select count(*)::int from ballot) as ballots, (select count(*)::int from participation) as slots,
       (select count(*)::int from receipt_leaf) as leaves,
       (select sum(collected)::int from campaign_village) as collected,
       (select sum(counted)::int from campaign_village) as counted`,
  )
  expect(counts).toEqual({ ballots: 28, slots: 28, leaves: 28, collected: 28, counted: 28 })
})

test('from what is left nobody tells who answered before and who after the reopening', async () => {
  const participations = await rowsOf('select version, xmin::text, slot_id from participation order by ctid')
  expect(new Set(participations.map(row => row.version))).toEqual(new Set([2]))
  expect(new Set(participations.map(row => row.xmin)).size).toBe(1)
  const order = participations.map(row => row.slot_id)
  expect(order).toEqual([...order].sort())
  const ballots = await rowsOf('select xmin::text, id::text from ballot order by ctid')
  expect(new Set(ballots.map(row => row.xmin)).size).toBe(1)
  const ids = ballots.map(row => row.id)
  expect(ids).toEqual([...ids].sort())
})

test('no key leads to a ballot: neither the old one, were it stolen, nor the new one, which is gone', async () => {
  expect(world.system.keys.find(campaignId)).toBeNull()
  const ids = new Set((await rowsOf('select id::text from ballot')).map(row => row.id))
  const stolen = readFileSync(oldKey)
  for (const { slot_id } of await rowsOf('select slot_id from participation'))
    expect(ids.has(ballotIdOf(stolen, slot_id as SlotId))).toBe(false)
})

test('reopened a second time, both versions stay beside each other', async () => {
  expect((await reopenCampaign(lan, campaignId, { ...form, reason: 'Lần hai' })).ok).toBe(true)
  const versions = await rowsOf('select version, opened_at, reopened_at from campaign_version order by 1')
  expect(versions.map(row => row.version)).toEqual([1, 2])
  expect(versions[1].opened_at).toEqual(versions[0].reopened_at)
  const trace = await rowsOf(`select detail from audit_event where kind = 'campaign.reopened' order by seq`)
  expect(trace.map(row => row.detail)).toEqual([
    { version: 2, reason: form.reason, slots: 19 },
    { version: 3, reason: 'Lần hai', slots: 6 },
  ])
})
