import { describe, expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { loader as reopeningPage } from '#app/routes/dot.$id.mo-lai.tsx'
import { loader as list } from '#app/routes/ket-qua._index.tsx'
import { loader as results } from '#app/routes/ket-qua.$id.tsx'
import { loader as pastResults } from '#app/routes/ket-qua.$id_.ban.$version.tsx'
import { answerByCode } from '#app/services/ballots.server.ts'
import { makeNotice, makePoster } from '#app/services/papers-posting.server.ts'
import { postCampaign } from '#app/services/posting.server.ts'
import { reopenCampaign } from '#app/services/reopening.server.ts'
import { wordText } from '#tests/documents/paper-text.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 8, 'Suối Mơ': 6 })
for (const code of codesOf('Đồi Chè'))
  await answerByCode(
    world.system,
    code,
    filledIn('satisfied', { 'answer.transport': 'dissatisfied', 'reason.transport': 'Cổng chào chưa sơn' }),
  )
const ask = await asker(world)
const at = (version?: number) => ({
  params: { id: campaignId, ...(version ? { version: String(version) } : {}) },
})
const posting = {
  startsOn: '2026-03-02' as Day,
  days: null,
  daysDocument: '',
  villageIds: [villageId('Đồi Chè')],
  atCommune: true,
  byLoudspeaker: false,
  contact: 'Mặt trận xã, số 1 đường Chính',
}

/** The round is closed on its first day, long before the planned last one. */
const collected = { startsOn: '2026-03-02', endsOn: '2026-03-02' }

describe('posted results', () => {
  test('say to everybody until when they hang, where, and how to object', async () => {
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    expect((await ask(results, `/ket-qua/${campaignId}`, at())).body).toMatchObject({
      posted: null,
      earlier: [],
      days: collected,
      drawn: null,
    })
    expect((await ask(list, '/ket-qua', {})).body).toMatchObject({
      campaigns: { rows: [{ id: campaignId, ...collected }] },
    })
    expect((await postCampaign(lan, campaignId, posting)).ok).toBe(true)
    expect((await ask(results, `/ket-qua/${campaignId}`, at())).body).toMatchObject({
      posted: {
        lastDay: '2026-03-12',
        villages: ['Đồi Chè'],
        contact: posting.contact,
        standing: { kind: 'running', daysLeft: 10 },
      },
    })
  })

  test('have a notice with figures, places, last day and roots, and a poster that is a PDF', async () => {
    const notice = await makeNotice(lan, campaignId)
    if (!notice.ok) throw new Error(notice.error)
    const text = wordText(notice.value.bytes)
    expect(text).toContain('12/03/2026')
    expect(text).toContain('Thời gian | 02/03/2026 – 02/03/2026')
    expect(text).toContain('Nhà văn hóa thôn Đồi Chè')
    expect(text).toContain(`/ket-qua/${campaignId}`)
    expect(text).not.toContain('Cổng chào')
    const { rows } = await world.database.pool.query('select receipts_root from campaign_village')
    for (const { receipts_root: root } of rows) expect(text).toContain(root)
    const poster = await makePoster(lan, campaignId, 'A3')
    expect(poster.ok && poster.value.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('give no notice to another commune, nor before posting', async () => {
    for (const person of [world.people.minh, world.people.tam, null])
      expect(await makeNotice(world.as(person), campaignId)).toEqual({ ok: false, error: 'forbidden' })
  })
})

describe('a round that was reopened', () => {
  test('is reopened by its own cadre alone', async () => {
    expect((await ask(reopeningPage, '/', { as: 'minh', ...at() })).status).toBe(403)
    expect((await ask(reopeningPage, '/', { as: 'lan', ...at() })).status).toBe(200)
  })

  test('leads everybody to the version that was, with the reason', async () => {
    const reopening = { reason: 'Thôn Suối Mơ chưa được phát phiếu', endsOn: '2026-03-20' as Day }
    expect((await reopenCampaign(lan, campaignId, reopening)).ok).toBe(true)
    const away = await ask(results, `/ket-qua/${campaignId}`, at())
    expect([away.status, away.headers.get('Location')]).toEqual([303, `/ket-qua/${campaignId}/ban/1`])
    const past = await ask(pastResults, '/', at(1))
    expect(past.body).toMatchObject({
      version: 1,
      reason: reopening.reason,
      campaign: { endsOn: '2026-03-20' },
      days: collected,
      drawn: null,
    })
    expect(JSON.stringify(past.body)).not.toContain('posted_by')
    expect((await ask(pastResults, '/', at(2))).status).toBe(404)
  })

  test('shows the present results with the past version beside them, not the posting of before', async () => {
    expect((await closeRound(world, campaignId)).ok).toBe(true)
    expect((await ask(results, '/', at())).body).toMatchObject({ posted: null, earlier: [{ version: 1 }] })
    expect((await ask(pastResults, '/', at(1))).body).toMatchObject({
      results: { area: { collected: 8, overall: { satisfied: { part: 8, whole: 8 } } } },
    })
    expect(await makeNotice(lan, campaignId)).toEqual({ ok: false, error: 'posting-unknown' })
  })
})
