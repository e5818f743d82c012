import { expect, test } from 'vitest'
import { ResultsBounds } from '#app/ui/results-bounds.tsx'
import { ResultsContents } from '#app/ui/results-contents.tsx'
import { ResultsHead, ResultsOverall } from '#app/ui/results-head.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { ResultsVillages } from '#app/ui/results-villages.tsx'
import { methodAnchors } from '#app/verdict/method.ts'
import { markupOf, resultsOf, surveyOf, textOf } from './results-page.tsx'

const { rules, questionnaire } = surveyOf('hd90-2022/commune-standard')
const results = resultsOf(rules.id, [
  { households: 100, collected: 90, dissatisfied: 3 },
  { households: 50, collected: 40, dissatisfied: 5 },
])
const survey = { results, rules, questionnaire }

const page = (
  <>
    <ResultsOverall {...survey} />
    <ResultsVerdict {...survey} />
    <ResultsHead results={results} days={{ startsOn: '2026-03-02', endsOn: '2026-03-20' }} turnout={[]} />
    <ResultsContents {...survey} />
    <ResultsVillages results={results} />
    <ResultsBounds {...survey} />
  </>
)

test('figures lead to the paragraphs that say how they are made, and only to paragraphs that exist', () => {
  const links = [...markupOf(page).matchAll(/href="\/phuong-phap#([^"]+)"/g)].map(hit => hit[1] ?? '')
  expect(new Set(links)).toEqual(
    new Set([
      ...['ty-le-chung', 'co-y-kien-chua-hai-long', 'ket-luan', 'bao-toan', 'ty-le-thu-ve', 'phieu-hop-le'],
      ...['ty-le-bao-phu', 'ty-le-noi-dung', 'gop'],
      ...['truong-hop-xau-nhat', 'khoang-chinh-xac', 'uoc-luong-phan-tang'],
    ]),
  )
  expect(links.filter(link => !methodAnchors.some(anchor => anchor === link))).toEqual([])
})

test('a village counted by hand is marked in the table of villages, the others are not', () => {
  const marked = textOf(<ResultsVillages results={results} handCounted={[{ name: 'Thôn 2', byHand: 7 }]} />)
  expect(marked).toMatch(/Thôn 2 +Kiểm phiếu tay/)
  expect(marked.match(/Kiểm phiếu tay/g)).toHaveLength(1)
})
