import { describe, expect, test } from 'vitest'
import { loader as ofCampaign } from '#app/routes/dot.$id.danh-sach.tsx'
import { loader as archive, action as setArchive } from '#app/routes/dot.$id.luu-tru.tsx'
import { loader as registers } from '#app/routes/ho._index.tsx'
import { loader as list } from '#app/routes/ho.$commune._index.tsx'
import { loader as household, action as takeBack } from '#app/routes/ho.$commune.$id._index.tsx'
import { loader as leaving, action as moveOut } from '#app/routes/ho.$commune.$id.chuyen-di.tsx'
import { action as correct } from '#app/routes/ho.$commune.$id.sua.tsx'
import { action as forget } from '#app/routes/ho.$commune.$id.xoa.tsx'
import { loader as download } from '#app/routes/ho.$commune.danh-sach-ho[.]csv.tsx'
import { action as merge } from '#app/routes/ho.$commune.gop.tsx'
import { loader as importing } from '#app/routes/ho.$commune.nhap.tsx'
import { action as add, loader as adding } from '#app/routes/ho.$commune.them.tsx'
import { loader as lookalikes } from '#app/routes/ho.$commune.trung.tsx'
import { asker } from '#tests/support/asking-routes.ts'
import { closeRound } from '#tests/support/closing.ts'
import { addHouseholds, collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const ask = await asker(world)
await addHouseholds(world, { 'Đồi Chè': 60 })
const { campaignId } = await collectingCampaign(world, {})
const params = { commune: '99001' }
const { rows } = await world.database.pool.query('select id from household order by length(number), number')
const [first, second] = rows.map(row => row.id as string)
const hill = '99001-Đồi Chè'
const of = (id = '') => ({ ...params, id })

describe('the register by its addresses', () => {
  test('/ho leads a cadre of one commune straight to its list', async () => {
    const { status, headers } = await ask(registers, '/ho', { as: 'lan' })
    expect([status, headers.get('Location')]).toEqual([303, '/ho/99001'])
  })

  test('lists fifty on a page; the search and the village stand in the address', async () => {
    const page = await ask(list, '/ho/99001?trang=2', { as: 'lan', params })
    expect(page.body).toMatchObject({
      households: { total: 60, pages: 2, page: 2 },
      commune: { id: '99001' },
    })
    const search = new URLSearchParams({ tim: 'HỘ 7', thon: hill })
    const found = await ask(list, `/ho/99001?${search}`, { as: 'lan', params })
    expect(found.body).toMatchObject({
      typed: { search: 'HỘ 7', village: hill, standing: 'dang-o' },
      households: { total: 1, rows: [{ name: 'Hộ 7' }] },
    })
    expect((await ask(list, '/ho/99001?tinh-trang=la&trang=x', { as: 'lan', params })).status).toBe(200)
  })

  test('the address of old leads to where a file is taken in, and back to the campaign', async () => {
    const { headers } = await ask(ofCampaign, '/', { as: 'lan', params: { id: campaignId } })
    expect(headers.get('Location')).toBe(`/ho/99001/nhap?dot=${campaignId}`)
    const page = await ask(importing, headers.get('Location') ?? '', { as: 'lan', params })
    expect(page.body).toMatchObject({ campaignId, check: null, waiting: null })
    const odd = await ask(importing, '/ho/99001/nhap?dot=%22%3E&viec=x', { as: 'lan', params })
    expect(odd.body).toMatchObject({ campaignId: null, check: null })
  })

  test('is downloaded under its Vietnamese name and kept by no cache', async () => {
    const { headers } = await ask(download, '/ho/99001/danh-sach-ho.csv', { as: 'lan', params })
    expect(headers.get('Content-Disposition')).toContain(encodeURIComponent('Danh sách hộ Xã Sơn Lộc'))
    expect(headers.get('Cache-Control')).toBe('private, no-store')
  })
})

describe('a household', () => {
  test('is added; a fault keeps what was typed and is told at its box', async () => {
    const form = { name: ' ', number: '3', villageId: hill }
    const refused = await ask(add, '/', { as: 'lan', params, form })
    expect([refused.status, refused.body]).toEqual([
      422,
      { faults: { name: 'household-name-missing' }, texts: form, alike: [] },
    ])
    const twice = { name: 'Hộ 3', number: '3', villageId: hill }
    expect((await ask(add, '/', { as: 'lan', params, form: twice })).body).toMatchObject({
      faults: { number: 'household-listed' },
    })
    expect((await ask(add, '/', { as: 'lan', params, form: {} })).status).toBe(422)
    const named = { ...form, name: 'Vi Mới' }
    const asked = await ask(add, '/', { as: 'lan', params, form: named })
    expect(asked).toMatchObject({
      status: 422,
      body: { faults: { others: 'household-alike' }, texts: named },
    })
    const { alike } = asked.body as { readonly alike: readonly { readonly id: string }[] }
    const others = alike.map(one => one.id).join(' ')
    const added = await ask(add, '/', { as: 'lan', params, form: { ...named, others } })
    expect(added.headers.get('Location')).toMatch(/^\/ho\/99001\/[0-9a-f-]{36}\?xong=them$/)
  })

  test('is corrected, moves out, comes back', async () => {
    const form = { name: 'Hộ Một', number: '1', villageId: hill }
    const corrected = await ask(correct, '/', { as: 'lan', params: of(first), form })
    expect(corrected.headers.get('Location')).toBe(`/ho/99001/${first}?xong=sua`)
    const again = await ask(correct, '/', { as: 'lan', params: of(first), form })
    expect([again.status, again.body]).toMatchObject([422, { faults: { name: 'nothing-changed' } }])
    const tomorrow = { movedOn: '2026-03-03', reason: 'Về quê' }
    const early = await ask(moveOut, '/', { as: 'lan', params: of(first), form: tomorrow })
    expect([early.status, early.body]).toMatchObject([422, { faults: { movedOn: 'move-in-future' } }])
    const today = { ...tomorrow, movedOn: '2026-03-02' }
    expect((await ask(moveOut, '/', { as: 'lan', params: of(first), form: today })).status).toBe(303)
    expect((await ask(leaving, '/', { as: 'lan', params: of(first) })).status).toBe(409)
    const back = await ask(takeBack, '/', { as: 'lan', params: of(first), form: {} })
    expect(back.headers.get('Location')).toBe(`/ho/99001/${first}?xong=ve-lai`)
    expect((await ask(takeBack, '/', { as: 'lan', params: of(first), form: {} })).status).toBe(409)
  })

  test('with a slot in a running campaign cannot be deleted', async () => {
    expect((await ask(forget, '/', { as: 'lan', params: of(second), form: {} })).status).toBe(409)
  })

  test('is merged with those in the address into the one that was chosen', async () => {
    const address = `/ho/99001/gop?ho=${first}&ho=${second}`
    const unchosen = await ask(merge, address, { as: 'lan', params, form: {} })
    expect([unchosen.status, unchosen.body]).toMatchObject([422, { faults: { into: 'merge-keep-missing' } }])
    const alone = await ask(merge, `/ho/99001/gop?ho=${first}`, {
      as: 'lan',
      params,
      form: { into: first ?? '' },
    })
    expect(alone.body).toMatchObject({ faults: { into: 'merge-too-few' } })
    const merged = await ask(merge, address, { as: 'lan', params, form: { into: first ?? '' } })
    expect(merged.headers.get('Location')).toBe(`/ho/99001/${first}?xong=gop`)
    const page = await ask(household, '/', { as: 'lan', params: of(second) })
    expect(page.body).toMatchObject({ household: { standing: 'merged', mergedInto: { id: first } } })
  })

  test.each(['x', '00000000-0000-4000-8000-000000000000'])('%s is nobody', async id => {
    expect((await ask(household, '/', { as: 'lan', params: of(id) })).status).toBe(404)
    expect((await ask(forget, '/', { as: 'lan', params: of(id), form: {} })).status).toBe(404)
  })
})

test('the archive date is set once the campaign is closed', async () => {
  const place = { as: 'lan', params: { id: campaignId } }
  expect((await ask(archive, '/', place)).status).toBe(409)
  expect((await closeRound(world, campaignId)).ok).toBe(true)
  expect((await ask(archive, '/', place)).body).toMatchObject({ archivedOn: null, usualDay: '2026-08-29' })
  for (const archivedOn of ['', '31/12/2026', '2026-02-30', '2026-03-01']) {
    const refused = await ask(setArchive, '/', { ...place, form: { archivedOn } })
    expect([refused.status, refused.body], archivedOn).toMatchObject([422, { typed: archivedOn }])
  }
  const set = await ask(setArchive, '/', { ...place, form: { archivedOn: '2026-12-31' } })
  expect(set.headers.get('Location')).toBe(`/dot/${campaignId}/luu-tru?xong=luu-tru`)
})

test('other communes’ cadres and collectors find every door shut; strangers sign in first', async () => {
  const doors = [list, adding, importing, lookalikes, household, leaving]
  for (const as of ['minh', 'tam'])
    for (const door of doors)
      expect((await ask(door, '/ho/99001', { as, params: of(first) })).status, as).toBe(403)
  for (const door of doors) {
    const { status, headers } = await ask(door, '/ho/99001', { params: of(first) })
    expect([status, headers.get('Location')]).toEqual([302, '/dang-nhap?toi=%2Fho%2F99001'])
  }
  for (const deed of [add, correct, moveOut, takeBack, forget]) {
    const form = { name: 'Kẻ Lạ', number: '', villageId: hill, movedOn: '2026-03-01', reason: 'x' }
    expect((await ask(deed, '/', { as: 'minh', params: of(first), form })).status).toBe(403)
  }
  expect((await ask(ofCampaign, '/', { as: 'minh', params: { id: campaignId } })).status).toBe(403)
  expect((await ask(archive, '/', { as: 'minh', params: { id: campaignId } })).status).toBe(403)
})
