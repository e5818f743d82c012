import { expect, test } from 'vitest'
import type { OpenRow } from '#app/dossier/open-data.ts'
import { OpenDataLinks, Withheld } from '#app/ui/public-data.tsx'
import { JointPartLinks, PublicJointTable } from '#app/ui/public-joints.tsx'
import { UnitsOfContent } from '#app/ui/public-units.tsx'
import { markupOf, surveyOf, textOf } from './results-page.tsx'

const { questionnaire } = surveyOf('hd122-2019/commune-standard')

const row = (kind: OpenRow['kind'], name: string, satisfied: number | null): OpenRow => ({
  ...{ kind, name, households: 60, issued: 60, collected: 50, valid: 50, invalid: 0, anyDissatisfied: null },
  answers:
    satisfied === null
      ? null
      : [{ content: 'overall', satisfied, dissatisfied: 50 - satisfied, blank: 0, base: 50 }],
})

const rows = [
  row('unit', 'Xã Đông', 45),
  row('hidden', 'Xã Ao', null),
  row('hidden', 'Xã Tây', null),
  row('group', 'Xã Ao, Xã Tây', 30),
  row('total', 'Huyện', 40),
]
const page = (
  <UnitsOfContent rows={rows} content="overall" questionnaire={questionnaire} threshold="80" unit="commune" />
)

test('units stand by themselves or in a group, none that is hidden, and the total last', () => {
  const text = textOf(page)
  expect(text).toContain('Gộp: Xã Ao, Xã Tây 60,00\u00a0% (30/50) Dưới ngưỡng')
  expect(text).toContain('Xã Đông 50 45 90,00 5 10,00 0')
  expect(text).toContain('Cộng 50 40 80,00 10 20,00 0')
  expect(text).not.toMatch(/Xã Ao 50/)
})

test('they are drawn by the server: no script, no style attribute', () => {
  expect(markupOf(page)).not.toMatch(/<script|<canvas|style=/)
})

test('why answers are not told is said, with the way to the joint round', () => {
  const markup = markupOf(<Withheld reason="in-joint" jointHref="/ket-qua/nhieu-xa/1" />)
  expect(markup).toContain('<a href="/ket-qua/nhieu-xa/1">Xem kết quả của đợt nhiều xã</a>')
  expect(textOf(<Withheld reason="too-few-ballots" jointHref={null} />)).toContain('Dưới năm phiếu hợp lệ')
})

test('the files and the pages of a joint round are each a link', () => {
  expect(markupOf(<OpenDataLinks page="/ket-qua/nhieu-xa/1" />)).toContain('/ket-qua/nhieu-xa/1/so-lieu.csv')
  expect(markupOf(<JointPartLinks parts={[{ id: 'a', communeName: 'Xã Ao' }]} />)).toContain('/ket-qua/a')
  const joints = [
    { id: '1', name: 'Huyện Đông', title: 'district-standard' as const, communes: 2, closedOn: '2026-03-20' },
  ]
  expect(textOf(<PublicJointTable joints={joints} />)).toContain('20/03/2026')
})
