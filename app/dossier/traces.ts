import { type Block, note, paragraph, type Table, tableBlock } from './paper.ts'
import type { PaperWording } from './paper-wording.ts'
import { count, type Phrase, say } from './phrase.ts'
import type { Survey } from './survey.ts'

const collectedIn = ({ results }: Survey, name: string): number =>
  results.units.find(unit => unit.name === name)?.collected ?? 0

/** The root over the receipts of each village, as the posting notice and the public page show it. */
export const rootsTable = (survey: Survey): Table => ({
  columns: [
    { heading: 'TT', width: 9, align: 'center' },
    { heading: 'Thôn', width: 45, align: 'left' },
    { heading: 'Số phiếu thu về', width: 20, align: 'right' },
    { heading: 'Mã gốc cây biên nhận', width: 170, align: 'left' },
  ],
  rows: survey.traces.villages.map(({ name, receiptsRoot }, i): readonly Phrase[] => [
    say`${count(i + 1)}`,
    [name],
    [count(collectedIn(survey, name))],
    [receiptsRoot ?? '–'],
  ]),
  strong: [],
})

/** Ballots of the area that could not be read. */
export const unreadableIn = ({ traces }: Survey): number =>
  traces.villages.reduce((sum, village) => sum + village.unreadable, 0)

/** Which version of the province's words the report was made with; nothing for the usual ones. */
/** With which version of the province's words a paper was made; nothing where they are the usual ones. */
export const wordingText = (wording: PaperWording | undefined): Phrase =>
  wording ? say` Mẫu văn bản của tỉnh: bản ${count(wording.version)}.` : []

/** The fingerprint of the data that closing fixed, where there is one; the posting notice and the report print it alike. */
export const fingerprintBlocks = ({ traces }: Survey): readonly Block[] =>
  traces.fingerprint === null
    ? []
    : [
        paragraph(say`Mã dữ liệu khi khóa: ${traces.fingerprint}.`),
        note(
          say`Mã dữ liệu khi khóa tính từ toàn bộ phiếu, số hộ và quy tắc lúc khóa thu phiếu, ghi ngay vào nhật ký; sửa một con số là mã đổi. Gói bằng chứng của đợt cho phép tính lại mã này.`,
        ),
      ]

/** Appendix III: what lets anybody check later that this paper and the count belong together. */
export const traceBlocks = (survey: Survey): readonly Block[] => {
  const { auditHead, version } = survey.traces
  const unreadable = unreadableIn(survey)
  return [
    tableBlock(rootsTable(survey)),
    note(
      say`Mỗi hộ giữ một mã biên nhận. Từ mã biên nhận và mã gốc của thôn, ai cũng kiểm tra được phiếu của hộ nằm trong số phiếu đã đếm, không biết được hộ trả lời thế nào.`,
    ),
    ...(unreadable > 0
      ? [
          paragraph(
            say`Có ${count(unreadable)} phiếu điện tử bị hỏng dữ liệu, không đọc được, tính là phiếu không hợp lệ.`,
          ),
        ]
      : []),
    ...fingerprintBlocks(survey),
    paragraph(
      say`Nhật ký hệ thống khi lập văn bản này: dòng ${count(auditHead.seq)}, mã ${auditHead.hash}. Kết quả: bản ${count(version)}.${wordingText(survey.wording?.report)}`,
    ),
  ]
}
