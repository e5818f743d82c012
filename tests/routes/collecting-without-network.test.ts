import { beforeAll, expect, test } from 'vitest'
import { loader } from '#app/routes/dot.$id.may._index.tsx'
import { closeCampaign } from '#app/services/closing.server.ts'
import { recordOutcomes } from '#app/services/outcomes.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, newWorld, type World } from '#tests/support/world.ts'

let world: World
let round: Awaited<ReturnType<typeof collectingCampaign>>
let ask: Awaited<ReturnType<typeof asker>>

beforeAll(async () => {
  world = await newWorld()
  round = await collectingCampaign(world, { 'Đồi Chè': 3 })
  ask = await asker(world)
})

const open = (as?: string) =>
  ask(loader, `/dot/${round.campaignId}/may`, {
    params: { id: round.campaignId },
    ...(as === undefined ? {} : { as }),
  })

test('the page says who collects in which campaign, and names no household', async () => {
  const { status, body } = await open('tam')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    campaign: { id: round.campaignId, state: 'collecting' },
    collector: { name: 'tam.cb' },
  })
  expect(JSON.stringify(body)).not.toContain('Hộ 1')
})

test.each(['minh', 'tinh'])('%s, who may not collect here, is refused', async who => {
  expect(await open(who)).toMatchObject({ status: 403 })
})

test('nobody signed in is sent to sign in and back', async () => {
  const { status, headers } = await open()
  expect(status).toBe(302)
  expect(headers.get('Location')).toBe(`/dang-nhap?toi=${encodeURIComponent(`/dot/${round.campaignId}/may`)}`)
})

test('after closing it still opens, since ballots may be left on a device', async () => {
  const lan = world.as(world.people.lan)
  const { campaignId } = round
  await recordOutcomes(lan, { campaignId, villageId: round.villageId('Đồi Chè'), outcome: 'not-reached' })
  expect(await closeCampaign(lan, campaignId)).toMatchObject({ ok: true })
  expect(await open('tam')).toMatchObject({ status: 200, body: { campaign: { state: 'closed' } } })
})
