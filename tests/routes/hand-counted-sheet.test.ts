import { beforeAll, describe, expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { loader as overview } from '#app/routes/dot.$id._index.tsx'
import { action, loader } from '#app/routes/dot.$id.kiem-phieu.$village.tsx'
import { answerByCode } from '#app/services/ballots.server.ts'
import { type Answered, asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, filledIn, newWorld, type World } from '#tests/support/world.ts'

let world: World
let round: Awaited<ReturnType<typeof collectingCampaign>>
let ask: Awaited<ReturnType<typeof asker>>

beforeAll(async () => {
  world = await newWorld()
  round = await collectingCampaign(world, { 'Đồi Chè': 12, 'Suối Mơ': 5 })
  ask = await asker(world)
  for (const code of round.codesOf('Đồi Chè').slice(0, 2))
    await answerByCode(world.system, code, filledIn('satisfied'))
})

const params = () => ({ id: round.campaignId, village: round.villageId('Đồi Chè') })
const path = () => `/dot/${round.campaignId}/kiem-phieu/${encodeURIComponent(params().village)}`

/** Twelve households: ten issued and collected, two of them one by one, eight by hand of which one is invalid. */
const form = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...{ issued: '10', collected: '10', ballots: '2', invalid: '1', anyDissatisfied: '' },
  ...Object.fromEntries(
    contentKeys(qd318).flatMap(key => [
      [`satisfied.${key}`, '6'],
      [`dissatisfied.${key}`, '1'],
      [`blank.${key}`, '0'],
    ]),
  ),
  ...changes,
})

const post = (changes: Record<string, string>): Promise<Answered> =>
  ask(action, path(), { as: 'lan', params: params(), form: form(changes) })

describe('the sheet of a village counted by hand', () => {
  test('opens with the ballots that the system holds', async () => {
    const { status, body } = await ask(loader, path(), { as: 'lan', params: params() })
    expect(status).toBe(200)
    expect(body).toMatchObject({ recorded: false, standing: { ballots: '2' }, frame: { households: 12 } })
  })

  test('comes back with everything typed when its numbers contradict each other', async () => {
    const wrong = { issued: '13', 'reason.transport': 'Đường lầy' }
    const { status, body } = await post(wrong)
    expect(status).toBe(422)
    expect(body).toMatchObject({ typed: form(wrong) })
  })

  test('comes back when a reason is too long, which is said at the reason', async () => {
    const { status, body } = await post({ 'reason.transport': 'a'.repeat(10_000) })
    expect([status, body]).toMatchObject([422, { faults: { 'reason.transport': 'text-too-long' } }])
  })

  test('is entered, marks its village on the campaign page and counts towards coverage', async () => {
    const saved = await post({})
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, `/dot/${round.campaignId}?xong=bieu`])
    const { body } = await ask(overview, `/dot/${round.campaignId}?xong=bieu`, {
      as: 'lan',
      params: { id: round.campaignId },
    })
    expect(body).toMatchObject({
      done: 'office.overview.done.sheetEntered',
      total: { households: 17, issued: 10, collected: 10 },
      villages: [
        { name: 'Đồi Chè', byHand: 8 },
        { name: 'Suối Mơ', byHand: null },
      ],
    })
  })

  test('is withdrawn only after the tick that confirms it', async () => {
    const bare = await ask(action, path(), { as: 'lan', params: params(), form: { viec: 'rut' } })
    expect([bare.status, bare.body]).toMatchObject([422, { faults: { confirm: 'confirm-missing' } }])
    const more = { as: 'lan', params: params(), form: { viec: 'rut', confirm: 'yes' } }
    const gone = await ask(action, path(), more)
    expect(gone.headers.get('Location')).toBe(`/dot/${round.campaignId}?xong=rut-bieu`)
    expect((await ask(action, path(), more)).status).toBe(404)
  })

  test('is closed to collectors and to a cadre of another commune', async () => {
    for (const as of ['tam', 'minh'])
      expect((await ask(loader, path(), { as, params: params() })).status).toBe(403)
  })
})
