import { describe, expect, test } from 'vitest'
import { writeRegisterCsv } from '#app/documents/register-csv.server.ts'
import { type RegisterLine, writeRegisterFile } from '#app/documents/register-file.server.ts'
import { readSheets } from '#app/documents/register-sheet.server.ts'
import { readRegister } from '#app/household/register/register.ts'
import { checkRegister, discardRegister, findRegister } from '#app/services/register.server.ts'
import { type Confirmation, confirmRegister } from '#app/services/register-confirm.server.ts'
import { exportRegister } from '#app/services/register-export.server.ts'
import { findRegisterCheck, startRegisterCheck } from '#app/services/register-jobs.server.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
const communeId = '99001'
const heading: RegisterLine = ['STT', 'Họ và tên chủ hộ', 'Thôn']

const csv = (...lines: readonly RegisterLine[]) => writeRegisterCsv([heading, ...lines])
const waiting = async () => {
  const desk = await findRegister(lan, communeId)
  if (!desk.ok || !desk.value.waiting) throw new Error('nothing waits')
  return desk.value.waiting
}
const take = async (bytes: Uint8Array, more: Partial<Confirmation> = {}) => {
  const checked = await checkRegister(lan, { communeId, name: 'so-ho.csv', bytes })
  if (!checked.ok) throw new Error(checked.error)
  return confirmRegister(lan, { communeId, importId: (await waiting()).importId, ...more })
}
const register = async () => {
  const { rows } = await pool.query(`
    select name, number, right(village_id, 7) as village, standing, moved_reason from household order by name`)
  return rows.map(({ name, number, village, standing, moved_reason }) =>
    [name, number, village.trim(), standing, moved_reason].filter(Boolean).join(' · '),
  )
}

describe('a second list of the commune', () => {
  test('is told against the first: new, known, renumbered, moved village, missing', async () => {
    await take(
      csv(
        [1, 'Bế An', 'Đồi Chè'],
        [2, 'Cao Bình', 'Đồi Chè'],
        [3, 'Đỗ Chi', 'Đồi Chè'],
        [4, 'Lò Gấm', 'Đồi Chè'],
        [70, 'Hà Dũng', 'Suối Mơ'],
        [71, 'Lê Em', 'Suối Mơ'],
      ),
    )
    const second = csv(
      [1, 'Bế An', 'Đồi Chè'],
      [2, 'Vi Mới', 'Đồi Chè'],
      [3, 'Cao Bình', 'Đồi Chè'],
      [70, 'Hà Dũng', 'Đồi Chè'],
      [71, 'Lê Em', 'Suối Mơ'],
    )
    await checkRegister(lan, { communeId, name: 'moi.csv', bytes: second })
    const { difference } = await waiting()
    expect(difference).toMatchObject({ fresh: 1, known: 2, renumbered: 1, away: [] })
    expect(difference.elsewhere.map(one => one.name)).toEqual(['Hà Dũng'])
    expect(difference.missing.map(one => one.name).sort()).toEqual(['Lò Gấm', 'Đỗ Chi'])
    const [gone] = difference.missing.filter(one => one.name === 'Đỗ Chi')
    const [stays] = (await pool.query(`select id from household where name = 'Bế An'`)).rows
    const confirmed = await confirmRegister(lan, {
      communeId,
      importId: (await waiting()).importId,
      movedOut: [gone?.id ?? '', stays.id, 'x'],
      reason: ' Không còn  trong danh sách ',
    })
    const done = { added: 1, known: 2, renumbered: 1, relocated: 1, movedOut: 1 }
    expect(confirmed).toEqual({ ok: true, value: done })
    expect(await register()).toEqual([
      'Bế An · 1 · Đồi Chè · active',
      'Cao Bình · 3 · Đồi Chè · active',
      'Hà Dũng · 70 · Đồi Chè · active',
      'Lê Em · 71 · Suối Mơ · active',
      'Lò Gấm · 4 · Đồi Chè · active',
      'Vi Mới · 2 · Đồi Chè · active',
      'Đỗ Chi · 3 · Đồi Chè · moved · Không còn trong danh sách',
    ])
    const { rows } = await pool.query(`select detail from audit_event order by seq desc limit 1`)
    expect(rows[0].detail).toEqual({ file: 'moi.csv', ...done })
  })

  test('that lists somebody who moved out says so and brings nobody back', async () => {
    await checkRegister(lan, { communeId, name: 'cu.csv', bytes: csv([9, 'Đỗ Chi', 'Đồi Chè']) })
    expect((await waiting()).difference.away.map(one => one.name)).toEqual(['Đỗ Chi'])
    await confirmRegister(lan, { communeId, importId: (await waiting()).importId })
    expect((await register()).filter(line => line.startsWith('Đỗ Chi'))).toHaveLength(1)
  })

  test('can be dropped before it is taken, and its names with it', async () => {
    await checkRegister(lan, { communeId, name: 'bo.csv', bytes: csv([9, 'Ai Đó', 'Đồi Chè']) })
    expect(await discardRegister(lan, communeId)).toEqual({ ok: true, value: null })
    expect((await pool.query('select from register_import')).rowCount).toBe(0)
    expect(await discardRegister(lan, communeId)).toEqual({ ok: false, error: 'import-outdated' })
  })
})

