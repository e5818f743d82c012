import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { writePaperPdf } from '#app/documents/pdf-paper.server.ts'
import { writeWorkbookPdf } from '#app/documents/pdf-workbook.server.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { readWord, readWorkbook } from '#app/dossier/verify-office.ts'
import { paperTexts, workbookLines } from '#app/dossier/verify-paper-lines.ts'
import { readPdf } from '#app/dossier/verify-pdf.ts'
import { paperInPdf, pdfDifference, workbookInPdf } from '#app/dossier/verify-pdf-lines.ts'
import { pdfPages } from '#tests/documents/pdf-text.ts'
import { verifyTools } from '../../scripts/verify/tools.ts'
import { metSurvey, noBasisSurvey } from './surveys.ts'

const made = '2026-12-31' as Day

const partsOf = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)))

const reportOf = (survey: Survey) => {
  const paper = buildReport(survey, made)
  if (!paper.ok) throw new Error(paper.error)
  return paper.value
}

const tallyOf = (survey: Survey) => {
  const book = buildTally(survey, made)
  if (!book.ok) throw new Error(book.error)
  return book.value
}

test('a Word file is read back with exactly the texts of its paper, cell by cell', async () => {
  for (const survey of [metSurvey(), noBasisSurvey()]) {
    const paper = reportOf(survey)
    const read = readWord(partsOf(await writeDocx(paper)))
    if ('fault' in read) throw new Error(read.fault)
    expect(read.texts).toEqual(paperTexts(paper, printPhrase))
    expect([...new Set(read.heads)]).toEqual(paper.notice === null ? [] : [paper.notice])
  }
})

test('a workbook is read back cell by cell', async () => {
  for (const survey of [metSurvey(), noBasisSurvey()]) {
    const book = tallyOf(survey)
    expect(readWorkbook(partsOf(await writeXlsx(book)))).toEqual(workbookLines(book, printPhrase))
  }
})

/** What a phone's keyboard, another language and an old program may put into an opinion. */
const strange = [
  'Đường đẹp 👍🏽 100% 𝗯𝗮̆́𝗰 – “rất” tốt… 3½ km²; Ðất 10-12/2026',
  'Ngõ 5\u00ad7 \u200bcho\u0323\u031b tre\u0302\u0301, \u202e12 شكرا جزيلا 34 سلام',
  'กขค ភាសាខ្មែរ 中文 ᨲᩣᩴ',
]

const opinionated = () => {
  const paper = reportOf(noBasisSurvey())
  return { ...paper, opening: [...paper.opening, ...strange.map(text => [text.normalize('NFC')])] }
}

test('a PDF file is read back with the texts of its paper, whatever letters an opinion has', async () => {
  for (const paper of [reportOf(metSurvey()), opinionated()])
    expect(pdfDifference(pdfPages(await writePaperPdf(paper)), paperInPdf(paper, printPhrase))).toBe(null)
  const book = tallyOf(noBasisSurvey())
  expect(pdfDifference(pdfPages(await writeWorkbookPdf(book)), workbookInPdf(book, printPhrase))).toBe(null)
})

test('one figure or the notice that is another in a PDF file is named, with both texts', async () => {
  const [shown, told] = [reportOf(noBasisSurvey()), reportOf(noBasisSurvey())]
  const pages = pdfPages(await writePaperPdf(shown))
  const say = (closing: string) => ({ ...told, closing: [closing] })
  const wanted = paperInPdf(say('Có 7 bản.'), printPhrase)
  const named = pdfDifference(pages, wanted)
  expect(named?.expected).toBe('Có 7 bản.')
  expect(named?.found).not.toBe('–')
  expect(pdfDifference(pages, paperInPdf({ ...told, notice: 'Thử' }, printPhrase))).toMatchObject({
    ...{ at: '0', expected: 'Thử' },
  })
})

test('a PDF file in which anything else stands is none of ours', async () => {
  const bytes = await writePaperPdf(reportOf(metSurvey()))
  const faultOf = (changed: Buffer) => {
    const read = readPdf(changed, verifyTools.inflate)
    return 'fault' in read ? read.at : null
  }
  const file = bytes.toString('latin1')
  const changed = (from: string, to: string) => faultOf(Buffer.from(file.replace(from, to), 'latin1'))
  expect(faultOf(bytes)).toBe(null)
  expect(changed('/UserUnit 1', '/Annots  1')).toBe('/Annots')
  expect(changed('\nxref\n', '\n99 0 obj\n<<\n>>\nendobj\nxref\n')).toBe('xref')
  expect(faultOf(Buffer.concat([bytes, bytes.subarray(-200)]))).toBe('xref')
  expect(faultOf(Buffer.from('%PDF-1.3'))).toBe('%PDF')
})
