import { z } from 'zod'
import type { Text } from '#app/basics/language.ts'

/** One content (nội dung): a statement about the outcome of one criterion, and a line that explains it in plain words. */
export type Content = {
  /** Stable within the questionnaire, e.g. `transport`; the overall question is `overall`. */
  readonly key: string
  /** Number of the criterion in its set; null for the overall question. */
  readonly criterion: number | null
  readonly statement: Text
  /** "Nghĩa là…": at the level of a primary-school reader; empty for the overall question. */
  readonly meaning: Text
}

/** A ballot's contents in printed order. The last one is the overall question (hài lòng chung). */
export type Questionnaire = {
  readonly id: string
  readonly version: number
  readonly name: Text
  /** Which set of criteria it follows, e.g. `qd318`. */
  readonly criteriaSet: string
  /** Ours are suggestions (mẫu gợi ý); only a document of the Front makes one official. */
  readonly official: boolean
  readonly contents: readonly Content[]
}

const textSchema = z.object({ vi: z.string(), en: z.string() })

const contentSchema = z.object({
  key: z.string().min(1),
  criterion: z.number().int().positive().nullable(),
  statement: textSchema,
  meaning: textSchema,
})

/** Shape of a questionnaire wherever it is stored as JSON. */
export const questionnaireSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  name: textSchema,
  criteriaSet: z.string(),
  official: z.boolean(),
  contents: z.array(contentSchema).min(2),
})

/** Keys of the contents in order, the overall question last. */
export const contentKeys = (questionnaire: Questionnaire): readonly string[] =>
  questionnaire.contents.map(content => content.key)
