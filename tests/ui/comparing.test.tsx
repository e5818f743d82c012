import { expect, test } from 'vitest'
import type { CampaignId } from '#app/basics/ids.ts'
import { ComparedPair, type ComparedRound } from '#app/ui/public-compare.tsx'
import { comparable } from '#app/verdict/comparable.ts'
import { markupOf, resultsOf, surveyOf, textOf } from './results-page.tsx'

const roundOf = (rulesId: string, dissatisfied: number): ComparedRound => ({
  campaign: { id: `r${dissatisfied}` as CampaignId, communeName: 'Xã Sơn Lộc', title: 'commune-standard' },
  closedOn: '2026-03-20',
  questionnaire: surveyOf(rulesId).questionnaire,
  results: resultsOf(rulesId, [{ households: 100, collected: 90, dissatisfied }]),
  handCounted: dissatisfied > 3 ? [{ name: 'Thôn 1' }] : [],
})

const pairOf = (rulesA: string, rulesB: string) => {
  const basis = (id: string) => ({ rules: surveyOf(id).rules, questionnaire: 'qd318 v1', contents: [] })
  const comparison = comparable(basis(rulesA), basis(rulesB))
  return <ComparedPair a={roundOf(rulesA, 3)} b={roundOf(rulesB, 9)} comparison={comparison} />
}

test('comparable rounds stand side by side, each rate with its counts, and hand counts are named', () => {
  const text = textOf(pairOf('hd90-2022/commune-standard', 'hd90-2022/commune-standard'))
  expect(text).toContain('96,67\u00a0% (87/90)')
  expect(text).toContain('90,00\u00a0% (81/90)')
  expect(text).toContain('Xã Sơn Lộc, 20/03/2026 có thôn kiểm phiếu tay: Thôn 1.')
  expect(text).not.toContain('Không so sánh được')
})

test('rounds that differ show every reason and no rate, and lead to each by itself', () => {
  const pair = pairOf('hd90-2022/commune-standard', 'hd90-2022/commune-advanced')
  const text = textOf(pair)
  expect(text).toContain('Không so sánh được')
  expect(text).toContain('Danh hiệu khác nhau: Xã đạt chuẩn nông thôn mới; Xã nông thôn mới nâng cao.')
  expect(text).toContain('70 / 80 / 80; 80 / 90 / 80')
  expect(text).not.toContain('(87/90)')
  expect(markupOf(pair)).toContain('href="/ket-qua/r9"')
})
