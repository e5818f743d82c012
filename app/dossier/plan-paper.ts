import type { Day } from '#app/basics/day.ts'
import type { Plan, Team } from '#app/campaign/plan.ts'
import type { Timetable } from '#app/campaign/plan-timetable.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { longDay } from './day-text.ts'
import { issuerOf, letterheadOf, planRecipients, signer } from './letterhead.ts'
import {
  type Appendix,
  demonstrationNotice,
  heading,
  item,
  type Paper,
  paragraph,
  type Section,
  type Table,
  tableBlock,
} from './paper.ts'
import { type Filled, fillWording, type PaperWording } from './paper-wording.ts'
import { count, day, type Phrase, say } from './phrase.ts'
import { type DrawOnPaper, sampleTexts } from './sample-text.ts'
import { contentName, inSentence, methodNames, titleNames } from './wording.ts'

/** A plan as its paper needs it. */
export type PlannedRound = Frozen & {
  readonly campaign: { readonly name: string; readonly title: Title; readonly communeName: string }
  readonly provinceName: string
  readonly plan: Plan & { readonly purpose: string; readonly requirements: string }
  readonly teams: readonly Team[]
  readonly villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
  }[]
  readonly timetable: Pick<Timetable, 'startsOn' | 'endsOn' | 'used' | 'limit' | 'lastDay'>
  /** The draw where a sample is asked; absent or null where everybody is. */
  readonly sample?: DrawOnPaper | null
  /** What the province says in place of the usual words; absent where it says nothing. */
  readonly wording?: PaperWording
  /** Whether everything in it is made up. */
  readonly demonstration: boolean
}

const linesOf = (text: string): readonly Phrase[] => text.split('\n').map(line => [line])

const aimSection = ({ plan }: PlannedRound): Section => ({
  heading: 'MỤC ĐÍCH, YÊU CẦU',
  blocks: [
    heading(['1. Mục đích']),
    ...linesOf(plan.purpose).map(item),
    heading(['2. Yêu cầu']),
    ...linesOf(plan.requirements).map(item),
  ],
})

const householdsOf = ({ villages }: PlannedRound): number =>
  villages.reduce((sum, village) => sum + village.households, 0)

const scopeText = (round: PlannedRound): Phrase => {
  const { villages, campaign } = round
  const place = say`${count(villages.length)} thôn của ${inSentence(campaign.communeName)}`
  const households = householdsOf(round)
  if (households === 0) return say`Phạm vi: ${place}.`
  return say`Phạm vi: ${place}, ${count(households)} hộ theo danh sách hộ hiện có (chi tiết tại Mục IV).`
}

const contentSection = (round: PlannedRound): Section => {
  const { questionnaire, plan } = round
  const own = questionnaire.contents.length - 1
  const ways = plan.methods.map(method => methodNames[method]).join('; ')
  return {
    heading: 'NỘI DUNG, ĐỐI TƯỢNG, PHẠM VI, HÌNH THỨC',
    blocks: [
      item(
        say`Nội dung: ${count(own)} nội dung và câu hỏi hài lòng chung (danh mục tại Phụ lục). Mỗi nội dung chọn “Hài lòng” hoặc “Chưa hài lòng”; chưa hài lòng thì ghi lý do.`,
      ),
      item(say`Đối tượng: hộ gia đình, mỗi hộ một phiếu, do đại diện hộ trả lời.`),
      item(scopeText(round)),
      ...sampleTexts(round.sample, householdsOf(round)).map(item),
      item(say`Hình thức: ${ways}.`),
    ],
  }
}

const limitText = ({ timetable, rules }: PlannedRound): readonly Phrase[] => {
  const { limit, lastDay } = timetable
  if (limit === null || lastDay === null) return []
  return [
    say`Thời hạn theo ${rules.packName}: ${count(limit)} ngày làm việc từ khi bắt đầu lấy ý kiến đến khi xong kiểm phiếu, chậm nhất ngày ${day(lastDay)}.`,
  ]
}

const postingText = ({ rules }: PlannedRound): Phrase =>
  rules.postingDays.value === null
    ? say`Sau khi kiểm phiếu: niêm yết kết quả tại nhà văn hóa thôn và trụ sở UBND xã, tiếp nhận ý kiến, gửi hồ sơ thẩm tra.`
    : say`Sau khi kiểm phiếu: niêm yết kết quả ${count(rules.postingDays.value)} ngày tại nhà văn hóa thôn và trụ sở UBND xã, tiếp nhận ý kiến, gửi hồ sơ thẩm tra.`

const timeSection = (round: PlannedRound): Section => {
  const { startsOn, endsOn, used } = round.timetable
  return {
    heading: 'THỜI GIAN',
    blocks: [
      item(
        say`Lấy ý kiến: từ ngày ${day(startsOn)} đến hết ngày ${day(endsOn)}, ${count(used)} ngày làm việc (không tính thứ Bảy, Chủ nhật và ngày nghỉ lễ).`,
      ),
      ...limitText(round).map(item),
      item(postingText(round)),
    ],
  }
}

const inOneLine = (text: string): string => text.split('\n').join('; ')

const teamsTable = ({ teams, villages }: PlannedRound): Table => ({
  columns: [
    { heading: 'TT', width: 10, align: 'center' },
    { heading: 'Tổ lấy ý kiến', width: 40, align: 'left' },
    { heading: 'Tổ trưởng', width: 35, align: 'left' },
    { heading: 'Thành viên', width: 45, align: 'left' },
    { heading: 'Thôn phụ trách', width: 35, align: 'left' },
  ],
  rows: teams.map((team, i) => [
    say`${count(i + 1)}`,
    [team.name],
    [team.leader],
    [inOneLine(team.members)],
    [
      villages
        .filter(({ villageId }) => team.villageIds.includes(villageId))
        .map(({ name }) => name)
        .join(', '),
    ],
  ]),
  strong: [],
})

