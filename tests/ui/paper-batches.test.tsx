import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { BatchStanding, type ShownBatch } from '#app/ui/office-batch.tsx'
import { ControlTotalsPanel } from '#app/ui/office-batch-closing.tsx'
import { DifferenceForm } from '#app/ui/office-batch-differences.tsx'
import { KeyingForm } from '#app/ui/office-batch-keying.tsx'
import { Answered } from '#app/ui/resident-states.tsx'
import { render, tagWith } from './render.ts'

const batch: ShownBatch = {
  id: 'b1',
  villageName: 'Đồi Chè',
  number: 2,
  state: 'open',
  counts: { sheets: 12, ticked: 3, answered: 0, first: 12, second: 10, resolved: 9 },
  differed: 1,
  voidReason: null,
  valid: null,
  invalid: null,
}

const keying = (typed: Record<string, string> = {}): string =>
  render(
    <KeyingForm
      campaignId="c1"
      batch={batch}
      sheet={{ number: 4, reading: 'second' }}
      questionnaire={qd318}
      typed={typed}
      errors={[]}
    />,
  )

test('Enter anywhere in a sheet records it: the first button is the one that saves', () => {
  const buttons = keying().match(/<button[^>]*>[^<]*/g) ?? []
  expect(buttons[0]).toMatch(/>Ghi và sang phiếu sau$/)
  expect(buttons[0]).not.toContain('name=')
})

test('each line offers its answers in the order of the keys 1, 2, 0, 3, none of them chosen', () => {
  const markup = keying()
  const [first = ''] = markup.match(/<fieldset class="key-line".*?<\/fieldset>/s) ?? []
  expect([...first.matchAll(/<kbd>(\d)<\/kbd>/g)].map(hit => hit[1])).toEqual(['1', '2', '0', '3'])
  expect(markup).not.toContain('checked=""')
})

test('what was typed is kept when a sheet comes back', () => {
  expect(tagWith(keying({ 'answer.transport': 'both' }), 'id="answer.transport.both"')).toContain('checked')
})

test('a difference shows what each keying said, and chooses neither', () => {
  const sheet = {
    number: 4,
    fields: [
      { field: 'answer.transport', first: 'satisfied', second: 'blank' },
      { field: 'otherOpinion', first: 'Thêm đèn', second: null },
    ],
    invalid: null,
  }
  const markup = render(<DifferenceForm sheet={sheet} questionnaire={qd318} typed={undefined} errors={[]} />)
  expect(markup).toMatch(/Hài lòng<span class="said">Lần một/)
  expect(markup).toMatch(/Để trống<span class="said">Lần hai/)
  expect(markup).toContain('Như lần một: “Thêm đèn”')
  expect(markup).toContain('Như lần hai: không ghi gì')
  expect(markup).not.toContain('checked=""')
})

test('an open batch leads on to what is missing, and not to closing', () => {
  const markup = render(<BatchStanding campaignId="c1" batch={batch} />)
  for (const page of ['nhap', 'khac', 'ho', 'huy']) expect(markup).toContain(`/dot/c1/lo-phieu/b1/${page}`)
  expect(markup).not.toContain('/b1/chot')
  const whole = { sheets: 12, ticked: 12, answered: 0, first: 12, second: 12, resolved: 12 }
  expect(render(<BatchStanding campaignId="c1" batch={{ ...batch, counts: whole }} />)).toContain('/b1/chot')
})

test('control totals name the treatment of blank lines that made them', () => {
  const totals = { sheets: 12, valid: 9, invalid: 3, treatment: 'invalidates-ballot' } as const
  expect(render(<ControlTotalsPanel totals={totals} />)).toContain('đánh cả hai ô là phiếu không hợp lệ')
})

test('a household whose sheet came in a batch is not offered to answer again', () => {
  const campaign = {
    name: 'Đợt',
    communeName: 'Xã Sơn Lộc',
    startsOn: '2026-03-02' as Day,
    endsOn: '2026-03-20' as Day,
  }
  const shown = (byBatch: boolean) =>
    render(<Answered campaign={campaign} receipt="ABCDE-FGHJK" byBatch={byBatch} />)
  expect(shown(false)).toContain('?lai=1')
  expect(shown(true)).not.toContain('?lai=1')
})
