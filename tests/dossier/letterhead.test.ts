import { expect, test } from 'vitest'
import { formatDay, longDay } from '#app/dossier/day-text.ts'
import { letterheadOf, reportRecipients } from '#app/dossier/letterhead.ts'

test('the place before the date is the commune without its kind, but a number keeps it', () => {
  expect(letterheadOf('Xã Sơn Lộc', 'BC').place).toBe('Sơn Lộc')
  expect(letterheadOf('Phường 12', 'BC').place).toBe('Phường 12')
  expect(letterheadOf('Đặc khu Cát Hải', 'BC').place).toBe('Cát Hải')
})

test('the head carries Vietnamese capitals with their marks', () => {
  expect(letterheadOf('Xã Đường Ưu Ỷ', 'BC').lines).toEqual([
    'ỦY BAN MTTQ VIỆT NAM',
    'XÃ ĐƯỜNG ƯU Ỷ',
    'BAN THƯỜNG TRỰC',
  ])
})

test('only days under ten and January and February have a zero before them', () => {
  expect(longDay('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(longDay('2026-03-25')).toBe('ngày 25 tháng 3 năm 2026')
  expect(longDay('2026-12-01')).toBe('ngày 01 tháng 12 năm 2026')
  expect(formatDay('2026-03-05')).toBe('05/03/2026')
})

test('the report goes to the higher Front first and names the kind of commune', () => {
  const area = { communeName: 'Phường Đông Mai', provinceName: 'Tỉnh Minh Họa' }
  expect(reportRecipients(area)).toEqual([
    'Ban Thường trực UBMTTQ Việt Nam tỉnh Minh Họa (để thẩm tra);',
    'Đảng ủy, HĐND phường;',
    'UBND phường (để đưa vào hồ sơ);',
    'Lưu: VT.',
  ])
})
