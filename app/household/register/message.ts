import type { Language } from '#app/basics/language.ts'
import type { Finding, LinePlace, ProblemKind, WarningKind } from './findings.ts'

type Writer = (finding: Finding) => string
type Messages = Readonly<Record<ProblemKind | WarningKind, Writer>>

const quoted = (names: readonly string[] | undefined) => (names ?? []).map(name => `“${name}”`)

const lineVi = (other: LinePlace | undefined) =>
  other ? `dòng ${other.row}${other.sheet ? ` (trang “${other.sheet}”)` : ''}` : 'dòng trên'

const lineEn = (other: LinePlace | undefined) =>
  other ? `row ${other.row}${other.sheet ? ` (sheet “${other.sheet}”)` : ''}` : 'an earlier row'

const nearVi = (f: Finding) => (f.villages?.length ? ` Có phải ${quoted(f.villages).join(' hoặc ')}?` : '')
const nearEn = (f: Finding) => (f.villages?.length ? ` Is it ${quoted(f.villages).join(' or ')}?` : '')

const vi: Messages = {
  'missing-name': f => `Thiếu họ tên chủ hộ${f.quote ? ` (số ${f.quote})` : ''}.`,
  'unreadable-name': f =>
    `Họ tên “${f.quote}” không đọc được; có thể gõ bằng phông chữ cũ (.VnTime, VNI) hoặc nhầm cột.`,
  'missing-village': f => `Hộ “${f.quote}” chưa ghi thôn.`,
  'unknown-village': f => `“${f.quote}” không có trong danh sách thôn của xã.${nearVi(f)}`,
  'ambiguous-village': f => `“${f.quote}” có thể là ${quoted(f.villages).join(' hoặc ')}; hãy ghi đủ tên.`,
  duplicate: f => `Trùng số, họ tên và thôn với ${lineVi(f.other)}: “${f.quote}”.`,
  'unclear-row': f => `Không rõ “${f.quote}” có phải một hộ không: dòng này không có số và không ghi thôn.`,
  'same-name': f =>
    `“${f.quote}” cùng họ tên, cùng thôn với ${lineVi(f.other)} nhưng khác số; vẫn được tính là một hộ riêng.`,
  'same-number': f => `Số ${f.quote} đã dùng trong cùng thôn ở ${lineVi(f.other)} cho một tên khác.`,
  'missing-number': f => `Hộ “${f.quote}” không có số.`,
  'village-spelling': f =>
    `Thôn ghi “${f.quote}” được hiểu là ${quoted(f.villages).join('')}; các dòng sau ghi như vậy cũng được hiểu như vậy.`,
  'village-differs': f =>
    `Dòng ghi thôn “${f.quote}” nhưng nằm trong phần của thôn ${quoted(f.villages).join('')}; đã lấy theo dòng.`,
  'total-differs': f => `Dòng cộng “${f.quote}” ghi ${f.stated} hộ, đọc được ${f.read} hộ hợp lệ.`,
  'members-skipped': f =>
    `Bỏ qua ${f.read} dòng là thành viên trong hộ, không phải chủ hộ (cột “${f.quote}”).`,
  'sheet-without-header': f => `Trang “${f.quote}” không có dòng tiêu đề “Họ và tên chủ hộ” nên không đọc.`,
}

const en: Messages = {
  'missing-name': f =>
    `The name of the head of household is missing${f.quote ? ` (number ${f.quote})` : ''}.`,
  'unreadable-name': f =>
    `The name “${f.quote}” cannot be read; it may be in an old font (.VnTime, VNI) or in the wrong column.`,
  'missing-village': f => `Household “${f.quote}” has no village.`,
  'unknown-village': f => `“${f.quote}” is not in the commune's list of villages.${nearEn(f)}`,
  'ambiguous-village': f => `“${f.quote}” may be ${quoted(f.villages).join(' or ')}; write the full name.`,
  duplicate: f => `Same number, name and village as ${lineEn(f.other)}: “${f.quote}”.`,
  'unclear-row': f =>
    `It is not clear whether “${f.quote}” is a household: the row has neither a number nor a village.`,
  'same-name': f =>
    `“${f.quote}” has the name and village of ${lineEn(f.other)} under another number; it counts as a household of its own.`,
  'same-number': f => `Number ${f.quote} is used in the same village at ${lineEn(f.other)} for another name.`,
  'missing-number': f => `Household “${f.quote}” has no number.`,
  'village-spelling': f =>
    `Village “${f.quote}” was taken for ${quoted(f.villages).join('')}, here and in the rows below.`,
  'village-differs': f =>
    `The row says village “${f.quote}” but stands in the section of ${quoted(f.villages).join('')}; the row was followed.`,
  'total-differs': f =>
    `The total line “${f.quote}” says ${f.stated} households; ${f.read} good ones were read.`,
  'members-skipped': f =>
    `${f.read} rows are members of a household, not heads, and were skipped (column “${f.quote}”).`,
  'sheet-without-header': f => `Sheet “${f.quote}” has no heading line “Họ và tên chủ hộ” and was not read.`,
}

const tables: Readonly<Record<Language, Messages>> = { vi, en }

/** One sentence for the cadre about a line of the register, quoting what was read there. Knows nothing of line numbers of its own: show `row` beside it. */
export const registerMessage = (finding: Finding, language: Language): string =>
  tables[language][finding.kind](finding)
