import type { Letterhead } from './paper.ts'
import { inSentence } from './wording.ts'

const kinds = /^(?:xã|phường|đặc khu)\s+/iu

/**
 * The place before the date: the commune's name without its kind, as is usual. A name that is a number keeps it
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.4: địa danh).
 */
export const bareCommuneName = (communeName: string): string => {
  const bare = communeName.replace(kinds, '')
  return /^\d/.test(bare) ? communeName : bare
}

/** The head of a paper of a commune's Front (standing board), such as `XÃ SƠN LỘC / BAN THƯỜNG TRỰC`. */
export const letterheadOf = (communeName: string, kind: 'BC' | 'KH'): Letterhead => ({
  lines: ['ỦY BAN MTTQ VIỆT NAM', communeName.toLocaleUpperCase('vi'), 'BAN THƯỜNG TRỰC'],
  symbol: `${kind}-MTTQ-BTT`,
  place: bareCommuneName(communeName),
})

/** The body that issues a commune's paper, inside a sentence. */
export const issuerOf = (communeName: string): string =>
  `Ban Thường trực Ủy ban MTTQ Việt Nam ${inSentence(communeName)}`

/** Who signs for the standing board. Both lines stand above the signature. */
export const signer: readonly string[] = ['TM. BAN THƯỜNG TRỰC', 'CHỦ TỊCH']

/** Who receives the report: the higher Front, which verifies; the commune's leadership; the committee, for its dossier. */
export const reportRecipients = (area: {
  readonly communeName: string
  readonly provinceName: string
}): readonly string[] => {
  const kind = inSentence(area.communeName).split(' ')[0] ?? 'xã'
  return [
    `Ban Thường trực UBMTTQ Việt Nam ${inSentence(area.provinceName)} (để thẩm tra);`,
    `Đảng ủy, HĐND ${kind};`,
    `UBND ${kind} (để đưa vào hồ sơ);`,
    'Lưu: VT.',
  ]
}

/** Who receives the plan: the higher Front, the commune's leadership, and whoever carries it out. */
export const planRecipients = (communeName: string, provinceName: string): readonly string[] => {
  const kind = inSentence(communeName).split(' ')[0] ?? 'xã'
  return [
    `Ban Thường trực UBMTTQ Việt Nam ${inSentence(provinceName)} (để báo cáo);`,
    `Đảng ủy, HĐND, UBND ${kind};`,
    `Các tổ chức chính trị - xã hội ${kind};`,
    'Ban công tác Mặt trận, các tổ lấy ý kiến;',
    'Lưu: VT.',
  ]
}
