import { beforeAll, describe, expect, test } from 'vitest'
import { loader } from '#app/routes/so-sanh.tsx'
import { answerByCode } from '#app/services/ballots.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

let ask: Awaited<ReturnType<typeof asker>>
let ids: { readonly first: string; readonly second: string; readonly older: string; readonly open: string }

beforeAll(async () => {
  const world = await newWorld()
  const lan = world.as(world.people.lan)
  ask = await asker(world)
  const { campaignId: first, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 4 })
  const lines = { 'reason.transport': 'Đường còn lầy' }
  for (const code of codesOf('Đồi Chè').slice(0, 3))
    await answerByCode(world.system, code, filledIn('satisfied', lines))
  const another = async (rulesId?: string) => {
    const id = await draftCampaign(world, rulesId ? { rulesId } : {})
    const opened = await openCampaign(lan, id)
    if (!opened.ok) throw new Error(opened.error)
    return id
  }
  ids = {
    first,
    second: await another(),
    older: await another('hd78-2017/commune-standard'),
    open: await another(),
  }
  for (const id of [ids.first, ids.second, ids.older]) {
    const closed = await closeRound(world, id as typeof first)
    if (!closed.ok) throw new Error(closed.error)
  }
})

const compare = (a: string, b: string) => ask(loader, `/so-sanh?${new URLSearchParams({ a, b })}`)

describe('comparing two rounds', () => {
  test('begins with the closed rounds to choose from and no fault', async () => {
    const { status, body } = await ask(loader, '/so-sanh')
    expect([status, body]).toMatchObject([200, { faults: {}, compared: null }])
    expect((body as { rounds: { id: string }[] }).rounds.map(round => round.id).sort()).toEqual(
      [ids.first, ids.second, ids.older].sort(),
    )
  })

  test('puts rounds of one questionnaire and one set of rules side by side', async () => {
    const { body } = await compare(ids.first, ids.second)
    expect(body).toMatchObject({
      compared: {
        comparison: { kind: 'comparable' },
        a: { results: { area: { coverage: { part: 3, whole: 4 } } } },
        b: { results: { area: { coverage: { part: 0, whole: 4 } } } },
      },
    })
  })

  test('says why rounds of different thresholds are not comparable', async () => {
    const { body } = await compare(ids.first, ids.older)
    expect(body).toMatchObject({
      compared: { comparison: { kind: 'not-comparable', reasons: [{ code: 'thresholds-differ' }] } },
    })
  })

  test('asks for two different rounds and keeps the one that was chosen', async () => {
    const one = await compare(ids.first, '')
    expect([one.status, one.body]).toMatchObject([
      422,
      { faults: { b: 'round-missing' }, chosen: { a: ids.first } },
    ])
    const same = await compare(ids.first, ids.first)
    expect([same.status, same.body]).toMatchObject([422, { faults: { b: 'round-twice' } }])
  })

  test('knows no round that is still open, and tells no free text', async () => {
    expect((await compare(ids.first, ids.open)).status).toBe(404)
    expect((await compare(ids.first, 'x')).status).toBe(404)
    const { body } = await compare(ids.first, ids.second)
    expect(JSON.stringify(body)).not.toContain('Đường còn lầy')
  })
})