const villagesTable = (round: PlannedRound): Table => {
  const served = (villageId: string) =>
    round.teams.filter(team => team.villageIds.includes(villageId)).map(team => team.name)
  const teamColumn = { heading: 'Tổ phụ trách', width: 80, align: 'left' } as const
  const some = round.teams.length > 0
  return {
    columns: [
      { heading: 'TT', width: 12, align: 'center' },
      { heading: 'Thôn', width: 60, align: 'left' },
      { heading: 'Số hộ', width: 20, align: 'right' },
      ...(some ? [teamColumn] : []),
    ],
    rows: round.villages.map(({ villageId, name, households }, i) => [
      say`${count(i + 1)}`,
      [name],
      [count(households)],
      ...(some ? [[served(villageId).join(', ')]] : []),
    ]),
    strong: [[[], ['Cộng'], [count(householdsOf(round))], ...(some ? [[]] : [])]],
  }
}

const workTexts = ({ campaign }: PlannedRound): readonly Phrase[] => [
  say`Ban Thường trực Ủy ban MTTQ Việt Nam ${inSentence(campaign.communeName)} chủ trì, hướng dẫn, kiểm tra việc lấy ý kiến; khóa thu phiếu, kiểm phiếu, niêm yết và báo cáo kết quả.`,
  say`Ban công tác Mặt trận và các đoàn thể ở thôn tuyên truyền, phát phiếu, hướng dẫn từng hộ và thu phiếu; không trả lời thay cho hộ.`,
  say`Đề nghị Ủy ban nhân dân cung cấp danh sách hộ gia đình; không tham gia phát phiếu, thu phiếu và kiểm phiếu.`,
]

const workSection = (round: PlannedRound): Section => ({
  heading: 'TỔ CHỨC THỰC HIỆN',
  blocks: [
    ...workTexts(round).map(item),
    ...(round.teams.length === 0 ? [] : [paragraph(['Các tổ lấy ý kiến:']), tableBlock(teamsTable(round))]),
    paragraph(['Các thôn được lấy ý kiến:']),
    tableBlock(villagesTable(round)),
  ],
})

const contentsAppendix = ({ questionnaire }: PlannedRound, attachedTo: string): Appendix => ({
  heading: 'Phụ lục',
  subject: 'Danh mục nội dung lấy ý kiến',
  attachedTo,
  upright: true,
  blocks: [
    tableBlock({
      columns: [
        { heading: 'TT', width: 12, align: 'center' },
        { heading: 'Nội dung', width: 148, align: 'left' },
      ],
      rows: questionnaire.contents.map((content, i) => [say`${count(i + 1)}`, [contentName(content)]]),
      strong: [],
    }),
  ],
})

const numberOf = (plan: Plan): string => plan.number ?? '         '

const yearOf = ({ timetable }: PlannedRound): string => timetable.endsOn.slice(0, 4)

const wordedBy = (round: PlannedRound): Filled =>
  fillWording(round.wording, {
    ...{ communeName: round.campaign.communeName, provinceName: round.provinceName },
    ...{ campaignName: round.campaign.name, title: round.campaign.title, year: yearOf(round) },
  })

/** Whoever signed the plan, else whoever the province's words name. */
const signedByOf = ({ plan }: PlannedRound, { signedBy }: Filled): Pick<Paper, 'signedBy'> => {
  const name = plan.signer ?? signedBy
  return name === undefined ? {} : { signedBy: name }
}

/**
 * The plan of a round (kế hoạch lấy ý kiến). `today` dates a plan that was not issued yet; its number is then written in
 * by hand.
 */
export const buildPlanPaper = (round: PlannedRound, today: Day): Paper => {
  const { campaign, plan, rules } = round
  const issuer = issuerOf(campaign.communeName)
  const worded = wordedBy(round)
  const letterhead = { ...letterheadOf(campaign.communeName, 'KH'), ...worded.letterhead }
  const madeOn = plan.issuedOn ?? today
  const attachedTo = `(Kèm theo Kế hoạch số ${numberOf(plan)}/${letterhead.symbol} ${longDay(madeOn)} của ${issuer})`
  const commune = inSentence(campaign.communeName)
  return {
    notice: round.demonstration ? demonstrationNotice : null,
    letterhead: plan.number === null ? letterhead : { ...letterhead, number: plan.number },
    madeOn,
    title: 'KẾ HOẠCH',
    subject: `Lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới ${commune}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]} năm ${yearOf(round)}`,
    opening: [
      [
        worded.opening ??
          `Thực hiện ${rules.packName}, ${issuer} ban hành Kế hoạch lấy ý kiến về sự hài lòng của người dân như sau:`,
      ],
    ],
    sections: [aimSection(round), contentSection(round), timeSection(round), workSection(round)],
    closing: [
      worded.closing ?? `Trên đây là Kế hoạch lấy ý kiến về sự hài lòng của người dân của ${issuer}.`,
    ],
    recipients: worded.recipients ?? planRecipients(round.campaign.communeName, round.provinceName),
    signer: worded.signer ?? signer,
    ...signedByOf(round, worded),
    appendices: [contentsAppendix(round, attachedTo)],
  }
}
