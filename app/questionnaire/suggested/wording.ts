import type { Text } from '#app/basics/language.ts'
import type { Content } from '#app/questionnaire/questionnaire.ts'

/**
 * How one criterion is put to a household. The statement is a full sentence about an outcome, written so that both
 * "Hài lòng" and "Chưa hài lòng" answer it naturally; the meaning continues "Nghĩa là…", so it begins in lower case.
 */
export type Wording = {
  readonly key: string
  readonly statement: Text
  readonly meaning: Text
}

const nothing: Text = { vi: '', en: '' }

/** Contents in the order of the criteria set, numbered from 1, and the overall question (hài lòng chung) as the last. */
export const numberContents = (wordings: readonly Wording[], overall: Text): readonly Content[] => [
  ...wordings.map((wording, index) => ({ ...wording, criterion: index + 1 })),
  { key: 'overall', criterion: null, statement: overall, meaning: nothing },
]
