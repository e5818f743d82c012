import { describe, expect, it } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import { readSlipsPerPage, slipDoor, slipSteps } from '#app/dossier/code-slips.ts'
import { buildInvitations } from '#app/dossier/invitation.ts'
import { buildIssueList } from '#app/dossier/issue-list.ts'
import { groupMessage, householdMessage } from '#app/dossier/round-message.ts'

const endsOn = '2026-10-05' as Day
const place = {
  ...{ campaignName: 'Đợt 1', communeName: 'Xã Sơn Lộc', villageName: 'Đồi Chè', endsOn },
  ...{ site: 'longdan.example.vn/p', siteLink: 'https://longdan.example.vn/p', notice: null },
}
const slip = {
  number: '12',
  name: 'Ứng Văn Ưởng',
  code: '7K3PM-X9QRT',
  link: 'https://longdan.example.vn/p/7K3PMX9QRT',
}

describe('a slip', () => {
  it('says in three lines how to answer, with the last day', () => {
    const steps = slipSteps(place)
    expect(steps).toHaveLength(3)
    expect(steps.join(' ')).toContain('05/10/2026')
  })

  it('names the door, with and without a number, and the kind of village only once', () => {
    expect(slipDoor(slip, place)).toBe('Hộ số 12, thôn Đồi Chè, xã Sơn Lộc')
    expect(slipDoor({ number: null }, { ...place, villageName: 'Bản Mây' })).toBe('Bản Mây, xã Sơn Lộc')
  })

  it('comes eight to a page unless 4 or 12 are asked for', () => {
    expect(['4', '8', '12', '7', null].map(readSlipsPerPage)).toEqual([4, 8, 12, 8, 8])
  })
})

describe('messages to copy', () => {
  it('to a group carry no code and no name of a household', () => {
    const text = groupMessage(place)
    expect(text).toContain('https://longdan.example.vn/p,')
    expect(text).toContain('thôn Đồi Chè')
    expect(text).not.toContain(slip.name)
    expect(text).not.toContain('7K3PM')
  })

  it('to one household carry its own link', () => {
    expect(householdMessage(place, slip)).toContain(slip.link)
  })
})

describe('an invitation', () => {
  it('asks for the own opinion of the household it names, and steers to none', () => {
    const [letter] = buildInvitations({ ...place, title: 'commune-standard', madeOn: endsOn, slips: [slip] })
    expect(letter?.addressee).toBe('Kính gửi: Hộ ông/bà Ứng Văn Ưởng (hộ số 12), thôn Đồi Chè, xã Sơn Lộc')
    expect(letter?.placeAndDay).toBe('Sơn Lộc, ngày 05 tháng 10 năm 2026')
    const text = [...(letter?.opening ?? []), ...(letter?.closing ?? [])].join(' ')
    expect(text).toContain('xã đạt chuẩn nông thôn mới')
    expect(text).toContain('hài lòng hay chưa hài lòng')
  })
})

describe('a list of handing out', () => {
  const list = buildIssueList({
    ...{ campaignName: 'Đợt 1', communeName: 'Xã Sơn Lộc', villageName: 'Đồi Chè', madeOn: endsOn },
    demonstration: false,
    lines: [
      { number: '7', name: 'Ứng Văn Ưởng', issuedOn: endsOn },
      { number: null, name: null, issuedOn: null },
    ],
  })
  const [sheet] = list.sheets

  it('numbers the households, marks those with their code and leaves room to sign', () => {
    const rows = sheet?.table.rows.map(row => row.map(printPhrase))
    expect(rows).toEqual([
      ['1', '7', 'Ứng Văn Ưởng', 'x', '05/10/2026', ''],
      ['2', '', 'Hộ đã bỏ tên', '', '', ''],
    ])
  })

  it('says above how many were handed out', () => {
    expect(sheet?.heading.map(printPhrase).at(-1)).toBe('Lập ngày 05/10/2026 · Tổng số hộ: 2 · Đã phát: 1')
  })
})
