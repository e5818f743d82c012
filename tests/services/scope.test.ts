import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { createAccount } from '#app/services/accounts.server.ts'
import { createCommune, createVillages, findAreas } from '#app/services/areas.server.ts'
import { answerByCode, enterBallot, findDesk } from '#app/services/ballots.server.ts'
import { createCampaign, findCampaigns } from '#app/services/campaigns.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { checkRegister, findRegister } from '#app/services/register.server.ts'
import { confirmRegister } from '#app/services/register-confirm.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findRound, issueVillage, printCodes } from '#app/services/slots.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf, villageId } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 6 })
const draftId = await draftCampaign(world)
const village = villageId('Suối Mơ')
const lanRound = await findRound(world.as(world.people.lan), { campaignId, villageId: village })
const slotId = lanRound.ok ? (lanRound.value.doors[0]?.slotId ?? '') : ''
const form = {
  name: 'Đợt của xã khác',
  title: 'commune-standard' as const,
  communeId: '99001',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
}

/** Every deed of staff, done to the campaign and the places of Lan's commune. */
const deeds: { readonly [name: string]: (context: Context) => Promise<unknown> } = {
  createCampaign: context => createCampaign(context, form),
  findProgress: context => findProgress(context, campaignId),
  findRegister: context => findRegister(context, '99001'),
  checkRegister: context =>
    checkRegister(context, { communeId: '99001', name: 'a.xlsx', bytes: new Uint8Array() }),
  confirmRegister: context => confirmRegister(context, { communeId: '99001', importId: 'x' }),
  openCampaign: context => openCampaign(context, draftId),
  printCodes: context => printCodes(context, { campaignId, villageId: village }),
  issueVillage: context => issueVillage(context, { campaignId, villageId: village }),
  findRound: context => findRound(context, { campaignId, villageId: village }),
  findDesk: context => findDesk(context, { campaignId, slotId }),
  closeCampaign: context => closeCampaign(context, campaignId),
  findResults: context => findResults(context, campaignId),
  createCommune: context => createCommune(context, { provinceId: '99', code: '99003', name: 'Xã Mới' }),
  createVillages: context => createVillages(context, { communeId: '99001', names: ['Thôn Mới'] }),
  createAccount: context =>
    createAccount(context, {
      username: 'ke-la',
      name: 'Kẻ lạ',
      password: 'mat-khau-dai',
      role: 'collector',
      areaIds: ['99001'],
    }),
}

const refusals = async (): Promise<number> => {
  const { rows } = await world.database.pool.query(
    `select count(*)::int as n from audit_event where kind = 'deed.refused'`,
  )
  return rows[0].n
}

for (const [name, deed] of Object.entries(deeds)) {
  test(`${name}: a cadre of another commune and a stranger are refused, and it is traced`, async () => {
    for (const person of [world.people.minh, null]) {
      const before = await refusals()
      expect(await deed(world.as(person))).toEqual({ ok: false, error: 'forbidden' })
      expect(await refusals()).toBe(before + 1)
    }
  })
}

test('enterBallot: a cadre of another commune is refused, and the slot stays free', async () => {
  const posted = await enterBallot(
    world.as(world.people.minh),
    { campaignId, slotId },
    filledIn('satisfied', { channel: 'visit' }),
  )
  expect(posted).toEqual({ kind: 'refused', error: 'forbidden' })
  expect((await answerByCode(world.system, codesOf('Đồi Chè')[0] ?? '', filledIn('satisfied'))).kind).toBe(
    'recorded',
  )
})

test('a collector of one village neither sees nor enters households of the next', async () => {
  const tam = world.as(world.people.tam)
  expect(await findRound(tam, { campaignId, villageId: village })).toEqual({ ok: false, error: 'forbidden' })
  const round = await findRound(tam, { campaignId, villageId: null })
  expect(round.ok && round.value.villages.map(one => one.name)).toEqual(['Đồi Chè'])
  const progress = await findProgress(tam, campaignId)
  expect(progress.ok && progress.value.villages.map(one => one.name)).toEqual(['Đồi Chè'])
  expect(progress.ok && progress.value.deeds).toEqual(['ballot.enter'])
})

const may = async (person: Person, name: keyof typeof deeds): Promise<boolean> => {
  const outcome = (await deeds[name]?.(world.as(person))) as { readonly error?: string }
  return outcome.error !== 'forbidden'
}

test("the people's committee that is judged, the administrator and the appraiser touch no count", async () => {
  const touching = [
    'openCampaign',
    'closeCampaign',
    'checkRegister',
    'printCodes',
    'issueVillage',
    'findRound',
    'findDesk',
  ] as const
  for (const person of [world.people.binh, world.people.admin, world.people.hoa])
    for (const deed of touching) expect(await may(person, deed), `${person.username} ${deed}`).toBe(false)
  expect(await may(world.people.admin, 'findResults')).toBe(false)
})

test('lists end at the borders of the area', async () => {
  const listed = async (person: Person) =>
    (await findCampaigns(world.as(person), { search: '', state: null, slice: { page: 1, size: 25 } })).rows
  expect(await listed(world.people.minh)).toEqual([])
  expect((await listed(world.people.lan)).map(one => one.id)).toContain(campaignId)
  expect((await listed(world.people.tam)).map(one => one.id)).toContain(campaignId)
  expect((await findAreas(world.as(world.people.minh), 'commune')).map(area => area.id)).toEqual(['99002'])
  expect(await findAreas(world.as(null), 'commune')).toEqual([])
})

test('an id of no campaign, or no id at all, is unknown and never an error', async () => {
  for (const id of ['00000000-0000-4000-8000-000000000000', "'; drop table slot; --", '', '../x'])
    expect(await findProgress(world.as(world.people.lan), id)).toEqual({
      ok: false,
      error: 'campaign-unknown',
    })
})
