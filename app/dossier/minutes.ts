import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { UnitFigures } from '#app/verdict/compute.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { figureCells, figureColumns, hasOwnBase } from './contents-table.ts'
import { issuerOf, letterheadOf } from './letterhead.ts'
import { gatherVoices, sayVoice } from './opinions.ts'
import {
  type Block,
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
import { count, day, type Phrase, rateOf, say } from './phrase.ts'
import type { ReportFault } from './report.ts'
import { sampleTexts } from './sample-text.ts'
import { type SilentHouseholds, silentBlocks } from './silent-households.ts'
import { findContent, type Opinion, type Survey, wordedBy } from './survey.ts'
import {
  baseNames,
  channelNames,
  contentName,
  inSentence,
  titleNames,
  treatmentNames,
  villageInSentence,
} from './wording.ts'

/** What the minutes of one village say beside the figures of the survey. */
export type VillageCount = SilentHouseholds & {
  readonly name: string
  /** Households that answered, by means. */
  readonly channels: readonly { readonly channel: Channel; readonly households: number }[]
  /** Sheets counted by hand among the collected, and the invalid ones among those. */
  readonly byHand: number
  readonly byHandInvalid: number
  /** Ballots entered as invalid sheets; those that could not be read are counted apart. */
  readonly marked: number
  readonly opinions: readonly Opinion[]
  /** Who collected in the village as the plan names them: the leader first; empty where the plan names nobody. */
  readonly team: readonly string[]
}

const dots = (length: number): string => '.'.repeat(length)

const unitOf = ({ results }: Survey, name: string): UnitFigures => {
  const unit = results.units.find(one => one.name === name)
  if (!unit) throw new Error(`no village ${name} in the survey`)
  return unit
}

const presentSection = ({ team }: VillageCount): Section => {
  const named = team.map((who, i) => item(say`${who} – ${i === 0 ? 'Tổ trưởng' : 'Thành viên'}`))
  const blank = [
    item(say`Ông (bà): ${dots(62)} – Tổ trưởng`),
    item(say`Ông (bà): ${dots(62)} – Thư ký`),
    item(say`Ông (bà): ${dots(62)} – Thành viên`),
  ]
  return {
    heading: 'THÀNH PHẦN THAM GIA',
    blocks: [
      heading(say`1. Tổ lấy ý kiến`),
      ...(named.length > 0 ? [...named, item(say`Thư ký: ${dots(78)}`)] : blank),
      heading(say`2. Đại diện hộ dân chứng kiến`),
      item(say`Ông (bà): ${dots(80)}`),
    ],
  }
}

const pair = (label: string, value: number): readonly Phrase[] => [[label], [count(value)]]

/** Of the invalid ballots, how many for which reason. */
const invalidRows = (survey: Survey, village: VillageCount, unit: UnitFigures) => {
  const lost = survey.traces.villages.find(one => one.name === village.name)?.unreadable ?? 0
  const marked = village.marked - lost
  const byRule = unit.invalid - village.byHandInvalid - village.marked
  const treatment = treatmentNames[countingOf(survey.rules).blankTreatment]
  return [
    pair('   – phiếu giấy không hợp lệ, nhập riêng từng phiếu', marked),
    pair('   – phiếu giấy không hợp lệ theo biểu kiểm phiếu tay', village.byHandInvalid),
    pair(`   – có dòng để trống hoặc đánh cả hai ô (${treatment})`, byRule),
    pair('   – phiếu điện tử hỏng dữ liệu, không đọc được', lost),
  ].filter((_, i) => [marked, village.byHandInvalid, byRule, lost][i] !== 0)
}

const countsTable = (survey: Survey, village: VillageCount): Table => {
  const unit = unitOf(survey, village.name)
  const means = village.channels.filter(({ households }) => households > 0)
  return {
    columns: [
      { heading: 'Chỉ tiêu', width: 120, align: 'left' },
      { heading: 'Số lượng', width: 40, align: 'right' },
    ],
    rows: [
      pair('Tổng số hộ', unit.households),
      pair('Số phiếu phát ra', unit.issued),
      pair('Số phiếu thu về', unit.collected),
      ...means.map(({ channel, households }) => pair(`   – ${channelNames[channel]}`, households)),
      ...(village.byHand > 0 ? [pair('   – Phiếu giấy, kiểm tay', village.byHand)] : []),
      pair('Số phiếu hợp lệ', unit.valid),
      pair('Số phiếu không hợp lệ', unit.invalid),
      ...invalidRows(survey, village, unit),
    ],
    strong: [],
  }
}

const contentsTable = (survey: Survey, unit: UnitFigures): Table => {
  const own = { valid: unit.valid, hasOwnBase: hasOwnBase([unit]) }
  const rows = unit.contents.map((figures): readonly Phrase[] => {
    const { number, content } = findContent(survey, figures.content)
    // The valid ballots stand above the table: they are the same in every row.
    return [say`${count(number)}`, [contentName(content)], ...figureCells(figures, own).slice(1)]
  })
  return {
    columns: [
      { heading: 'TT', width: 9, align: 'center' },
      { heading: 'Nội dung', width: 60, align: 'left' },
      ...figureColumns(own.hasOwnBase).slice(1),
    ],
    rows: rows.slice(0, -1),
    strong: rows.slice(-1),
  }
}

const longestVoice = 300

const opinionBlocks = (survey: Survey, { opinions }: VillageCount): readonly Block[] => {
  const said = [...survey.questionnaire.contents.map(content => content.key), null].flatMap(key => {
    const voices = gatherVoices(opinions.filter(one => one.content === key).map(one => one.body))
    if (voices.length === 0) return []
    const about =
      key === null
        ? say`Ý kiến khác:`
        : say`Nội dung ${count(findContent(survey, key).number)}, lý do chưa hài lòng:`
    return [paragraph(about), ...voices.map(voice => item(sayVoice(voice, longestVoice)))]
  })
  return said.length > 0 ? said : [paragraph(say`Không có phiếu nào ghi lý do hoặc ý kiến khác.`)]
}

const checkBlocks = (survey: Survey, name: string): readonly Block[] => {
  const root = survey.traces.villages.find(one => one.name === name)?.receiptsRoot
  if (!root) return [paragraph(say`Thôn không có phiếu nào có mã biên nhận.`)]
  return [
    paragraph(say`Mã gốc cây biên nhận của thôn:`),
    item([root]),
    note(
      say`Từ mã biên nhận của hộ và mã gốc này, ai cũng kiểm tra được phiếu của hộ nằm trong số phiếu đã đếm, không biết được hộ trả lời thế nào.`,
    ),
  ]
}

/** The line of the draw for one village alone. */
const sampleOf = ({ sample }: Survey, { drawn }: VillageCount, unit: UnitFigures): readonly Phrase[] =>
  sample && drawn !== null ? sampleTexts({ ...sample, drawn }, unit.households) : []

const sectionsOf = (survey: Survey, village: VillageCount): readonly Section[] => {
  const unit = unitOf(survey, village.name)
  const { satisfied } = unit.overall
  const base = baseNames[countingOf(survey.rules).base]
  return [
    presentSection(village),
    {
      heading: 'SỐ HỘ VÀ SỐ PHIẾU',
      blocks: [
        tableBlock(countsTable(survey, village)),
        ...sampleOf(survey, village, unit).map(item),
        item(say`Tỷ lệ hộ được lấy ý kiến: ${rateOf(unit.coverage, 'hộ')}.`),
      ],
    },
    {
      heading: 'KẾT QUẢ KIỂM PHIẾU',
      blocks: [
        tableBlock(contentsTable(survey, unit)),
        item(say`Tỷ lệ hài lòng chung: ${rateOf(satisfied, 'phiếu')}. Mẫu số của tỷ lệ là ${base}.`),
      ],
    },
    { heading: 'LÝ DO CHƯA HÀI LÒNG VÀ Ý KIẾN KHÁC', blocks: opinionBlocks(survey, village) },
    { heading: 'HỘ CHƯA TRẢ LỜI', blocks: silentBlocks(unit, village) },
    { heading: 'MÃ ĐỂ KIỂM TRA', blocks: checkBlocks(survey, village.name) },
  ]
}

/** The village's count minutes (biên bản kiểm phiếu): who was there is written in by hand; dated like the report. */
export const buildMinutes = (
  survey: Survey,
  village: VillageCount,
  madeOn: Day,
): Result<Paper, ReportFault> => {
  const { campaign, traces } = survey
  if (madeOn < campaign.closedOn) return no('paper-before-closing')
  const name = villageInSentence(village.name)
  const place = `${name}, ${inSentence(campaign.communeName)}`
  const worded = wordedBy(survey, 'minutes', village.name)
  const letterhead = letterheadOf(campaign.communeName, 'BC')
  const version = traces.version > 1 ? say` (bản ${count(traces.version)})` : []
  return ok({
    notice: survey.demonstration ? demonstrationNotice : null,
    letterhead: {
      ...letterhead,
      lines: [...letterhead.lines.slice(0, 2), `BAN CTMT ${name.toLocaleUpperCase('vi')}`],
      symbol: 'BB-BCTMT',
      ...worded.letterhead,
    },
    madeOn,
    title: 'BIÊN BẢN',
    subject: `Kiểm phiếu lấy ý kiến về sự hài lòng của người dân đối với kết quả xây dựng nông thôn mới, ${place}`,
    opening: [
      worded.opening === undefined
        ? say`Hôm nay, hồi ${dots(8)} giờ ${dots(8)}, ngày ${dots(8)} tháng ${dots(8)} năm ${dots(12)}, tại ${dots(48)}, Tổ lấy ý kiến ${name} lập biên bản kiểm phiếu đợt “${campaign.name}”${version} của ${issuerOf(campaign.communeName)}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]}. Thu phiếu từ ngày ${day(campaign.openedOn)}, khóa ngày ${day(campaign.closedOn)}.`
        : [worded.opening],
    ],
    sections: sectionsOf(survey, village),
    closing:
      worded.closing === undefined
        ? say`Biên bản lập xong hồi ${dots(8)} giờ ${dots(8)} cùng ngày, đã đọc cho mọi người có mặt cùng nghe, thống nhất và ký tên.`
        : [worded.closing],
    recipients: [],
    signer: [],
    signatures: [
      ['TỔ TRƯỞNG', '(Ký, ghi rõ họ tên)'],
      ['THƯ KÝ', '(Ký, ghi rõ họ tên)'],
      ['HỘ DÂN CHỨNG KIẾN', '(Ký, ghi rõ họ tên)'],
    ],
    appendices: [],
  })
}
