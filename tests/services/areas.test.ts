import { expect, test } from 'vitest'
import { createCommune, createVillages, findAreas } from '#app/services/areas.server.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const admin = world.as(world.people.admin)
const { pool } = world.database

const commune = (code: string, name: string, provinceId = '99') =>
  createCommune(admin, { provinceId, code, name })
const villages = (...names: readonly string[]) => createVillages(admin, { communeId: '99002', names })
const namesIn = async (communeId: string): Promise<readonly string[]> => {
  const { rows } = await pool.query('select name from area where parent_id = $1 order by position', [
    communeId,
  ])
  return rows.map(row => row.name)
}

test('a commune gets its official code and lies in its province', async () => {
  expect(await commune(' 99003 ', '  Xã   Đồng  Mỏ ')).toEqual({ ok: true, value: '99003' })
  const { rows } = await pool.query(`select name, path, kind from area where id = '99003'`)
  expect(rows).toEqual([{ name: 'Xã Đồng Mỏ', path: '99/99003', kind: 'commune' }])
})

test.each(['', '9900', '990011', '99/01', '9900a', '９９００４'])(
  '%j is no code of a commune',
  async code => {
    expect(await commune(code, 'Xã Mới')).toEqual({ ok: false, error: 'area-code-unreadable' })
  },
)

test('a code is given once, and a name once within a province', async () => {
  expect(await commune('99001', 'Xã Khác')).toEqual({ ok: false, error: 'area-taken' })
  expect(await commune('99004', 'Xã Sơn Lộc')).toEqual({ ok: false, error: 'area-taken' })
})

test('a name typed in the other form of Unicode is the same name', async () => {
  expect(await commune('99004', 'Xã Sơn Lộc'.normalize('NFD'))).toEqual({ ok: false, error: 'area-taken' })
})

test.each(['', '   ', '\u0000', '\n\t'])('%j is no name', async name => {
  expect(await commune('99005', name)).toEqual({ ok: false, error: 'area-name-missing' })
})

test('a commune is added to a province, a village to a commune, to nothing else', async () => {
  expect(await commune('99006', 'Xã Mới', '98')).toEqual({ ok: false, error: 'area-unknown' })
  expect(await commune('99006', 'Xã Mới', '99001')).toEqual({ ok: false, error: 'area-unknown' })
  expect(await createVillages(admin, { communeId: '99', names: ['Thôn Mới'] })).toEqual({
    ok: false,
    error: 'area-unknown',
  })
})

test('villages are added behind those there are, in the order given; names the commune has are left as they are', async () => {
  expect(await villages('Tân Sơn', 'Đồi Chè', ' Khả  Lã ', '', 'Tân Sơn')).toEqual({ ok: true, value: 2 })
  expect(await namesIn('99002')).toEqual(['Đồi Chè', 'Suối Mơ', 'Tân Sơn', 'Khả Lã'])
})

test('two names that differ in capitals or in their form of Unicode alone are one village', async () => {
  expect(await villages('Mai Tô', 'MAI TÔ', 'mai tô'.normalize('NFD'), 'tân sơn')).toEqual({
    ok: true,
    value: 1,
  })
  expect((await namesIn('99002')).at(-1)).toBe('Mai Tô')
})

test('a list without a new name adds nothing and says so', async () => {
  expect(await villages('Tân Sơn', ' ')).toEqual({ ok: false, error: 'area-taken' })
  expect(await villages()).toEqual({ ok: false, error: 'area-taken' })
})

test('the same list sent twice at once adds each village once', async () => {
  const sent = await Promise.all([villages('Cầu Đen', 'Bãi Đá'), villages('Cầu Đen', 'Bãi Đá')])
  expect(sent.filter(one => one.ok)).toHaveLength(1)
  expect((await namesIn('99002')).filter(name => name === 'Cầu Đen' || name === 'Bãi Đá')).toHaveLength(2)
})

test('the same village name may stand in two communes', async () => {
  expect(await createVillages(admin, { communeId: '99001', names: ['Mai Tô'] })).toEqual({
    ok: true,
    value: 1,
  })
})

test('everybody is shown the places of their own area alone', async () => {
  const shown = async (person: keyof typeof world.people) =>
    (await findAreas(world.as(world.people[person]), 'commune')).map(area => area.id)
  expect(await shown('admin')).toEqual(expect.arrayContaining(['99001', '99002', '99003']))
  expect(await shown('minh')).toEqual(['99002'])
  expect(await shown('tam')).toEqual([])
  expect(await findAreas(world.as(null), 'commune')).toEqual([])
})

test('every place that was added left a trace with its path', async () => {
  const { rows } = await pool.query(`select detail from audit_event where kind = 'area.created'`)
  const { rows: added } = await pool.query(
    `select path from area where id not in ('99', '99001', '99002') and id not like '9900%-%'`,
  )
  expect(rows.map(row => row.detail.path).sort()).toEqual(added.map(row => row.path).sort())
  expect(rows.length).toBeGreaterThan(5)
})
