import { z } from 'zod'
import type { Day } from '#app/basics/day.ts'
import { conclusionSection } from './conclusion.ts'
import { contentsTable } from './contents-table.ts'
import { longDay } from './day-text.ts'
import { anyDissatisfiedText, headTable, overallText } from './figures-section.ts'
import { issuerOf } from './letterhead.ts'
import {
  type Appendix,
  type Block,
  demonstrationNotice,
  heading,
  item,
  type Letterhead,
  note,
  type Paper,
  paragraph,
  type Section,
  statement,
  tableBlock,
} from './paper.ts'
import { count, day, type Phrase, say } from './phrase.ts'
import { sampleTexts } from './sample-text.ts'
import { type Survey, wordedBy } from './survey.ts'
import { termTexts, versionTexts } from './term.ts'
import { rootsTable, wordingText } from './traces.ts'
import { villagesTable } from './villages-table.ts'
import { inSentence, titleNames } from './wording.ts'

/** A comment as the note tells it; `about` in words. */
export type NoteComment = {
  readonly about: string
  readonly body: string
  readonly answer: string | null
  readonly blocking: boolean
}

/** A dossier that was sent back, and what the commune answered; null where it was counted again instead. */
export type NoteReturn = {
  readonly returnedOn: Day
  readonly summary: string
  readonly answer: string | null
}

/** What a verification note says. */
export type NoteFacts = {
  readonly survey: Survey
  /** When the dossier last came in, and the posting that came before it; null where there was none. */
  readonly submittedOn: Day
  readonly posting: { readonly startsOn: Day; readonly lastDay: Day; readonly opinions: number } | null
  readonly comments: readonly NoteComment[]
  readonly returns: readonly NoteReturn[]
  readonly conclusion: string
  /** As it was typed; null leaves room to write it in by hand. */
  readonly number: string | null
  readonly madeOn: Day
}

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)

const letterheadOf = (provinceName: string, number: string | null): Letterhead => ({
  lines: ['ỦY BAN MTTQ VIỆT NAM', provinceName.toLocaleUpperCase('vi'), 'BAN THƯỜNG TRỰC'],
  symbol: 'BC-MTTQ-BTT',
  ...(number === null ? {} : { number }),
  place: provinceName.replace(/^(?:tỉnh|thành phố)\s+/iu, ''),
})

const opinionsText = (opinions: number): Phrase =>
  opinions === 0 ? say`không nhận được ý kiến nào` : say`nhận ${count(opinions)} ý kiến, đã trả lời tất cả`

const examinedSection = ({ survey, submittedOn, posting }: NoteFacts): Section => ({
  heading: 'HỒ SƠ ĐƯỢC THẨM TRA',
  blocks: [
    item(
      say`Đợt lấy ý kiến “${survey.campaign.name}” của ${inSentence(survey.campaign.communeName)}, danh hiệu ${titleNames[survey.campaign.title]}, bản ${count(survey.traces.version)}.`,
    ),
    item(say`Hồ sơ gửi thẩm tra ngày ${day(submittedOn)}.`),
    ...(posting
      ? [
          item(
            say`Kết quả niêm yết từ ngày ${day(posting.startsOn)} đến hết ngày ${day(posting.lastDay)}; ${opinionsText(posting.opinions)}.`,
          ),
        ]
      : []),
    ...termTexts(survey).map(item),
    ...versionTexts(survey).map(item),
  ],
})

const figuresSection = ({ survey }: NoteFacts): Section => ({
  heading: 'SỐ LIỆU',
  blocks: [
    tableBlock(headTable(survey)),
    ...sampleTexts(survey.sample, survey.results.area.households).map(item),
    item(overallText(survey)),
    item(anyDissatisfiedText(survey)),
    item(say`Kết quả từng nội dung tại Phụ lục I, từng thôn tại Phụ lục II.`),
  ],
})

const commentBlocks = (comments: readonly NoteComment[]): readonly Block[] =>
  comments.length === 0
    ? [paragraph(say`Không có ý kiến thẩm tra cần ghi lại.`)]
    : comments.flatMap(({ about, body, answer, blocking }) => [
        item([`${about}: ${sentence(body)}${blocking ? ' (phải giải quyết trước khi chấp nhận)' : ''}`]),
        paragraph([answer === null ? 'Xã không trả lời.' : `Xã trả lời: ${sentence(answer)}`]),
      ])

const returnText = ({ returnedOn, summary, answer }: NoteReturn): Phrase =>
  say`Ngày ${day(returnedOn)} trả lại để bổ sung: ${sentence(summary)} ${answer === null ? 'Xã đã mở lại đợt để làm lại.' : `Xã giải trình: ${sentence(answer)}`}`

const commentsSection = ({ comments, returns }: NoteFacts): Section => ({
  heading: 'Ý KIẾN THẨM TRA VÀ TRẢ LỜI CỦA XÃ',
  blocks: [
    ...commentBlocks(comments),
    ...(returns.length > 0 ? [heading(say`Các lần trả lại`), ...returns.map(returnText).map(item)] : []),
  ],
})

const concludedSection = ({ conclusion, survey }: NoteFacts): Section => ({
  heading: 'KẾT LUẬN THẨM TRA',
  blocks: [
    statement([sentence(conclusion)]),
    paragraph(
      say`Kết luận này là của bản ${count(survey.traces.version)}. Đợt được mở lại thì văn bản này hết giá trị và được thay bởi bản sau.`,
    ),
  ],
})

