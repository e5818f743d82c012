import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifyInclusion } from '#app/dossier/merkle.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { checkReceipt } from '#app/services/receipts.server.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 13, 'Suối Mơ': 6 })
const receipts: string[] = []
for (const code of [...codesOf('Đồi Chè').slice(0, 11), ...codesOf('Suối Mơ').slice(0, 4)]) {
  const posted = await answerByCode(world.system, code, filledIn('satisfied'))
  if (posted.kind === 'recorded') receipts.push(posted.acknowledged.receipt)
}
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const checkOf = async (typed: string) => {
  const checked = await checkReceipt(world.system, { campaignId, typed })
  return checked.ok ? checked.value.check : checked.error
}

test('before closing there is nothing to check a receipt against', async () => {
  expect(await checkOf(receipts[0] ?? '')).toBe('campaign-unknown')
})

test('after closing every receipt is in the count of its village, and the proof holds without us', async () => {
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  const { rows } = await world.database.pool.query('select name, receipts_root from campaign_village')
  for (const [i, receipt] of receipts.entries()) {
    const check = await checkOf(` ${receipt.toLowerCase().replace('-', ' ')} `)
    if (check === null || typeof check === 'string' || check.state !== 'counted')
      throw new Error('not counted')
    expect(check.village).toBe(i < 11 ? 'Đồi Chè' : 'Suối Mơ')
    expect(check.root).toBe(rows.find(row => row.name === check.village).receipts_root)
    expect(
      verifyInclusion({ receipt: Buffer.from(receipt), proof: check.proof, root: check.root }, sha256),
    ).toBe(true)
  }
})

test('as many leaves as ballots, and none tells a slot', async () => {
  const { rows } = await world.database.pool.query(
    `select v.collected, count(l.leaf)::int as leaves from campaign_village v
     left join receipt_leaf l using (campaign_id, village_id) group by v.village_id, v.collected`,
  )
  for (const row of rows) expect(row.leaves).toBe(row.collected)
  const columns = await world.database.pool.query(
    `select column_name from information_schema.columns where table_name = 'receipt_leaf' order by ordinal_position`,
  )
  expect(columns.rows.map(row => row.column_name)).toEqual(['campaign_id', 'village_id', 'leaf'])
})

test('a receipt nobody was given is not counted; one with a slip is mistyped', async () => {
  expect(await checkOf('22222-22222')).toMatchObject({ state: 'not-counted' })
  expect(await checkOf('ABCDE-FGHJK')).toEqual({ state: 'mistyped' })
})

test('the leaves of a closed campaign take no change', async () => {
  await expect(world.database.pool.query('delete from receipt_leaf')).rejects.toThrow(/append-only/)
})
