import type { Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { contentsTable } from './contents-table.ts'
import { anyDissatisfiedText, headTable, overallText } from './figures-section.ts'
import { opinionsTable } from './opinions-table.ts'
import { demonstrationNotice, type Sheet, type Table, type Workbook } from './paper.ts'
import { day, type Phrase, say } from './phrase.ts'
import type { ReportFault } from './report.ts'
import type { Survey } from './survey.ts'
import { rateGrid, villageContentsTable, villagesTable } from './villages-table.ts'
import { baseNames, titleNames } from './wording.ts'

const verdictNames = { met: 'Đạt', 'not-met': 'Chưa đạt', 'no-basis': 'Chưa có căn cứ kết luận' } as const

/** The head block of the report with the overall question, the ballots it hides and the verdict under it. */
const summaryTable = (survey: Survey): Table => {
  const { results, rules } = survey
  const head = headTable(survey)
  return {
    ...head,
    rows: [
      ...head.rows,
      [['Câu hỏi hài lòng chung'], overallText(survey)],
      [['Chưa hài lòng ít nhất một nội dung'], anyDissatisfiedText(survey)],
    ],
    strong: survey.partOfJoint
      ? []
      : [[say`Kết luận theo bộ quy tắc “${rules.packName}”`, [verdictNames[results.verdict]]]],
  }
}

const headingOf = ({ campaign }: Survey, madeOn: Day, title: string): readonly Phrase[] => [
  [title],
  say`${campaign.communeName} · Danh hiệu: ${titleNames[campaign.title]} · Đợt: ${campaign.name}`,
  say`Khóa thu phiếu ngày ${day(campaign.closedOn)} · Lập biểu ngày ${day(madeOn)}`,
]

/** A cell holds 32 767 characters at most; the sheet of opinions has all of them. */
const reasonsInCell = { shown: 5, longest: 120 }

const sheetsOf = (survey: Survey, madeOn: Day): readonly Sheet[] => {
  const base = say`Mẫu số của tỷ lệ là ${baseNames[countingOf(survey.rules).base]}.`
  const sheet = (name: string, title: string, table: Table, remarks: readonly Phrase[] = []): Sheet => ({
    name,
    heading: headingOf(survey, madeOn, title),
    table,
    remarks,
  })
  return [
    sheet('Tổng hợp', 'BIỂU TỔNG HỢP KẾT QUẢ LẤY Ý KIẾN', summaryTable(survey)),
    sheet('Theo nội dung', 'KẾT QUẢ THEO NỘI DUNG', contentsTable(survey, reasonsInCell), [base]),
    sheet('Theo thôn', 'KẾT QUẢ THEO THÔN', villagesTable(survey)),
    sheet('Tỷ lệ thôn × nội dung', 'TỶ LỆ HÀI LÒNG THEO THÔN VÀ NỘI DUNG', rateGrid(survey), [base]),
    sheet('Thôn × nội dung', 'KẾT QUẢ TỪNG NỘI DUNG Ở TỪNG THÔN', villageContentsTable(survey), [base]),
    sheet('Ý kiến', 'LÝ DO CHƯA HÀI LÒNG VÀ Ý KIẾN KHÁC', opinionsTable(survey)),
  ]
}

/** The tally sheets of a closed campaign (biểu tổng hợp) as a workbook; `madeOn` as for the report. */
export const buildTally = (survey: Survey, madeOn: Day): Result<Workbook, ReportFault> => {
  if (madeOn < survey.campaign.closedOn) return no('paper-before-closing')
  return ok({
    notice: survey.demonstration ? demonstrationNotice : null,
    madeOn,
    sheets: sheetsOf(survey, madeOn),
  })
}
