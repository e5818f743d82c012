import { expect, test } from 'vitest'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import type { Day } from '#app/basics/day.ts'
import { plainPlan } from '#app/campaign/plan.ts'
import { timetableOf } from '#app/campaign/plan-timetable.ts'
import { printPhrase } from '#app/documents/print.server.ts'
import type { Block, Paper } from '#app/dossier/paper.ts'
import { buildPlanPaper, type PlannedRound } from '#app/dossier/plan-paper.ts'
import { usualPurpose, usualRequirements } from '#app/dossier/plan-wording.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { findRules } from '#app/verdict/packs.ts'

const questionnaire = findQuestionnaire('qd318')
const rules = findRules('hd90-2022/commune-standard')
if (!questionnaire || !rules) throw new Error('no questionnaire or rules')

const campaign = { name: 'Đợt', title: 'commune-standard' as const, communeName: 'Xã Sơn Lộc' }
const round: PlannedRound = {
  campaign,
  questionnaire,
  rules,
  provinceName: 'Tỉnh Minh Họa',
  plan: { ...plainPlan, purpose: usualPurpose(campaign), requirements: usualRequirements },
  teams: [
    { id: '1', name: 'Tổ 1', leader: 'Bà Hòa', members: 'Hội Phụ nữ\nĐoàn Thanh niên', villageIds: ['a'] },
  ],
  villages: [
    { villageId: 'a', name: 'Đồi Chè', households: 1200 },
    { villageId: 'b', name: 'Suối Mơ', households: 85 },
  ],
  timetable: timetableOf({
    startsOn: '2026-03-02' as Day,
    endsOn: '2026-03-27' as Day,
    today: '2026-02-20' as Day,
    limit: 20,
    calendar: vietnamCalendar,
  }),
  demonstration: false,
}
const today = '2026-02-20' as Day

const textOf = (block: Block): string =>
  block.kind === 'table'
    ? [...block.table.rows, ...block.table.strong].map(row => row.map(printPhrase).join(' | ')).join('\n')
    : printPhrase(block.text)
const sectionText = (paper: Paper, index: number): string =>
  paper.sections[index]?.blocks.map(textOf).join('\n') ?? ''

test('the plan has the four sections of a state plan, and lists the contents behind it', () => {
  const paper = buildPlanPaper(round, today)
  expect(paper.sections.map(section => section.heading)).toEqual([
    'MỤC ĐÍCH, YÊU CẦU',
    'NỘI DUNG, ĐỐI TƯỢNG, PHẠM VI, HÌNH THỨC',
    'THỜI GIAN',
    'TỔ CHỨC THỰC HIỆN',
  ])
  const table = paper.appendices[0]?.blocks[0]
  expect(table?.kind === 'table' && table.table.rows.length).toBe(questionnaire.contents.length)
})

test('the time names the working days and the last day that the rules allow', () => {
  expect(sectionText(buildPlanPaper(round, today), 2)).toContain(
    'từ ngày 02/03/2026 đến hết ngày 27/03/2026, 20 ngày làm việc',
  )
  expect(sectionText(buildPlanPaper(round, today), 2)).toContain('chậm nhất ngày 27/03/2026')
  const open = { ...round, timetable: { ...round.timetable, limit: null, lastDay: null } }
  expect(sectionText(buildPlanPaper(open, today), 2)).not.toContain('Thời hạn')
})

test('teams stand with their villages, villages with their households and teams, and the sum', () => {
  const text = sectionText(buildPlanPaper(round, today), 3)
  expect(text).toContain('1 | Tổ 1 | Bà Hòa | Hội Phụ nữ; Đoàn Thanh niên | Đồi Chè')
  expect(text).toContain('1 | Đồi Chè | 1.200 | Tổ 1')
  expect(text).toContain('2 | Suối Mơ | 85 | ')
  expect(text).toContain('Cộng | 1.285')
  const without = sectionText(buildPlanPaper({ ...round, teams: [] }, today), 3)
  expect(without).not.toContain('Các tổ lấy ý kiến')
})

test('a plan that was issued carries its number, day and signer; a draft leaves room for the number', () => {
  const draft = buildPlanPaper(round, today)
  expect([draft.madeOn, draft.letterhead.number, draft.signedBy]).toEqual([today, undefined, undefined])
  const plan = { ...round.plan, number: '12', issuedOn: '2026-02-16' as Day, signer: 'Nguyễn Văn An' }
  const issued = buildPlanPaper({ ...round, plan }, today)
  expect([issued.madeOn, issued.letterhead.number, issued.letterhead.symbol, issued.signedBy]).toEqual([
    '2026-02-16',
    '12',
    'KH-MTTQ-BTT',
    'Nguyễn Văn An',
  ])
  expect(issued.appendices[0]?.attachedTo).toContain('số 12/KH-MTTQ-BTT ngày 16 tháng 02 năm 2026')
})

test('only what is made up carries the notice', () => {
  expect(buildPlanPaper(round, today).notice).toBeNull()
  expect(buildPlanPaper({ ...round, demonstration: true }, today).notice).not.toBeNull()
})
