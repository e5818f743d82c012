import { printThreshold } from '#app/tally/rate.ts'
import type { Check, Reason } from '#app/verdict/judge.ts'
import { type Block, item, paragraph, type Section, statement } from './paper.ts'
import { count, type Phrase, rateOf, say } from './phrase.ts'
import { remarkBlocks } from './remark.ts'
import { findContent, type Survey } from './survey.ts'
import { inSentence, ruleNames, titleNames } from './wording.ts'

type Shortfall = Exclude<Reason, { readonly code: 'value-unconfirmed' | 'value-open' }>
type Missing = Extract<Reason, { readonly code: 'value-unconfirmed' | 'value-open' }>

const isMissing = (reason: Reason): reason is Missing =>
  reason.code === 'value-unconfirmed' || reason.code === 'value-open'

const isShortfall = (reason: Reason): reason is Shortfall => !isMissing(reason)

const contentText = (survey: Survey, key: string): Phrase => {
  const { number, content } = findContent(survey, key)
  return say`nội dung ${count(number)} (${content.statement.vi.replace(/\.$/, '')})`
}

const whatFalls = (survey: Survey, reason: Shortfall): Phrase => {
  if (reason.code === 'coverage-below-minimum') return say`Tỷ lệ hộ được lấy ý kiến`
  if (reason.code === 'overall-below-threshold') return say`Tỷ lệ hài lòng chung`
  const content = contentText(survey, reason.content)
  if (reason.code === 'content-below-threshold') return say`Tỷ lệ hài lòng ${content}`
  return say`Tại ${inSentence(reason.commune)}, tỷ lệ hài lòng ${content}`
}

const countsText = (reason: Shortfall): Phrase => {
  if (reason.code === 'coverage-below-minimum') return []
  const { dissatisfied, blank } = reason.counts
  return say`; chưa hài lòng ${count(dissatisfied)} phiếu, để trống ${count(blank)} phiếu`
}

/** One requirement that is not met, with the figures. */
const shortfallText = (survey: Survey, reason: Shortfall): Phrase => {
  const threshold = printThreshold(reason.threshold, 'vi')
  if (reason.rate.whole === 0)
    return say`${whatFalls(survey, reason)}: không có phiếu để tính tỷ lệ, mức tối thiểu là ${threshold}.`
  const unit = reason.code === 'coverage-below-minimum' ? 'hộ' : 'phiếu'
  return say`${whatFalls(survey, reason)} là ${rateOf(reason.rate, unit)}, dưới mức ${threshold}${countsText(reason)}.`
}

const missingText = ({ key, value, source }: Missing): Phrase => {
  const state =
    value === null ? 'chưa có mức quy định' : `mức ${printThreshold(value, 'vi')} chưa được xác nhận`
  return say`${ruleNames[key]}: ${state} (nguồn đã tra: ${source}).`
}

const checkText = (check: Check, name: string, unit: string): Phrase =>
  say`${name}: ${rateOf(check.rate, unit)}, mức ${printThreshold(check.threshold, 'vi')}.`

const contentsHeld = ({ commune, threshold }: Check, contents: number): Phrase => {
  const level = printThreshold(threshold, 'vi')
  if (commune === null) return say`Cả ${count(contents)} nội dung đều có tỷ lệ hài lòng từ ${level} trở lên.`
  return say`Ở từng xã, mọi nội dung đều có tỷ lệ hài lòng từ ${level} trở lên.`
}

/** The requirements that hold; the contents in one line, since Appendix I has them all. */
const heldTexts = (survey: Survey): readonly Phrase[] => {
  const { checks } = survey.results
  const contents = checks.filter(({ requirement }) => requirement === 'contentThreshold')
  const [first] = contents
  return [
    ...checks
      .filter(({ requirement }) => requirement === 'minimumCoverage')
      .map(check => checkText(check, 'Tỷ lệ hộ được lấy ý kiến', 'hộ')),
    ...checks
      .filter(({ requirement }) => requirement === 'overallThreshold')
      .map(check => checkText(check, 'Tỷ lệ hài lòng chung', 'phiếu')),
    ...(first ? [contentsHeld(first, contents.length)] : []),
  ]
}

const subject = ({ campaign, rules }: Survey): string =>
  `yêu cầu về sự hài lòng của người dân đối với danh hiệu ${titleNames[campaign.title]} theo bộ quy tắc “${rules.packName}”`

const decided = (survey: Survey, verdict: 'met' | 'not-met'): readonly Block[] => {
  const commune = survey.campaign.communeName
  if (verdict === 'met')
    return [
      statement(say`Kết luận: ĐẠT.`),
      paragraph(say`${commune} đạt ${subject(survey)}:`),
      ...heldTexts(survey).map(item),
    ]
  return [
    statement(say`Kết luận: CHƯA ĐẠT.`),
    paragraph(say`${commune} chưa đạt ${subject(survey)}, vì:`),
    ...survey.results.reasons.filter(isShortfall).map(reason => item(shortfallText(survey, reason))),
  ]
}

const provisionalText = {
  met: say`Nếu các mức trên được xác nhận đúng như đang ghi thì số liệu hiện có cho kết quả: Đạt.`,
  'not-met': say`Nếu các mức trên được xác nhận đúng như đang ghi thì số liệu hiện có cho kết quả: Chưa đạt, vì:`,
  unknown: say`Còn thiếu mức quy định nên chưa so sánh được số liệu với yêu cầu.`,
} as const

const undecided = (survey: Survey): readonly Block[] => {
  const { reasons, provisional } = survey.results
  return [
    statement(say`Kết luận: CHƯA CÓ CĂN CỨ KẾT LUẬN.`),
    paragraph(
      say`Chưa kết luận được ${inSentence(survey.campaign.communeName)} đạt hay chưa đạt ${subject(survey)}, vì:`,
    ),
    ...reasons.filter(isMissing).map(reason => item(missingText(reason))),
    paragraph(
      say`Để có căn cứ kết luận, cần nhập vào bộ quy tắc số, ký hiệu, ngày của văn bản quy định từng mức nêu trên.`,
    ),
    paragraph(provisionalText[provisional ?? 'unknown']),
    ...reasons.filter(isShortfall).map(reason => item(shortfallText(survey, reason))),
    paragraph(say`Số liệu kiểm phiếu tại báo cáo này không thay đổi khi các mức trên được xác nhận.`),
  ]
}

/** What stands in the place of a verdict where only the joint campaign has one. */
const ofJoint: readonly Block[] = [
  paragraph(
    say`Đợt này là một phần của đợt lấy ý kiến nhiều xã nên không kết luận riêng cho xã; kết luận ở báo cáo chung.`,
  ),
]

/** Section IV: the verdict with every reason, then what can be said of the households that did not answer. */
export const conclusionSection = (survey: Survey): Section => {
  const { verdict } = survey.results
  if (survey.partOfJoint) return { heading: 'KẾT LUẬN', blocks: ofJoint }
  return {
    heading: 'KẾT LUẬN',
    blocks: [
      ...(verdict === 'no-basis' ? undecided(survey) : decided(survey, verdict)),
      ...remarkBlocks(survey),
    ],
  }
}
