import type { Day } from '#app/basics/day.ts'
import { demonstrationNotice, type Table, type Workbook } from './paper.ts'
import { count, day, type Phrase, say } from './phrase.ts'
import { capital, inSentence, villageInSentence } from './wording.ts'

/** A household as the list of handing out has it: no code, and nothing of whether it answered. */
export type IssueLine = {
  readonly number: string | null
  readonly name: string | null
  /** The day its ballot was handed out, or null. */
  readonly issuedOn: Day | null
}

export type IssueRound = {
  readonly campaignName: string
  readonly communeName: string
  readonly villageName: string
  readonly madeOn: Day
  readonly demonstration: boolean
  readonly lines: readonly IssueLine[]
}

const columns: Table['columns'] = [
  { heading: 'TT', width: 7, align: 'right' },
  { heading: 'Số hộ', width: 10, align: 'center' },
  { heading: 'Họ và tên chủ hộ', width: 36, align: 'left' },
  { heading: 'Đã phát mã', width: 12, align: 'center' },
  { heading: 'Ngày phát', width: 15, align: 'center' },
  { heading: 'Ký nhận', width: 20, align: 'center' },
]

const rowOf = ({ number, name, issuedOn }: IssueLine, index: number): readonly Phrase[] => [
  [count(index + 1)],
  number === null ? [] : [number],
  [name ?? 'Hộ đã bỏ tên'],
  issuedOn === null ? [] : ['x'],
  issuedOn === null ? [] : [day(issuedOn)],
  [],
]

/** The list by which a village team hands codes out (danh sách phát phiếu), to be signed; the same for paper and screen. */
export const buildIssueList = (round: IssueRound): Workbook => {
  const issued = round.lines.filter(line => line.issuedOn !== null).length
  return {
    notice: round.demonstration ? demonstrationNotice : null,
    madeOn: round.madeOn,
    sheets: [
      {
        name: 'Danh sách phát phiếu',
        heading: [
          ['DANH SÁCH PHÁT PHIẾU LẤY Ý KIẾN'],
          say`${capital(villageInSentence(round.villageName))}, ${inSentence(round.communeName)} · Đợt: ${round.campaignName}`,
          say`Lập ngày ${day(round.madeOn)} · Tổng số hộ: ${count(round.lines.length)} · Đã phát: ${count(issued)}`,
        ],
        table: { columns, rows: round.lines.map(rowOf), strong: [] },
        remarks: [['Người phát phiếu (ký, ghi rõ họ tên): ………………………………………………']],
      },
    ],
  }
}
