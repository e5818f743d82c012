import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import {
  findHouseholdFile,
  findRegisterList,
  findRegisters,
  type RegisterQuestion,
} from '#app/services/register-list.server.ts'
import { insertHouseholds } from '#db/queries/households.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { db } = world.system
const { lan, minh, tam, binh } = world.people
const hill = '99001-Đồi Chè'
const creek = '99001-Suối Mơ'

const list = async (villageId: string, households: readonly (readonly [string | null, string])[]) =>
  insertHouseholds(
    db,
    households.map(([number, name]) => ({ id: randomUUID(), villageId, number, name })),
    world.system.clock(),
  )

await list(hill, [
  ['9', 'Nguyễn Thị Hòa'],
  ['10', 'Đỗ Văn Đức'],
  ['012', 'Quách Văn Thịnh'],
  [null, 'Lò Thị Hoa'],
])
await list(creek, [['9', 'Nguyễn Văn Hoan']])
await list('99002-Đồi Chè', [['9', 'Nguyễn Thị Hòa']])

const ask = async (question: Partial<RegisterQuestion> = {}, person: Person | null = lan) => {
  const everything = { search: '', villageId: null, standing: null, page: 1 }
  const found = await findRegisterList(world.as(person), { communeId: '99001', ...everything, ...question })
  if (!found.ok) throw new Error(found.error)
  return found.value
}

const names = async (question: Partial<RegisterQuestion> = {}) =>
  (await ask(question)).households.rows.map(one => one.name)

describe('a search of the register', () => {
  test('lists villages in order, numbers as people count, households without a number last', async () => {
    expect(await names()).toEqual([
      'Nguyễn Thị Hòa',
      'Đỗ Văn Đức',
      'Quách Văn Thịnh',
      'Lò Thị Hoa',
      'Nguyễn Văn Hoan',
    ])
  })

  test.each([
    ['thi hoa', ['Nguyễn Thị Hòa', 'Lò Thị Hoa']],
    ['HOÀ', ['Nguyễn Thị Hòa', 'Lò Thị Hoa', 'Nguyễn Văn Hoan']],
    ['do duc', ['Đỗ Văn Đức']],
    ['12', ['Quách Văn Thịnh']],
    ['009', ['Nguyễn Thị Hòa', 'Nguyễn Văn Hoan']],
    ['guyen', []],
    ["' or true --", []],
  ])('“%s” finds %j', async (search, found) => {
    expect(await names({ search })).toEqual(found)
  })

  test('a percent sign is no wildcard', async () => {
    expect(await names({ search: '%thi%hoa%' })).toEqual(['Nguyễn Thị Hòa', 'Lò Thị Hoa'])
  })

  test('keeps to one village where one is named, and a village of another commune is empty', async () => {
    expect(await names({ search: 'hoan', villageId: creek })).toEqual(['Nguyễn Văn Hoan'])
    expect(await names({ search: 'hoan', villageId: hill })).toEqual([])
    expect(await names({ villageId: '99002-Đồi Chè' })).toEqual([])
  })
})

describe('a register of 10 000 households', () => {
  test('comes fifty at a time, and a search reads the villages of its commune from one index', async () => {
    const many = (commune: string, count: number) =>
      Array.from({ length: count }, (_, at): readonly [string, string] => [
        String(at + 1),
        at % 1000 === 0 ? `Quàng Văn Hiếm ${commune}` : `Vi Văn ${at}`,
      ])
    await list('99002-Suối Mơ', many('b', 10_000))
    await list(creek, many('a', 300))
    const first = await ask({ communeId: '99002', search: 'vi van', page: 3 }, minh)
    expect(first.households).toMatchObject({ total: 9990, pages: 200, page: 3 })
    expect(first.households.rows).toHaveLength(50)
    const beyond = await ask({ communeId: '99002', page: 5000 }, minh)
    expect(beyond.households.rows).toEqual([])
    expect((await ask({ communeId: '99002', search: 'hiem' }, minh)).households.total).toBe(10)
    await sql`
      insert into household (id, village_id, number, name, search_key, created_at)
      select gen_random_uuid(), '99002-Suối Mơ', n::text, 'Xa ' || n, 'xa ' || n, now()
      from generate_series(20000, 70000) as n`.execute(db)
    await sql`analyze household`.execute(db)
    const plan = await sql<{ 'QUERY PLAN': string }>`
      explain select count(*) from household join area on area.id = household.village_id
      where village_id in (${hill}, ${creek}) and (' ' || household.search_key) like all (array['% hiem%'])`.execute(
      db,
    )
    const text = plan.rows.map(row => row['QUERY PLAN']).join('\n')
    expect(text).toMatch(/household_(search|as_listed)/)
    expect(text).not.toContain('Seq Scan on household')
  })
})

describe('who reads it', () => {
  const refused = { ok: false, error: 'forbidden' }

  test('a cadre sees the registers of their own communes', async () => {
    const found = await findRegisters(world.as(lan))
    expect(found.ok && found.value.map(one => one.id)).toEqual(['99001'])
  })

  test('a cadre of another commune, a collector and a stranger are refused', async () => {
    const place = { communeId: '99001', householdId: randomUUID() }
    for (const person of [minh, tam, null]) {
      const question = { communeId: '99001', search: '', villageId: null, standing: null, page: 1 }
      expect(await findRegisterList(world.as(person), question)).toEqual(refused)
      expect(await findHouseholdFile(world.as(person), place)).toEqual(refused)
    }
    expect(await findRegisters(world.as(tam))).toEqual(refused)
    expect(await findRegisters(world.as(null))).toEqual(refused)
  })

  test('the people’s committee may edit and not import; what the cadre may do is told', async () => {
    expect((await ask({}, binh)).deeds).toEqual(['register.edit'])
    expect((await ask({}, lan)).deeds).toEqual(['register.edit', 'register.import'])
  })

  test('a commune that is none, and a village for a commune, are unknown', async () => {
    for (const communeId of ['99999', hill, '', "'"]) {
      const question = { communeId, search: '', villageId: null, standing: null, page: 1 }
      expect(await findRegisterList(world.as(lan), question)).toEqual({ ok: false, error: 'area-unknown' })
    }
  })
})

test('what is kept of a household is its row and its slots; the people’s committee sees no participation', async () => {
  const { campaignId } = await collectingCampaign(world, {})
  const household = (await ask({ search: 'do duc' })).households.rows[0]
  const place = { communeId: '99001', householdId: household?.id ?? '' }
  const own = await findHouseholdFile(world.as(lan), place)
  expect(own.ok && own.value.household).toMatchObject({
    name: 'Đỗ Văn Đức',
    number: '10',
    standing: 'active',
  })
  expect(own.ok && own.value.slots).toMatchObject([{ campaignId, state: 'collecting', channel: null }])
  const judged = await findHouseholdFile(world.as(binh), place)
  expect(judged.ok && judged.value.slots).toBeNull()
  const elsewhere = { communeId: '99002', householdId: place.householdId }
  expect(await findHouseholdFile(world.as(minh), elsewhere)).toEqual({
    ok: false,
    error: 'household-unknown',
  })
})
