import { mayEver } from '#app/account/permission.ts'
import { ok, type Result } from '#app/basics/result.ts'
import type { State } from '#app/campaign/campaign.ts'
import type { HandCounted } from '#app/dossier/survey.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import type { Context } from './context.server.ts'
import { findJointHref } from './joint-view.server.ts'
import { findResults } from './results.server.ts'

/** What an appraiser reads of a counted campaign, in one place. */
export type Evaluation = Frozen & {
  readonly campaign: {
    readonly id: string
    readonly name: string
    readonly state: State
    readonly version: number
    /** Whether it is one commune's part of a joint campaign, which alone carries a verdict. */
    readonly partOfJoint: boolean
  }
  readonly results: Results
  readonly handCounted: readonly HandCounted[]
  /** Households drawn where a sample was asked; null where everybody was. */
  readonly drawn: number | null
  /** The joint campaign's page that the person asking may open, or null. */
  readonly jointHref: string | null
  readonly mayReadRules: boolean
}

type EvaluationFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'

/** The evaluation of a counted campaign, for staff who may read its results. */
export const findEvaluation = async (
  context: Context,
  campaignId: string,
): Promise<Result<Evaluation, EvaluationFault>> => {
  const found = await findResults(context, campaignId)
  if (!found.ok) return found
  const { campaign, results, handCounted, drawn, rules, questionnaire } = found.value
  const { id, name, state, version, jointId } = campaign
  return ok({
    ...{ rules, questionnaire, results, handCounted, drawn },
    campaign: { id, name, state, version, partOfJoint: jointId !== null },
    jointHref: jointId ? await findJointHref(context, jointId) : null,
    mayReadRules: context.person !== null && mayEver(context.person, 'rules.read'),
  })
}
