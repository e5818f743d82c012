import { describe, expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import type { Context } from '#app/services/context.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import {
  addHousehold,
  correctHousehold,
  findAlike,
  forgetHousehold,
  householdFormSchema,
  moveOutFormSchema,
  moveOutHousehold,
  returnHousehold,
} from '#app/services/register-edit.server.ts'
import { findHouseholdFile } from '#app/services/register-list.server.ts'
import { findLookalikes, findMerge, mergeHouseholds } from '#app/services/register-merge.server.ts'
import { addHouseholds, draftCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const communeId = '99001'
const hill = '99001-Đồi Chè'
const creek = '99001-Suối Mơ'

const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

/** Lists a household by hand; those like it have been looked at. */
const add = async (name: string, number: string | null = null, villageId = hill) => {
  const form = { communeId, name, number, villageId }
  const others = must(await findAlike(lan, form)).map(one => one.id)
  return must(await addHousehold(lan, { ...form, others }))
}
const at = (householdId: string) => ({ communeId, householdId })
const kept = async (householdId: string) => must(await findHouseholdFile(lan, at(householdId))).household
const lastTrace = async () =>
  (await pool.query('select kind, detail from audit_event order by seq desc limit 1')).rows[0]
const leaving = { movedOn: '2026-02-20' as Day, reason: 'Về quê' }

describe('a household listed by hand', () => {
  test('is cleaned as an import cleans it', () => {
    const form = { name: '  vi  văn\tan ', number: ' 12. ', villageId: hill }
    expect(householdFormSchema.parse(form)).toEqual({ name: 'vi văn an', number: '12', villageId: hill })
  })

  test.each([
    [{ name: ' ' }, 'household-name-missing'],
    [{ name: '123' }, 'text-unreadable'],
    [{ name: 'NguyÔn V¨n Hµ' }, 'text-unreadable'],
    [{ name: 'A'.repeat(201) }, 'text-too-long'],
    [{ number: '1'.repeat(41) }, 'text-too-long'],
    [{ villageId: '' }, 'village-not-chosen'],
  ])('%j is refused as %s', (change, code) => {
    const read = householdFormSchema.safeParse({ name: 'Vi Văn An', number: '1', villageId: hill, ...change })
    expect(read.error?.issues.map(issue => issue.message)).toEqual([code])
  })

  test('is in the register, and in the log without its name', async () => {
    const id = await add('Vi Văn An', '1')
    expect(await kept(id)).toMatchObject({ name: 'Vi Văn An', number: '1', standing: 'active' })
    expect(await lastTrace()).toEqual({
      kind: 'household.added',
      detail: { household: id, village: 'Đồi Chè' },
    })
  })

  test('twice is refused, also after it moved out; elsewhere or under another number it is another', async () => {
    const id = await add('Vi Văn Hai', '2')
    const again = { communeId, name: 'Vi Văn Hai', number: '2', villageId: hill }
    const listed = { ok: false, error: 'household-listed' }
    expect(await addHousehold(lan, again)).toEqual(listed)
    await moveOutHousehold(lan, at(id), leaving)
    expect(await addHousehold(lan, again)).toEqual(listed)
    await add('Vi Văn Hai', '2', creek)
    await add('Vi Văn Hai', '3')
  })

  test('beside one of the same name, accents aside, or number is asked about once, whoever moved out too', async () => {
    const [namesake, numbered] = [await add('Trần Văn Bốn', '44'), await add('Lý Thị Tư', '45')]
    await moveOutHousehold(lan, at(numbered), leaving)
    const form = { communeId, name: 'Tran van Bốn', number: '045', villageId: hill }
    const asked = { ok: false, error: 'household-alike' }
    expect(await addHousehold(lan, form)).toEqual(asked)
    const alike = must(await findAlike(lan, form)).map(one => one.id)
    expect(new Set(alike)).toEqual(new Set([namesake, numbered]))
    expect(await addHousehold(lan, { ...form, others: [namesake] })).toEqual(asked)
    expect(await addHousehold(lan, { ...form, villageId: creek })).toMatchObject({ ok: true })
    expect(await addHousehold(lan, { ...form, others: alike })).toMatchObject({ ok: true })
  })

  test('sent twice at once is listed once', async () => {
    const form = { communeId, name: 'Vi Văn Ba', number: '33', villageId: hill }
    const sent = await Promise.all([addHousehold(lan, form), addHousehold(lan, form)])
    expect(sent.filter(one => one.ok)).toHaveLength(1)
  })

  test('in a village of another commune is refused', async () => {
    const form = { communeId, name: 'Vi Văn Lạ', number: null, villageId: '99002-Đồi Chè' }
    expect(await addHousehold(lan, form)).toEqual({ ok: false, error: 'village-not-chosen' })
  })
})

describe('a correction', () => {
  test('changes name, number and village, is found by the new name, and names the fields alone', async () => {
    const id = await add('Lê Thị Sai', '5')
    const form = { name: 'Lê Thị Sải', number: '6', villageId: creek }
    expect((await correctHousehold(lan, at(id), form)).ok).toBe(true)
    expect(await kept(id)).toMatchObject({ ...form, villageName: 'Suối Mơ' })
    const { rows } = await pool.query('select search_key, number_key from household where id = $1', [id])
    expect(rows).toEqual([{ search_key: 'le thi sai', number_key: '6' }])
    expect((await lastTrace()).detail).toEqual({ household: id, fields: 'name, number, village' })
  })

  test('that changes nothing, or makes a double, is refused', async () => {
    const id = await add('Lê Văn Một', '7')
    const form = { name: 'Lê Văn Một', number: '7', villageId: hill }
    expect(await correctHousehold(lan, at(id), form)).toEqual({ ok: false, error: 'nothing-changed' })
    const other = await add('Lê Văn Mốt', '7')
    expect(await correctHousehold(lan, at(other), form)).toEqual({ ok: false, error: 'household-listed' })
  })
})

describe('moving out', () => {
  test('keeps the household listed with day and reason; the reason stays out of the log', async () => {
    const id = await add('Cao Văn Đi', '8')
    expect((await moveOutHousehold(lan, at(id), leaving)).ok).toBe(true)
    expect(await kept(id)).toMatchObject({ standing: 'moved', ...{ movedOn: '2026-02-20' } })
    expect((await lastTrace()).detail).toEqual({ household: id, on: '2026-02-20' })
    expect(await moveOutHousehold(lan, at(id), leaving)).toEqual({ ok: false, error: 'household-not-active' })
  })

  test('and back again leaves nothing of it behind', async () => {
    const id = await add('Cao Văn Về', '9')
    await moveOutHousehold(lan, at(id), leaving)
    expect((await returnHousehold(lan, at(id))).ok).toBe(true)
    expect(await kept(id)).toMatchObject({ standing: 'active', movedOn: null, movedReason: null })
    expect(await returnHousehold(lan, at(id))).toEqual({ ok: false, error: 'household-active' })
  })

  test.each([
    [{ movedOn: '31/02/2026' }, 'move-day-unreadable'],
    [{ reason: '  ' }, 'move-reason-missing'],
  ])('%j is refused as %s', (change, code) => {
    const read = moveOutFormSchema.safeParse({ movedOn: '2026-02-20', reason: 'Về quê', ...change })
    expect(read.error?.issues.map(issue => issue.message)).toEqual([code])
  })
})

describe('merging', () => {
  test('finds namesakes of one village without accents, and marks all but one as that one', async () => {
    const [stays, other] = [await add('Hà Thị Đôi', '20'), await add('HA THI DOI', '21')]
    await add('Hà Thị Đôi', '20', creek)
    const { groups } = must(await findLookalikes(lan, { communeId, page: 1 }))
    const group = groups.rows.find(rows => rows.some(one => one.id === stays)) ?? []
    expect(group.map(one => one.id)).toEqual([stays, other])
    const desk = must(await findMerge(lan, { communeId, ids: [stays, other, 'x'], search: 'ha thi doi' }))
    expect(desk.chosen.map(one => one.id)).toEqual([stays, other])
    expect(desk.found.map(one => one.villageName)).toEqual(['Suối Mơ'])
    expect(await mergeHouseholds(lan, { communeId, into: stays, ids: [stays, other] })).toEqual({
      ok: true,
      value: 1,
    })
    expect(await kept(other)).toMatchObject({ standing: 'merged', mergedInto: { id: stays } })
    expect((await lastTrace()).detail).toEqual({ into: stays, households: other })
  })

  test('of what was merged before follows, and can be taken apart again', async () => {
    const ids = [await add('Lò A', '1'), await add('Lò A', '2'), await add('Lò A', '3')] as const
    must(await mergeHouseholds(lan, { communeId, into: ids[1], ids: [ids[0], ids[1]] }))
    must(await mergeHouseholds(lan, { communeId, into: ids[2], ids: [ids[1], ids[2]] }))
    expect((await kept(ids[0])).mergedInto?.id).toBe(ids[2])
    must(await returnHousehold(lan, at(ids[0])))
    expect(await kept(ids[0])).toMatchObject({ standing: 'active', mergedInto: null })
  })

  test('needs two, all of them active and of this commune', async () => {
    const [a, b] = [await add('Lò B', '1'), await add('Lò B', '2')]
    expect(await mergeHouseholds(lan, { communeId, into: a, ids: [a, a] })).toEqual({
      ok: false,
      error: 'merge-too-few',
    })
    const gone = { ok: false, error: 'household-not-active' }
    expect(await mergeHouseholds(lan, { communeId, into: a, ids: [a, b, 'x'] })).toEqual(gone)
    await moveOutHousehold(lan, at(b), leaving)
    expect(await mergeHouseholds(lan, { communeId, into: a, ids: [a, b] })).toEqual(gone)
    expect(await kept(a)).toMatchObject({ standing: 'active' })
  })
})

describe('every deed', () => {
  const deeds: { readonly [name: string]: (context: Context, id: string) => Promise<unknown> } = {
    addHousehold: context =>
      addHousehold(context, { communeId, name: 'Kẻ Lạ', number: null, villageId: hill }),
    findAlike: context => findAlike(context, { communeId, name: 'Kẻ Lạ', number: null, villageId: hill }),
    correctHousehold: (context, id) =>
      correctHousehold(context, at(id), { name: 'Kẻ Lạ', number: null, villageId: hill }),
    moveOutHousehold: (context, id) => moveOutHousehold(context, at(id), leaving),
    returnHousehold: (context, id) => returnHousehold(context, at(id)),
    forgetHousehold: (context, id) => forgetHousehold(context, at(id)),
    findLookalikes: context => findLookalikes(context, { communeId, page: 1 }),
    findMerge: (context, id) => findMerge(context, { communeId, ids: [id], search: '' }),
    mergeHouseholds: (context, id) => mergeHouseholds(context, { communeId, into: id, ids: [id, 'x'] }),
  }

  test.each(Object.entries(deeds))('%s: Minh of another commune is refused, and traced', async (_, deed) => {
    const { rows } = await pool.query(`select id from household where standing = 'active' limit 1`)
    for (const person of [world.people.minh, world.people.tam, world.people.hoa, null]) {
      expect(await deed(world.as(person), rows[0].id)).toEqual({ ok: false, error: 'forbidden' })
      expect((await lastTrace()).kind).toBe('deed.refused')
    }
  })

  test('through Minh’s own commune Lan’s household is unknown', async () => {
    const id = await add('Của Lan', '99')
    const minh = world.as(world.people.minh)
    const place = { communeId: '99002', householdId: id }
    const unknown = { ok: false, error: 'household-unknown' }
    expect(await forgetHousehold(minh, place)).toEqual(unknown)
    expect(await moveOutHousehold(minh, place, leaving)).toEqual(unknown)
    expect(await returnHousehold(minh, { ...place, householdId: 'x' })).toEqual(unknown)
  })

  test('the people’s committee of the commune supplies the register', async () => {
    const binh = world.as(world.people.binh)
    const id = must(await addHousehold(binh, { communeId, name: 'Mới Đến', number: null, villageId: creek }))
    expect((await moveOutHousehold(binh, at(id), leaving)).ok).toBe(true)
  })
})

test('only active households get a slot, and a running campaign keeps what it froze', async () => {
  await pool.query('delete from household')
  await addHouseholds(world, { 'Đồi Chè': 6 })
  const { rows } = await pool.query(`select id from household order by number_key`)
  const [moved, twin, stays, later, third] = rows.map(row => row.id as string)
  await moveOutHousehold(lan, at(moved ?? ''), leaving)
  must(await mergeHouseholds(lan, { communeId, into: stays ?? '', ids: [twin ?? '', stays ?? ''] }))
  const campaignId = await draftCampaign(world)
  must(await openCampaign(lan, campaignId))
  const frame = await pool.query('select sum(households)::int as n from campaign_village')
  const slots = () => pool.query('select count(*)::int as n from slot where household_id is not null')
  expect([frame.rows[0].n, (await slots()).rows[0].n]).toEqual([4, 4])
  must(await mergeHouseholds(lan, { communeId, into: stays ?? '', ids: [stays ?? '', later ?? ''] }))
  await moveOutHousehold(lan, at(third ?? ''), leaving)
  expect((await slots()).rows[0].n).toBe(4)
  const running = { ok: false, error: 'household-in-running-campaign' }
  expect(await forgetHousehold(lan, at(third ?? '')), 'it has a slot').toEqual(running)
  expect(await forgetHousehold(lan, at(stays ?? '')), 'so has one merged into it').toEqual(running)
  expect((await forgetHousehold(lan, at(moved ?? ''))).ok, 'it has none').toBe(true)
  expect((await lastTrace()).detail).toEqual({ household: moved, households: 1 })
})
