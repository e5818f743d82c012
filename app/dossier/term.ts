import { termOf, vietnamCalendar } from '#app/basics/calendar.ts'
import { count, day, type Phrase, say } from './phrase.ts'
import type { Survey } from './survey.ts'

type Course = Pick<Survey, 'campaign' | 'rules' | 'traces'>

const standings = {
  within: say`trong thời hạn`,
  'hangs-on-first-day': say`trong thời hạn nếu không tính ngày đầu tiên`,
  beyond: say`quá thời hạn`,
} as const

/** The working days from the opening of this version to the count, against the limit of the frozen rules where there is one. */
export const termTexts = ({ campaign, rules, traces }: Course): readonly Phrase[] => {
  const limit = rules.workingDays.value
  if (limit === null) return []
  const reopened = traces.earlier.at(-1)?.reopenedOn
  const span = { from: reopened ?? campaign.openedOn, to: campaign.closedOn }
  const term = termOf(span, { limit, calendar: vietnamCalendar })
  const since = reopened ? say` từ khi mở lại (${day(reopened)})` : []
  const used = say`Thời gian lấy ý kiến và kiểm phiếu${since}: ${count(term.used)} ngày làm việc; thời hạn ${count(limit)} ngày làm việc, đến hết ngày ${day(term.lastDay)}: ${standings[term.standing]}.`
  const years = term.unknownYears.join(', ')
  if (years === '') return [used]
  return [used, say`Chưa có lịch nghỉ lễ năm ${years} nên mới trừ thứ Bảy, Chủ nhật của năm đó.`]
}

/** Which version of the results this is, and why those before it were replaced. */
export const versionTexts = ({ traces }: Course): readonly Phrase[] => {
  if (traces.earlier.length === 0) return []
  return [
    say`Kết quả này là bản ${count(traces.version)} của đợt.`,
    ...traces.earlier.map(
      ({ version, closedOn, reopenedOn, reason }) =>
        say`Bản ${count(version)} khóa ngày ${day(closedOn)}, được mở lại ngày ${day(reopenedOn)}, lý do: ${reason.replace(/[\s.]+$/u, '')}.`,
    ),
  ]
}
