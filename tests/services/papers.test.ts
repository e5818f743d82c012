import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerByCode } from '#app/services/ballots.server.ts'
import { makePaper } from '#app/services/papers.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { printRate } from '#app/tally/rate.ts'
import { excelSheets, wordText } from '#tests/documents/paper-text.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 30 })
for (const [i, code] of codesOf('Đồi Chè').slice(0, 23).entries())
  await answerByCode(
    world.system,
    code,
    filledIn(i < 2 ? 'dissatisfied' : 'satisfied', { otherOpinion: i ? '' : 'Cần đèn đường' }),
  )

test('no paper is made while the campaign collects', async () => {
  expect(await makePaper(lan, campaignId, 'report')).toEqual({ ok: false, error: 'campaign-not-closed' })
})

test('the papers of a closed campaign carry the figures of its page, and their hashes stand in the log', async () => {
  await closeRound(world, campaignId)
  const report = await makePaper(lan, campaignId, 'report')
  const tally = await makePaper(lan, campaignId, 'tally')
  const closed = await findResults(lan, campaignId)
  if (!report.ok || !tally.ok || !closed.ok) throw new Error('no paper')
  const overall = printRate(closed.value.results.area.overall.satisfied, 'vi')
  expect(overall).toBe('91,30\u00a0%')
  expect(wordText(report.value.bytes)).toContain(overall)
  expect(wordText(report.value.bytes)).toContain('Cần đèn đường')
  expect(JSON.stringify(await excelSheets(tally.value.bytes))).toContain(overall)
  const { rows } = await world.database.pool.query(
    `select detail from audit_event where kind = 'paper.downloaded' order by seq`,
  )
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(rows.map(row => row.detail)).toEqual([
    { paper: 'report', sha256: sha256(report.value.bytes) },
    { paper: 'tally', sha256: sha256(tally.value.bytes) },
  ])
})

test('a cadre of another commune and the administrator get no paper', async () => {
  for (const person of [world.people.minh, world.people.admin, null])
    expect(await makePaper(world.as(person), campaignId, 'report')).toEqual({ ok: false, error: 'forbidden' })
})
