import { describe, expect, it } from 'vitest'
import { findHeader } from '#app/household/register/header.ts'
import { type Cell, readRegister } from '#app/household/register/register.ts'

const sheetOf = (lines: readonly (readonly Cell[])[]) => ({
  name: 'Sheet1',
  rows: lines.map((cells, i) => ({ row: i + 1, cells })),
})
const columnsOf = (...cells: readonly Cell[]) => findHeader(sheetOf([cells]))?.columns ?? null

describe('headings', () => {
  it.each([
    [['STT', 'Họ và tên chủ hộ', 'Thôn, bản']],
    [['Số TT', 'Chủ hộ', 'Xóm']],
    [['TT', 'HỌ TÊN', 'Tổ dân phố']],
    [['Mã hộ', 'Họ tên chủ hộ'.normalize('NFD'), 'Khu dân cư']],
    [['Số hộ', 'Tên chủ hộ', 'Thôn/xóm/bản']],
    [['Số thứ tự', 'Họ và tên đại diện hộ', 'Địa bàn (thôn)']],
    [['Số phiếu', 'Họ, tên chủ hộ (chữ in hoa)', 'Địa chỉ']],
  ])('%j are number, name and village', cells => {
    expect(columnsOf(...cells)).toMatchObject({ number: 0, name: 1, village: 2 })
  })

  it('columns about the head of household are not the name', () => {
    const columns = columnsOf(
      'STT',
      'Quan hệ với chủ hộ',
      'Năm sinh chủ hộ',
      'Họ và tên',
      'Dân tộc',
      'Trưởng thôn',
      'Thôn',
    )
    expect(columns).toMatchObject({ name: 3, village: 6, relation: 1 })
  })

  it('a household code is the number, the running number only says that a line is a household', () => {
    expect(columnsOf('STT', 'Mã hộ', 'Họ và tên chủ hộ', 'Thôn')).toMatchObject({
      order: 0,
      number: 1,
      name: 2,
    })
  })

  it('a name in two columns is read as one', () => {
    const result = readRegister(
      [
        sheetOf([
          ['TT', 'Họ đệm', 'Tên', 'Thôn'],
          [1, 'Nông Thị', 'Hạnh', 'Mai Tô'],
        ]),
      ],
      ['Mai Tô'],
    )
    expect(result.ok && result.value.households[0]?.name).toBe('Nông Thị Hạnh')
  })

  it('is found under many title lines and when it runs over two lines', () => {
    const titles = Array.from({ length: 28 }, (_, i) => [`Tiêu đề ${i}`])
    const header = findHeader(
      sheetOf([...titles, ['STT', 'Họ và tên chủ hộ', 'Nơi cư trú'], [null, null, null, 'Nam']]),
    )
    expect(header).toMatchObject({ row: 29, columns: { name: 1, village: 2 } })
  })

  it('a summary by village is no register, nor is a title alone', () => {
    expect(columnsOf('TT', 'Thôn', 'Số hộ', 'Số khẩu')).toBeNull()
    expect(columnsOf('DANH SÁCH CHỦ HỘ THÔN TÂN SƠN')).toBeNull()
  })
})

describe('a file that is no register', () => {
  it('says that the heading is missing', () => {
    expect(
      readRegister(
        [
          sheetOf([
            ['a', 'b'],
            [1, 2],
          ]),
        ],
        [],
      ),
    ).toEqual({ ok: false, error: 'register-no-header' })
  })

  it('says that there is no household under the heading', () => {
    const rows = sheetOf([
      ['STT', 'Họ và tên chủ hộ', 'Thôn'],
      [null, 'Thôn Mai Tô'],
      [1],
      [2],
      [null, 'Tổng cộng', '0 hộ'],
    ])
    expect(readRegister([rows], ['Mai Tô'])).toEqual({ ok: false, error: 'register-empty' })
  })

  it('says that it is written in an old font', () => {
    const rows = sheetOf([
      ['Danh s¸ch hé'],
      ['TT', 'Hä vµ tªn chñ hé', 'Th«n'],
      [1, 'NguyÔn V¨n B×nh', 'T©n S¬n'],
    ])
    expect(readRegister([rows], [])).toEqual({ ok: false, error: 'register-old-font' })
  })
})
