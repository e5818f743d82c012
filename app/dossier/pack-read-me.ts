import type { Day } from '#app/basics/day.ts'
import { packPaths } from './pack.ts'
import { minutesPath } from './pack-papers.ts'
import type { PackData } from './pack-survey.ts'
import { demonstrationNotice } from './paper.ts'
import type { Finding } from './verify.ts'
import { titleNames } from './wording.ts'

/** What a pack's first file tells. */
export type ReadMe = {
  readonly data: PackData
  readonly madeOn: Day
  readonly dataFingerprint: string
  /** What was changed after closing. */
  readonly changed: readonly Finding[]
  /** Whether the page that checks the pack lies in it. */
  readonly verifier: boolean
}

const dated = (day: Day): string => day.split('-').reverse().join('/')

type Told = { readonly path: string; readonly vi: string; readonly en: string }

const told: readonly Told[] = [
  {
    path: packPaths.manifest,
    vi: 'tên đợt, đầu nhật ký, mã dữ liệu, cỡ và mã SHA-256 của từng tệp',
    en: 'the round, the head of the log, the fingerprint, size and SHA-256 of every file',
  },
  {
    path: packPaths.verifier,
    vi: 'trang kiểm tra, chạy không cần mạng',
    en: 'the page that checks the pack, without a network',
  },
  {
    path: packPaths.questionnaire,
    vi: 'các nội dung hỏi, như đã cố định khi mở đợt',
    en: 'the contents as frozen at opening',
  },
  {
    path: packPaths.rules,
    vi: 'ngưỡng và cách tính, mỗi giá trị kèm nguồn, như đã cố định khi mở đợt',
    en: 'thresholds and ways of counting, each with its source, as frozen at opening',
  },
  {
    path: packPaths.frame,
    vi: 'mỗi thôn: số hộ, phiếu phát ra, phiếu thu từng tờ, phiếu không hợp lệ, hộ được rút thăm',
    en: 'each village: households, issued, ballots collected one by one, invalid, households drawn',
  },
  {
    path: packPaths.outcomes,
    vi: 'mỗi thôn: số hộ trả lời theo hình thức, số hộ chưa trả lời theo lý do',
    en: 'each village: households answered by means, silent by reason',
  },
  {
    path: packPaths.turnout,
    vi: 'số hộ trả lời theo hình thức và ngày',
    en: 'households answered by means and day',
  },
  {
    path: packPaths.ballots,
    vi: 'mỗi dòng một phiếu, thứ tự ngẫu nhiên; s hài lòng, d chưa hài lòng, b để trống, x đánh cả hai ô; trống hết: tờ không đọc được thành phiếu',
    en: 'a line a ballot, in random order; s satisfied, d dissatisfied, b blank, x both boxes; all empty: not readable as a ballot',
  },
  {
    path: packPaths.opinions,
    vi: 'lý do chưa hài lòng và ý kiến khác, không kèm phiếu',
    en: 'reasons and other opinions, apart from the ballots',
  },
  { path: packPaths.sheets, vi: 'biểu kiểm phiếu tay', en: 'hand counts' },
  {
    path: packPaths.receipts,
    vi: 'mã băm của mã biên nhận, để tính lại mã gốc của thôn',
    en: 'hashes of receipts, from which each village’s root is computed',
  },
  {
    path: packPaths.versions,
    vi: 'các bản trước khi mở lại, kèm lý do',
    en: 'versions before a reopening, with its reason',
  },
  {
    path: packPaths.survey,
    vi: 'những gì văn bản in ra ngoài số đếm: ngày, kế hoạch, niêm yết, mã gốc',
    en: 'what papers print besides counts: days, plan, posting, roots',
  },
  {
    path: packPaths.results,
    vi: 'kết quả máy chủ đã tính: tỷ lệ, từng yêu cầu, kết luận',
    en: 'the results as the server computed them: rates, requirements, verdict',
  },
  {
    path: packPaths.log,
    vi: 'nhật ký: dòng của cả đợt đủ chữ, dòng khác chỉ còn mã băm',
    en: 'the log: lines of this round in full, others as a hash alone',
  },
]

const paperLines = ({ frame }: PackData): readonly Told[] => [
  ...frame.map(({ name }, i) => ({
    path: minutesPath(i),
    vi: `biên bản kiểm phiếu ${name}`,
    en: `count minutes, ${name}`,
  })),
  {
    path: 'papers/',
    vi: 'kế hoạch, biểu tổng hợp, thông báo niêm yết, báo cáo (văn bản nào đã có); mỗi văn bản còn có tệp .pdf cùng tên để in',
    en: 'plan, tally sheet, posting notice, report (those that there are); each also as a .pdf of the same name, to print',
  },
]

const listed = ({ data, verifier }: ReadMe, language: 'vi' | 'en'): readonly string[] =>
  [...told, ...paperLines(data)]
    .filter(({ path }) => verifier || path !== packPaths.verifier)
    .map(file => `  ${file.path}: ${file[language]}`)

