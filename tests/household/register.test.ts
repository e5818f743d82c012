import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheets } from '#app/documents/register-sheet.server.ts'
import {
  type Cell,
  type RegisterCheck,
  type RegisterSheet,
  readRegister,
} from '#app/household/register/register.ts'

const fixture = (name: string) => new URL(`../fixtures/household-register-messy.${name}`, import.meta.url)
const truth = JSON.parse(readFileSync(fixture('truth.json'), 'utf8')) as {
  readonly rows: number
  readonly villages: Readonly<Record<string, number>>
  readonly problems: readonly { readonly row: number; readonly kind: string }[]
}

/** A sheet from its lines; an empty line is skipped as in a real file, and counts in the row numbers. */
const sheet = (lines: readonly (readonly Cell[])[], name = 'DS hộ'): RegisterSheet => ({
  name,
  rows: lines.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.length > 0),
})

const communeVillages = ['Tân Sơn', 'Làng Chỗ', 'Thôn 5']

function check(
  lines: readonly (readonly Cell[])[],
  villages: readonly string[] = communeVillages,
): RegisterCheck {
  return checkAll([sheet(lines)], villages)
}

function checkAll(
  sheets: readonly RegisterSheet[],
  villages: readonly string[] = communeVillages,
): RegisterCheck {
  const result = readRegister(sheets, villages)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const head = ['STT', 'Họ và tên chủ hộ', 'Thôn']
const found = (list: readonly { readonly row: number; readonly kind: string }[]) =>
  list.map(({ row, kind }) => [row, kind])
const names = ({ households }: RegisterCheck) => households.map(({ name, village }) => `${name} @ ${village}`)

describe('the messy register', async () => {
  const sheets = await readSheets(readFileSync(fixture('xlsx')))
  const result = sheets.ok ? readRegister(sheets.value, Object.keys(truth.villages)) : sheets

  it('gives exactly the households, villages and problems known to be in it', () => {
    if (!result.ok) throw new Error(result.error)
    const { rows, villages, problems, households } = result.value
    expect(rows).toBe(truth.rows)
    expect(households).toHaveLength(truth.rows)
    expect(villages).toEqual(truth.villages)
    expect(problems.map(({ row, kind }) => ({ row, kind }))).toEqual(truth.problems)
  })

  it('only warns of the same name in the same village under another number, and finds its total lines right', () => {
    if (!result.ok) throw new Error(result.error)
    const kinds = new Set(result.value.warnings.map(({ kind }) => kind))
    expect([...kinds]).toEqual(['same-name'])
    expect(result.value.warnings).toHaveLength(31)
  })
})

describe('lines of a register', () => {
  it('a line repeating number, name and village is a duplicate; another number or village makes it a household', () => {
    const { rows, problems, warnings } = check([
      head,
      [1, 'Vi Văn An', 'Tân Sơn'],
      ['01', 'VI  VĂN AN ', 'T. Tân Sơn'.normalize('NFD')],
      [2, 'Vi Văn An', 'Tân Sơn'],
      [1, 'Vi Văn An', 'Làng Chỗ'],
      [1, 'Lý Thị Bình', 'Tân Sơn'],
    ])
    expect(rows).toBe(4)
    expect(found(problems)).toEqual([[3, 'duplicate']])
    expect(problems[0]?.other).toEqual({ row: 2 })
    expect(found(warnings)).toEqual([
      [4, 'same-name'],
      [6, 'same-number'],
    ])
  })

  it('a syllable with its tone on the other vowel is the same syllable', () => {
    const { problems } = check([head, [1, 'Trần Hoà', 'Tân Sơn'], [1, 'Trần Hòa', 'Tân Sơn']])
    expect(found(problems)).toEqual([[3, 'duplicate']])
  })

  it('an empty, dashed or numeric name is a problem of its own', () => {
    const { rows, problems } = check([
      head,
      [1, null, 'Tân Sơn'],
      [2, '-', 'Tân Sơn'],
      [3, 1975, 'Tân Sơn'],
      [4, 'NguyÔn V¨n', 'Tân Sơn'],
    ])
    expect(rows).toBe(0)
    expect(found(problems).map(([, kind]) => kind)).toEqual([
      'missing-name',
      'missing-name',
      'unreadable-name',
      'unreadable-name',
    ])
  })

  it('numbers waiting for names at the end of a form are no households, one between two households is', () => {
    const { problems } = check([head, [1, 'Vi An', 'Tân Sơn'], [2], [3, 'Vi Ba', 'Tân Sơn'], [4], [5]])
    expect(found(problems)).toEqual([[3, 'missing-name']])
  })

  it('signatures under the table are not households', () => {
    const { rows, problems } = check([
      head,
      [1, 'Vi An', 'Tân Sơn'],
      [],
      [null, null, null, 'Đèo Gia, ngày 30 tháng 9 năm 2026'],
      [null, 'NGƯỜI LẬP BIỂU', null, 'TM. ỦY BAN NHÂN DÂN'],
      [null, 'Nguyễn Thị Lan', null, 'Trần Văn Minh'],
    ])
    expect([rows, problems]).toEqual([1, []])
  })

  it('a bare name that is nowhere explained is listed, not taken and not dropped', () => {
    const { rows, problems } = check([head, [1, 'Vi An', 'Tân Sơn'], [null, 'Lý Văn Cao']])
    expect([rows, found(problems)]).toEqual([1, [[3, 'unclear-row']]])
  })

  it('the heading repeated on a new page and the line numbering the columns are skipped', () => {
    const { rows, problems } = check([
      head,
      ['(1)', '(2)', '(3)'],
      [1, 'Vi An', 'Tân Sơn'],
      head,
      ['A', 'B', 'C'],
      [2, 'Vi Ba', 'Tân Sơn'],
    ])
    expect([rows, problems]).toEqual([2, []])
  })

  it('in a list of persons only the heads of household are households', () => {
    const { rows, warnings } = check([
      ['TT', 'Họ và tên', 'Quan hệ với chủ hộ', 'Thôn'],
      [1, 'Vi An', 'Chủ hộ', 'Tân Sơn'],
      [2, 'Lý Bình', 'Vợ', 'Tân Sơn'],
      [3, 'Vi Cao', 'Con', 'Tân Sơn'],
    ])
    expect([rows, warnings[0]?.kind, warnings[0]?.read]).toEqual([1, 'members-skipped', 2])
  })

  it('a total that differs from what was read is pointed out', () => {
    const { warnings } = check([head, [1, 'Vi An', 'Tân Sơn'], [null, 'Cộng thôn Tân Sơn', '2 hộ']])
    expect(warnings[0]).toMatchObject({ row: 3, kind: 'total-differs', stated: 2, read: 1 })
  })

  it('a family named Tống is no total', () => {
    expect(check([head, [1, 'TỐNG CỘNG HÒA', 'Tân Sơn'], [null, 'Tống Minh', 'Tân Sơn']]).rows).toBe(2)
  })
})

describe('where a village comes from', () => {
  it('section lines serve a list without a village column', () => {
    const { villages, problems } = check([
      ['TT', 'Chủ hộ'],
      ['I', 'Thôn TÂN SƠN (2 hộ)'],
      [1, 'Vi An'],
      [2, 'Vi Ba'],
      ['II. Thôn Làng Chỗ: 1 hộ'],
      [1, 'Vi An'],
      ['III', 'Thôn Xa Lạ'],
      [1, 'Vi Tư'],
    ])
    expect(villages).toEqual({ 'Tân Sơn': 2, 'Làng Chỗ': 1, 'Thôn 5': 0 })
    expect(found(problems)).toEqual([[8, 'unknown-village']])
  })

  it('a sheet per village is told by its title or its name', () => {
    const titled = sheet(
      [['DANH SÁCH HỘ GIA ĐÌNH THÔN TÂN SƠN NĂM 2026'], ['STT', 'Họ tên chủ hộ'], [1, 'Vi An']],
      'Sheet1',
    )
    const named = sheet(
      [
        ['STT', 'Họ tên chủ hộ'],
        [1, 'Vi An'],
        [2, null, 'x'],
      ],
      'Làng Chỗ',
    )
    const summary = sheet(
      [
        ['TT', 'Thôn', 'Số hộ'],
        [1, 'Tân Sơn', 1],
      ],
      'Tổng hợp',
    )
    const result = checkAll([titled, named, summary])
    expect(names(result)).toEqual(['Vi An @ Tân Sơn', 'Vi An @ Làng Chỗ'])
    expect(result.problems[0]).toMatchObject({ row: 3, sheet: 'Làng Chỗ', kind: 'missing-name' })
    expect(result.warnings).toMatchObject([{ sheet: 'Tổng hợp', kind: 'sheet-without-header' }])
  })

  it('a village cell merged over several lines counts for each of them, an empty cell for none', () => {
    const lines = [head, [1, 'Vi An', 'Tân Sơn'], [2, 'Vi Ba'], [3, 'Vi Tư']]
    const merged = { ...sheet(lines), merges: [{ column: 2, from: 2, to: 3 }] }
    const { rows, problems } = checkAll([merged])
    expect([rows, found(problems)]).toEqual([2, [[4, 'missing-village']]])
  })

  it('a line of another village inside a section follows the line, with a warning', () => {
    const { villages, warnings } = check([head, [null, 'Thôn Tân Sơn'], [1, 'Vi An', 'Làng Chỗ']])
    expect([villages['Làng Chỗ'], found(warnings)]).toEqual([1, [[3, 'village-differs']]])
  })

  it('without any village the line is a problem', () => {
    expect(
      found(
        check([
          ['STT', 'Họ và tên chủ hộ'],
          [1, 'Vi An'],
        ]).problems,
      ),
    ).toEqual([[2, 'missing-village']])
  })

  it('without a list every village named is accepted under one name', () => {
    const { villages } = check(
      [
        head,
        [null, 'Thôn TÂN SƠN'],
        [1, 'A Vi', 'T. Tân Sơn'],
        [2, 'B Vi'],
        [3, 'C Vi', 'TÂN SƠN'],
        [4, 'D Vi', 'thôn 5'],
      ],
      [],
    )
    expect(villages).toEqual({ 'Tân Sơn': 3, 'Thôn 5': 1 })
  })
})

describe('conservation', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom(
      'Tân Sơn',
      'Thôn Làng Chỗ',
      'T. 5',
      'Thôn Lạ',
      'Vi An',
      'Cộng',
      'Người lập biểu',
      'STT',
      '-',
      'I',
      null,
    ),
    fc.integer({ min: 0, max: 30 }),
    fc.string({ maxLength: 12 }),
  )

  it('every line is a household, a problem or neither, never two; the villages add up to the households', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 40 }), lines => {
        const result = readRegister([sheet([head, [1, 'Vi Đầu', 'Tân Sơn'], ...lines])], communeVillages)
        if (!result.ok) throw new Error(result.error)
        const { rows, villages, problems, households } = result.value
        const used = [...problems, ...households].map(({ row }) => row)
        expect(new Set(used).size).toBe(used.length)
        expect(rows).toBe(households.length)
        expect(Object.values(villages).reduce((a, b) => a + b, 0)).toBe(rows)
      }),
      { numRuns: 300 },
    )
  })

  it('ten thousand lines are checked within two seconds', () => {
    const lines = Array.from({ length: 10_000 }, (_, i): readonly Cell[] => [
      i + 1,
      `Vi Văn ${i % 700}`,
      '  thôn Làng Chỗ',
    ])
    const start = performance.now()
    expect(check([head, ...lines]).rows).toBe(10_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
