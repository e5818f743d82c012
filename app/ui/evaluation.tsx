import type { T } from '#app/i18n/translate.ts'
import { EvaluationCoverage } from './evaluation-coverage.tsx'
import { EvaluationGrid } from './evaluation-grid.tsx'
import { EvaluationMeans } from './evaluation-means.tsx'
import { EvaluationProcedure } from './evaluation-procedure.tsx'
import { EvaluationQuality } from './evaluation-quality.tsx'
import type { EvaluationShown } from './evaluation-shown.ts'
import { EvaluationVerdict } from './evaluation-verdict.tsx'
import type { PagePart } from './on-this-page.tsx'

/** The parts of an evaluation as a list of them names them. */
export const evaluationParts = (
  t: T,
  { campaign, signs, callbacks }: EvaluationShown,
): readonly PagePart[] => [
  ...(campaign.partOfJoint ? [] : [{ id: 'verdict-title', label: t('results.verdict.title') }]),
  { id: 'bounds-title', label: t('results.bounds.title') },
  { id: 'coverage-title', label: t('office.evaluation.coverage.title') },
  { id: 'grid-title', label: t('office.evaluation.grid.title') },
  { id: 'means-title', label: t('office.evaluation.means.title') },
  ...(signs && callbacks ? [{ id: 'signs-title', label: t('office.signs.title') }] : []),
  { id: 'procedure-title', label: t('office.evaluation.procedure.title') },
]

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
