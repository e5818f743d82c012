import type { HandCounted } from '#app/dossier/survey.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { EvaluationCoverage } from './evaluation-coverage.tsx'
import { EvaluationVerdict } from './evaluation-verdict.tsx'

/** What an appraiser reads of a counted campaign, as the service finds it. */
export type EvaluationShown = {
  readonly campaign: { readonly id: string; readonly name: string; readonly partOfJoint: boolean }
  readonly results: Results
  readonly questionnaire: Questionnaire
  readonly rules: Rules
  readonly handCounted: readonly HandCounted[]
  /** Households drawn where a sample was asked; null where everybody was. */
  readonly drawn: number | null
  readonly jointHref: string | null
  readonly mayReadRules: boolean
}

/** The whole evaluation of a counted campaign, part by part; it begins with headings of the second level. */
export const Evaluation = ({ evaluation }: { readonly evaluation: EvaluationShown }) => (
  <>
    <EvaluationVerdict {...evaluation} />
    <EvaluationCoverage {...evaluation} />
  </>
)
