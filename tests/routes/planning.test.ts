import { expect, test } from 'vitest'
import { loader as list } from '#app/routes/dot._index.tsx'
import { loader as overview } from '#app/routes/dot.$id._index.tsx'
import { action as cancel, loader as cancelPage } from '#app/routes/dot.$id.huy.tsx'
import { loader as plan } from '#app/routes/dot.$id.ke-hoach._index.tsx'
import { action as issue } from '#app/routes/dot.$id.ke-hoach.ban-hanh.tsx'
import { action as edit, loader as editPage } from '#app/routes/dot.$id.ke-hoach.sua.tsx'
import { action as team, loader as teamPage } from '#app/routes/dot.$id.ke-hoach.to.$team.tsx'
import { loader as paper } from '#app/routes/dot.$id.ke-hoach[.]docx.tsx'
import { loader as door } from '#app/routes/p.$code._index.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { collectingCampaign, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { campaignId, codesOf } = await collectingCampaign(world, { 'Đồi Chè': 3, 'Suối Mơ': 2 })
const draftId = await draftCampaign(world, { name: 'Đợt thử kế hoạch' })
const ask = await asker(world)
const params = { id: draftId }
const path = `/dot/${draftId}/ke-hoach`

const filled = {
  name: 'Đợt thử kế hoạch',
  title: 'commune-standard',
  startsOn: '2026-03-09',
  endsOn: '2026-03-27',
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
  'village.99001-Đồi Chè': 'yes',
  'method.visit': 'yes',
  purpose: '',
  requirements: 'Làm đúng.\r\n\r\nLàm đủ.',
}

test('the form of a plan comes filled in with every village and means ticked', async () => {
  const { body } = await ask(editPage, `${path}/sua`, { as: 'lan', params })
  expect(body).toMatchObject({
    filled: { name: 'Đợt thử kế hoạch', 'village.99001-Suối Mơ': 'yes', 'method.paper': 'yes' },
  })
})

test('a form with faults comes back as it was typed, each fault at its box', async () => {
  const typed = { ...filled, endsOn: '', name: ' ' }
  const faulty = await ask(edit, `${path}/sua`, { as: 'lan', params, form: typed })
  expect([faulty.status, faulty.body]).toEqual([
    422,
    { faults: { name: 'name-missing', endsOn: 'last-day-unreadable' }, typed },
  ])
  const { 'method.visit': _, ...noMeans } = filled
  const { body } = await ask(edit, `${path}/sua`, { as: 'lan', params, form: noMeans })
  expect(body).toMatchObject({ faults: { methods: 'plan-method-missing' } })
  const { 'village.99001-Đồi Chè': __, ...noVillage } = filled
  const nowhere = await ask(edit, `${path}/sua`, { as: 'lan', params, form: noVillage })
  expect(nowhere.body).toMatchObject({ faults: { villageIds: 'plan-village-missing' } })
})

test('a saved plan leads back to its page, which says so and shows it', async () => {
  const saved = await ask(edit, `${path}/sua`, { as: 'lan', params, form: filled })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `${path}?xong=sua`])
  const { body } = await ask(plan, `${path}?xong=sua`, { as: 'lan', params })
  expect(body).toMatchObject({
    done: 'sua',
    plan: { villageIds: ['99001-Đồi Chè'], methods: ['visit'], requirements: 'Làm đúng.\nLàm đủ.' },
    timetable: { used: 15, limit: 20, lastDay: '2026-04-03' },
  })
  const unchanged = await ask(edit, `${path}/sua`, { as: 'lan', params, form: filled })
  expect([unchanged.status, unchanged.body]).toMatchObject([422, { faults: { name: 'nothing-changed' } }])
})

