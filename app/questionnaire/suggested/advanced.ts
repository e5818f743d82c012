import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { firstThirteen } from './commune.ts'
import * as society from './society.ts'
import { numberContents } from './wording.ts'

const overall = {
  vi: 'Đánh giá chung về kết quả xây dựng nông thôn mới và việc đề nghị công nhận xã nông thôn mới nâng cao.',
  en: 'Overall: the results of new-countryside building, and proposing the commune as an advanced one.',
}

/** Suggested ballot for `commune-advanced`: its 19 criteria (QĐ 318/QĐ-TTg, second set) and the overall question. */
export const advanced: Questionnaire = {
  id: 'advanced',
  version: 1,
  name: {
    vi: 'Mẫu gợi ý: 19 tiêu chí xã nông thôn mới nâng cao (QĐ 318/QĐ-TTg)',
    en: 'Suggested form: 19 criteria for advanced new-countryside communes (Decision 318/QĐ-TTg)',
  },
  criteriaSet: 'advanced',
  official: false,
  contents: numberContents(
    [
      ...firstThirteen,
      society.health,
      society.publicAdministration,
      society.legalAccess,
      society.surroundings,
      society.livingEnvironment,
      society.security,
    ],
    overall,
  ),
}
