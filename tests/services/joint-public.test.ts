import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { loader as partPage } from '#app/routes/ket-qua.$id.tsx'
import { loader as jointPage } from '#app/routes/ket-qua.nhieu-xa.$id.tsx'
import { answerByCode } from '#app/services/ballots.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { createJoint } from '#app/services/joint.server.ts'
import { findPublicJoint, findPublicJoints } from '#app/services/joint-public.server.ts'
import { startJoint } from '#app/services/joint-starting.server.ts'
import { findJointView } from '#app/services/joint-view.server.ts'
import { makeJointOpenData } from '#app/services/open-data.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { findPublicResults } from '#app/services/results.server.ts'
import { printCodes } from '#app/services/slots.server.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { asker } from '#tests/support/asking-routes.ts'
import { explainSilence } from '#tests/support/closing.ts'
import { filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { system, people } = world
const ask = await asker(world)

const addTo = (villageId: string, count: number) =>
  insertHouseholds(
    system.db,
    Array.from({ length: count }, (_, at) => ({
      ...{ id: randomUUID(), villageId, number: String(at + 1), name: `Hộ ${at + 1}` },
    })),
    system.clock(),
  )
await addTo('99001-Đồi Chè', 30)
await addTo('99002-Đồi Chè', 7)

const front: Person = {
  ...{ id: randomUUID() as AccountId, username: 'tinh', name: 'tinh' },
  ...{ role: 'province-front', areas: ['99'] },
}
await world.database.pool.query(
  `insert into account (id, username, name, password_hash, role, created_at, search_key)
   values ($1, 'tinh', 'tinh', 'x', 'province-front', now(), 'tinh')`,
  [front.id],
)
const tinh = world.as(front)
const made = await createJoint(tinh, {
  name: 'Lấy ý kiến huyện Minh Họa',
  title: 'district-standard',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/district-standard',
  communeIds: ['99001', '99002'],
  way: 'everyone',
})
if (!made.ok) throw new Error(made.error)
const jointId = made.value
await startJoint(tinh, jointId, null)
const view = await findJointView(tinh, jointId)
if (!view.ok) throw new Error(view.error)
const partOf = (communeId: string): string =>
  view.value.parts.find(part => part.communeId === communeId)?.id ?? ''

/** Every household answers; two of them are dissatisfied with one content. */
const run = async (communeId: string, cadre: Person) => {
  const context = world.as(cadre)
  const campaignId = partOf(communeId)
  await openCampaign(context, campaignId)
  const sheet = await printCodes(context, { campaignId, villageId: `${communeId}-Đồi Chè` })
  if (!sheet.ok) throw new Error(sheet.error)
  for (const [at, { code }] of sheet.value.cards.entries())
    await answerByCode(
      system,
      code,
      filledIn('satisfied', at < 2 ? { 'answer.electricity': 'dissatisfied' } : {}),
    )
  await explainSilence(context, campaignId)
  expect(await closeCampaign(context, campaignId)).toMatchObject({ ok: true })
}
const cellsOf = async (communeId: string) => {
  const found = await findPublicResults(system, partOf(communeId))
  if (!found.ok) throw new Error(found.error)
  return found.value.cells
}

test('a part is told before the joint round is counted if its ballots are safe by themselves', async () => {
  await run('99001', people.lan)
  expect((await cellsOf('99001')).kind).toBe('published')
  expect(await findPublicJoint(system, jointId)).toEqual({ ok: false, error: 'joint-not-counted' })
  expect((await findPublicJoints(system, { page: 1, size: 5 })).total).toBe(0)
  await run('99002', people.minh)
})

test('the joint round has a page for everybody, with figures, verdict and communes', async () => {
  const { body } = await ask(jointPage, `/ket-qua/nhieu-xa/${jointId}`, { params: { id: jointId } })
  expect(body).toMatchObject({
    results: { area: { collected: 37, coverage: { part: 37, whole: 37 } } },
    parts: [{ communeName: 'Xã Bình Hòa' }, { communeName: 'Xã Sơn Lộc' }],
    merged: ['Xã Bình Hòa', 'Xã Sơn Lộc'],
    content: 'overall',
  })
  expect((await findPublicJoints(system, { page: 1, size: 5 })).rows).toMatchObject([
    { id: jointId, communes: 2 },
  ])
})

test('a commune told only with others is told nowhere else: not in reasons, not on its own page, not in the file', async () => {
  const found = await findPublicJoint(system, jointId)
  if (!found.ok) throw new Error(found.error)
  const { rows, results } = found.value
  expect(rows.map(({ kind }) => kind)).toEqual(['hidden', 'hidden', 'group', 'total'])
  for (const commune of results.communes) expect(commune.overall.satisfied).toEqual({ part: 0, whole: 0 })
  expect(results.reasons.filter(reason => 'commune' in reason)).toEqual([])
  for (const communeId of ['99001', '99002'])
    expect(await cellsOf(communeId)).toEqual({ kind: 'withheld', reason: 'in-joint' })
  const file = await makeJointOpenData(system, jointId, 'json')
  if (!file.ok) throw new Error(file.error)
  expect(JSON.parse(file.value.bytes.toString('utf8')).rows.map((row: { name: string }) => row.name)).toEqual(
    rows.map(({ name }) => name),
  )
})

test('a part leads to the joint round, which carries the verdict', async () => {
  const id = partOf('99001')
  const { body } = await ask(partPage, `/ket-qua/${id}`, { params: { id } })
  expect(body).toMatchObject({ jointHref: `/ket-qua/nhieu-xa/${jointId}`, withheld: 'in-joint' })
})

test('an unknown joint round is not found', async () => {
  expect((await ask(jointPage, '/ket-qua/nhieu-xa/x', { params: { id: 'x' } })).status).toBe(404)
})
