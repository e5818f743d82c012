import { EvaluationCoverage } from './evaluation-coverage.tsx'
import { EvaluationGrid } from './evaluation-grid.tsx'
import { EvaluationMeans } from './evaluation-means.tsx'
import { EvaluationProcedure } from './evaluation-procedure.tsx'
import { EvaluationQuality } from './evaluation-quality.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import { EvaluationVerdict } from './evaluation-verdict.tsx'

/** The whole evaluation of a counted campaign, part by part; it begins with headings of the second level. */
export const Evaluation = ({ evaluation }: { readonly evaluation: EvaluationShown }) => (
  <>
    <EvaluationVerdict {...evaluation} />
    <EvaluationCoverage {...evaluation} />
    <EvaluationGrid {...evaluation} />
    <EvaluationMeans {...evaluation} />
    <EvaluationQuality {...evaluation} />
    <EvaluationProcedure {...evaluation} />
  </>
)
