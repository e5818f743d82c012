import { describe, expect, test } from 'vitest'
import { type AreaListFault, checkAreaList, type KnownCommune } from '#app/account/area-list.ts'

type Cells = readonly (string | number | null)[]

const heading: Cells = ['Mã tỉnh', 'Tên tỉnh', 'Mã xã', 'Tên xã']
const known: readonly KnownCommune[] = [
  { code: '24001', name: 'Xã An Lạc', provinceId: '24', ended: false },
  { code: '24002', name: 'Xã Bảo Đài', provinceId: '24', ended: false },
  { code: '24009', name: 'Xã Cũ', provinceId: '24', ended: true },
  { code: '25001', name: 'Xã Nơi Khác', provinceId: '25', ended: false },
]

const check = (lines: readonly Cells[], first: Cells = heading) => {
  const rows = [first, ...lines].map((cells, at) => ({ row: at + 1, cells }))
  const checked = checkAreaList([{ rows }], { known, provinces: ['24'] })
  if (!checked.ok) throw new Error(checked.error)
  return checked.value
}

const bacNinh = (code: string | number | null, name: string | null): Cells => ['24', 'Bắc Ninh', code, name]

describe('an official list', () => {
  test('says what is new, renamed, unchanged, of another province, and missing', () => {
    const list = check([
      bacNinh('24001', 'Xã An Lạc'),
      bacNinh('24002', 'Xã Bảo Đài Mới'),
      bacNinh('24003', 'Xã Cẩm Lý'),
      ['01', 'Hà Nội', '00004', 'Phường Ba Đình'],
    ])
    expect(list).toMatchObject({ rows: 4, unchanged: 1, outside: 1, missing: [], problems: [] })
    expect(list.added).toEqual([{ code: '24003', name: 'Xã Cẩm Lý', provinceId: '24' }])
    expect(list.renamed).toEqual([
      { code: '24002', name: 'Xã Bảo Đài Mới', provinceId: '24', from: 'Xã Bảo Đài' },
    ])
    expect(check([bacNinh('24001', 'Xã An Lạc')]).missing.map(one => one.code)).toEqual(['24002'])
  })

  test('is read with columns in any order, below a title, with other words for them', () => {
    const list = check(
      [
        [null, null],
        ['Tên phường/xã', 'Mã phường/xã', 'Mã TP', 'Tỉnh/Thành phố'],
        ['Xã Cẩm Lý', '24003', '24', 'Bắc Ninh'],
      ],
      ['DANH MỤC ĐƠN VỊ HÀNH CHÍNH'],
    )
    expect(list.added).toEqual([{ code: '24003', name: 'Xã Cẩm Lý', provinceId: '24' }])
  })

  test('gives codes back the zeros that a spreadsheet took', () => {
    const list = checkAreaList(
      [{ rows: [heading, [1, 'Hà Nội', 4, 'Xã Một']].map((cells, at) => ({ row: at + 1, cells })) }],
      { known: [], provinces: ['01'] },
    )
    expect(list.ok && list.value.added).toEqual([{ code: '00004', name: 'Xã Một', provinceId: '01' }])
  })

  test('takes a name in the other form of Unicode, and with spaces, for the same name', () => {
    const name = `  ${'Xã An  Lạc'.normalize('NFD')} `
    expect(check([bacNinh('24001', name)])).toMatchObject({ unchanged: 1, renamed: [] })
  })

  test.each<readonly [AreaListFault, readonly Cells[]]>([
    ['province-code', [['240', 'Bắc Ninh', '24003', 'Xã Mới']]],
    ['commune-code', [bacNinh('24-003', 'Xã Mới')]],
    ['commune-code', [bacNinh(null, 'Xã Mới')]],
    ['name-missing', [bacNinh('24003', ' ')]],
    ['code-twice', [bacNinh('24003', 'Xã Mới'), bacNinh('24003', 'Xã Mới Nữa')]],
    ['name-twice', [bacNinh('24003', 'Xã Mới'), bacNinh('24004', 'XÃ MỚI')]],
    ['code-elsewhere', [bacNinh('25001', 'Xã Nơi Khác')]],
    ['code-ended', [bacNinh('24009', 'Xã Cũ')]],
  ])('names the row and the reason of a line it leaves out: %s', (fault, lines) => {
    const list = check(lines)
    expect(list.problems).toMatchObject([{ row: lines.length + 1, fault }])
    expect(list.problems[0]?.quote).toContain('Bắc Ninh')
    expect(list.added.length).toBe(lines.length - 1)
  })

  test('without the three headings is none', () => {
    const rows = [{ row: 1, cells: ['Họ tên', 'Mã hộ'] }]
    expect(checkAreaList([{ rows }, { rows: [] }], { known, provinces: ['24'] })).toEqual({
      ok: false,
      error: 'area-list-no-header',
    })
  })
})
