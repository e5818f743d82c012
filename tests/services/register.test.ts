import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createVillages } from '#app/services/areas.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { checkRegister, findRegister } from '#app/services/register.server.ts'
import { type Confirmation, confirmRegister } from '#app/services/register-confirm.server.ts'
import { textCell, workbookOf } from '#tests/documents/zip-file.ts'
import { draftCampaign, newWorld } from '#tests/support/world.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/household-register-messy.${name}`, import.meta.url))
const messy = fixture('xlsx')
const truth = JSON.parse(fixture('truth.json').toString()) as {
  readonly rows: number
  readonly villages: Readonly<Record<string, number>>
  readonly problems: readonly { readonly row: number; readonly kind: string }[]
}

const world = await newWorld()
const lan = world.as(world.people.lan)
const { pool } = world.database
await createVillages(world.as(world.people.admin), { communeId: '99001', names: Object.keys(truth.villages) })
const campaignId = await draftCampaign(world)

const check = (bytes: Uint8Array, name = 'Danh sách hộ.xlsx') =>
  checkRegister(lan, { communeId: world.commune, name, bytes })
const confirm = (importId: string, more: Partial<Confirmation> = {}) =>
  confirmRegister(lan, { communeId: world.commune, importId, ...more })
const did = (more: object) => ({
  ok: true,
  value: { added: 0, known: 0, renumbered: 0, relocated: 0, movedOut: 0, ...more },
})

const desk = async () => {
  const found = await findRegister(lan, world.commune)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

const waitingId = async (): Promise<string> => (await desk()).waiting?.importId ?? ''

const countOf = async (table: string): Promise<number> =>
  (await pool.query(`select count(*)::int as n from ${table}`)).rows[0].n

/** A small register with a line for each name, all of one village. */
const sheetOf = (...names: readonly string[]): Buffer => {
  const line = (cells: readonly string[], row: number) =>
    `<row r="${row}">${cells.map((cell, i) => textCell(`${'ABC'.charAt(i)}${row}`, cell)).join('')}</row>`
  const lines = names.map((name, i) => line([String(i + 1), name, 'Đồi Chè'], i + 2))
  return workbookOf({
    'DS hộ': `<sheetData>${line(['STT', 'Họ và tên chủ hộ', 'Thôn'], 1)}${lines.join('')}</sheetData>`,
  })
}

describe('the messy register of a commune of twelve villages', () => {
  test('is checked whole before anything of it is in the register', async () => {
    expect(await check(messy)).toEqual({ ok: true, value: null })
    const { villages, waiting } = await desk()
    expect(villages.every(village => village.households === 0)).toBe(true)
    expect(await countOf('household')).toBe(0)
    expect(waiting).toMatchObject({
      fileName: 'Danh sách hộ.xlsx',
      rows: truth.rows,
      villages: truth.villages,
    })
    expect(waiting?.problems.map(({ row, kind }) => ({ row, kind }))).toEqual(truth.problems)
    expect(waiting?.problems.every(problem => problem.message.length > 10)).toBe(true)
  })

  test('is imported in its good lines once the cadre has confirmed', async () => {
    expect(await confirm(await waitingId())).toEqual(did({ added: truth.rows }))
    const counted = (await desk()).villages.filter(village => village.households > 0)
    expect(Object.fromEntries(counted.map(({ name, households }) => [name, households]))).toEqual(
      truth.villages,
    )
  })

  test('leaves no checked copy behind: it held names and is no longer needed', async () => {
    expect(await countOf('register_import')).toBe(0)
    expect((await desk()).waiting).toBeNull()
  })

  test('imported again adds no household', async () => {
    await check(messy)
    expect(await confirm(await waitingId())).toEqual(did({ known: truth.rows }))
    expect(await countOf('household')).toBe(truth.rows)
  })

  test('leaves numbers in the log, and the name of no household', async () => {
    const { rows } = await pool.query(
      `select kind, detail from audit_event where kind like 'register.%' order by seq`,
    )
    const file = 'Danh sách hộ.xlsx'
    const checked = { file, rows: truth.rows, problems: truth.problems.length }
    expect(rows.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['register.checked', checked],
      ['register.imported', { file, ...did({ added: truth.rows }).value }],
      ['register.checked', checked],
      ['register.imported', { file, ...did({ known: truth.rows }).value }],
    ])
  })
})

describe('a confirmation', () => {
  test('counts for the file the cadre looked at: a later check makes it outdated', async () => {
    await check(sheetOf('Vi Văn Một'))
    const earlier = await waitingId()
    await check(sheetOf('Vi Văn Một', 'Vi Văn Hai'))
    expect(await confirm(earlier)).toEqual({ ok: false, error: 'import-outdated' })
    expect(await countOf('register_import')).toBe(1)
    expect(await confirm(await waitingId())).toEqual(did({ added: 2 }))
  })

  test('sent twice is done once', async () => {
    await check(sheetOf('Vi Văn Ba'))
    const id = await waitingId()
    const sent = await Promise.all([confirm(id), confirm(id)])
    const added = sent.reduce((sum, one) => sum + (one.ok ? one.value.added : 0), 0)
    expect(added).toBe(1)
    expect(await confirm(id)).toEqual({ ok: false, error: 'import-outdated' })
  })

  test.each(['', 'x', '00000000-0000-4000-8000-000000000000', "' or true --"])(
    'of %j, which nobody was shown, is outdated',
    async id => {
      expect(await confirm(id)).toEqual({ ok: false, error: 'import-outdated' })
    },
  )
})

describe('a file that is no register', () => {
  const households = () => countOf('household')

  test.each<readonly [string, Uint8Array, string]>([
    ['a PDF', Buffer.from('%PDF-1.7\n1;2;3\n4;5;6\n'), 'not-a-spreadsheet'],
    ['nothing', Buffer.alloc(0), 'not-a-spreadsheet'],
    ['half a workbook', messy.subarray(0, 50_000), 'spreadsheet-unreadable'],
    [
      'a workbook without the column of names',
      workbookOf({ S: `<sheetData><row r="1">${textCell('A1', 'Giá')}</row></sheetData>` }),
      'register-no-header',
    ],
    ['a register without a household', sheetOf(), 'register-empty'],
  ])('%s is refused by what is wrong with it, and the file that waits stays', async (_, bytes, error) => {
    await check(sheetOf('Vi Văn Bốn'))
    const [before, waiting] = [await households(), await waitingId()]
    expect(await check(bytes)).toEqual({ ok: false, error })
    expect(await waitingId()).toBe(waiting)
    expect(await households()).toBe(before)
  })

  test('a file name is shown without what could harm a page, a path or a log', async () => {
    await check(sheetOf('Vi Văn Năm'), '../../<b>so\u0000 hộ</b>\n.xlsx')
    expect((await desk()).waiting?.fileName).toBe('.._..__b_so_ hộ__b__.xlsx')
  })
})

test('opening forgets a checked file that nobody confirmed; the register stays open, the campaign keeps its slots', async () => {
  await check(sheetOf('Vi Văn Sáu'))
  expect(await countOf('register_import')).toBe(1)
  expect((await openCampaign(lan, campaignId)).ok).toBe(true)
  expect(await countOf('register_import')).toBe(0)
  const slots = await countOf('slot')
  await check(sheetOf('Vi Văn Sáu'))
  expect(await confirm(await waitingId())).toMatchObject(did({ added: 1 }))
  expect(await countOf('slot')).toBe(slots)
})
