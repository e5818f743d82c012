import { expect, test } from 'vitest'
import { writeDocx } from '#app/documents/docx.server.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { contentsTable } from '#app/dossier/contents-table.ts'
import { demonstrationNotice } from '#app/dossier/paper.ts'
import { count } from '#app/dossier/phrase.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { weakestContents } from '#app/dossier/weakest.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { printRate } from '#app/tally/rate.ts'
import { day, largeSurvey, metSurvey, noBasisSurvey, notMetSurvey, surveyOf } from '#tests/dossier/surveys.ts'
import { excelSheets, partOf, wordText } from './paper-text.ts'

const madeOn = day('2026-03-25')

const wordOf = async (survey: Survey): Promise<Buffer> => {
  const paper = buildReport(survey, madeOn)
  if (!paper.ok) throw new Error(paper.error)
  return writeDocx(paper.value)
}

const sheetsOf = async (survey: Survey) => {
  const workbook = buildTally(survey, madeOn)
  if (!workbook.ok) throw new Error(workbook.error)
  return excelSheets(await writeXlsx(workbook.value))
}

/** Lines of Appendix I in a Word file, a cell after another. */
const appendixRows = (word: string): readonly (readonly string[])[] => {
  const appendix = word.slice(word.indexOf('\nPhụ lục I\n'), word.indexOf('\nPhụ lục II\n'))
  return appendix
    .split('\n')
    .map(line => line.split(' | ').map(cell => cell.trim()))
    .filter(cells => /^\d+$/.test(cells[0] ?? ''))
}

for (const [name, survey] of Object.entries({
  met: metSurvey(),
  'not met': notMetSurvey(),
  large: largeSurvey(),
})) {
  test(`${name}: each row of the tally has the counts and rates of its content, in Word and in Excel`, async () => {
    const word = appendixRows(wordText(await wordOf(survey)))
    const excel = (await sheetsOf(survey)).find(({ sheet }) => sheet === 'Theo nội dung')?.data ?? []
    const { area } = survey.results
    expect(word).toHaveLength(area.contents.length)
    for (const [i, { counts, satisfied, dissatisfied }] of area.contents.entries()) {
      const rates = [printRate(satisfied, 'vi'), printRate(dissatisfied, 'vi')]
      const printed = (n: number) => formatInteger(n, 'vi')
      expect(word[i]?.slice(2, 8)).toEqual([
        printed(area.valid),
        printed(counts.satisfied),
        rates[0],
        printed(counts.dissatisfied),
        rates[1],
        printed(counts.blank),
      ])
      const row = excel.find(cells => cells[0] === i + 1)
      expect(row?.slice(2, 8)).toEqual([
        area.valid,
        counts.satisfied,
        rates[0],
        counts.dissatisfied,
        rates[1],
        counts.blank,
      ])
    }
  })
}

test('every village has its row in Excel, content by content, and they add up to the whole', async () => {
  const survey = largeSurvey()
  const excel = (await sheetsOf(survey)).find(({ sheet }) => sheet === 'Thôn × nội dung')?.data ?? []
  const rows = excel.filter(cells => typeof cells[1] === 'number')
  expect(rows).toHaveLength(60 * survey.results.contents.length)
  const sums = survey.results.area.contents.map((_, i) =>
    rows.filter(cells => cells[1] === i + 1).reduce((sum, cells) => sum + Number(cells[4]), 0),
  )
  expect(sums).toEqual(survey.results.area.contents.map(({ counts }) => counts.satisfied))
})

test('a survey nobody answered has a report without a single made-up rate', async () => {
  const survey = surveyOf({ villages: [{ name: 'Đồi Chè', households: 10, collected: 0 }] })
  const word = wordText(await wordOf(survey))
  expect(word).toContain('Tỷ lệ hài lòng chung: không có phiếu để tính tỷ lệ, mức tối thiểu là 80\u00a0%.')
  expect(word).toContain('Không có hộ nào trả lời.')
  for (const row of appendixRows(word)) expect(row.slice(4, 7)).toEqual(['–', '0', '–'])
})

test('where blanks leave the base, the table shows by what each rate is divided', () => {
  const story = { villages: [{ name: 'Đồi Chè', households: 20, collected: 20, blank: { income: 5 } }] }
  const survey = surveyOf(story)
  const rules = { ...survey.rules, base: { ...survey.rules.base, value: 'answered' as const } }
  const own = contentsTable(surveyOf({ ...story, rules }), { shown: 3, longest: 80 })
  const column = own.columns.findIndex(({ heading }) => heading === 'Mẫu số')
  expect(own.rows.map(row => row[column]?.[0])).toContainEqual(count(15))
  const shared = contentsTable(survey, { shown: 3, longest: 80 })
  expect(shared.columns.some(({ heading }) => heading === 'Mẫu số')).toBe(false)
})

test('the weakest contents come lowest first, every one that fails among them', () => {
  const weak = { transport: 30, environment: 45, income: 25, health: 50, housing: 1 }
  const survey = surveyOf({ villages: [{ name: 'Đồi Chè', households: 100, collected: 100, weak }] })
  expect(weakestContents(survey).map(({ content }) => content)).toEqual([
    'health',
    'environment',
    'transport',
    'income',
  ])
})

test('reasons stand beside the content they were given for, and their absence is said', () => {
  const { columns, rows, strong } = contentsTable(notMetSurvey(), { shown: 3, longest: 80 })
  const reasons = [...rows, ...strong].map(row => printPhrase(row[columns.length - 1] ?? []))
  expect(reasons[16]).toBe(
    'Rác để ven đường, xe gom rác mỗi tuần mới đến một lần (2\u00a0ý\u00a0kiến); Nước mương bẩn và có mùi',
  )
  expect(reasons[19]).toBe('Không ghi lý do')
  expect(reasons[0]).toBe('')
})

test('tables repeat their headings and split no row; the appendices lie on their side', async () => {
  const xml = partOf(await wordOf(largeSurvey()), 'word/document.xml')
  const rows = xml.match(/<w:tr>/g)?.length ?? 0
  expect(rows).toBeGreaterThan(80)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
  // Four upright tables with one row of headings, two appendices with two, one with one.
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(9)
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(3)
})

test('every sheet of a demonstration says so in its first cell', async () => {
  for (const { data } of await sheetsOf(noBasisSurvey())) expect(data[0]?.[0]).toBe(demonstrationNotice)
  for (const { data } of await sheetsOf(metSurvey())) expect(data.flat()).not.toContain(demonstrationNotice)
})