const fingerprintLine = ({ data, dataFingerprint }: ReadMe, missing: string): string =>
  data.survey.fingerprint === null ? `${dataFingerprint} (${missing})` : data.survey.fingerprint

/** Where something was changed: its village, content or rule, and the file. */
const changedLines = ({ changed }: ReadMe, heading: string): readonly string[] =>
  changed.length === 0
    ? []
    : [
        heading,
        ...changed.map(({ place: { village, content, figure, file } }) => {
          const what = village ?? content ?? figure?.replace(/^(rule|part)\./, '')
          return `  ${what}: ${file}`
        }),
        '',
      ]

const vietnamese = (readMe: ReadMe): readonly string[] => {
  const { campaign, provinceName, version, auditHead, demonstration } = readMe.data.survey
  return [
    'GÓI BẰNG CHỨNG',
    ...(demonstration ? [demonstrationNotice] : []),
    `Đợt: ${campaign.name}, ${campaign.communeName}, ${provinceName}`,
    `Danh hiệu: ${titleNames[campaign.title]}. Bản ${version}. Khóa ngày ${dated(campaign.closedOn)}. Lập gói ngày ${dated(readMe.madeOn)}.`,
    `Mã dữ liệu khi khóa: ${fingerprintLine(readMe, 'tính khi lập gói: đợt khóa trước khi có mã này')}`,
    `Nhật ký khi lập gói: dòng ${auditHead.seq}, mã ${auditHead.hash}`,
    '',
    ...changedLines(readMe, 'KHÔNG DÙNG LÀM BẰNG CHỨNG: DỮ LIỆU ĐÃ BỊ SỬA SAU KHI KHÓA THU PHIẾU, Ở'),
    'KIỂM TRA',
    readMe.verifier
      ? '1. Nhấp đúp verify.html (không cần mạng, không cài gì), thả tệp .zip này vào trang.'
      : '1. Gói này không kèm trang kiểm tra: máy chủ chưa dựng trang khi lập gói.',
    '2. Ai có mã nguồn Lòng Dân: npm run --silent verify -- TỆP.zip',
    '3. Đối chiếu mã dữ liệu khi khóa với mã in trong báo cáo và trên thông báo đã niêm yết. Khác nhau là số liệu đã bị sửa sau khi khóa.',
    '',
    'TRONG GÓI',
    ...listed(readMe, 'vi'),
    '',
    'KHÔNG CÓ TRONG GÓI',
    '  Tên hộ, số thứ tự hộ, mã phiếu, giờ trả lời, người thu của từng phiếu: không gì nối phiếu với hộ.',
    '  Hình thức và ngôn ngữ của phiếu khi dưới năm phiếu của thôn giống nhau.',
    '  Dòng nhật ký về từng hộ, từng phiếu, về đợt khác và tài khoản: chỉ còn mã băm.',
    '',
    'Ý kiến viết tay có thể nhắc tên người. Chỉ giữ gói trong hồ sơ; không đăng công khai.',
  ]
}

const english = (readMe: ReadMe): readonly string[] => {
  const { campaign, version, auditHead } = readMe.data.survey
  return [
    'EVIDENCE PACK',
    `Round: ${campaign.name}, ${campaign.communeName}. Version ${version}. Closed ${campaign.closedOn}. Made ${readMe.madeOn}.`,
    `Data fingerprint at closing: ${fingerprintLine(readMe, 'taken when the pack was made: closed before there were fingerprints')}`,
    `Log when the pack was made: link ${auditHead.seq}, hash ${auditHead.hash}`,
    '',
    ...changedLines(readMe, 'NO EVIDENCE: DATA WERE CHANGED AFTER CLOSING, IN'),
    'TO CHECK IT',
    readMe.verifier
      ? '1. Open verify.html by double click (no network, nothing to install) and drop this .zip on it.'
      : '1. This pack came without its page: the server had not built it.',
    '2. With the source of Lòng Dân: npm run --silent verify -- FILE.zip',
    '3. Hold the fingerprint against the one printed in the report and on the posted notice. If they differ, figures were changed after closing.',
    '',
    'IN THE PACK',
    ...listed(readMe, 'en'),
    '',
    'NOT IN THE PACK',
    '  Names and numbers of households, codes, times of answering, who collected which ballot: nothing ties a ballot to a household.',
    '  Means and language of a ballot where fewer than five of a village share them.',
    '  Lines of the log on single households and ballots, on other rounds and accounts: hashes alone.',
    '',
    'Written opinions may name people. Keep the pack in the dossier; do not publish it.',
  ]
}

/** The text of `DOC-TRUOC.txt`: how to check a pack, what each file is, what is not in it and why. */
export const writeReadMe = (readMe: ReadMe): string =>
  [...vietnamese(readMe), '', '----', '', ...english(readMe), ''].join('\n')
