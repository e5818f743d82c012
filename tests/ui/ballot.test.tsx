import { describe, expect, it } from 'vitest'
import { answers } from '#app/ballot/ballot.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { BallotFields, draftOf } from '#app/ui/ballot.tsx'
import { render, tagWith } from './render.ts'

const questionnaire: Questionnaire = {
  id: 'thu',
  version: 1,
  name: { vi: 'Mẫu thử', en: 'Trial' },
  criteriaSet: 'qd318',
  official: false,
  contents: [
    {
      key: 'transport',
      criterion: 2,
      statement: { vi: 'Đường làng đi lại thuận tiện.', en: 'Village roads are good.' },
      meaning: { vi: 'mưa không lầy.', en: 'no mud when it rains.' },
    },
    {
      key: 'overall',
      criterion: null,
      statement: { vi: 'Ông/bà có hài lòng chung không?', en: 'Are you satisfied overall?' },
      meaning: { vi: '', en: '' },
    },
  ],
}

const draft = (fields: Record<string, string>) =>
  draftOf({ get: name => fields[name] ?? null }, ['transport', 'overall'])

const inputs = (markup: string): readonly string[] => markup.match(/<input[^>]*type="radio"[^>]*>/g) ?? []

describe('a resident’s ballot', () => {
  const markup = render(<BallotFields questionnaire={questionnaire} />)

  it('offers two answers a line, none ticked', () => {
    expect(inputs(markup)).toHaveLength(4)
    expect(markup).not.toContain('checked')
    expect(markup).not.toContain('value="blank"')
  })

  it('numbers the contents and names the overall question', () => {
    expect(markup).toContain('Câu 1.</span> Đường làng đi lại thuận tiện.')
    expect(markup).toContain('Câu hỏi chung.</span> Ông/bà có hài lòng chung không?')
  })

  it('explains a content in plain words, and leaves out an explanation that is empty', () => {
    expect(markup.match(/Nghĩa là:/g)).toHaveLength(1)
  })

  it('has the reason behind its answers, where the stylesheet opens it', () => {
    expect(markup).toMatch(/value="dissatisfied"\/><label[^>]*>Chưa hài lòng<\/label><div class="reason">/)
  })

  it('speaks English when asked', () => {
    const english = render(<BallotFields questionnaire={questionnaire} />, { language: 'en' })
    expect(english).toContain('Question 1.</span> Village roads are good.')
    expect(english).toContain('Not satisfied')
  })
})

describe('a ballot that came back', () => {
  const markup = render(
    <BallotFields
      questionnaire={questionnaire}
      draft={draft({
        'answer.transport': 'dissatisfied',
        'reason.transport': 'Ngõ ngập',
        otherOpinion: 'Cảm ơn',
      })}
      errors={[{ field: 'answer.overall', message: 'Chọn một ô.' }]}
    />,
  )

  it('keeps every answer and every word', () => {
    expect(tagWith(markup, 'id="answer.transport.dissatisfied"')).toContain('checked=""')
    expect(markup).toContain('>Ngõ ngập</textarea>')
    expect(markup).toContain('>Cảm ơn</textarea>')
  })

  it('keeps a reason open that holds text', () => {
    expect(markup).toContain('<div class="reason shown">')
  })

  it('marks the line to mend and lets the summary link to it', () => {
    expect(tagWith(markup, 'id="answer.overall"')).toBe(
      '<fieldset class="q bad" id="answer.overall" tabindex="-1">',
    )
    expect(tagWith(markup, 'id="answer.overall.satisfied"')).toContain(
      'aria-describedby="answer.overall-error"',
    )
  })
})

describe('a sheet of paper', () => {
  it('may be blank or hold both ticks', () => {
    const markup = render(<BallotFields questionnaire={questionnaire} choices={answers} />)
    expect(inputs(markup)).toHaveLength(8)
    expect(markup).toContain('Để trống')
    expect(markup).toContain('Đánh cả hai ô')
  })
})
