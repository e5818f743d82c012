import { describe, expect, test } from 'vitest'
import type { Deed } from '#app/account/permission.ts'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import type { Day } from '#app/basics/day.ts'
import type { State } from '#app/campaign/campaign.ts'
import { timetableOf } from '#app/campaign/plan-timetable.ts'
import { type ProblemKind, registerMessage, type Told } from '#app/household/register/register.ts'
import { Assignments } from '#app/ui/office-assignments.tsx'
import { CampaignSteps } from '#app/ui/office-campaign-head.tsx'
import { CampaignNav } from '#app/ui/office-campaign-nav.tsx'
import { CollectingPanel } from '#app/ui/office-collecting.tsx'
import { Doors } from '#app/ui/office-doors.tsx'
import { DraftPanel } from '#app/ui/office-draft.tsx'
import { EntryForm } from '#app/ui/office-entry.tsx'
import { FrozenRules } from '#app/ui/office-opening.tsx'
import { TermLeft } from '#app/ui/office-plan-term.tsx'
import { PlanNotIssued } from '#app/ui/office-plan-view.tsx'
import { RegisterCheck } from '#app/ui/office-register.tsx'
import { ResumedPage, SignInPage } from '#app/ui/office-sign-in.tsx'
import { ResultsOpinions } from '#app/ui/results-opinions.tsx'
import { render } from './render.ts'
import { surveyOf, textOf } from './results-page.tsx'

const { questionnaire, rules } = surveyOf('hd90-2022/commune-standard')
const village = {
  villageId: 'v1',
  name: 'Đồi Chè',
  ...{ households: 100, asked: 100, issued: 90, collected: 60, byHand: null, canChange: null },
}

const collecting = (
  deeds: readonly Deed[],
  collected = 60,
  more: { readonly byHand?: number; readonly canChange?: number } = {},
) => (
  <CollectingPanel
    campaignId="c1"
    villages={[{ ...village, collected, ...more }]}
    total={{ ...village, collected }}
    deeds={deeds}
    rules={rules}
    whole
  />
)

test('the tab of a closed round that a collector may not open is not shown to one', () => {
  const tabs = (role: 'collector' | 'commune-cadre' | 'appraiser') =>
    render(<CampaignNav campaign={{ id: 'c1', state: 'posted' }} role={role} here="" />)
  expect(tabs('collector')).toContain('/dot/c1/theo-doi')
  expect(tabs('collector')).not.toContain('/dot/c1/niem-yet')
  expect(tabs('commune-cadre')).toContain('/dot/c1/niem-yet')
  expect(tabs('appraiser')).toContain('/dot/c1/niem-yet')
})

test('a commune without collectors has nothing to save, and is told how to add one', () => {
  const candidate = { accountId: 'a1', name: 'Tâm', username: 'tam', assigned: false, mayCollect: true }
  const page = (candidates: readonly (typeof candidate)[]) =>
    render(<Assignments campaignId="c1" villages={[{ villageId: 'v1', name: 'Đồi Chè', candidates }]} />)
  expect(page([candidate])).toContain('type="submit"')
  expect(page([])).not.toContain('type="submit"')
  expect(page([])).toContain('href="/quan-tri/moi"')
})

describe('a round that collects', () => {
  test('offers only what the reader may do', () => {
    const watcher = render(collecting([]))
    expect(watcher).not.toContain('/khoa')
    expect(watcher).not.toContain('/ma/')
    expect(watcher).not.toContain('/thu')
    const cadre = render(collecting(['code.print', 'ballot.enter', 'campaign.close']))
    for (const link of ['/dot/c1/khoa', '/dot/c1/ma/v1', '/dot/c1/thu?thon=v1']) expect(cadre).toContain(link)
  })

  test('says how many households the minimum of the rules still needs, and when it is reached', () => {
    expect(textOf(collecting([]))).toContain(
      'từ 70\u00a0%; hiện là 60,00\u00a0% (60/100 hộ). Còn cần 10 hộ nữa.',
    )
    expect(textOf(collecting([], 70))).toContain('Đã đạt mức tối thiểu.')
  })
})

describe('a village while collecting', () => {
  test('says how many of its households can still change the verdict', () => {
    expect(textOf(collecting([], 60, { canChange: 40 }))).toContain('Còn 40 hộ có thể làm thay đổi kết luận.')
    expect(textOf(collecting([], 60, { canChange: 0 }))).toContain('Không còn hộ nào')
    expect(textOf(collecting([]))).not.toContain('thay đổi kết luận')
  })

  test('that was counted by hand is marked, and offers its sheet but no ballots', () => {
    const markup = render(collecting(['ballot.enter', 'sheet.enter'], 60, { byHand: 24 }))
    expect(markup).toContain('Kiểm phiếu tay: 24 phiếu')
    expect(markup).toContain('/dot/c1/kiem-phieu/v1')
    expect(markup).not.toContain('/dot/c1/thu?thon=v1')
  })
})

