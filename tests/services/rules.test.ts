import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import { frozenOf } from '#app/services/frozen.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { confirmRule, findRulePacks, findRulesHistory } from '#app/services/rules.server.ts'
import { addHouseholds, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const id = 'hd90-2022/commune-standard'
/** The provincial Front's cadre: Lan's colleague in the province. */
const front: Person = { ...world.people.lan, role: 'province-front', areas: ['99'] }
const province = world.as(front)
const confirmation = {
  id,
  version: 1,
  key: 'overallThreshold',
  document: ' 90/HD-MTTW-BTT ',
  date: '2022-09-20',
} as const

await addHouseholds(world, { 'Đồi Chè': 3 })
const first = await draftCampaign(world)
const second = await draftCampaign(world)
await openCampaign(world.as(world.people.lan), first)

test('the provincial Front confirms a value with its document, and that is a new version', async () => {
  const confirmed = await confirmRule(province, confirmation)
  expect(confirmed.ok && confirmed.value.overallThreshold).toEqual({
    value: '80',
    status: 'confirmed',
    source: '90/HD-MTTW-BTT',
    date: '2022-09-20',
  })
  expect(confirmed.ok && confirmed.value.version).toBe(2)
})

test('two who confirm from the same page do not overwrite each other', async () => {
  expect(await confirmRule(province, confirmation)).toEqual({ ok: false, error: 'rules-outdated' })
  const raced = await Promise.all(
    [1, 2].map(() => confirmRule(province, { ...confirmation, version: 2, key: 'minimumCoverage' })),
  )
  expect(raced.filter(one => one.ok)).toHaveLength(1)
})

test('a running campaign keeps what it froze; one opened later takes the newest version', async () => {
  await openCampaign(world.as(world.people.lan), second)
  expect((await frozenOf(world.system.db, first)).rules.version).toBe(1)
  expect((await frozenOf(world.system.db, second)).rules.version).toBe(3)
})

test('every version stays to be looked up, newest first', async () => {
  const history = await findRulesHistory(province, id)
  expect(history.ok && history.value.versions.map(one => one.rules.version)).toEqual([3, 2, 1])
  expect(history.ok && history.value.mayConfirm).toBe(true)
  await expect(world.database.pool.query('delete from rules_version')).rejects.toThrow(/append-only/)
})

test('a commune cadre reads the rules and cannot confirm them; a stranger does neither', async () => {
  expect(await confirmRule(world.as(world.people.lan), { ...confirmation, version: 3 })).toEqual({
    ok: false,
    error: 'forbidden',
  })
  expect((await findRulePacks(world.as(world.people.lan))).ok).toBe(true)
  expect(await findRulePacks(world.as(null))).toEqual({ ok: false, error: 'forbidden' })
})

test('without a document or a real date nothing is confirmed', async () => {
  const next = { ...confirmation, version: 3 }
  expect(await confirmRule(province, { ...next, document: ' ' })).toEqual({
    ok: false,
    error: 'document-missing',
  })
  expect(await confirmRule(province, { ...next, date: '2022-02-30' })).toEqual({
    ok: false,
    error: 'date-invalid',
  })
  expect(await confirmRule(province, { ...next, id: 'hd1/x' })).toEqual({ ok: false, error: 'rules-unknown' })
})
