import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { answerByCode, enterBallot } from '#app/services/ballots.server.ts'
import { ballotIdOf, codeLookup, openBallot, receiptOf } from '#app/services/seal.server.ts'
import { findDoor, findRound } from '#app/services/slots.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 34, 'Suối Mơ': 8 })
const { pool } = world.database
const keys = contentKeys(qd318)
const keyFile = join(world.folder, `${campaignId}.key`)

const rowsOf = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows

/** Household i writes its own number in binary over the lines of its ballot: whoever sees a ballot knows whose it is. */
const signed = (i: number) =>
  filledIn(
    'satisfied',
    Object.fromEntries(
      keys.map((key, bit) => [`answer.${key}`, (i >> bit) & 1 ? 'dissatisfied' : 'satisfied']),
    ),
  )

const signatureOf = (answers: readonly number[]): number =>
  answers.reduce((sum, answer, bit) => sum + (answer === 2 ? 2 ** bit : 0), 0)

for (const [i, code] of codesOf('Đồi Chè').slice(0, 25).entries())
  await answerByCode(world.system, code, signed(i + 1))

/** Every table that knows a household, a slot, a time or a person. */
const participationTables = [
  'slot',
  'participation',
  'household',
  'turnout',
  'collector_turnout',
  'audit_event',
  'campaign_village',
]

test('a ballot holds its village, its means and its answers: no time, no collector, no household', async () => {
  const columns = await rowsOf(
    `select table_name, column_name from information_schema.columns
     where table_name in ('ballot', 'inbox', 'opinion') and table_schema = 'public' order by 1, ordinal_position`,
  )
  expect(columns.map(column => `${column.table_name}.${column.column_name}`)).toEqual([
    ...['id', 'campaign_id', 'village_id', 'channel', 'answers', 'shown_sealed', 'language'].map(
      name => `ballot.${name}`,
    ),
    ...['id', 'campaign_id', 'village_id', 'channel', 'sealed', 'again'].map(name => `inbox.${name}`),
    ...['id', 'campaign_id', 'village_id', 'content', 'body'].map(name => `opinion.${name}`),
  ])
})

test('while collecting, ballots come into the box in batches of ten or more of one village and means', async () => {
  // Mixed when nothing has come for a moment.
  await expect.poll(async () => (await rowsOf('select count(*)::int as n from inbox'))[0].n).toBeLessThan(10)
  const batches = await rowsOf(
    'select xmin::text, village_id, channel, count(*)::int as n from ballot group by 1, 2, 3',
  )
  expect(batches.length).toBeGreaterThan(0)
  for (const batch of batches) expect(batch.n).toBeGreaterThanOrEqual(10)
  const [waiting] = await rowsOf('select count(*)::int as n from inbox')
  expect(waiting.n).toBe(25 - batches.reduce((sum, batch) => sum + batch.n, 0))
  expect(waiting.n).toBeLessThan(10)
})

test('no transaction wrote both a ballot and anything of a household', async () => {
  for (const table of ['slot', 'participation']) {
    const shared = await rowsOf(`select 1 from ballot b join ${table} p on p.xmin = b.xmin`)
    expect(shared, table).toEqual([])
  }
})

test('no value of a ballot stands in any table about participation', async () => {
  const ids = await rowsOf(
    `select id::text from ballot union select id::text from inbox union select id::text from opinion`,
  )
  for (const table of participationTables) {
    const text = JSON.stringify(await rowsOf(`select * from ${table}`))
    for (const { id } of ids) expect(text.includes(id), `${id} in ${table}`).toBe(false)
  }
})

test('ballots lie in the order of keyed ids, not in the order of sending', async () => {
  const rows = await rowsOf('select answers, id::text, xmin::text from ballot order by ctid')
  const order = rows.map(row => signatureOf(row.answers))
  expect(order).not.toEqual([...order].sort((a, b) => a - b))
  for (const batch of new Set(rows.map(row => row.xmin))) {
    const ids = rows.filter(row => row.xmin === batch).map(row => row.id)
    expect(ids).toEqual([...ids].sort())
  }
})

