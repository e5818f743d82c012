import { type CodeSlip, type SlipPlace, slipDoor, slipName } from './code-slips.ts'
import { formatDay } from './day-text.ts'
import { issuerOf } from './letterhead.ts'
import { inSentence, villageInSentence } from './wording.ts'

/** A message to a village's group (Zalo, SMS): it names no household and carries no code. */
export const groupMessage = (place: SlipPlace): string =>
  [
    `${issuerOf(place.communeName)} đang lấy ý kiến của các hộ ${villageInSentence(place.villageName)} về kết quả xây dựng nông thôn mới.`,
    `Mở ${place.siteLink}, nhập mã trên phiếu mã đã phát cho hộ, trả lời từng câu rồi bấm “Gửi phiếu”, hạn cuối là hết ngày ${formatDay(place.endsOn)}.`,
    'Mã là của riêng từng hộ, không chụp gửi vào nhóm. Chưa có mã, mất mã hoặc cần giúp: báo Tổ lấy ý kiến của thôn.',
  ].join('\n')

/** A message to one household alone, with its own link: whoever has the link answers for it. */
export const householdMessage = (place: SlipPlace, slip: CodeSlip): string =>
  [
    `Kính gửi ${slipName(slip)} (${inSentence(slipDoor(slip, place))}).`,
    `${issuerOf(place.communeName)} xin ý kiến của hộ về kết quả xây dựng nông thôn mới. Bấm vào liên kết, trả lời từng câu rồi bấm “Gửi phiếu”, hạn cuối là hết ngày ${formatDay(place.endsOn)}:`,
    slip.link,
    'Liên kết là của riêng hộ, xin không gửi cho người khác.',
  ].join('\n')
