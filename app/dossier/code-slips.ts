import type { Day } from '#app/basics/day.ts'
import { formatDay } from './day-text.ts'
import { capital, inSentence, villageInSentence } from './wording.ts'

/** A household's code as it is printed; the link has the code in it. */
export type CodeSlip = {
  /** Number in the register, or null. */
  readonly number: string | null
  /** Name of the household's head; null once the register was cleared. */
  readonly name: string | null
  /** In groups: `7K3PM-X9QRT`. */
  readonly code: string
  readonly link: string
}

/** What every slip and letter of one village says alike. */
export type SlipPlace = {
  readonly campaignName: string
  readonly communeName: string
  readonly villageName: string
  readonly endsOn: Day
  /** Address to type, without a code: `longdan.example.vn/p`. */
  readonly site: string
  /** The same as a link that a message makes clickable: `https://longdan.example.vn/p`. */
  readonly siteLink: string
  /** Said on every page when the round is made up. */
  readonly notice: string | null
}

/** How many slips an A4 page holds, large to small. */
export const slipsPerPage = [4, 8, 12] as const

export type SlipsPerPage = (typeof slipsPerPage)[number]

/** The number of slips that an address asks for; eight unless it says otherwise. */
export const readSlipsPerPage = (raw: string | null): SlipsPerPage =>
  slipsPerPage.find(count => String(count) === raw) ?? 8

/** Slips to be printed and cut (phiếu mã). */
export type SlipSheet = SlipPlace & { readonly perPage: SlipsPerPage; readonly slips: readonly CodeSlip[] }

/** How to answer, in three lines. */
export const slipSteps = ({ site, endsOn }: Pick<SlipPlace, 'site' | 'endsOn'>): readonly string[] => [
  `Quét mã QR bằng điện thoại, hoặc mở ${site} rồi nhập mã.`,
  'Chọn “Hài lòng” hoặc “Chưa hài lòng” cho từng câu.',
  `Bấm “Gửi phiếu”, hạn cuối là hết ngày ${formatDay(endsOn)}. Giữ kín mã này.`,
]

/** Whose slip it is; null once the register was cleared. */
export const slipName = ({ name }: Pick<CodeSlip, 'name'>): string => name ?? 'Hộ gia đình'

/** Where it lives: `Hộ số 12, thôn Đồi Chè, xã Sơn Lộc`. */
export const slipDoor = (
  { number }: Pick<CodeSlip, 'number'>,
  { villageName, communeName }: Pick<SlipPlace, 'villageName' | 'communeName'>,
): string =>
  capital(
    [
      ...(number === null ? [] : [`Hộ số ${number}`]),
      villageInSentence(villageName),
      inSentence(communeName),
    ].join(', '),
  )

/** The name of a slip's QR picture on its page. */
export const pictureOf = ({ code }: Pick<CodeSlip, 'code'>): string => `qr-${code}`

/** The QR pictures of some slips: the link of each by its name. */
export const picturesOf = (
  slips: readonly Pick<CodeSlip, 'code' | 'link'>[],
): { readonly [name: string]: string } => Object.fromEntries(slips.map(slip => [pictureOf(slip), slip.link]))