const timetable = timetableOf({
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-04-03' as Day,
  today: '2026-03-03' as Day,
  limit: 20,
  calendar: vietnamCalendar,
})

describe('a round while collecting', () => {
  test('says how many working days are left, or that its end or the limit has passed', () => {
    const left = (today: string) =>
      textOf(<TermLeft timetable={{ ...timetable, today: today as Day, left: 3, leftAllowed: 1 }} />)
    expect(left('2026-03-27')).toContain('Còn 3 ngày làm việc đến hết ngày kết thúc của đợt (03/04/2026).')
    expect(left('2026-03-27')).toContain('hết vào ngày 27/03/2026')
    expect(left('2026-03-30')).toContain('Đã quá thời hạn 20 ngày làm việc')
    expect(left('2026-04-04')).toContain('Đã qua ngày kết thúc của đợt')
  })
})

describe('the way of a round', () => {
  const current = (state: State, households = 3, late = false) =>
    render(<CampaignSteps state={state} households={households} late={late} planIssued />).match(
      /aria-current="step"><span>([^<]+)/,
    )?.[1] ?? null

  test('goes from the plan to the verification', () => {
    expect(current('draft')).toBe('Kế hoạch')
    expect(current('planned', 0)).toBe('Nhập danh sách hộ')
    expect(current('planned')).toBe('Mở đợt')
    expect(current('collecting')).toBe('Phát mã, thu phiếu')
    expect(current('collecting', 3, true)).toBe('Khóa thu phiếu')
    expect([current('closed'), current('posted')]).toEqual(['Niêm yết', 'Niêm yết'])
    expect([current('awaiting-verification'), current('returned')]).toEqual(['Thẩm tra', 'Thẩm tra'])
    expect([current('verified'), current('filed'), current('cancelled')]).toEqual([null, null, null])
  })
})

test('a step that was passed over is not called done', () => {
  const plan = (planIssued: boolean) =>
    textOf(<CampaignSteps state="collecting" households={3} late={false} planIssued={planIssued} />)
  expect(plan(true)).toContain('Kế hoạch (đã xong)')
  expect(plan(false)).toContain('Kế hoạch (chưa làm)')
})

test('a plan that was not issued is said before opening', () => {
  const said = (state: State) => render(<PlanNotIssued campaign={{ id: 'c1', state }} />)
  expect(said('draft')).toContain('/dot/c1/ke-hoach/ban-hanh')
  expect(said('planned')).toBe('')
})

describe('a draft', () => {
  const draft = (households: number, state: State = 'draft') => (
    <DraftPanel
      campaignId="c1"
      state={state}
      villages={[{ villageId: 'v1', name: 'Đồi Chè', households }]}
      deeds={['plan.edit', 'register.import', 'campaign.open']}
      timetable={timetable}
    />
  )

  test('cannot be opened before there are households', () => {
    expect(render(draft(0))).not.toContain('/dot/c1/mo')
    expect(render(draft(3))).toContain('/dot/c1/mo')
  })

  test('offers the next step first: issue the plan, then list households, then open', () => {
    const first = (markup: string) => markup.match(/class="btn" href="([^"]+)"/)?.[1]
    expect(first(render(draft(0)))).toBe('/dot/c1/ke-hoach')
    expect(first(render(draft(0, 'planned')))).toBe('/dot/c1/danh-sach')
    expect(first(render(draft(3, 'planned')))).toBe('/dot/c1/mo')
  })

  test('says that its start has passed and that it takes too long', () => {
    const text = textOf(draft(3))
    expect(text).toContain('Ngày bắt đầu 02/03/2026 đã qua.')
    expect(text).toContain('Kế hoạch dài 25 ngày làm việc, quá thời hạn 20 ngày làm việc.')
  })

  test('names before opening what no document confirms', () => {
    const text = textOf(<FrozenRules rules={rules} />)
    expect(text).toContain('Có ngưỡng chưa có văn bản xác nhận: Tỷ lệ hộ được lấy ý kiến tối thiểu; Ngưỡng')
    expect(text).toContain('“Chưa có căn cứ” nghĩa là')
  })
})

