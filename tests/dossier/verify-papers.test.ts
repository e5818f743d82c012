import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { readWord, readWorkbook } from '#app/dossier/verify-office.ts'
import { paperTexts, workbookLines } from '#app/dossier/verify-paper-lines.ts'
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
