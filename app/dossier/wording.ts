import type { Channel } from '#app/ballot/ballot.ts'
import type { Method } from '#app/campaign/plan.ts'
import { opensWithKind } from '#app/household/register/village-kind.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Content } from '#app/questionnaire/questionnaire.ts'
import type { BlankTreatment } from '#app/tally/ballots.ts'
import type { Base } from '#app/tally/base.ts'
import type { CoverageMeasure, RuleKey, Scope, Status } from '#app/verdict/rules.ts'

/** Titles as recognition decisions call them. */
export const titleNames: { readonly [title in Title]: string } = {
  'commune-standard': 'xã đạt chuẩn nông thôn mới',
  'commune-advanced': 'xã đạt chuẩn nông thôn mới nâng cao',
  'commune-model': 'xã nông thôn mới kiểu mẫu',
  'commune-modern': 'xã nông thôn mới hiện đại',
  'village-model': 'thôn nông thôn mới kiểu mẫu',
  'district-standard': 'huyện đạt chuẩn nông thôn mới',
  'ward-civilised': 'phường đạt chuẩn đô thị văn minh',
}

/** Means of collecting (hình thức) as HD 90/HD-MTTW-BTT names them, in the words of a report. */
export const channelNames: { readonly [channel in Channel]: string } = {
  self: 'Hộ tự trả lời qua mạng',
  visit: 'Tổ lấy ý kiến đến tận hộ',
  meeting: 'Họp khu dân cư',
  paper: 'Phiếu giấy',
}

/** Ways of asking in the words of a plan, which looks ahead. */
export const methodNames: { readonly [method in Method]: string } = {
  self: 'hộ tự trả lời qua mạng bằng mã riêng của hộ',
  visit: 'tổ lấy ý kiến đến tận hộ',
  meeting: 'họp khu dân cư',
  paper: 'phiếu giấy',
}

export const ruleNames: { readonly [key in RuleKey]: string } = {
  minimumCoverage: 'Tỷ lệ hộ được lấy ý kiến, tối thiểu',
  coverageMeasure: 'Cách tính tỷ lệ hộ được lấy ý kiến',
  overallThreshold: 'Tỷ lệ hài lòng chung, tối thiểu',
  contentThreshold: 'Tỷ lệ hài lòng từng nội dung, tối thiểu',
  contentScope: 'Phạm vi tính từng nội dung',
  base: 'Mẫu số của tỷ lệ hài lòng',
  blankTreatment: 'Dòng để trống hoặc đánh cả hai ô',
  workingDays: 'Thời hạn lấy ý kiến',
  postingDays: 'Thời gian niêm yết',
}

export const statusNames: { readonly [status in Status]: string } = {
  confirmed: 'Đã xác nhận',
  unconfirmed: 'Chưa xác nhận',
  open: 'Chưa có nguồn',
}

/** What each rate is divided by. */
export const baseNames: { readonly [base in Base]: string } = {
  valid: 'số phiếu hợp lệ',
  collected: 'số phiếu thu về',
  answered: 'số phiếu hợp lệ có trả lời nội dung đó',
}

export const treatmentNames: { readonly [treatment in BlankTreatment]: string } = {
  'invalidates-ballot': 'cả phiếu không hợp lệ',
  'invalid-line': 'phiếu hợp lệ, dòng đó không tính vào mẫu số',
  'blank-line': 'phiếu hợp lệ, dòng đó vẫn tính vào mẫu số',
}

export const measureNames: { readonly [measure in CoverageMeasure]: string } = {
  collected: 'số phiếu thu về chia tổng số hộ',
  issued: 'số phiếu phát ra chia tổng số hộ',
}

export const scopeNames: { readonly [scope in Scope]: string } = {
  area: 'tính chung toàn địa bàn',
  'every-commune': 'từng xã đều phải đạt',
}

/** A content as a table names it: the statement, and for the overall question what it is. */
export const contentName = (content: Content): string =>
  content.criterion === null ? `Hài lòng chung: ${content.statement.vi}` : content.statement.vi

/** An area's name inside a sentence: `xã Sơn Lộc`. */
export const inSentence = (areaName: string): string => areaName.charAt(0).toLowerCase() + areaName.slice(1)

/** A village's name inside a sentence: `thôn Đồi Chè`, also where the list has the name alone. */
export const villageInSentence = (villageName: string): string =>
  opensWithKind(villageName) ? inSentence(villageName) : `thôn ${villageName}`

/** A phrase at the head of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
