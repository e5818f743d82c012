import { beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { checkAreaFile, confirmAreaList, findWaitingAreaList } from '#app/services/area-list.server.ts'
import { createCommune, createVillages, findAreas } from '#app/services/areas.server.ts'
import { endArea, renameArea } from '#app/services/areas-changing.server.ts'
import { findAreaTree, findAreaView } from '#app/services/areas-tree.server.ts'
import { createCampaign } from '#app/services/campaigns.server.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const admin = world.as(people.admin)
const { pool } = world.database
const today = '2026-03-02' as Day
const village = '99002-Suối Mơ'

beforeAll(async () => {
  for (const [code, name] of [
    ['99003', 'Xã Cẩm Sơn'],
    ['99004', 'Xã Đồng Mỏ'],
    ['99005', 'Xã Hợp Nhất'],
  ] as const)
    await createCommune(admin, { provinceId: '99', code, name })
})

const lastEvent = async (kind: string) => {
  const { rows } = await pool.query(
    'select detail from audit_event where kind = $1 order by seq desc limit 1',
    [kind],
  )
  return rows[0]?.detail
}

const communes = async (withEnded: boolean, search = '') => {
  const tree = await findAreaTree(admin, { search, withEnded, page: 1 })
  return tree.ok ? tree.value.communes.rows : []
}

describe('a name', () => {
  test('is changed and traced with what it was', async () => {
    expect(await renameArea(admin, { id: village, name: '  Suối   Mơ Mới ' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await lastEvent('area.renamed')).toEqual({
      path: `99/99002/${village}`,
      from: 'Suối Mơ',
      to: 'Suối Mơ Mới',
    })
  })

  test('that is none, the same, or taken beside it is refused', async () => {
    const rename = async (name: string) => renameArea(admin, { id: village, name })
    expect(await rename(' ')).toEqual({ ok: false, error: 'area-name-missing' })
    expect(await rename('Suối Mơ Mới')).toEqual({ ok: false, error: 'nothing-changed' })
    expect(await rename('Đồi Chè')).toEqual({ ok: false, error: 'area-taken' })
    expect(await renameArea(world.as(people.lan), { id: village, name: 'X' })).toMatchObject({
      error: 'forbidden',
    })
    expect(await renameArea(admin, { id: 'khong-co', name: 'X' })).toMatchObject({ error: 'area-unknown' })
  })
})

describe('a commune that ends', () => {
  const ending = { id: '99003', on: '2026-03-01' as Day, successorIds: ['99004', '99005', '99004'] }

  test('needs another current commune in its place', async () => {
    const end = async (changes: Partial<typeof ending>) => endArea(admin, { ...ending, ...changes })
    expect(await end({ successorIds: [] })).toMatchObject({ error: 'successor-missing' })
    for (const id of ['99003', '99', village, '88001'])
      expect(await end({ successorIds: [id] })).toMatchObject({ error: 'successor-unknown' })
    expect(await end({ id: '99' })).toMatchObject({ error: 'area-province-stays' })
    expect(await endArea(world.as(people.minh), ending)).toMatchObject({ error: 'forbidden' })
  })

  test('takes its villages along, keeps its days and successors, and leaves its name free', async () => {
    await createVillages(admin, { communeId: '99003', names: ['Thôn Một'] })
    expect(await endArea(admin, ending)).toEqual({ ok: true, value: null })
    expect(await lastEvent('area.ended')).toEqual({
      path: '99/99003',
      on: '2026-03-01',
      successors: '99004,99005',
    })
    expect((await communes(false)).map(one => one.id)).not.toContain('99003')
    expect((await communes(true)).at(-1)).toMatchObject({
      id: '99003',
      ended: true,
      validTo: '2026-03-01',
      parts: 0,
      successors: ['99004 Xã Đồng Mỏ', '99005 Xã Hợp Nhất'],
    })
    const view = await findAreaView(admin, '99003')
    expect(view.ok && view.value.parts).toMatchObject([{ name: 'Thôn Một', ended: true }])
    expect((await createCommune(admin, { provinceId: '99', code: '99006', name: 'Xã Cẩm Sơn' })).ok).toBe(
      true,
    )
  })

  test('is neither planned for, nor changed, nor ended again', async () => {
    expect((await findAreas(admin, 'commune')).map(area => area.id)).not.toContain('99003')
    expect(await createVillages(admin, { communeId: '99003', names: ['Thôn Hai'] })).toMatchObject({
      error: 'area-ended',
    })
    expect(await renameArea(admin, { id: '99003', name: 'Xã Khác' })).toMatchObject({ error: 'area-ended' })
    expect(await endArea(admin, ending)).toMatchObject({ error: 'area-ended' })
    expect(await endArea(admin, { ...ending, id: '99006', successorIds: ['99003'] })).toMatchObject({
      error: 'successor-unknown',
    })
    const cadre = world.as({ ...people.lan, areas: ['99/99003'] })
    const form = {
      name: 'Đợt của xã cũ',
      title: 'commune-standard' as const,
      communeId: '99003',
      startsOn: today,
      endsOn: '2026-03-20' as Day,
      questionnaireId: 'qd318',
      rulesId: 'hd90-2022/commune-standard',
    }
    expect(await createCampaign(cadre, form)).toEqual({ ok: false, error: 'area-ended' })
  })

  test('waits while a round collects there', async () => {
    await collectingCampaign(world, { 'Đồi Chè': 2 })
    expect(await endArea(admin, { id: '99001', on: today, successorIds: ['99004'] })).toEqual({
      ok: false,
      error: 'area-collecting',
    })
  })

  test('is current until its last day is over', async () => {
    await endArea(admin, { id: '99006', on: today, successorIds: ['99004'] })
    expect((await communes(false)).map(one => one.id)).toContain('99006')
    expect(await endArea(admin, { id: '99006', on: today, successorIds: ['99004'] })).toMatchObject({
      error: 'area-ended',
    })
  })
})

test('the tree is searched without accents, by name and code, and is the administrator’s alone', async () => {
  expect((await communes(false, 'dong mo')).map(one => one.id)).toEqual(['99004'])
  expect((await communes(false, '99004')).map(one => one.id)).toEqual(['99004'])
  for (const person of [people.lan, people.hoa, null])
    expect(await findAreaTree(world.as(person), { search: '', withEnded: true, page: 1 })).toEqual({
      ok: false,
      error: 'forbidden',
    })
})

describe('an official list', () => {
  const csv = (...lines: readonly string[]) => ({
    name: 'danh-muc.csv',
    bytes: new TextEncoder().encode(['Mã tỉnh;Tên tỉnh;Mã xã;Tên xã', ...lines].join('\n')),
    validFrom: '2025-07-01' as Day,
  })

  test('is checked first and changes nothing until it is confirmed, once', async () => {
    const file = csv(
      '99;Minh Họa;99004;Xã Đồng Mỏ Mới',
      '99;Minh Họa;99010;Xã Thứ Mười',
      '99;Minh Họa;;Xã Lỗi',
    )
    expect(await checkAreaFile(admin, file)).toEqual({ ok: true, value: null })
    const waiting = await findWaitingAreaList(admin)
    if (!waiting.ok || !waiting.value) throw new Error('no list waits')
    expect(waiting.value).toMatchObject({
      rows: 3,
      unchanged: 0,
      problems: [{ row: 4, fault: 'commune-code' }],
    })
    expect((await communes(false)).map(one => one.id)).not.toContain('99010')
    const { importId } = waiting.value
    expect(await confirmAreaList(admin, 'another')).toMatchObject({ error: 'area-list-outdated' })
    expect(await confirmAreaList(admin, importId)).toEqual({ ok: true, value: null })
    expect(await confirmAreaList(admin, importId)).toMatchObject({ error: 'area-list-outdated' })
    const after = await communes(false)
    expect(after.find(one => one.id === '99010')).toMatchObject({
      name: 'Xã Thứ Mười',
      validFrom: '2025-07-01',
    })
    expect(after.find(one => one.id === '99004')?.name).toBe('Xã Đồng Mỏ Mới')
    expect(await lastEvent('area-list.imported')).toEqual({ added: 1, renamed: 1 })
  })

  test('is taken in wholly or not at all when the areas have changed meanwhile', async () => {
    await checkAreaFile(admin, csv('99;Minh Họa;99011;Xã Mười Một', '99;Minh Họa;99012;Xã Mười Hai'))
    const waiting = await findWaitingAreaList(admin)
    await createCommune(admin, { provinceId: '99', code: '99012', name: 'Xã Chen Vào' })
    const importId = (waiting.ok && waiting.value?.importId) || ''
    expect(await confirmAreaList(admin, importId)).toMatchObject({ error: 'area-list-outdated' })
    expect((await communes(false)).map(one => one.id)).not.toContain('99011')
  })

  test('is nobody’s but the administrator’s, and no other file is taken for one', async () => {
    expect(await checkAreaFile(world.as(people.minh), csv())).toMatchObject({ error: 'forbidden' })
    expect(await findWaitingAreaList(world.as(people.minh))).toMatchObject({ error: 'forbidden' })
    expect(await confirmAreaList(world.as(people.minh), 'x')).toMatchObject({ error: 'forbidden' })
    const bytes = new TextEncoder().encode('Họ tên;Thôn\nA;B\n')
    expect(await checkAreaFile(admin, { name: 'a.csv', bytes, validFrom: null })).toMatchObject({
      error: 'area-list-no-header',
    })
  })
})
