import { expect, test } from 'vitest'
import { writeDocx } from '#app/documents/docx.server.ts'
import { posterPages } from '#app/documents/pdf-poster.server.ts'
import { buildNotice, type Posted } from '#app/dossier/posting-notice.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { day, notMetSurvey } from '#tests/dossier/surveys.ts'
import { wordText } from './paper-text.ts'

const madeOn = day('2026-03-25')
const posted: Posted = {
  startsOn: madeOn,
  lastDay: day('2026-04-01'),
  days: 7,
  daysDocument: null,
  villages: ['Đồi Chè', 'Thôn Suối Mơ'],
  atCommune: true,
  byLoudspeaker: false,
  contact: 'Mặt trận xã',
  link: 'https://vi-du.example/ket-qua/1',
}

const posterText = (survey: Survey): string =>
  JSON.stringify(posterPages({ survey, posted }, { size: 'A4', madeOn }).content)

const noticeText = async (survey: Survey): Promise<string> => {
  const paper = buildNotice(survey, posted, madeOn)
  if (!paper.ok) throw new Error(paper.error)
  return wordText(await writeDocx(paper.value))
}

test('what hangs in the village says the verdict, and that of a part of a joint round says none', async () => {
  const verdict = /CHƯA ĐẠT/
  expect(posterText(notMetSurvey())).toMatch(verdict)
  expect(await noticeText(notMetSurvey())).toMatch(verdict)
  const part = { ...notMetSurvey(), partOfJoint: true }
  expect(posterText(part)).not.toMatch(verdict)
  expect(posterText(part)).toContain('kết luận ở kết quả chung của đợt')
  expect(await noticeText(part)).not.toMatch(verdict)
})

test('a village whose name says what it is has the word once', async () => {
  const places = 'Nhà văn hóa thôn Đồi Chè, thôn Suối Mơ'
  expect(posterText(notMetSurvey())).toContain(places)
  expect(await noticeText(notMetSurvey())).toContain(places)
})

test('what hangs says that a sample was asked, with what repeats the draw; nothing where everybody was', async () => {
  const line =
    /Lấy ý kiến theo mẫu rút ngẫu nhiên: 210\shộ trong 240\shộ; số gốc XSMB 48213, mã băm danh sách (ab){32}/u
  const sample = { drawn: 210, seed: 'XSMB 48213', listHash: 'ab'.repeat(32) }
  for (const textOf of [posterText, noticeText]) {
    expect(await textOf({ ...notMetSurvey(), sample })).toMatch(line)
    expect(await textOf(notMetSurvey())).not.toContain('theo mẫu')
  }
})
