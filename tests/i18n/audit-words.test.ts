import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AuditEvent } from '#app/audit/event.ts'
import { conceptsOf, groups, isToldByDay } from '#app/audit/group.ts'
import { languages } from '#app/basics/language.ts'
import { sayEvent } from '#app/i18n/audit-words.ts'
import { isKey, variablesOf } from '#app/i18n/translate.ts'

/** Every kind with the names of its details, as the union in the sources writes them. */
const kinds = readdirSync('app/audit')
  .filter(name => name.endsWith('event.ts'))
  .map(name => readFileSync(`app/audit/${name}`, 'utf8'))
  .flatMap(text => [...text.matchAll(/\{\s*readonly kind: ([^;\n}]+)([^}]*)\}/g)])
  .flatMap(([, named = '', rest = '']) => {
    const details = [...rest.matchAll(/readonly (\w+):/g)].map(([, name]) => name ?? '')
    return [...named.matchAll(/'([\w-]+\.[\w-]+)'/g)].map(([, kind]) => ({ kind: kind ?? '', details }))
  })

const names = {
  areas: new Map([
    ['v1', 'Thôn Đồi Chè'],
    ['99/99001', 'Xã Sơn Lộc'],
  ]),
  people: new Map([['lan', 'Nguyễn Thị Lan']]),
}

const say = ({ kind, ...detail }: AuditEvent, language: 'vi' | 'en' = 'vi') =>
  sayEvent({ kind, detail }, { language, names })

describe('every kind of event', () => {
  test('is found in the sources', () => expect(kinds.length).toBeGreaterThan(100))

  test.each(languages)('has a sentence that fills in only what its event holds (%s)', language => {
    const wrong = kinds.filter(({ kind, details }) => {
      const key = `audit.event.${kind}`
      return !isKey(key) || variablesOf(key, language).some(name => !details.includes(name))
    })
    expect(wrong).toEqual([])
  })

  test('belongs to a group that can be asked for', () => {
    const asked = new Set(conceptsOf(groups))
    expect(kinds.filter(({ kind }) => !asked.has(kind.split('.')[0] ?? ''))).toEqual([])
  })

  test('about one household or a ballot on its way in is told by the day', () => {
    const single = kinds.filter(({ kind, details }) => kind.startsWith('ballot.') || details.includes('slot'))
    expect(single.length).toBeGreaterThan(5)
    expect(single.filter(({ kind }) => !isToldByDay(kind))).toEqual([])
  })
})

describe('a sentence', () => {
  test('says means, reasons, roles, states, papers and deeds in words', () => {
    expect(say({ kind: 'ballot.received', channel: 'visit', count: 3 })).toMatch(/Đến tận nhà/)
    expect(say({ kind: 'slot.outcomes-noted', village: 'v1', outcome: 'absent', slots: 4 })).toBe(
      'ghi cho 4 hộ ở Thôn Đồi Chè: Vắng nhà dài ngày',
    )
    expect(say({ kind: 'invitation.made', name: 'Tâm', role: 'collector' })).toMatch(/Tổ lấy ý kiến thôn/)
    expect(say({ kind: 'campaign.cancelled', from: 'collecting', reason: 'bão', collected: 1200 })).toBe(
      'hủy đợt (khi đang ở bước “Đang lấy ý kiến”, đã có 1.200 phiếu). Lý do: bão',
    )
    expect(say({ kind: 'paper.downloaded', paper: 'minutes', sha256: 'a'.repeat(64) })).toBe(
      'tải biên bản kiểm phiếu về; mã của tệp aaaaaaaaaaaa',
    )
    expect(say({ kind: 'deed.refused', deed: 'campaign.close', place: '99/99001' }, 'en')).toBe(
      'was refused: close a campaign, at Xã Sơn Lộc',
    )
  })

  test('says days, people, rules and titles as people write them', () => {
    expect(say({ kind: 'plan.issued', number: '12/KH', on: '2026-03-01' })).toBe(
      'ban hành kế hoạch số 12/KH ngày 01/03/2026',
    )
    expect(say({ kind: 'account.disabled', username: 'lan' })).toBe('khóa tài khoản Nguyễn Thị Lan (lan)')
    expect(say({ kind: 'account.signed-in', username: 'lan' })).toBe('đăng nhập tài khoản lan')
    const rules = 'hd90-2022/commune-standard'
    expect(
      say({ kind: 'campaign.created', title: 'commune-standard', rules, questionnaire: 'qd318' }),
    ).not.toMatch(/commune-standard|qd318/)
    expect(say({ kind: 'plan.edited', fields: 'name, endsOn' })).toBe('sửa kế hoạch: tên, ngày kết thúc')
  })

  test('about a household does not say which', () => {
    const household = '0b5d8a6e-1111-4222-8333-444455556666'
    expect(say({ kind: 'slot.code-replaced', slot: household, village: 'v1', version: 2 })).not.toContain(
      household,
    )
    expect(say({ kind: 'household.deleted', household, households: 1 })).not.toContain(household)
  })

  test('of an old row says what it does not know, and a kind of another release by its name', () => {
    const old = { kind: 'campaign.opened' as const, detail: { villages: 3 } }
    expect(sayEvent(old, { language: 'vi', names })).toBe('mở đợt: 3 thôn, không rõ hộ')
    const other = { kind: 'moon.landed' as AuditEvent['kind'], detail: { on: '2026-01-01', outcome: 'x' } }
    expect(sayEvent(other, { language: 'en', names })).toContain('moon.landed')
    const word = {
      kind: 'slot.outcomes-noted' as const,
      detail: { outcome: 'gone-words', slots: 1, village: 'v9' },
    }
    expect(sayEvent(word, { language: 'vi', names })).toContain('gone-words')
  })
})