describe('the register as a file', () => {
  test.each(['xlsx', 'csv'] as const)('.%s comes in again and finds every household known', async format => {
    await take(csv([' ', 'Lò Thị “Không; Số”', 'Suối Mơ'], ['K 07', "Vi D'Văn", 'Suối Mơ']))
    const file = await exportRegister(lan, { communeId, format })
    if (!file.ok) throw new Error(file.error)
    expect(file.value.name).toBe(`Danh sách hộ Xã Sơn Lộc 2026-03-02.${format}`)
    await checkRegister(lan, { communeId, name: file.value.name, bytes: file.value.bytes })
    const active = (await register()).filter(line => line.includes('· active')).length
    expect(await waiting()).toMatchObject({ rows: active, problems: [] })
    const nothing = { fresh: 0, renumbered: 0, elsewhere: [], away: [], missing: [] }
    expect((await waiting()).difference).toEqual({ ...nothing, known: active })
    const before = await register()
    await confirmRegister(lan, { communeId, importId: (await waiting()).importId })
    expect(await register()).toEqual(before)
  })

  test('is traced with its number of households', async () => {
    await exportRegister(lan, { communeId, format: 'csv' })
    const { rows } = await pool.query('select kind, detail from audit_event order by seq desc limit 1')
    const active = (await register()).filter(line => line.includes('· active')).length
    expect(rows).toEqual([{ kind: 'register.exported', detail: { format: 'csv', households: active } }])
  })

  test('holds no formula', async () => {
    const text = csv([1, '=HYPERLINK("http://x")', 'Đồi Chè'], [2, '@a;"b"', 'Đồi Chè']).toString()
    expect(text).toContain(`1;"'=HYPERLINK(""http://x"")";Đồi Chè`)
    expect(text).toContain(`2;"'@a;""b""";Đồi Chè`)
  })
})

describe('a check under way', () => {
  const file = (bytes: Uint8Array) => ({ communeId, name: 'so-ho.csv', bytes })

  test('is told to whoever does not wait, then its end, once', async () => {
    const started = await startRegisterCheck(lan, file(csv([1, 'Bế An', 'Đồi Chè'])), 0)
    if (!started.ok || started.value.kind !== 'running') throw new Error('it did not run')
    const { jobId } = started.value
    const look = () => findRegisterCheck(lan, { communeId, jobId })
    await expect.poll(async () => (await look()).ok, { timeout: 5000 }).toBe(false)
    expect((await waiting()).rows).toBe(1)
    expect(await look()).toEqual({ ok: false, error: 'check-unknown' })
  })

  test('that is done in time is told at once, with what is wrong with the file', async () => {
    expect(await startRegisterCheck(lan, file(csv([1, 'Bế An', 'Đồi Chè'])))).toEqual({
      ok: true,
      value: { kind: 'done' },
    })
    const refused = await startRegisterCheck(lan, file(Buffer.from('%PDF-1.7')))
    expect(refused).toEqual({ ok: true, value: { kind: 'failed', error: 'not-a-spreadsheet' } })
    expect((await waiting()).rows, 'the file that waited still waits').toBe(1)
  })
})

test('every deed: a cadre of another commune, the judged committee and a stranger are refused', async () => {
  const refused = { ok: false, error: 'forbidden' }
  const { minh, binh, tam } = world.people
  for (const person of [minh, binh, tam, null]) {
    const context = world.as(person)
    const bytes = csv([1, 'Kẻ Lạ', 'Đồi Chè'])
    expect(await startRegisterCheck(context, { communeId, name: 'a.csv', bytes })).toEqual(refused)
    expect(await findRegisterCheck(context, { communeId, jobId: 'x' })).toEqual(refused)
    expect(await discardRegister(context, communeId)).toEqual(refused)
    expect(await confirmRegister(context, { communeId, importId: 'x' })).toEqual(refused)
    if (person !== binh) expect(await exportRegister(context, { communeId, format: 'csv' })).toEqual(refused)
  }
})

test('10 000 rows of an Excel file are read, compared and taken, and known when they come again', async () => {
  const villages = ['Đồi Chè', 'Suối Mơ'] as const
  const lines = Array.from({ length: 10_000 }, (_, at): RegisterLine => {
    return [1000 + at, `Vi Văn ${'ABCDEGHIKL'.charAt(at % 10)} ${at}`, villages[at % 2] ?? '']
  })
  const bytes = await writeRegisterFile([heading, ...lines])
  expect(await take(bytes)).toMatchObject({ ok: true, value: { added: 10_000, known: 0 } })
  expect(await take(bytes)).toMatchObject({ ok: true, value: { added: 0, known: 10_000 } })
  const sheets = await readSheets(bytes)
  expect(sheets.ok && readRegister(sheets.value, villages)).toMatchObject({ value: { rows: 10_000 } })
}, 30_000)
