import { expect, test } from 'vitest'
import { writeDocx } from '#app/documents/docx.server.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { listZip } from '#app/documents/zip.server.ts'
import { demonstrationNotice } from '#app/dossier/paper.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { printRate } from '#app/tally/rate.ts'
import { excelSheets, partOf, wordText } from '#tests/documents/paper-text.ts'
import { day, largeSurvey, metSurvey, noBasisSurvey, notMetSurvey, surveyOf } from './surveys.ts'

const madeOn = day('2026-03-25')

const reportOf = async (survey: Survey): Promise<Buffer> => {
  const paper = buildReport(survey, madeOn)
  if (!paper.ok) throw new Error(paper.error)
  return writeDocx(paper.value)
}

const tallyOf = async (survey: Survey): Promise<Buffer> => {
  const workbook = buildTally(survey, madeOn)
  if (!workbook.ok) throw new Error(workbook.error)
  return writeXlsx(workbook.value)
}

/** All figures the page shows of a survey, as printed. */
const printedRates = ({ results }: Survey): readonly string[] =>
  [results.area, ...results.units]
    .flatMap(area => [area.coverage, area.overall.satisfied])
    .concat(results.area.contents.flatMap(content => [content.satisfied, content.dissatisfied]))
    .map(rate => printRate(rate, 'vi'))

test('a report dated before the campaign was closed cannot be made', () => {
  expect(buildReport(metSurvey(), day('2026-03-20'))).toEqual({ ok: false, error: 'paper-before-closing' })
  expect(buildTally(metSurvey(), day('2026-03-20'))).toEqual({ ok: false, error: 'paper-before-closing' })
  expect(buildReport(metSurvey(), day('2026-03-21')).ok).toBe(true)
})

for (const [name, survey] of Object.entries({
  met: metSurvey(),
  'not met': notMetSurvey(),
  large: largeSurvey(),
})) {
  test(`${name}: Word and Excel carry exactly the figures of the page`, async () => {
    const word = wordText(await reportOf(survey))
    const excel = JSON.stringify(await excelSheets(await tallyOf(survey)))
    for (const rate of printedRates(survey)) {
      expect(word).toContain(rate)
      expect(excel).toContain(rate)
    }
  })
}

test('the conclusion names each content that fails, with its counts', async () => {
  const word = wordText(await reportOf(notMetSurvey()))
  expect(word).toContain('Kết luận: CHƯA ĐẠT')
  expect(word).toMatch(/nội dung 17 .*70,00\s% \(140\/200\sphiếu\)/u)
  expect(wordText(await reportOf(metSurvey()))).toContain('Kết luận: ĐẠT')
})

test('thresholds nobody confirmed give figures and no official verdict, and say so', async () => {
  const word = wordText(await reportOf(noBasisSurvey()))
  expect(word).toMatch(/CHƯA CÓ CĂN CỨ/)
  expect(word).not.toMatch(/Kết luận: (CHƯA )?ĐẠT/)
  expect(word).toContain('95,')
})

test('every page of a demonstration says so, a real one does not', async () => {
  const headers = async (survey: Survey): Promise<readonly boolean[]> => {
    const bytes = await reportOf(survey)
    const listed = listZip(bytes)
    const names = listed.ok ? listed.value.map(entry => entry.name) : []
    return names
      .filter(name => /^word\/header\d+\.xml$/.test(name))
      .map(name => partOf(bytes, name).includes(demonstrationNotice))
  }
  const shown = await headers(noBasisSurvey())
  expect(shown.length).toBeGreaterThanOrEqual(2)
  expect(shown).not.toContain(false)
  expect(await headers(metSurvey())).not.toContain(true)
  expect(JSON.stringify(await excelSheets(await tallyOf(noBasisSurvey())))).toContain(demonstrationNotice)
})

test('the same campaign on the same day gives the same bytes', async () => {
  expect((await reportOf(metSurvey())).equals(await reportOf(metSurvey()))).toBe(true)
  expect((await tallyOf(metSurvey())).equals(await tallyOf(metSurvey()))).toBe(true)
})

test('the page is A4 with the margins of NĐ 30/2020, Times New Roman, numbered from the second page', async () => {
  const bytes = await reportOf(metSurvey())
  const xml = partOf(bytes, 'word/document.xml')
  const millimetres = (twips: string | undefined): number => Number(twips) / 56.7
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? []
  expect(Math.round(millimetres(width))).toBe(210)
  expect(Math.round(millimetres(height))).toBe(297)
  const margin = /<w:pgMar [^>]*>/.exec(xml)?.[0] ?? ''
  const side = (name: string): number => millimetres(new RegExp(`w:${name}="(\\d+)"`).exec(margin)?.[1])
  for (const name of ['top', 'bottom'])
    expect(side(name), name).toSatisfy((mm: number) => mm >= 19.9 && mm <= 25.1)
  expect(side('left')).toSatisfy((mm: number) => mm >= 29.9 && mm <= 35.1)
  expect(side('right')).toSatisfy((mm: number) => mm >= 14.9 && mm <= 20.1)
  expect(partOf(bytes, 'word/styles.xml')).toContain('Times New Roman')
  expect(xml).toContain('<w:titlePg')
})

test('villages counted by hand are named with the split of their ballots', async () => {
  const survey = surveyOf({
    villages: [
      { name: 'Đồi Chè', households: 150, collected: 120 },
      { name: 'Suối Mơ', households: 90, collected: 80 },
    ],
    handCounted: [{ name: 'Suối Mơ', ballots: 11, byHand: 69 }],
  })
  const word = wordText(await reportOf(survey))
  expect(word).toContain(
    'Thôn Suối Mơ kiểm phiếu tay: 69 phiếu theo biên bản kiểm phiếu của thôn, 11 phiếu thu từng hộ',
  )
  expect(word).toContain('Suối Mơ (kiểm phiếu tay)')
  expect(JSON.stringify(await excelSheets(await tallyOf(survey)))).toContain('Suối Mơ (kiểm phiếu tay)')
})

test('every text of the report is Unicode NFC and holds no hole of a template', () => {
  for (const survey of [metSurvey(), notMetSurvey(), noBasisSurvey()]) {
    const paper = buildReport(survey, madeOn)
    if (!paper.ok) throw new Error(paper.error)
    const text = paper.value.opening.map(printPhrase).join('\n') + printPhrase(paper.value.closing)
    expect(text).toBe(text.normalize('NFC'))
    expect(JSON.stringify(paper.value)).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('letters without a code stand in an annex of their own, counted and not quoted; without any there is none', async () => {
  const heading = 'Thùng thư góp ý của đợt'
  expect(wordText(await reportOf(metSurvey()))).not.toContain(heading)
  const word = wordText(await reportOf({ ...metSurvey(), letters: { received: 12, answered: 3 } }))
  expect(word).toContain(heading)
  expect(word).toContain('nhận 12 thư, đã trả lời 3 thư')
})
