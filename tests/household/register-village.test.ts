import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareOf, cleanText, keyOf } from '#app/household/register/clean.ts'
import { villageReader } from '#app/household/register/village.ts'

const commune = villageReader([
  'Tân Sơn',
  'Làng Chỗ',
  'Bãi Đá',
  'Thôn 5',
  'Hoà Bình',
  'Bản Mới',
  'Tổ dân phố 3',
])
const read = (text: string) => {
  const match = commune.read(text)
  return match.found ? (match.loose ? `~${match.village}` : match.village) : null
}

describe('a village as written', () => {
  it.each([
    ['Thôn Tân Sơn', 'Tân Sơn'],
    ['  thôn  Tân Sơn ', 'Tân Sơn'],
    ['T. Tân Sơn'.normalize('NFD'), 'Tân Sơn'],
    ['T.Tân Sơn', 'Tân Sơn'],
    ['TÂN\u00A0SƠN', 'Tân Sơn'],
    ['Xóm Tân Sơn, xã Đèo Gia', 'Tân Sơn'],
    ['Thôn Làng Chỗ', 'Làng Chỗ'],
    ['làng chỗ', 'Làng Chỗ'],
    ['5', 'Thôn 5'],
    ['T. 05', 'Thôn 5'],
    ['Thôn Hòa Bình', 'Hoà Bình'],
    ['Thôn Bản Mới', 'Bản Mới'],
    ['TDP 3', 'Tổ dân phố 3'],
    ['Thôn BÃI ÐÁ', 'Bãi Đá'],
  ])('%j is %s', (text, village) => {
    expect(read(text)).toBe(village)
  })

  it.each([
    'Tân Sợn',
    'Tân Sơ',
    'Bãi Đa',
    'Chỗ',
    'Thôn Chỗ',
    'Thôn Mới',
    'Xóm 5',
    'Không Có',
    '',
    'Tân Sơn, Bãi Đá',
  ])('%j is not taken for any village', text => {
    expect(read(text)).toBeNull()
  })

  it('a text without any accent is taken where it can mean one village only, and marked', () => {
    expect(read('Thon Tan Son')).toBe('~Tân Sơn')
    const close = villageReader(['Bãi Đá', 'Bái Đa']).read('bai da')
    expect(close).toEqual({ found: false, ambiguous: true, near: ['Bãi Đá', 'Bái Đa'] })
  })

  it('a near spelling is suggested, never taken', () => {
    expect(commune.read('Thôn Tân Sợn')).toEqual({ found: false, ambiguous: false, near: ['Tân Sơn'] })
    expect(commune.read('Làng Cho')).toMatchObject({ found: false, near: ['Làng Chỗ'] })
  })

  it('two villages of one name and two kinds are told apart by the kind', () => {
    const two = villageReader(['Thôn Đông', 'Xóm Đông'])
    expect(two.read('X. Đông')).toMatchObject({ found: true, village: 'Xóm Đông' })
    expect(two.read('Đông')).toMatchObject({ found: false, ambiguous: true })
  })
})

describe('cleaning', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })

  it('leaves nothing to clean', () => {
    fc.assert(fc.property(text, raw => cleanText(cleanText(raw)) === cleanText(raw)))
    fc.assert(fc.property(text, raw => keyOf(keyOf(raw)) === keyOf(raw)))
    fc.assert(fc.property(text, raw => bareOf(bareOf(raw)) === bareOf(raw)))
  })

  it('does not see the Unicode form', () => {
    fc.assert(fc.property(text, raw => cleanText(raw.normalize('NFD')) === cleanText(raw.normalize('NFC'))))
  })

  it('keeps accents apart and letters whole', () => {
    expect(keyOf('Tổng')).not.toBe(keyOf('Tống'))
    expect(cleanText('  Nông\u200B\tThị\u00A0 Hạnh ')).toBe('Nông Thị Hạnh')
    expect(bareOf('Thôn, bản (Đội)')).toBe('thon ban doi')
  })
})
