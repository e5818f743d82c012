import { describe, expect, it } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { InlineSheetProvider, ResidentSheet } from '#app/ui/inline-sheet.tsx'
import { ResidentBallot } from '#app/ui/resident-ballot.tsx'
import { Answered, Closed, CountedByHand, Received, WrongCode } from '#app/ui/resident-states.tsx'
import { render, tagWith } from './render.ts'
import { surveyOf, textOf } from './results-page.tsx'

const { questionnaire } = surveyOf('hd90-2022/commune-standard')
const campaign = {
  name: 'Lấy ý kiến xã Sơn Lộc',
  communeName: 'Xã Sơn Lộc',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
}

describe('before answering', () => {
  const text = textOf(<ResidentBallot campaign={campaign} questionnaire={questionnaire} />)

  it('a household reads who asks, until when, and what is kept', () => {
    expect(text).toContain('Ban Thường trực Ủy ban MTTQ Việt Nam xã Sơn Lộc')
    expect(text).toContain('Nhận phiếu đến hết ngày 20/03/2026')
    expect(text).toContain('Phiếu có 20 câu.')
    expect(text).toContain('Không ai xem được hộ nào trả lời thế nào.')
  })

  it('a household reads that a later ballot takes the place of the earlier one, before the button that sends it', () => {
    const warning = text.indexOf('phiếu sau thay phiếu trước.')
    expect(warning).toBeGreaterThan(0)
    expect(text.indexOf('Gửi phiếu')).toBeGreaterThan(warning)
  })

  it('English speaks of the same round', () => {
    const english = textOf(<ResidentBallot campaign={campaign} questionnaire={questionnaire} />, 'en')
    expect(english).toContain('Open to the end of 20 March 2026')
    expect(english).toContain('of Xã Sơn Lộc')
  })
})

describe('a ballot that came back', () => {
  const markup = render(
    <ResidentBallot
      campaign={campaign}
      questionnaire={questionnaire}
      mending={{
        draft: {
          answers: { transport: 'dissatisfied' },
          reasons: { transport: 'Đường còn lầy' },
          otherOpinion: 'Mong có đèn',
        },
        faults: [
          { field: 'answer.schools', code: 'answer-missing' },
          { field: 'reason.transport', code: 'text-too-long' },
          { field: 'answer.overall', code: 'answer-missing' },
          { field: 'otherOpinion', code: 'text-unreadable' },
        ],
      }}
    />,
  )

  it('lists every line to mend by its name, each a link to it', () => {
    const links = [...markup.matchAll(/<li><a href="#([^"]+)">([^<]+)</g)].map(([, to, text]) => [to, text])
    expect(links).toEqual([
      ['answer.schools', 'Câu 5: chọn “Hài lòng” hoặc “Chưa hài lòng”.'],
      ['reason.transport', 'Câu 2, lý do: viết dài quá, hãy rút ngắn lại.'],
      ['answer.overall', 'Câu hỏi chung: chọn “Hài lòng” hoặc “Chưa hài lòng”.'],
      ['otherOpinion', 'Ý kiến khác: có ký tự không đọc được, hãy gõ lại.'],
    ])
    for (const [to] of links) expect(markup).toContain(`id="${to}"`)
  })

  it('keeps what was typed', () => {
    expect(tagWith(markup, 'id="answer.transport.dissatisfied"')).toContain('checked')
    expect(markup).toContain('Đường còn lầy</textarea>')
    expect(markup).toContain('Mong có đèn</textarea>')
    expect(markup.match(/ checked/g)).toHaveLength(1)
  })

  it('lands on the summary when it is sent again, whatever line the address still names', () => {
    expect(tagWith(markup, 'method="post"')).toContain('action="#can-sua"')
    expect(tagWith(markup, 'id="can-sua"')).toContain('tabindex="-1"')
  })
})

describe('after sending', () => {
  it('the receipt is shown, and what happens next', () => {
    const text = textOf(<Received campaign={campaign} receipt="7K3PM-X9QRT" />)
    expect(text).toContain('Đã ghi nhận phiếu của hộ')
    expect(text).toContain('7K3PM-X9QRT')
    expect(text).toContain('Sau ngày 20/03/2026')
  })

  it('a household that answered before finds its receipt, the way to answer again, and whom to tell when it never answered', () => {
    const text = textOf(<Answered campaign={campaign} receipt="7K3PM-X9QRT" />)
    expect(text).toContain('Trả lời lại')
    expect(render(<Answered campaign={campaign} receipt="7K3PM-X9QRT" />)).toContain('href="?lai=1"')
    expect(text).toContain('7K3PM-X9QRT')
    expect(text).toContain('Nhà mình chưa ai trả lời?')
  })
})

describe('answering again', () => {
  it('says so, and the form says so to the server', () => {
    const ballot = <ResidentBallot campaign={campaign} questionnaire={questionnaire} again />
    expect(textOf(ballot)).toContain('Phiếu này sẽ thay phiếu trước')
    expect(render(ballot)).toContain('<input type="hidden" name="again" value="yes"/>')
    expect(render(<ResidentBallot campaign={campaign} questionnaire={questionnaire} />)).not.toContain(
      'name="again"',
    )
  })
})

describe('where no ballot can be sent', () => {
  it('a closed round leads to its results', () => {
    const markup = render(<Closed campaign={campaign} results="/ket-qua/1" lost={false} />)
    expect(markup).toContain('<a class="tap" href="/ket-qua/1">Xem kết quả của xã Sơn Lộc</a>')
    expect(markup).not.toContain('không được tính')
  })

  it('a ballot that came too late is said not to count', () => {
    expect(textOf(<Closed campaign={campaign} results="/ket-qua/1" lost />)).toContain('không được tính')
    expect(textOf(<CountedByHand campaign={campaign} lost />)).toContain('không được tính')
  })

  it('a wrong code stays in its box, in the groups in which it is printed', () => {
    const markup = render(<WrongCode typed="7K3PMX9QRX" fault="mistyped" />)
    expect(tagWith(markup, 'id="ma"')).toContain('value="7K3PM-X9QRX"')
    expect(markup).toContain('href="#ma"')
  })

  it('a code that nobody was given sends to the village', () => {
    expect(textOf(<WrongCode typed="22222" fault="unknown" />)).toContain('Ban công tác Mặt trận của thôn')
  })
})

describe('the residents’ sheet', () => {
  it('stands in the page as it is written, quotes and arrows unchanged', () => {
    const css = '.a>.b{content:"x"}'
    const markup = render(
      <InlineSheetProvider value={css}>
        <ResidentSheet href="/r.css" />
      </InlineSheetProvider>,
    )
    expect(markup).toBe(`<style>${css}</style>`)
  })

  it('is linked where the server has no text of it', () => {
    expect(render(<ResidentSheet href="/r.css" />)).toBe('<link rel="stylesheet" href="/r.css"/>')
  })
})
