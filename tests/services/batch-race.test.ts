import { expect, test } from 'vitest'
import { answerByCode } from '#app/services/ballots.server.ts'
import { voidBatch } from '#app/services/batches.server.ts'
import { closeBatch } from '#app/services/batches-closing.server.ts'
import { keySheet } from '#app/services/batches-keying.server.ts'
import { keyAll, keyedSheet, openedBatch, tickFirst } from '#tests/support/batches.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 40 })
const { lan, tam } = world.people

const count = async (sql: string): Promise<number> =>
  (await world.database.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n

test('a batch closing while its households answer by code takes all of them or none', async () => {
  const codes = codesOf('Đồi Chè')
  for (let round = 0; round < 6; round += 1) {
    const place = await openedBatch(world, campaignId, { villageId: villageId('Đồi Chè'), sheets: 3 })
    await tickFirst(world, place, 3)
    for (const person of [lan, tam])
      await keyAll(
        world,
        place,
        person,
        [1, 2, 3].map(() => keyedSheet()),
      )
    const before = await count('participation where by_batch')
    const free = await count('participation')
    const last = codes[free + 2] ?? ''
    const [closed, answered] = await Promise.all([
      closeBatch(world.as(lan), place),
      answerByCode(world.system, last, filledIn('satisfied')),
    ])
    expect(answered).toMatchObject({ kind: 'recorded' })
    expect(await count('participation where by_batch')).toBe(before + (closed.ok ? 3 : 0))
    if (!closed.ok) expect(closed.error).toBe('batch-household-answered')
    expect((await count('inbox')) + (await count('ballot'))).toBe(await count('participation'))
    if (!closed.ok) await voidBatch(world.as(lan), place, 'Lần thử sau')
  }
})

test('two people who key one sheet at once give it a first and a second keying', async () => {
  const place = await openedBatch(world, campaignId, { villageId: villageId('Đồi Chè'), sheets: 1 })
  const both = await Promise.all(
    [lan, tam].map(person => keySheet(world.as(person), { ...place, sheet: 1 }, keyedSheet())),
  )
  expect(both.map(one => one.kind)).toEqual(['recorded', 'recorded'])
  const { rows } = await world.database.pool.query(
    'select reading from batch_keying where batch_id = $1 order by reading',
    [place.batchId],
  )
  expect(rows.map(row => row.reading)).toEqual(['first', 'resolved', 'second'])
})

test('one person who sends a sheet twice keys it once', async () => {
  const place = await openedBatch(world, campaignId, { villageId: villageId('Đồi Chè'), sheets: 1 })
  const both = await Promise.all(
    [1, 2].map(() => keySheet(world.as(lan), { ...place, sheet: 1 }, keyedSheet())),
  )
  expect(both.map(one => one.kind).sort()).toEqual(['recorded', 'refused'])
})
