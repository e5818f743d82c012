import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { conclusionSection } from './conclusion.ts'
import { contentsTable } from './contents-table.ts'
import { longDay } from './day-text.ts'
import { anyDissatisfiedText, headTable, overallText } from './figures-section.ts'
import { issuerOf, letterheadOf, signer } from './letterhead.ts'
import {
  type Appendix,
  demonstrationNotice,
  heading,
  item,
  note,
  type Paper,
  paragraph,
  type Section,
  type Table,
  tableBlock,
} from './paper.ts'
import { count, day, type Phrase, say } from './phrase.ts'
import type { ReportFault } from './report.ts'
import { sampleTexts } from './sample-text.ts'
import { type Survey, wordedBy } from './survey.ts'
import { termTexts, versionTexts } from './term.ts'
import { fingerprintBlocks, rootsTable } from './traces.ts'
import { villagesTable } from './villages-table.ts'
import { inSentence, statusNames, titleNames, villageInSentence } from './wording.ts'

/** The first columns of a table: what hangs in public leaves out free texts, and how a single village answered. */
const firstColumns = ({ columns, rows, strong }: Table, count: number): Table => ({
  columns: columns.slice(0, count),
  rows: rows.map(row => row.slice(0, count)),
  strong: strong.map(row => row.slice(0, count)),
})

const publicContents = (survey: Survey): Table => {
  const table = contentsTable(survey, { shown: 1, longest: 1 })
  return firstColumns(table, table.columns.length - 1)
}

/** Up to the coverage: the public page shows villages by these counts alone, too. */
const countColumns = 8

/** Posting as the notice says it. */
export type Posted = {
  readonly startsOn: Day
  readonly lastDay: Day
  readonly days: number
  /** The document the cadre named for the days; null where the frozen rules set them. */
  readonly daysDocument: string | null
  /** Names of the villages at whose culture house it hangs. */
  readonly villages: readonly string[]
  readonly atCommune: boolean
  readonly byLoudspeaker: boolean
  readonly contact: string
  /** Address of the public results. */
  readonly link: string
}

/** The places in words, the commune's office first. */
export const placesOf = ({ villages, atCommune, byLoudspeaker }: Posted): readonly string[] => [
  ...(atCommune ? ['Trụ sở UBND xã'] : []),
  ...(villages.length > 0 ? [`Nhà văn hóa ${villages.map(villageInSentence).join(', ')}`] : []),
  ...(byLoudspeaker ? ['Đọc trên đài truyền thanh xã'] : []),
]

/** Where the number of days comes from. */
const daysSource = ({ rules }: Survey, { daysDocument }: Posted): Phrase => {
  if (daysDocument !== null) return say`theo ${daysDocument} (do xã nhập)`
  const { source, status } = rules.postingDays
  return say`nguồn: ${source}; ${statusNames[status].toLowerCase()}`
}

/** From when until when, as sentences. */
export const spanTexts = (survey: Survey, posted: Posted): readonly Phrase[] => [
  say`Niêm yết từ ngày ${day(posted.startsOn)} đến hết ngày ${day(posted.lastDay)}: ${count(posted.days)} ngày (${daysSource(survey, posted)}). Ngày bắt đầu không tính; tính cả thứ Bảy, Chủ nhật, ngày lễ.`,
]

/** How and until when to object. */
export const objectionText = ({ contact, lastDay }: Posted): Phrase =>
  say`Hộ nào thấy con số chưa đúng, gửi ý kiến trước hết ngày ${day(lastDay)} đến Ban công tác Mặt trận của thôn hoặc ${contact}. Nêu rõ thôn nào, con số nào, vì sao. Mọi ý kiến được ghi lại và trả lời.`

const receiptText = ({ link }: Posted): Phrase =>
  say`Hộ có mã biên nhận tự kiểm tra được phiếu của mình đã được đếm tại ${link}/bien-nhan; mã không cho biết hộ trả lời thế nào.`

