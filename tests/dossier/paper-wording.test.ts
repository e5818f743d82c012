import { expect, test } from 'vitest'
import { buildMinutes } from '#app/dossier/minutes.ts'
import {
  fillWording,
  type PaperWording,
  placeholdersOf,
  unknownPlaceholders,
} from '#app/dossier/paper-wording.ts'
import { buildReport } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildVerificationNote } from '#app/dossier/verification-note.ts'
import { day, metSurvey } from './surveys.ts'

const usual: PaperWording = {
  ...{ version: 3, letterhead: null, symbol: null, place: null, signer: null, signedBy: null },
  ...{ recipients: null, opening: null, closing: null },
}

const ours: PaperWording = {
  ...usual,
  letterhead: ['MẶT TRẬN TỔ QUỐC VIỆT NAM {TỈNH}', 'ỦY BAN MTTQ {XÃ}'],
  symbol: 'BC-MTTQ',
  place: '{tên xã}',
  opening:
    'Thực hiện chỉ đạo của {tỉnh}, {cơ quan} báo cáo đợt “{đợt}” đề nghị danh hiệu {danh hiệu} năm {năm}:',
  signer: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signedBy: 'Nguyễn Thị Lan',
  recipients: ['UBND {xã};', 'Lưu.'],
}

const madeOn = day('2026-03-25')

const reportOf = (survey: Survey) => {
  const report = buildReport(survey, madeOn)
  if (!report.ok) throw new Error(report.error)
  return report.value
}

test('the words of a province replace the usual ones, placeholders filled in; what it leaves empty stays', () => {
  const report = reportOf({ ...metSurvey(), wording: { report: ours } })
  expect(report.letterhead).toEqual({
    lines: ['MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH MINH HỌA', 'ỦY BAN MTTQ XÃ SƠN LỘC'],
    symbol: 'BC-MTTQ',
    place: 'Sơn Lộc',
  })
  expect(report.opening).toEqual([
    [
      'Thực hiện chỉ đạo của tỉnh Minh Họa, Ban Thường trực Ủy ban MTTQ Việt Nam xã Sơn Lộc báo cáo đợt “Lấy ý kiến đợt 1 năm 2026” đề nghị danh hiệu xã đạt chuẩn nông thôn mới năm 2026:',
    ],
  ])
  expect([report.signer, report.signedBy, report.recipients]).toEqual([
    ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    'Nguyễn Thị Lan',
    ['UBND xã Sơn Lộc;', 'Lưu.'],
  ])
  expect(report.closing).toEqual(reportOf(metSurvey()).closing)
  expect(report.appendices[0]?.attachedTo).toContain('/BC-MTTQ ngày 25 tháng 3 năm 2026')
})

test('a report says with which version of the words it was made, and every figure stays', () => {
  const [plain, worded] = [reportOf(metSurvey()), reportOf({ ...metSurvey(), wording: { report: ours } })]
  expect(JSON.stringify(worded.appendices)).toContain('Mẫu văn bản của tỉnh: bản ')
  expect(JSON.stringify(plain.appendices)).not.toContain('Mẫu văn bản của tỉnh')
  expect(worded.sections).toEqual(plain.sections)
})

test('the verification note is issued by the province: its words are the province’s, the commune’s its own', () => {
  const facts = { posting: null, comments: [], returns: [], conclusion: 'Đủ điều kiện', number: '45' }
  const noteOf = (survey: Survey) => buildVerificationNote({ survey, ...facts, submittedOn: madeOn, madeOn })
  const [plain, worded] = [
    noteOf(metSurvey()),
    noteOf({ ...metSurvey(), wording: { 'verification-note': { ...ours, place: '{tỉnh}' } } }),
  ]
  expect(worded.letterhead).toEqual({
    lines: ['MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH MINH HỌA', 'ỦY BAN MTTQ XÃ SƠN LỘC'],
    ...{ symbol: 'BC-MTTQ', number: '45', place: 'tỉnh Minh Họa' },
  })
  expect(worded.opening[0]?.[0]).toContain('Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Minh Họa báo cáo đợt')
  expect([worded.signer, worded.signedBy]).toEqual([['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'Nguyễn Thị Lan'])
  expect([worded.closing, worded.sections]).toEqual([plain.closing, plain.sections])
  expect(JSON.stringify(worded.appendices)).toContain('Mẫu văn bản của tỉnh: bản ')
})

test('the words for one paper leave the others as they are', () => {
  expect(reportOf({ ...metSurvey(), wording: { 'posting-notice': ours } })).toEqual(reportOf(metSurvey()))
})

test('minutes alone know the village', () => {
  const village = {
    ...{ name: 'Đồi Chè', channels: [], byHand: 0, byHandInvalid: 0, marked: 0, opinions: [], team: [] },
    ...{ silent: [], drawn: null },
  }
  const wording = { minutes: { ...usual, letterhead: ['{XÃ}', 'BAN CÔNG TÁC MẶT TRẬN {THÔN}'] } }
  const minutes = buildMinutes({ ...metSurvey(), wording }, village, madeOn)
  expect(minutes.ok && minutes.value.letterhead.lines).toEqual([
    'XÃ SƠN LỘC',
    'BAN CÔNG TÁC MẶT TRẬN THÔN ĐỒI CHÈ',
  ])
  expect(placeholdersOf('report')).not.toContain('thôn')
  expect(placeholdersOf('minutes')).toContain('thôn')
})

test('unknown placeholders and stray braces are named as they were typed', () => {
  expect(unknownPlaceholders('report', 'Kính gửi {huyện}, {thôn} và {xã}: {tỷ lệ} } {')).toEqual([
    '{huyện}',
    '{thôn}',
    '{tỷ lệ}',
    '}',
    '{',
  ])
  expect(unknownPlaceholders('minutes', '{thôn}, {xã}'.normalize('NFD'))).toEqual([])
  expect(unknownPlaceholders('report', '{constructor}')).toEqual(['{constructor}'])
})

test('no wording fills nothing in', () => {
  const place = {
    ...{ communeName: 'Xã Sơn Lộc', provinceName: 'Tỉnh Minh Họa', campaignName: 'Đợt 1', year: '2026' },
    title: 'commune-standard' as const,
  }
  expect(fillWording(undefined, place)).toEqual({})
  expect(fillWording(usual, place)).toEqual({ letterhead: {} })
})
