import { expect, test } from 'vitest'
import { isKey } from '#app/i18n/translate.ts'
import { loader as opening } from '#app/routes/dot.$id.mo.tsx'
import { action, loader } from '#app/routes/dot.$id.nguoi-duoc-hoi._index.tsx'
import { action as replace, loader as villagePage } from '#app/routes/dot.$id.nguoi-duoc-hoi.$village.tsx'
import { action as dropIt, loader as dropPage } from '#app/routes/dot.$id.nguoi-duoc-hoi.bo.tsx'
import { loader as listFile } from '#app/routes/dot.$id.nguoi-duoc-hoi.danh-sach-rut[.]csv.tsx'
import { loader as drawnFile } from '#app/routes/dot.$id.nguoi-duoc-hoi.ket-qua-rut[.]csv.tsx'
import { loader as joints } from '#app/routes/dot-nhieu-xa._index.tsx'
import { loader as jointPage, action as start } from '#app/routes/dot-nhieu-xa.$id._index.tsx'
import { loader as jointResults } from '#app/routes/dot-nhieu-xa.$id.ket-qua.tsx'
import { action as create, loader as createPage } from '#app/routes/dot-nhieu-xa.moi.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { addHouseholds, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
await addHouseholds(world, { 'Đồi Chè': 20, 'Suối Mơ': 10 })
const id = await draftCampaign(world)
const ask = await asker(world)
const params = { id }
const path = `/dot/${id}/nguoi-duoc-hoi`
const seed = { viec: 'rut', source: 'public', seed: 'XSMB 48213', told: 'Giải đặc biệt' }

test('a size with faults comes back as it was typed, each fault at its box', async () => {
  const typed = { viec: 'chot', way: 'total', amount: 'hai', least: '' }
  const faulty = await ask(action, path, { as: 'lan', params, form: typed })
  expect([faulty.status, faulty.body]).toEqual([
    422,
    { faults: { amount: 'sample-amount', least: 'sample-least' }, typed },
  ])
  const large = await ask(action, path, { as: 'lan', params, form: { ...typed, amount: '31', least: '2' } })
  expect(large.body).toMatchObject({ faults: { amount: 'sample-larger-than-list' } })
})