test('what waits in the inbox is unreadable without the key, and equally long with and without reasons', async () => {
  await answerByCode(world.system, codesOf('Suối Mơ')[0] ?? '', filledIn('satisfied'))
  const talkative = Object.fromEntries(
    keys.flatMap(key => [
      [`answer.${key}`, 'dissatisfied'],
      [`reason.${key}`, 'Đường hỏng, nước bẩn.'],
    ]),
  )
  await answerByCode(world.system, codesOf('Suối Mơ')[1] ?? '', filledIn('dissatisfied', talkative))
  const waiting = await rowsOf('select sealed from inbox where village_id = $1', [villageId('Suối Mơ')])
  expect(new Set(waiting.map(row => row.sealed.length)).size).toBe(1)
  for (const { sealed } of waiting) {
    expect(sealed.toString('utf8')).not.toMatch(/satisfied|Đường/)
    expect(() => openBallot(world.system.keys.server, sealed)).toThrow()
  }
})

test('from the database alone no code can be tried: the lookup needs a key that lies outside', async () => {
  const [code = ''] = codesOf('Đồi Chè')
  const stored = await rowsOf('select code_lookup from slot')
  const tried = codeLookup(Buffer.alloc(32), code)
  expect(stored.some(row => row.code_lookup.equals(tried))).toBe(false)
  expect(stored.some(row => row.code_lookup.equals(codeLookup(world.system.keys.server, code)))).toBe(true)
})

test('after closing the box is new: one transaction, other ids, no key on disk, and the old key leads nowhere', async () => {
  const kept = join(world.folder, 'stolen-copy')
  copyFileSync(keyFile, kept)
  const before = await rowsOf('select id::text from ballot')
  const slots = (await rowsOf('select slot_id from participation')).map(row => row.slot_id as SlotId)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const after = await rowsOf('select id::text, xmin::text from ballot')
  expect(after).toHaveLength(27)
  expect(new Set(after.map(row => row.xmin)).size).toBe(1)
  const ids = new Set(after.map(row => row.id))
  expect(before.some(row => ids.has(row.id))).toBe(false)
  expect(existsSync(keyFile)).toBe(false)
  expect(world.system.keys.find(campaignId)).toBeNull()
  const stolen = readFileSync(kept)
  expect(slots.some(slot => ids.has(ballotIdOf(stolen, slot)))).toBe(false)
  expect(await rowsOf('select 1 from inbox')).toEqual([])
  expect(receiptOf(stolen, slots[0] ?? ('' as SlotId))).not.toBe('')
})

test('a village and means that fewer than five used lose their means', async () => {
  const groups = await rowsOf(
    'select village_id, channel, count(*)::int as n from ballot group by 1, 2 order by 3',
  )
  expect(groups).toEqual([
    { village_id: villageId('Suối Mơ'), channel: null, n: 2 },
    { village_id: villageId('Đồi Chè'), channel: 'self', n: 25 },
  ])
})

test('a collector leaves a count of households, and no trace of which ballot', async () => {
  const other = await newWorld()
  const open = await collectingCampaign(other, { 'Đồi Chè': 12 })
  const tam = other.as(other.people.tam)
  const round = await findRound(tam, { campaignId: open.campaignId, villageId: open.villageId('Đồi Chè') })
  if (!round.ok) throw new Error(round.error)
  for (const { slotId } of round.value.doors)
    await enterBallot(
      tam,
      { campaignId: open.campaignId, slotId },
      filledIn('satisfied', { channel: 'visit' }),
    )
  const counted = await other.database.pool.query('select households from collector_turnout')
  expect(counted.rows).toEqual([{ households: 12 }])
  const ballots = await other.database.pool.query('select * from ballot')
  expect(JSON.stringify(ballots.rows)).not.toContain(other.people.tam.id)
  const door = await findDoor(other.system, open.codesOf('Đồi Chè')[0] ?? '')
  expect(door.ok && door.value.state).toBe('answered')
})
