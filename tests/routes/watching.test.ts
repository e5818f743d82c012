import { expect, test } from 'vitest'
import { loader as watch } from '#app/routes/dot.$id.theo-doi._index.tsx'
import { loader as signs } from '#app/routes/dot.$id.theo-doi.dau-hieu.tsx'
import { loader as callBack, action as draw } from '#app/routes/dot.$id.theo-doi.goi-lai._index.tsx'
import { loader as callHousehold, action as saveCall } from '#app/routes/dot.$id.theo-doi.goi-lai.$slot.tsx'
import { enterBallot } from '#app/services/ballots.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, villageId } = await collectingCampaign(world, { 'Đồi Chè': 30, 'Suối Mơ': 12 })
const round = await findRound(world.as(world.people.lan), { campaignId, villageId: villageId('Đồi Chè') })
if (!round.ok) throw new Error(round.error)
for (const { slotId } of round.value.doors.slice(0, 12))
  await enterBallot(
    world.as(world.people.tam),
    { campaignId, slotId },
    filledIn('satisfied', { channel: 'visit' }),
  )
const ask = await asker(world)
const params = { id: campaignId }
const address = `/dot/${campaignId}/theo-doi`

test('watching says what is there, whose days are left, and asks for late villages by its address', async () => {
  const { status, body } = await ask(watch, `${address}?cham=1`, { as: 'lan', params })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    campaign: { state: 'collecting' },
    lateOnly: true,
    minimum: '70',
    days: { left: 15, endsOn: '2026-03-20' },
    total: { households: 42, collected: 12 },
  })
})

test('another commune and a stranger do not get in', async () => {
  expect((await ask(watch, address, { as: 'minh', params })).status).toBe(403)
  expect((await ask(signs, `${address}/dau-hieu`, { as: 'minh', params })).status).toBe(403)
  expect((await ask(watch, address, { params })).status).toBe(302)
  expect((await ask(watch, '/dot/x/theo-doi', { as: 'lan', params: { id: 'x' } })).status).toBe(404)
})

test('a collector watches the own villages, and reads neither signs nor the call-back', async () => {
  const { body } = await ask(watch, address, { as: 'tam', params })
  expect(body).toMatchObject({ deeds: [], villages: [{ name: 'Đồi Chè' }] })
  expect((await ask(signs, `${address}/dau-hieu`, { as: 'tam', params })).status).toBe(403)
  expect((await ask(callBack, `${address}/goi-lai`, { as: 'tam', params })).status).toBe(403)
})

test('the page of signs carries no count of answers while collecting', async () => {
  const { body } = await ask(signs, `${address}/dau-hieu`, { as: 'tinh', params })
  const text = JSON.stringify(body)
  expect(text).not.toMatch(/"own":\{"yes":1[02],"no":0\}.*"figures"/)
  expect((body as { collectors: { figures: unknown }[] }).collectors.every(one => one.figures === null)).toBe(
    true,
  )
})

test('a draw with faults comes back with what was typed', async () => {
  const form = { seed: '12', size: 'nhiều' }
  const { status, body } = await ask(draw, `${address}/goi-lai`, { as: 'lan', params, form })
  expect(status).toBe(422)
  expect(body).toEqual({ typed: form, faults: { seed: 'sample-seed', size: 'callback-size' } })
  const more = await ask(draw, `${address}/goi-lai`, {
    as: 'lan',
    params,
    form: { seed: '482913', size: '13' },
  })
  expect(more.body).toMatchObject({ faults: { size: 'sample-larger-than-list' } })
})

test('households are drawn, called and noted; neither means nor collector is sent to whoever calls', async () => {
  const form = { seed: '482913', size: '12' }
  const drawn = await ask(draw, `${address}/goi-lai`, { as: 'lan', params, form })
  expect([drawn.status, drawn.headers.get('Location')]).toEqual([303, `${address}/goi-lai?xong=12`])
  const { body } = await ask(callBack, `${address}/goi-lai?xong=12`, { as: 'lan', params })
  const { list } = body as { readonly list: { readonly rows: readonly { readonly slotId: string }[] } }
  const slot = list.rows[0]?.slotId ?? ''
  const place = { as: 'lan', params: { ...params, slot } }
  const page = await ask(callHousehold, `${address}/goi-lai/${slot}`, place)
  expect(JSON.stringify([page.body, list])).not.toMatch(new RegExp(`visit|${world.people.tam.id}`))
  const faulty = await ask(saveCall, `${address}/goi-lai/${slot}`, { ...place, form: { outcome: 'reached' } })
  expect(faulty.body).toMatchObject({ faults: { said: 'callback-said-missing' } })
  const said = { outcome: 'reached', said: 'visit', receipt: 'no' }
  const saved = await ask(saveCall, `${address}/goi-lai/${slot}`, { ...place, form: said })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `${address}/goi-lai?xong=goi`])
  const after = await ask(callBack, `${address}/goi-lai`, { as: 'lan', params })
  expect(after.body).toMatchObject({ whole: { asked: 1, reached: 1, agreed: 1, withReceipt: 0 } })
})

test('a household that was not drawn has no form', async () => {
  const slot = round.value.doors[20]?.slotId ?? ''
  const asked = await ask(callHousehold, `${address}/goi-lai/${slot}`, {
    as: 'lan',
    params: { ...params, slot },
  })
  expect(asked.status).toBe(404)
})
