import type { ProcedureStep } from '#app/dossier/procedure.ts'
import type { HandCounted } from '#app/dossier/survey.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { MeansCounts, MeansLine } from '#app/tally/means.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Rules } from '#app/verdict/rules.ts'
import type { CallbackResult } from './office-callbacks.tsx'
import type { AssistedSign, CollectorSign } from './office-signs.tsx'

/** What an appraiser reads of a counted campaign, as the service finds it. */
export type EvaluationShown = {
  readonly campaign: { readonly id: string; readonly name: string; readonly partOfJoint: boolean }
  readonly results: Results
  readonly questionnaire: Questionnaire
  readonly rules: Rules
  readonly handCounted: readonly HandCounted[]
  /** Households drawn where a sample was asked; null where everybody was. */
  readonly drawn: number | null
  /** Whether the reader may open the draw with its list and seed. */
  readonly mayReadDraw: boolean
  readonly jointHref: string | null
  readonly mayReadRules: boolean
  readonly means: {
    readonly counts: readonly MeansCounts[]
    readonly lines: readonly MeansLine[]
    readonly nameless: number
    readonly byHand: number
  }
  readonly procedure: readonly ProcedureStep[]
  /** Signs worth a look; null for whoever may not read them. */
  readonly signs: {
    readonly collectors: readonly CollectorSign[]
    readonly villages: readonly AssistedSign[]
    readonly compared: number
    readonly tooFew: number
    readonly bursts: number
    readonly fewest: number
    readonly level: number
  } | null
  readonly callbacks: {
    readonly whole: CallbackResult
    readonly collectors: readonly (CallbackResult & { readonly name: string })[]
    readonly fewest: number
  } | null
}
