import { describe, expect, test } from 'vitest'
import { RulePacks } from '#app/ui/office-rules.tsx'
import { ConfirmForms } from '#app/ui/office-rules-form.tsx'
import { RulesVersions } from '#app/ui/office-rules-history.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { confirmValue } from '#app/verdict/confirm.ts'
import { listRules } from '#app/verdict/packs.ts'
import { ruleKeys } from '#app/verdict/rules.ts'
import { render } from './render.ts'
import { resultsOf, surveyOf, textOf } from './results-page.tsx'

const { rules, questionnaire } = surveyOf('hd90-2022/commune-standard')
const confirmed = confirmValue(rules, 'overallThreshold', {
  document: '12/QĐ-MTTQ',
  date: '2026-01-15',
  value: '82.5',
})
if (!confirmed.ok) throw new Error(confirmed.error)

describe('the list of rule packs', () => {
  test('leads to every title and says whether a verdict may rest on it', () => {
    const markup = render(<RulePacks rules={listRules()} />)
    for (const { id } of listRules()) expect(markup).toContain(`href="/quy-tac/${id}"`)
    expect(markup).toContain('Còn 3 ngưỡng chưa có căn cứ')
    expect(markup).toContain('Đủ căn cứ kết luận')
  })
})

describe('confirming', () => {
  test('has a form a value, with the standing value in it and ids of its own', () => {
    const markup = render(<ConfirmForms rules={rules} typed={undefined} errors={[]} />)
    expect(markup.match(/<form/g)).toHaveLength(ruleKeys.length)
    expect(markup).toContain('value="80"')
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(hit => hit[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('opens the form that was refused with all that was typed', () => {
    const typed = { key: 'base', 'document.base': '', 'date.base': '2026-01-15', 'value.base': 'answered' }
    const errors = [{ field: 'document.base', message: 'Nhập số' }]
    const markup = render(<ConfirmForms rules={rules} typed={typed} errors={errors} />)
    expect(markup.match(/<details open/g)).toHaveLength(1)
    expect(markup).toContain('value="2026-01-15"')
    expect(markup).toMatch(/<option value="answered" selected/)
  })
})

test('each version says who entered it and what it changed', () => {
  const versions = [
    { rules: confirmed.value, enteredBy: 'Hoàng Thị Lụa', enteredAt: new Date('2026-01-16T02:00:00Z') },
    { rules, enteredBy: null, enteredAt: null },
  ]
  const text = textOf(<RulesVersions versions={versions} />)
  expect(text).toContain('Hoàng Thị Lụa, 09:00 ngày 16/01/2026')
  expect(text).toContain('Ngưỡng hài lòng chung: 82,5\u00a0%. Nguồn: 12/QĐ-MTTQ (15/01/2026).')
  expect(text).toContain('Bản có sẵn trong phần mềm.')
})

test('a verdict without basis says what to enter and where; staff find the page', () => {
  const results = resultsOf(rules.id, [{ households: 100, collected: 90, dissatisfied: 3 }])
  const verdict = (rulesLink: boolean) => (
    <ResultsVerdict results={results} questionnaire={questionnaire} rules={rules} rulesLink={rulesLink} />
  )
  expect(textOf(verdict(false))).toContain('Cần nhập: số và ngày của văn bản')
  expect(render(verdict(false))).not.toContain('/quy-tac/')
  expect(render(verdict(true))).toContain('href="/quy-tac/hd90-2022/commune-standard"')
})
