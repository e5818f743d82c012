import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { basisSection } from './basis.ts'
import { conclusionSection } from './conclusion.ts'
import { contentsTable } from './contents-table.ts'
import { courseSection } from './course.ts'
import { longDay } from './day-text.ts'
import { figuresSection } from './figures-section.ts'
import { issuerOf, letterheadOf, reportRecipients, signer } from './letterhead.ts'
import { type Appendix, demonstrationNotice, note, type Paper, paragraph, tableBlock } from './paper.ts'
import { count, say } from './phrase.ts'
import { proposalsSection } from './proposals.ts'
import { type Survey, wordedBy } from './survey.ts'
import { traceBlocks } from './traces.ts'
import { villagesTable } from './villages-table.ts'
import { baseNames, inSentence, titleNames } from './wording.ts'

/** A report dated before the ballots were counted was really published once; here it is not made. */
export type ReportFault = 'paper-before-closing'

const subjectOf = ({ campaign }: Survey): string => {
  const commune = inSentence(campaign.communeName)
  const year = campaign.endsOn.slice(0, 4)
  return `Kết quả lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới ${commune}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]} năm ${year}`
}

/** Letters without a code, where there were any: only how many, since they are no ballots. */
const lettersAppendix = ({ letters }: Survey, attachedTo: string): readonly Appendix[] =>
  letters && letters.received > 0
    ? [
        {
          ...{ heading: 'Phụ lục IV', subject: 'Thư góp ý ngoài phiếu', attachedTo, upright: true },
          blocks: [
            paragraph(
              say`Thùng thư góp ý của đợt nhận ${count(letters.received)} thư, đã trả lời ${count(letters.answered)} thư.`,
            ),
            note(
              say`Thư góp ý do người không dùng mã của hộ gửi, không phải phiếu lấy ý kiến: không tính vào số phiếu, tỷ lệ nào và không gộp với ý kiến ghi trên phiếu.`,
            ),
          ],
        },
      ]
    : []

const appendicesOf = (survey: Survey, attachedTo: string): readonly Appendix[] => [
  {
    heading: 'Phụ lục I',
    subject: 'Biểu tổng hợp kết quả lấy ý kiến theo nội dung',
    attachedTo,
    blocks: [
      tableBlock(contentsTable(survey, { shown: 3, longest: 80 })),
      note(
        say`Mẫu số của tỷ lệ là ${baseNames[countingOf(survey.rules).base]}. Lý do xếp theo số phiếu ghi, lý do giống nhau gộp lại.`,
      ),
    ],
  },
  {
    heading: 'Phụ lục II',
    subject: 'Biểu tổng hợp kết quả lấy ý kiến theo thôn',
    attachedTo,
    blocks: [
      tableBlock(villagesTable(survey)),
      note(say`Kết quả toàn xã tính trên tổng số phiếu của các thôn, không lấy trung bình các tỷ lệ.`),
    ],
  },
  {
    heading: 'Phụ lục III',
    subject: 'Mã để kiểm tra kết quả',
    attachedTo,
    blocks: traceBlocks(survey),
  },
  ...lettersAppendix(survey, attachedTo),
]

/**
 * The report on a closed campaign (báo cáo kết quả), the paper that enters the dossier. `madeOn` is the day of making it:
 * refused when that is before the campaign was closed.
 */
export const buildReport = (survey: Survey, madeOn: Day): Result<Paper, ReportFault> => {
  const { campaign } = survey
  if (madeOn < campaign.closedOn) return no('paper-before-closing')
  const issuer = issuerOf(campaign.communeName)
  const worded = wordedBy(survey, 'report')
  const letterhead = { ...letterheadOf(campaign.communeName, 'BC'), ...worded.letterhead }
  const attachedTo = `(Kèm theo Báo cáo số          /${letterhead.symbol} ${longDay(madeOn)} của ${issuer})`
  return ok({
    notice: survey.demonstration ? demonstrationNotice : null,
    letterhead,
    madeOn,
    title: 'BÁO CÁO',
    subject: subjectOf(survey),
    opening: [[worded.opening ?? `${issuer} báo cáo kết quả đợt lấy ý kiến “${campaign.name}” như sau:`]],
    sections: [
      basisSection(survey),
      courseSection(survey),
      figuresSection(survey),
      conclusionSection(survey),
      proposalsSection(survey),
    ],
    closing: [
      worded.closing ?? `Trên đây là báo cáo kết quả lấy ý kiến về sự hài lòng của người dân của ${issuer}.`,
    ],
    recipients:
      worded.recipients ??
      reportRecipients({ communeName: campaign.communeName, provinceName: survey.provinceName }),
    signer: worded.signer ?? signer,
    ...(worded.signedBy === undefined ? {} : { signedBy: worded.signedBy }),
    appendices: appendicesOf(survey, attachedTo),
  })
}
