import { spawnSync } from 'node:child_process'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { writeDocx } from '#app/documents/docx.server.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { paperPages, writePaperPdf } from '#app/documents/pdf-paper.server.ts'
import { textWidth } from '#app/documents/pdf-paper-page.server.ts'
import { workbookPages, writeWorkbookPdf } from '#app/documents/pdf-workbook.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { buildMinutes } from '#app/dossier/minutes.ts'
import { demonstrationNotice, type Paper } from '#app/dossier/paper.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { buildVerificationNote, signedNote } from '#app/dossier/verification-note.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { PaperSheets, WorkbookSheets } from '#app/ui/paper.tsx'
import { day, noBasisSurvey, surveyOf } from '#tests/dossier/surveys.ts'
import { excelSheets, markupTexts, wordTexts } from './paper-text.ts'
import { pdfPages, pdfText, topMargin } from './pdf-text.ts'

const madeOn = day('2026-03-25')

/** Sixty villages with long names, capitals with every mark, reasons that markup could swallow. */
const awkwardSurvey = (): Survey =>
  surveyOf({
    communeName: 'Xã Ưởng Thượng Đặng Kỷ',
    villages: Array.from({ length: 60 }, (_, i) => ({
      name: `Thôn Bản Nà Khoang\u00a0${i + 1} (sáp nhập “Cầu Đá” & Đồng Trĩu)`,
      households: 1210 + 7 * i,
      collected: 1170 + 6 * i,
      invalid: i % 3,
      weak: { environment: 12 + i, transport: i % 11, overall: i % 9 },
    })),
    opinions: [
      { content: 'environment', body: 'Nước < 5 mg & mùi "hôi", chỗ đổ rác <b>xa</b>' },
      { content: 'transport', body: 'ĐƯỜNG LẦY, ỔI! Ỵ Ẵ ữ ợ &amp; 10\u00a0000\u00a0đ' },
      { content: null, body: "Đề nghị xã trả lời: 'khi nào' <xong>?" },
    ],
    demonstration: true,
  })

const reportOf = (survey: Survey): Paper => {
  const report = buildReport(survey, madeOn)
  if (!report.ok) throw new Error(report.error)
  return report.value
}

const minutesOf = (survey: Survey): Paper => {
  const name = survey.results.units[0]?.name ?? ''
  const village = { name, channels: [], byHand: 0, byHandInvalid: 0, marked: 0, silent: [], drawn: null }
  const told = { opinions: survey.opinions, team: ['Nguyễn Thị Ẩn', 'Đỗ Ưng & con'] }
  const minutes = buildMinutes(survey, { ...village, ...told }, madeOn)
  if (!minutes.ok) throw new Error(minutes.error)
  return minutes.value
}

const noteOf = (survey: Survey): Paper => {
  const note = buildVerificationNote({
    ...{ survey, submittedOn: madeOn, madeOn, number: '45', conclusion: 'Đủ điều kiện <đưa> vào hồ sơ' },
    posting: { startsOn: madeOn, lastDay: day('2026-04-04'), opinions: 2 },
    comments: [
      { about: 'Hài lòng chung', body: 'Sao "cao" thế?', answer: 'Đã đếm lại & đúng', blocking: true },
    ],
    returns: [{ returnedOn: madeOn, summary: 'Thiếu biên bản Nà Khoang', answer: null }],
  })
  const signers = ['Đỗ Ưng & con', 'Nguyễn Thị Ẩn'].map(name => ({
    ...{ name, role: 'đoàn thẩm tra', at: '14:05 ngày 03/04/2026' },
  }))
  return signedNote(note, { sha256: 'a'.repeat(64), signers, supersededBy: null })
}

/** Files break lines where there were spaces: what is compared are the letters and figures. */
const compact = (text: string): string => text.replace(/\s/gu, '')

/** What a file says beyond the texts in their order, except heads of tables, which come again on every page; null where a text is missing. */
const beyond = (file: string, texts: readonly string[], heads: readonly string[]): string | null => {
  let at = 0
  for (const text of texts.map(compact)) {
    while (!file.startsWith(text, at)) {
      const head = heads.find(one => file.startsWith(one, at))
      if (head === undefined) return null
      at += head.length
    }
    at += text.length
  }
  return file.slice(at)
}

const headsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<thead>.*?<\/thead>/gs)].map(([head]) => markupTexts(head).map(compact).join(''))

const papers = {
  'the report of sixty villages': () => reportOf(awkwardSurvey()),
  'the report without a basis': () => reportOf(noBasisSurvey()),
  'the minutes of a village': () => minutesOf(awkwardSurvey()),
  'the signed verification note': () => noteOf(noBasisSurvey()),
}

for (const [name, make] of Object.entries(papers))
  test(`${name}: the page, the PDF and the Word file say the same texts in the same order`, async () => {
    const paper = make()
    const html = renderToStaticMarkup(<PaperSheets paper={paper} />)
    const texts = markupTexts(html)
    const shown = texts.filter(text => text !== demonstrationNotice)
    expect(texts.length - shown.length).toBe(1 + paper.appendices.length)
    expect(wordTexts(await writeDocx(paper))).toEqual(shown)
    expect(beyond(pdfText(await writePaperPdf(paper)), shown, headsIn(html))).toBe('')
  })

test('every page of a PDF paper says that its data are made up, and those from the second on their number', async () => {
  const pages = pdfPages(await writePaperPdf(reportOf(noBasisSurvey())))
  const heads = pages.map(({ height, pieces }) =>
    compact(
      pieces
        .filter(({ y }) => height - y <= topMargin)
        .map(({ text }) => text)
        .join(''),
    ),
  )
  const notice = compact(demonstrationNotice)
  expect(heads).toEqual(pages.map((_, i) => (i === 0 ? notice : `${i + 1}${notice}`)))
  const sideways = pages.map(({ width, height }) => width > height)
  expect(sideways.slice(0, 3)).toEqual([false, false, false])
  expect(sideways.slice(-3)).toEqual([true, true, true])
})

test('the tally says the same on the page, in PDF and in Excel', async () => {
  const workbook = buildTally(noBasisSurvey(), madeOn)
  if (!workbook.ok) throw new Error(workbook.error)
  const html = renderToStaticMarkup(<WorkbookSheets workbook={workbook.value} />)
  const shown = markupTexts(html).filter(text => text !== demonstrationNotice)
  expect(beyond(pdfText(await writeWorkbookPdf(workbook.value)), shown, headsIn(html))).toBe('')
  const cells = (await excelSheets(await writeXlsx(workbook.value))).flatMap(({ data }) => data.flat())
  const printed = cells
    .filter(cell => cell !== null && cell !== '' && cell !== demonstrationNotice)
    .map(cell => (typeof cell === 'number' ? formatInteger(cell, 'vi') : String(cell)))
  expect(printed).toEqual(shown)
})

test('every table of the tally is as wide as the page', () => {
  const workbook = buildTally(noBasisSurvey(), madeOn)
  if (!workbook.ok) throw new Error(workbook.error)
  const written = JSON.stringify(workbookPages(workbook.value))
  const widths = [...written.matchAll(/"widths":\[([\d.,]+)\]/g)].map(([, list = '']) =>
    list.split(',').map(Number),
  )
  expect(widths).toHaveLength(workbook.value.sheets.length)
  // Beside its text a column has 6 points of room and half a point of rule; one more rule closes the table.
  const wholes = widths.map(texts => texts.reduce((sum, text) => sum + text + 6.5, 0.5).toFixed(1))
  expect(new Set(wholes)).toEqual(new Set([textWidth.sideways.toFixed(1)]))
})

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined

test.skipIf(!hasPdftotext)('another program reads the same text out of the PDF', async () => {
  const paper = reportOf(awkwardSurvey())
  const bytes = await writePaperPdf(paper)
  const below = ['-x', '0', '-y', String(Math.ceil(topMargin)), '-W', '900', '-H', '900']
  const { stdout } = spawnSync('pdftotext', ['-raw', ...below, '-', '-'], { input: bytes })
  const letters = (text: string) => [...compact(text.replace(/\f/g, ''))].sort().join('')
  expect(letters(stdout.toString('utf8'))).toBe(letters(pdfText(bytes)))
})

test('the same paper is the same PDF, drawn anew or given again', async () => {
  const paper = minutesOf(awkwardSurvey())
  const given = await writePaperPdf(paper)
  expect(given.equals(await renderPdf(paperPages(minutesOf(awkwardSurvey()))))).toBe(true)
  expect(await writePaperPdf(paper)).toBe(given)
})
