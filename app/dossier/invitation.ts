import type { Day } from '#app/basics/day.ts'
import type { Title } from '#app/programme/titles.ts'
import { type CodeSlip, type SlipPlace, slipSteps } from './code-slips.ts'
import { formatDay, longDay } from './day-text.ts'
import { issuerOf, letterheadOf } from './letterhead.ts'
import { inSentence, titleNames, villageInSentence } from './wording.ts'

/** Paper that letters come on. */
export const letterSizes = ['A4', 'A5'] as const

export type LetterSize = (typeof letterSizes)[number]

/** The paper an address asks for; A5 unless it says otherwise. */
export const readLetterSize = (raw: string | null): LetterSize =>
  letterSizes.find(size => size === raw) ?? 'A5'

/** Letters to the households of a village, one each. */
export type InvitationRound = SlipPlace & {
  readonly title: Title
  readonly madeOn: Day
  readonly slips: readonly CodeSlip[]
}

/** What a letter (thư ngỏ) says, from top to bottom. */
export type Invitation = {
  readonly issuer: readonly string[]
  readonly placeAndDay: string
  readonly title: string
  readonly subject: string
  readonly addressee: string
  readonly opening: readonly string[]
  readonly steps: readonly string[]
  readonly closing: readonly string[]
  readonly signer: string
  readonly slip: CodeSlip
}

/** `Hộ ông/bà Nguyễn Văn Ứng (hộ số 12), thôn Đồi Chè, xã Sơn Lộc`. */
const addresseeOf = ({ number, name }: CodeSlip, { villageName, communeName }: SlipPlace): string => {
  const who = name === null ? 'Hộ gia đình' : `Hộ ông/bà ${name}`
  const numbered = number === null ? '' : ` (hộ số ${number})`
  return `Kính gửi: ${who}${numbered}, ${villageInSentence(villageName)}, ${inSentence(communeName)}`
}

/**
 * Who asks, what for and how the answer is kept. It asks for the household's own opinion and argues for none: a letter
 * that steers would spoil what is asked.
 */
const openingOf = ({ communeName, title, endsOn }: InvitationRound): readonly string[] => [
  `${issuerOf(communeName)} đang lấy ý kiến của từng hộ gia đình về kết quả xây dựng nông thôn mới. Kết quả là một phần của hồ sơ đề nghị công nhận danh hiệu ${titleNames[title]}, được niêm yết để mọi người cùng xem.`,
  `Mỗi hộ có một phiếu. Hộ hài lòng hay chưa hài lòng ở nội dung nào, xin trả lời đúng như vậy. Phiếu không ghi tên; phiếu của các hộ được trộn chung trước khi kiểm. Đến hết ngày ${formatDay(endsOn)}, hộ có thể trả lời lại bằng chính mã này.`,
]

const closing: readonly string[] = [
  'Không có điện thoại, hoặc cần giúp: hộ báo Tổ lấy ý kiến của thôn để được đến tận nhà, hoặc để trả lời trên phiếu giấy. Mất tờ này: báo để được cấp mã khác.',
  'Mã là của riêng hộ, xin không đưa cho người khác và không chụp gửi lên mạng. Trân trọng cảm ơn!',
]

/** The letters of a round in a village, in the order of the slips. */
export const buildInvitations = (round: InvitationRound): readonly Invitation[] => {
  const head = letterheadOf(round.communeName, 'BC')
  const shared = {
    issuer: head.lines,
    placeAndDay: `${head.place}, ${longDay(round.madeOn)}`,
    title: 'THƯ NGỎ',
    subject: 'Mời hộ gia đình cho ý kiến về kết quả xây dựng nông thôn mới',
    opening: openingOf(round),
    steps: slipSteps(round),
    closing,
    signer: 'BAN THƯỜNG TRỰC',
  }
  return round.slips.map(slip => ({ ...shared, slip, addressee: addresseeOf(slip, round) }))
}