const appendicesOf = ({ survey }: NoteFacts, attachedTo: string): readonly Appendix[] => {
  const { auditHead, fingerprint, version } = survey.traces
  const code = fingerprint === null ? [] : [paragraph(say`Mã dữ liệu khi khóa: ${fingerprint}.`)]
  return [
    {
      ...{ heading: 'Phụ lục I', subject: 'Kết quả theo nội dung', attachedTo },
      blocks: [tableBlock(contentsTable(survey, { shown: 3, longest: 80 }))],
    },
    {
      ...{ heading: 'Phụ lục II', subject: 'Kết quả theo thôn', attachedTo },
      blocks: [tableBlock(villagesTable(survey))],
    },
    {
      ...{ heading: 'Phụ lục III', subject: 'Mã để kiểm tra', attachedTo },
      blocks: [
        tableBlock(rootsTable(survey)),
        ...code,
        paragraph(
          say`Nhật ký hệ thống khi lập văn bản này: dòng ${count(auditHead.seq)}, mã ${auditHead.hash}. Kết quả: bản ${count(version)}.${wordingText(survey.wording?.['verification-note'])}`,
        ),
      ],
    },
  ]
}

/** The verification note (văn bản thẩm tra) on one version, as it is frozen when a dossier is accepted; unsigned. */
export const buildVerificationNote = (facts: NoteFacts): Paper => {
  const { survey, madeOn, number } = facts
  const { campaign, provinceName } = survey
  const issuer = issuerOf(provinceName)
  const worded = wordedBy(survey, 'verification-note')
  const letterhead = { ...letterheadOf(provinceName, number), ...worded.letterhead }
  const attachedTo = `(Kèm theo Báo cáo số ${number ?? '         '}/${letterhead.symbol} ${longDay(madeOn)} của ${issuer})`
  const commune = inSentence(campaign.communeName)
  return {
    notice: survey.demonstration ? demonstrationNotice : null,
    ...{ letterhead, madeOn },
    title: 'BÁO CÁO',
    subject: `Thẩm tra kết quả lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới ${commune}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]}`,
    opening: [[worded.opening ?? `${issuer} báo cáo kết quả thẩm tra như sau:`]],
    sections: [
      examinedSection(facts),
      figuresSection(facts),
      { ...conclusionSection(survey), heading: 'SO VỚI YÊU CẦU CỦA BỘ QUY TẮC' },
      commentsSection(facts),
      concludedSection(facts),
    ],
    closing: [worded.closing ?? `Trên đây là kết quả thẩm tra của ${issuer}.`],
    recipients: worded.recipients ?? [
      `Ban Thường trực UBMTTQ Việt Nam ${commune};`,
      `UBND ${commune} (để đưa vào hồ sơ);`,
      'Lưu: VT.',
    ],
    signer: worded.signer ?? ['TM. BAN THƯỜNG TRỰC'],
    ...(worded.signedBy === undefined ? {} : { signedBy: worded.signedBy }),
    appendices: appendicesOf(facts, attachedTo),
  }
}

/** Reads a note as it was frozen; only we write it, and its hash is held by the database. */
export const readNote = (text: string): Paper =>
  z
    .custom<Paper>(value => typeof value === 'object' && value !== null && 'sections' in value)
    .parse(JSON.parse(text))

/** Who signed, in what role (in words), when. */
export type NoteSigner = { readonly name: string; readonly role: string; readonly at: string }

/** How a frozen note stands when it is handed out. */
export type NoteStanding = {
  /** SHA-256 of the frozen note, which the signatures are of. */
  readonly sha256: string
  readonly signers: readonly NoteSigner[]
  /** The version that took its place, or null. */
  readonly supersededBy: number | null
}

const signersSection = ({ sha256, signers }: NoteStanding): Section => ({
  heading: 'KÝ TRÊN HỆ THỐNG',
  blocks: [
    tableBlock({
      columns: [
        { heading: 'TT', width: 9, align: 'center' },
        { heading: 'Người ký', width: 60, align: 'left' },
        { heading: 'Vai trò', width: 55, align: 'left' },
        { heading: 'Thời điểm ký', width: 36, align: 'left' },
      ],
      rows: signers.map(({ name, role, at }, i) => [[count(i + 1)], [name], [role], [at]]),
      strong: [],
    }),
    note(say`Mỗi người ký bằng mật khẩu và mã bước thứ hai của riêng mình, cho văn bản có mã ${sha256}.`),
  ],
})

const noticeOf = ({ signers, supersededBy }: NoteStanding): readonly string[] => {
  if (supersededBy !== null) return [`HẾT GIÁ TRỊ – ĐÃ ĐƯỢC THAY BỞI BẢN ${supersededBy}`]
  return signers.length < 2 ? ['DỰ THẢO – CHƯA ĐỦ HAI CHỮ KÝ'] : []
}

/** The frozen note with its signatures; one that is not valid, or no more, says so on every page. */
export const signedNote = (paper: Paper, standing: NoteStanding): Paper => {
  const notices = [...noticeOf(standing), ...(paper.notice === null ? [] : [paper.notice])]
  return {
    ...paper,
    notice: notices.length > 0 ? notices.join(' · ') : null,
    sections: standing.signers.length > 0 ? [...paper.sections, signersSection(standing)] : paper.sections,
  }
}
