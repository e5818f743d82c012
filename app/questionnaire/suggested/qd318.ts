import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { firstThirteen } from './commune.ts'
import * as society from './society.ts'
import { numberContents } from './wording.ts'

const overall = {
  vi: 'Đánh giá chung về kết quả xây dựng nông thôn mới và việc đề nghị công nhận xã đạt chuẩn nông thôn mới.',
  en: 'Overall: the results of new-countryside building, and proposing the commune for recognition.',
}

/** Suggested ballot for `commune-standard`: the 19 criteria of QĐ 318/QĐ-TTg (08/3/2022) and the overall question. */
export const qd318: Questionnaire = {
  id: 'qd318',
  version: 1,
  name: {
    vi: 'Mẫu gợi ý: 19 tiêu chí xã nông thôn mới (QĐ 318/QĐ-TTg)',
    en: 'Suggested form: 19 criteria for new-countryside communes (Decision 318/QĐ-TTg)',
  },
  criteriaSet: 'qd318',
  official: false,
  contents: numberContents(
    [
      ...firstThirteen,
      society.education,
      society.health,
      society.culture,
      society.environment,
      society.politicsLaw,
      society.security,
    ],
    overall,
  ),
}