test('a team is added, changed and taken out at its address', async () => {
  const at = (name: string) => ({ as: 'lan', params: { ...params, team: name } })
  const form = { name: 'Tổ 1', leader: 'Bà Hòa', members: '', 'village.99001-Đồi Chè': 'yes' }
  expect(
    (await ask(team, `${path}/to/moi`, { ...at('moi'), form: { ...form, leader: '' } })).body,
  ).toMatchObject({
    faults: { leader: 'team-leader-missing' },
  })
  const added = await ask(team, `${path}/to/moi`, { ...at('moi'), form })
  expect(added.headers.get('Location')).toBe(`${path}?xong=to`)
  const taken = await ask(team, `${path}/to/moi`, { ...at('moi'), form })
  expect(taken.body).toMatchObject({ faults: { name: 'team-name-taken' } })
  const { body } = await ask(plan, path, { as: 'lan', params })
  const { id } = (body as { teams: { id: string }[] }).teams[0] ?? { id: '' }
  expect((await ask(teamPage, `${path}/to/${id}`, at(id))).body).toMatchObject({
    filled: { leader: 'Bà Hòa' },
  })
  expect((await ask(teamPage, `${path}/to/x`, at('x'))).status).toBe(404)
  const removed = await ask(team, `${path}/to/${id}`, { ...at(id), form: { viec: 'bo' } })
  expect(removed.headers.get('Location')).toBe(`${path}?xong=bo-to`)
})

test('a plan is issued once number, day and signer can be read', async () => {
  const form = { number: '12/KH', issuedOn: '', signer: '' }
  const faulty = await ask(issue, `${path}/ban-hanh`, { as: 'lan', params, form })
  expect(faulty.body).toMatchObject({
    faults: {
      number: 'plan-number-unreadable',
      issuedOn: 'plan-day-unreadable',
      signer: 'plan-signer-missing',
    },
  })
  const good = { number: '12', issuedOn: '2026-03-02', signer: 'Nguyễn Thị Lan' }
  const ahead = await ask(issue, `${path}/ban-hanh`, {
    as: 'lan',
    params,
    form: { ...good, issuedOn: '2026-03-03' },
  })
  expect(ahead.body).toMatchObject({ faults: { issuedOn: 'plan-day-ahead' } })
  const issued = await ask(issue, `${path}/ban-hanh`, { as: 'lan', params, form: good })
  expect(issued.headers.get('Location')).toBe(`${path}?xong=ban-hanh`)
  expect((await ask(plan, path, { as: 'lan', params })).body).toMatchObject({
    campaign: { state: 'planned' },
  })
})

test('the plan of a commune is closed to the cadre of another one and cannot be edited by a collector', async () => {
  for (const page of [plan, editPage, cancelPage])
    expect((await ask(page, path, { as: 'minh', params })).status).toBe(403)
  expect((await ask(paper, `${path}.docx`, { as: 'minh', params })).status).toBe(403)
  expect((await ask(editPage, `${path}/sua`, { as: 'tam', params })).status).toBe(403)
  expect((await ask(edit, `${path}/sua`, { as: 'minh', params, form: filled })).status).toBe(403)
  expect((await ask(editPage, `${path}/sua`, { as: 'lan', params: { id: campaignId } })).status).toBe(409)
})

test('the list keeps what was searched and finds the state', async () => {
  const { body } = await ask(list, '/dot?tim=thu%20ke%20hoach&trang-thai=ke-hoach', { as: 'lan' })
  expect(body).toMatchObject({
    typed: { search: 'thu ke hoach', state: 'ke-hoach' },
    campaigns: { total: 1, rows: [{ id: draftId }] },
  })
  expect((await ask(list, '/dot?trang-thai=la', { as: 'lan' })).body).toMatchObject({
    typed: { state: 'tat-ca' },
  })
})

test('cancelling needs a reason and its box ticked; then the round and its codes say so, without the reason', async () => {
  const at = { as: 'lan', params: { id: campaignId } }
  const huy = `/dot/${campaignId}/huy`
  const faulty = await ask(cancel, huy, { ...at, form: { reason: ' ' } })
  expect([faulty.status, faulty.body]).toMatchObject([
    422,
    { faults: { reason: 'cancel-reason-missing', confirm: 'confirm-missing' } },
  ])
  const done = await ask(cancel, huy, { ...at, form: { reason: 'Sai danh sách', confirm: 'yes' } })
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/dot/${campaignId}?xong=huy`])
  const page = await ask(overview, `/dot/${campaignId}`, at)
  expect(page.body).toMatchObject({ cancelled: { on: '2026-03-02', reason: 'Sai danh sách' } })
  expect((await ask(cancelPage, huy, at)).status).toBe(409)
  const code = codesOf('Đồi Chè')[0] ?? ''
  const opened = await ask(door, `/p/${code}`, { params: { code } })
  expect([opened.status, opened.body]).toMatchObject([
    410,
    { state: 'closed', campaign: { state: 'cancelled' } },
  ])
  expect(JSON.stringify(opened.body)).not.toContain('Sai danh sách')
})