test('list, draw, files: each step leads back to the page, which says so', async () => {
  const form = { viec: 'chot', way: 'total', amount: '9', least: '2' }
  const fixed = await ask(action, path, { as: 'lan', params, form })
  expect([fixed.status, fixed.headers.get('Location')]).toEqual([303, `${path}?xong=chot`])
  const short = await ask(action, path, { as: 'lan', params, form: { ...seed, told: '' } })
  expect(short.body).toMatchObject({ faults: { told: 'sample-told-missing' } })
  const drawn = await ask(action, path, { as: 'lan', params, form: seed })
  expect(drawn.headers.get('Location')).toBe(`${path}?xong=rut`)
  const { body } = await ask(loader, `${path}?xong=rut`, { as: 'lan', params })
  expect(body).toMatchObject({ done: 'rut', sample: { size: 9, seed: { seed: 'XSMB 48213' } } })
  for (const file of [listFile, drawnFile]) {
    const sent = await ask(file, path, { as: 'lan', params })
    expect([sent.status, sent.headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect((await ask(file, path, { as: 'minh', params })).status).toBe(403)
  }
})

test('the page for opening says of each village how many are drawn', async () => {
  const { body } = await ask(opening, `/dot/${id}/mo`, { as: 'lan', params })
  expect(body).toMatchObject({
    sampled: [
      { name: 'Đồi Chè', households: 20, drawn: 5 },
      { name: 'Suối Mơ', households: 10, drawn: 4 },
    ],
  })
})

test('whatever is wrong with a size or a seed has words of its own', () => {
  for (const code of ['sample-amount', 'sample-least', 'sample-larger-than-list', 'sample-seed'])
    expect(isKey(`problem.${code}`), code).toBe(true)
})

test('a household is replaced on its village’s page, which asks once for the reason', async () => {
  const at = { as: 'lan', params: { ...params, village: '99001-Đồi Chè' } }
  const { body } = await ask(villagePage, `${path}/x?thay=2`, at)
  expect(body).toMatchObject({ replacing: { place: 2 } })
  const faulty = await ask(replace, `${path}/x`, { ...at, form: { place: '2' } })
  expect(faulty.body).toEqual({ faults: { reason: 'sample-outcome-missing' } })
  const done = await ask(replace, `${path}/x`, { ...at, form: { place: '2', reason: 'absent' } })
  expect(done.status).toBe(303)
  const unknown = await ask(villagePage, `${path}/x`, { ...at, params: { ...params, village: 'x' } })
  expect(unknown.status).toBe(404)
  expect((await ask(villagePage, `${path}/x`, { ...at, as: 'minh' })).status).toBe(403)
})

test('giving the sample up asks for a reason and a tick', async () => {
  expect((await ask(dropPage, `${path}/bo`, { as: 'lan', params })).status).toBe(200)
  const faulty = await ask(dropIt, `${path}/bo`, { as: 'lan', params, form: { reason: '' } })
  expect(faulty.body).toMatchObject({
    faults: { reason: 'sample-reason-missing', confirm: 'confirm-missing' },
  })
  const form = { reason: 'Nhập nhầm', confirm: 'yes' }
  expect((await ask(dropIt, `${path}/bo`, { as: 'minh', params, form })).status).toBe(403)
  const dropped = await ask(dropIt, `${path}/bo`, { as: 'lan', params, form })
  expect(dropped.headers.get('Location')).toBe(`${path}?xong=bo`)
  expect((await ask(dropPage, `${path}/bo`, { as: 'lan', params })).status).toBe(404)
})

const joint = {
  name: 'Huyện Minh Họa',
  title: 'district-standard',
  startsOn: '2026-03-02',
  endsOn: '2026-03-20',
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/district-standard',
  'commune.99001': 'yes',
  way: 'stages',
  communes: '1',
  villages: '2',
  households: '4',
}

test('a joint round is planned, drawn and watched by the provincial Front alone', async () => {
  const base = '/dot-nhieu-xa'
  expect((await ask(createPage, `${base}/moi`, { as: 'lan' })).status).toBe(403)
  expect((await ask(joints, base, { as: 'lan' })).status).toBe(403)
  const { 'commune.99001': _, ...nowhere } = joint
  const faulty = await ask(create, `${base}/moi`, { as: 'tinh', form: { ...nowhere, villages: '' } })
  expect(faulty.body).toMatchObject({
    faults: { communeIds: 'joint-commune-missing', villages: 'sample-amount' },
  })
  const made = await ask(create, `${base}/moi`, { as: 'tinh', form: joint })
  const address = made.headers.get('Location') ?? ''
  expect(address).toMatch(/^\/dot-nhieu-xa\/[0-9a-f-]{36}\?xong=lap$/)
  const at = { as: 'tinh', params: { id: address.split('/')[2]?.split('?')[0] ?? '' } }
  const short = await ask(start, address, { ...at, form: { source: 'public', seed: 'x', told: 'y' } })
  expect([short.status, short.body]).toMatchObject([422, { faults: { seed: 'sample-seed' } }])
  const { viec: _viec, ...form } = seed
  expect((await ask(start, address, { ...at, as: 'lan', form })).status).toBe(403)
  expect((await ask(start, address, { ...at, form })).status).toBe(303)
  const { body } = await ask(jointPage, address, at)
  expect(body).toMatchObject({ counted: false, parts: [{ communeName: 'Xã Sơn Lộc', state: 'draft' }] })
  expect((await ask(jointResults, address, at)).status).toBe(409)
  expect((await ask(joints, base, { as: 'tinh' })).body).toMatchObject({ joints: { total: 1 } })
})
