import { expect, test } from 'vitest'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import type { SheetFrame } from '#app/tally/sheet.ts'
import { checkTyped, type TypedSheet } from '#app/tally/sheet-typed.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CountForm } from '#app/ui/office-count.tsx'
import { useSheetErrors } from '#app/ui/office-count-words.ts'
import { markupOf, surveyOf, textOf } from './results-page.tsx'

const { questionnaire } = surveyOf('hd90-2022/commune-standard')
const contents = contentKeys(questionnaire)
const frame: SheetFrame = { households: 40, ballots: 11, contents, treatment: 'blank-line' }
const typed: TypedSheet = {
  ...{ issued: '41', collected: '35', ballots: '11', invalid: '1', anyDissatisfied: '' },
  ...Object.fromEntries(
    contents.flatMap(key => [
      [`satisfied.${key}`, key === 'transport' ? '21' : '20'],
      [`dissatisfied.${key}`, '3'],
      [`blank.${key}`, key === 'overall' ? '' : '0'],
    ]),
  ),
  'reason.transport': 'Đường lầy',
}

const Page = ({ given }: { readonly given: TypedSheet }) => {
  const errors = useSheetErrors(checkTyped(given, frame), questionnaire)
  return (
    <>
      <ErrorSummary errors={errors} />
      <CountForm {...{ questionnaire, frame, errors }} typed={given} longestReason={500} back="/dot/c1" />
    </>
  )
}

test('every breach is named with its numbers, at its cell and in the summary that leads there', () => {
  const markup = markupOf(<Page given={typed} />)
  const text = textOf(<Page given={typed} />)
  const issued = 'Phiếu phát ra (41) nhiều hơn số hộ được hỏi của thôn (40).'
  expect(text.split(issued)).toHaveLength(3)
  expect(text).toContain('21 + 3 + 0 = 24, nhưng có 23 phiếu kiểm tay hợp lệ')
  expect(text).toContain('– Để trống: chưa nhập.')
  for (const field of ['issued', 'satisfied.transport', 'blank.overall']) {
    expect(markup).toContain(`href="#${field}"`)
    expect(markup).toContain(`id="${field}-error"`)
  }
})

test('everything typed stands in the form again', () => {
  const markup = markupOf(<Page given={typed} />)
  expect(markup).toContain('value="41"')
  expect(markup).toContain('>Đường lầy</textarea>')
})

test('the breaches are said in English as well', () => {
  expect(textOf(<Page given={typed} />, 'en')).toContain(
    'Ballots issued (41) exceed the households asked in the village (40).',
  )
})
