import { describe, expect, test } from 'vitest'
import type { Deed } from '#app/account/permission.ts'
import { type ProblemKind, registerMessage, type Told } from '#app/household/register/register.ts'
import { CollectingPanel } from '#app/ui/office-collecting.tsx'
import { Doors } from '#app/ui/office-doors.tsx'
import { DraftPanel } from '#app/ui/office-draft.tsx'
import { EntryForm } from '#app/ui/office-entry.tsx'
import { FrozenRules } from '#app/ui/office-opening.tsx'
import { RegisterCheck } from '#app/ui/office-register.tsx'
import { ResumedPage, SignInPage } from '#app/ui/office-sign-in.tsx'
import { ResultsOpinions } from '#app/ui/results-opinions.tsx'
import { render } from './render.ts'
import { surveyOf, textOf } from './results-page.tsx'

const { questionnaire, rules } = surveyOf('hd90-2022/commune-standard')
const village = {
  villageId: 'v1',
  name: 'Đồi Chè',
  ...{ households: 100, issued: 90, collected: 60, byHand: null, canChange: null },
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

describe('a draft', () => {
  const draft = (households: number) => (
    <DraftPanel
      campaignId="c1"
      villages={[{ villageId: 'v1', name: 'Đồi Chè', households }]}
      deeds={['register.import', 'campaign.open']}
    />
  )

  test('cannot be opened before there are households', () => {
    expect(render(draft(0))).not.toContain('/dot/c1/mo')
    expect(render(draft(3))).toContain('/dot/c1/mo')
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
  const place = { campaignId: 'c1', villageId: 'v1', means: 'visit', search: '', waiting: false } as const

  test('a household that has answered is no link and shows the means alone', () => {
    const doors = [
      { slotId: 's1', number: '1', name: 'Lê Thị Hoa', channel: 'self' as const },
      { slotId: 's2', number: null, name: 'Vũ Văn Nam', channel: null },
    ]
    const markup = render(<Doors doors={doors} place={place} />)
    expect(markup).not.toContain('/thu/s1')
    expect(markup).toContain('/thu/s2')
    expect(textOf(<Doors doors={doors} place={place} />)).toContain('Đã trả lời: Hộ tự trả lời bằng mã')
  })

  const entry = (means: 'visit' | 'paper') =>
    render(
      <EntryForm
        questionnaire={questionnaire}
        means={means}
        villageId="v1"
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
