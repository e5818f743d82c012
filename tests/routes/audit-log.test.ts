import { expect, test } from 'vitest'
import { loader as ofCampaign } from '#app/routes/dot.$id.nhat-ky.tsx'
import { loader as read } from '#app/routes/nhat-ky._index.tsx'
import { loader as choose } from '#app/routes/nhat-ky.dot.tsx'
import { loader as download } from '#app/routes/nhat-ky[.]csv.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const campaignId = await draftCampaign(world)
const ask = await asker(world)

test('the page reads its filter from the address and keeps what was typed', async () => {
  const address = `/nhat-ky?dot=${campaignId}&nguoi=lan&tu=2026-03-01&den=2026-03-31&nhom=campaign`
  const { status, body } = await ask(read, address, { as: 'tinh' })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    typed: { campaignId, person: 'lan', from: '2026-03-01', to: '2026-03-31', group: 'campaign' },
    campaign: { name: 'Lấy ý kiến xã Sơn Lộc' },
    lines: [{ who: { name: 'lan' } }],
    below: null,
  })
})

test('days that are none, or turned round, are faults of their fields', async () => {
  const days = await ask(read, '/nhat-ky?tu=2026-13-40&den=hôm qua', { as: 'tinh' })
  expect([days.status, days.body]).toEqual([
    422,
    expect.objectContaining({ faults: { tu: 'dayWrong', den: 'dayWrong' } }),
  ])
  const turned = await ask(read, '/nhat-ky?tu=2026-03-02&den=2026-03-01', { as: 'tinh' })
  expect(turned.body).toMatchObject({ faults: { tu: 'daysReversed' } })
})

test('whoever may not read the log reads neither page nor file', async () => {
  for (const route of [read, choose, download]) {
    expect((await ask(route, '/nhat-ky', { as: 'lan' })).status).toBe(403)
    expect((await ask(route, '/nhat-ky')).status).toBe(302)
  }
  expect((await ask(read, '/nhat-ky?dot=x', { as: 'tinh' })).status).toBe(404)
})

test('a campaign is found by its name, and its own address leads to its log', async () => {
  const { body } = await ask(choose, '/nhat-ky/dot?tim=son+loc&nhom=campaign', { as: 'tinh' })
  expect(body).toMatchObject({ filter: { group: 'campaign' }, campaigns: { rows: [{ id: campaignId }] } })
  const led = await ask(ofCampaign, `/dot/${campaignId}/nhat-ky`, { as: 'tinh', params: { id: campaignId } })
  expect([led.status, led.headers.get('Location')]).toEqual([302, `/nhat-ky?dot=${campaignId}`])
})

test('the file comes under a name with its day', async () => {
  const { status, headers } = await ask(download, '/nhat-ky.csv?nhom=campaign', { as: 'tinh' })
  expect(status).toBe(200)
  expect(headers.get('Content-Disposition')).toContain('Nhat ky 2026-03-02.csv')
})