const resultSection = (survey: Survey): Section => ({
  heading: 'KẾT QUẢ LẤY Ý KIẾN',
  blocks: [
    tableBlock(headTable(survey)),
    ...sampleTexts(survey.sample, survey.results.area.households).map(item),
    ...versionTexts(survey).map(item),
    ...termTexts(survey).map(item),
    item(overallText(survey)),
    item(anyDissatisfiedText(survey)),
    item(say`Kết quả từng nội dung tại Phụ lục I, số hộ và số phiếu từng thôn tại Phụ lục II.`),
  ],
})

const postingSection = (survey: Survey, posted: Posted): Section => ({
  heading: 'NIÊM YẾT VÀ TIẾP NHẬN Ý KIẾN',
  blocks: [
    ...spanTexts(survey, posted).map(item),
    item(say`Nơi niêm yết: ${placesOf(posted).join('; ')}.`),
    heading(say`Góp ý, kiến nghị`),
    paragraph(objectionText(posted)),
    paragraph(say`Kết quả đầy đủ: ${posted.link}.`),
    paragraph(receiptText(posted)),
  ],
})

const appendicesOf = (survey: Survey, attachedTo: string): readonly Appendix[] => [
  {
    heading: 'Phụ lục I',
    subject: 'Kết quả theo nội dung',
    attachedTo,
    blocks: [tableBlock(publicContents(survey))],
  },
  {
    heading: 'Phụ lục II',
    subject: 'Số hộ và số phiếu theo thôn',
    attachedTo,
    blocks: [tableBlock(firstColumns(villagesTable(survey), countColumns))],
  },
  {
    heading: 'Phụ lục III',
    subject: 'Mã để kiểm tra biên nhận',
    attachedTo,
    blocks: [
      tableBlock(rootsTable(survey)),
      note(say`Mã gốc của thôn cố định những phiếu đã đếm: đổi một phiếu là mã đổi.`),
      ...fingerprintBlocks(survey),
    ],
  },
]

/** The posting notice (thông báo niêm yết); dated like the report. */
export const buildNotice = (survey: Survey, posted: Posted, madeOn: Day): Result<Paper, ReportFault> => {
  const { campaign } = survey
  if (madeOn < campaign.closedOn) return no('paper-before-closing')
  const issuer = issuerOf(campaign.communeName)
  const worded = wordedBy(survey, 'posting-notice')
  const usual = { ...letterheadOf(campaign.communeName, 'BC'), symbol: 'TB-MTTQ-BTT' }
  const letterhead = { ...usual, ...worded.letterhead }
  const attachedTo = `(Kèm theo Thông báo số          /${letterhead.symbol} ${longDay(madeOn)} của ${issuer})`
  const kind = inSentence(campaign.communeName).split(' ')[0] ?? 'xã'
  return ok({
    notice: survey.demonstration ? demonstrationNotice : null,
    letterhead,
    madeOn,
    title: 'THÔNG BÁO',
    subject: `Niêm yết công khai kết quả lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới ${inSentence(campaign.communeName)}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]}`,
    opening: [[worded.opening ?? `${issuer} thông báo kết quả đợt lấy ý kiến “${campaign.name}” như sau:`]],
    sections: [resultSection(survey), conclusionSection(survey), postingSection(survey, posted)],
    closing: [worded.closing ?? `${issuer} thông báo để người dân được biết và góp ý.`],
    recipients: worded.recipients ?? [
      `UBND ${kind} (để niêm yết);`,
      'Ban công tác Mặt trận các thôn (để niêm yết);',
      'Đài truyền thanh (để đọc);',
      'Lưu: VT.',
    ],
    signer: worded.signer ?? signer,
    ...(worded.signedBy === undefined ? {} : { signedBy: worded.signedBy }),
    appendices: appendicesOf(survey, attachedTo),
  })
}
