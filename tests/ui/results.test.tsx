import { expect, test } from 'vitest'
import { ResultsBounds } from '#app/ui/results-bounds.tsx'
import { ResultsContents } from '#app/ui/results-contents.tsx'
import { ResultsHead, ResultsOverall } from '#app/ui/results-head.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { ResultsVillages } from '#app/ui/results-villages.tsx'
import { compute } from '#app/verdict/compute.ts'
import { confirmValue } from '#app/verdict/confirm.ts'
import { resultsOf, surveyOf, textOf } from './results-page.tsx'

const standard = 'hd90-2022/commune-standard'
const villages = [
  { households: 200, collected: 180, dissatisfied: 3, lines: { transport: 60 } },
  { households: 100, collected: 80, dissatisfied: 1, lines: { transport: 10 } },
]

const confirmed = () => {
  const { questionnaire, rules } = surveyOf(standard)
  const document = { document: 'HD 01/HD-MTTQ', date: '2026-01-05' }
  const keys = ['minimumCoverage', 'overallThreshold', 'contentThreshold'] as const
  const sure = keys.reduce((before, key) => {
    const next = confirmValue(before, key, document)
    if (!next.ok) throw new Error(next.error)
    return next.value
  }, rules)
  return { questionnaire, rules: sure }
}

test('a failing content is named with its counts behind a good overall rate', () => {
  const { questionnaire, rules } = confirmed()
  const { contents, units } = resultsOf(standard, villages)
  const again = compute({
    rules,
    contents,
    units: units.map(unit => ({
      ...unit,
      contents: unit.contents.map(line => line.counts),
      anyDissatisfied: unit.anyDissatisfied?.part ?? null,
    })),
  })
  if (again.kind !== 'consistent') throw new Error('inconsistent')
  const text = textOf(<ResultsVerdict results={again} questionnaire={questionnaire} rules={rules} />)
  expect(text).toContain('Chưa đạt')
  expect(text).toMatch(
    /Hài lòng 73,08\u00a0% \(190\/260 phiếu\), dưới ngưỡng 80\u00a0%\. Chưa hài lòng: 70; để trống: 0/,
  )
  expect(text).not.toContain('Chưa có căn cứ kết luận')
})

test('without a confirmed threshold the page says which value, its source, and what the figures would give', () => {
  const text = textOf(<ResultsVerdict results={resultsOf(standard, villages)} {...surveyOf(standard)} />)
  expect(text).toContain('Chưa có căn cứ kết luận')
  expect(text).toContain(
    'Ngưỡng hài lòng chung: đang ghi 80\u00a0%, chưa có văn bản xác nhận. Nguồn: Thấy trong',
  )
  expect(text).toContain('số liệu này cho kết quả: Chưa đạt, vì:')
})

test('where a value is open the page claims neither outcome', () => {
  const draft = 'qd51-2026/commune-standard'
  const text = textOf(<ResultsVerdict results={resultsOf(draft, villages)} {...surveyOf(draft)} />)
  expect(text).toContain('chưa thể nói số liệu này đạt hay chưa đạt')
  expect(text).not.toContain('cho kết quả')
})

test('every rate stands with its counts and its base', () => {
  const results = resultsOf(standard, villages)
  const text = textOf(
    <>
      <ResultsHead
        results={results}
        days={{ startsOn: '2026-03-02', endsOn: '2026-03-20' }}
        turnout={[
          { channel: 'self', households: 150 },
          { channel: 'visit', households: 100 },
          { channel: 'self', households: 10 },
        ]}
      />
      <ResultsOverall results={results} rules={surveyOf(standard).rules} />
    </>,
  )
  expect(text).toContain('86,67\u00a0% 260/300 hộ')
  expect(text).toContain('98,46\u00a0% 256/260 phiếu hợp lệ')
  expect(text).toContain('26,92\u00a0% 70/260 phiếu hợp lệ')
  expect(text).toContain('Hộ tự trả lời bằng mã: 160 hộ')
  expect(text).toContain('Từ 02/03/2026 đến 20/03/2026')
})

test('the commune line adds ballots up and is no mean of percentages', () => {
  const text = textOf(<ResultsVillages results={resultsOf(standard, villages)} rates />)
  // 177/180 and 79/80: the mean of the two rates would print 98,54.
  expect(text).toMatch(/Toàn xã 300 300 260 86,67\u00a0% \( ?260\/300 ?\) 260 0 98,46\u00a0%/)
})

test('public readers get no answers of a single village', () => {
  const text = textOf(<ResultsVillages results={resultsOf(standard, villages)} />)
  expect(text).not.toContain('Hài lòng chung')
  expect(text).toContain('Thôn 1')
})

test('the contents table names each content, the overall question last', () => {
  const text = textOf(<ResultsContents results={resultsOf(standard, villages)} {...surveyOf(standard)} />)
  expect(text).toContain('tỷ lệ tính trên phiếu hợp lệ')
  expect(text.lastIndexOf('Câu hỏi chung.')).toBeGreaterThan(text.lastIndexOf('19. '))
  expect(text).toContain('Dưới ngưỡng')
})

test('bounds carry their assumption, and none are shown when everybody answered', () => {
  const rules = surveyOf(standard).rules
  const part = textOf(<ResultsBounds results={resultsOf(standard, villages)} rules={rules} />)
  expect(part).toContain('Không giả định gì')
  expect(part).toContain('256 – 296')
  expect(part).toContain('như được bốc thăm ngẫu nhiên')
  const all = resultsOf(standard, [{ households: 50, collected: 50, dissatisfied: 1 }])
  const whole = textOf(<ResultsBounds results={all} rules={rules} />)
  expect(whole).toContain('không cần ước lượng')
  expect(whole).not.toContain('bốc thăm')
})

test('the page speaks English to an English reader', () => {
  const text = textOf(
    <ResultsVerdict results={resultsOf(standard, villages)} {...surveyOf(standard)} />,
    'en',
  )
  expect(text).toContain('No basis for a verdict')
  expect(text).toContain('73.08%')
})
