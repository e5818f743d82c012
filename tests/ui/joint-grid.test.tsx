import { expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { JointGrid } from '#app/ui/office-joint-grid.tsx'
import { PartOfJoint } from '#app/ui/office-joint-part.tsx'
import { ResultsSample } from '#app/ui/results-sample.tsx'
import { compute } from '#app/verdict/compute.ts'
import { markupOf, resultsOf, surveyOf, textOf } from './results-page.tsx'

const survey = surveyOf('hd90-2022/district-standard')
const contents = contentKeys(survey.questionnaire)

const villageOf = (commune: string, dissatisfied: number) => ({
  ...{ name: 'Đồi Chè', commune, households: 50, issued: 50, collected: 40, invalid: 0 },
  anyDissatisfied: dissatisfied,
  contents: contents.map(key => {
    const against = key === 'electricity' ? dissatisfied : 0
    return { satisfied: 40 - against, dissatisfied: against, blank: 0 }
  }),
})

test('the grid names every commune’s rate with its ballots, and says which cell fails', () => {
  const results = compute({
    rules: survey.rules,
    contents,
    units: [villageOf('Xã Sơn Lộc', 2), villageOf('Xã Bình Hòa', 9)],
  })
  if (results.kind === 'inconsistent') throw new Error(JSON.stringify(results.problems))
  const text = textOf(<JointGrid {...survey} results={results} />)
  expect(text).toContain('95,00\u00a0% 38/40')
  expect(text).toContain('77,50\u00a0% 31/40 chưa đạt')
  expect(text.match(/chưa đạt(?!”)/g)).toHaveLength(1)
})

test('a sample’s results say how many were drawn; without a sample nothing is said', () => {
  const results = resultsOf('hd90-2022/commune-standard', [
    { households: 100, collected: 20, dissatisfied: 2 },
    { households: 50, collected: 10, dissatisfied: 1 },
  ])
  const text = textOf(<ResultsSample results={results} drawn={30} />)
  expect(text).toContain('hỏi 30 hộ được rút trong 150 hộ')
  expect(text).toContain('90,00\u00a0%')
  expect(markupOf(<ResultsSample results={results} drawn={null} />)).toBe('')
})

test('a part of a joint round leads whoever may open it to the joint round, and everybody else to nothing closed to them', () => {
  expect(markupOf(<PartOfJoint href="/dot-nhieu-xa/j1" />)).toContain('href="/dot-nhieu-xa/j1"')
  expect(markupOf(<PartOfJoint href={null} />)).not.toContain('href')
})