describe('the check of a register', () => {
  const told = (row: number): Told<ProblemKind> => {
    const finding = { row, kind: 'missing-name' as const, quote: String(row) }
    return { ...finding, message: registerMessage(finding, 'vi') }
  }
  const waiting = (problems: number, rows = 5) => ({
    importId: 'i1',
    fileName: 'so-ho.xlsx',
    rows,
    villages: { 'Đồi Chè': rows, 'Suối Mơ': 0 },
    problems: Array.from({ length: problems }, (_, index) => told(index + 7)),
    warnings: [],
  })

  test('lists each line left out with its reason in the reader’s language', () => {
    expect(textOf(<RegisterCheck waiting={waiting(1)} />)).toContain('7 Thiếu họ tên chủ hộ (số 7).')
    expect(textOf(<RegisterCheck waiting={waiting(1)} />, 'en')).toContain('head of household is missing')
  })

  test('folds the rest of two thousand lines and counts them by kind', () => {
    const text = textOf(<RegisterCheck waiting={waiting(2000)} />)
    expect(text).toContain('Xem 1.900 dòng còn lại')
    expect(text).toContain('Thiếu họ tên: 2.000')
  })

  test('names villages that got no household', () => {
    expect(textOf(<RegisterCheck waiting={waiting(0)} />)).toContain('không có hộ nào trong tệp: Suối Mơ.')
  })

  test('offers nothing to write when no line could be read', () => {
    expect(render(<RegisterCheck waiting={waiting(3, 0)} />)).not.toContain('name="importId"')
    expect(render(<RegisterCheck waiting={waiting(3)} />)).toContain('name="importId"')
  })
})

describe('collecting at the door', () => {
  const place = {
    campaignId: 'c1',
    villageId: 'v1',
    means: 'visit',
    search: '',
    waiting: false,
    page: 1,
  } as const

  test('a household that has answered is no link and shows the means alone', () => {
    const rows = [
      { slotId: 's1', number: '1', name: 'Lê Thị Hoa', channel: 'self' as const, outcome: null },
      { slotId: 's2', number: null, name: 'Vũ Văn Nam', channel: null, outcome: 'absent' as const },
    ]
    const doors = { rows, total: 2, page: 1, pages: 1 }
    const markup = render(<Doors doors={doors} place={place} />)
    expect(markup).not.toContain('/thu/s1')
    expect(markup).toContain('/thu/s2')
    const text = textOf(<Doors doors={doors} place={place} />)
    expect(text).toContain('Đã trả lời: Hộ tự trả lời bằng mã')
    expect(text).toContain('Vắng nhà dài ngày')
  })

  const entry = (means: 'visit' | 'paper') =>
    render(
      <EntryForm
        questionnaire={questionnaire}
        means={means}
        villageId="v1"
        item="i1"
        waiting={false}
        typed={undefined}
        errors={[]}
        back="/dot"
      />,
    )

  test('only a sheet of paper can be blank, doubly ticked or invalid', () => {
    for (const only of ['value="blank"', 'value="both"', 'name="invalid"']) {
      expect(entry('paper')).toContain(only)
      expect(entry('visit')).not.toContain(only)
    }
  })

  test('nothing is ticked beforehand', () => {
    expect(entry('visit')).not.toContain('checked')
    expect(entry('paper')).not.toContain('checked')
  })
})

describe('a session that ended', () => {
  const kept = {
    path: '/dot/c1/thu/s1',
    fields: { channel: 'visit', 'reason.transport': 'Ngõ "lầy" & <sâu>' },
  }

  test('the form waits in hidden boxes of the sign-in page and is sent with one press', () => {
    const asking = render(<SignInPage kept={kept} />)
    expect(asking).toContain('name="giu.path" value="/dot/c1/thu/s1"')
    expect(asking).toContain(
      'name="giu.field.reason.transport" value="Ngõ &quot;lầy&quot; &amp; &lt;sâu&gt;"',
    )
    const resumed = render(<ResumedPage kept={kept} />)
    expect(resumed).toContain('action="/dot/c1/thu/s1"')
    expect(resumed).toContain('name="reason.transport"')
  })

  test('a chosen file is not promised back', () => {
    const upload = { path: '/dot/c1/danh-sach', fields: {} }
    expect(textOf(<SignInPage kept={upload} />)).toContain('chọn lại tệp')
    expect(render(<ResumedPage kept={upload} />)).not.toContain('<form method="post" action="/dot')
  })
})

test('the same opinion stands once with its number, under its content', () => {
  const opinions = ['Ngõ lầy.', 'ngõ lầy', 'Đèn hỏng'].map(body => ({
    villageId: 'v1',
    content: 'transport',
    body,
  }))
  const text = textOf(<ResultsOpinions questionnaire={questionnaire} opinions={opinions} />)
  expect(text).toContain('Ngõ lầy. (2 lần)')
  expect(text).toContain('Đèn hỏng')
  expect(text).not.toContain('Ý kiến khác')
})
