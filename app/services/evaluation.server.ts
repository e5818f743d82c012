import { mayEver } from '#app/account/permission.ts'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import type { State } from '#app/campaign/campaign.ts'
import { type Course, type ProcedureStep, procedureOf } from '#app/dossier/procedure.ts'
import type { HandCounted } from '#app/dossier/survey.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { compareMeans, countByMeans, type MeansCounts, type MeansLine } from '#app/tally/means.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { countBallotPatterns, findSubmittedAt } from '#db/queries/evaluation.ts'
import { listSigningDays } from '#db/queries/minutes-signings.ts'
import { findPlanOf } from '#db/queries/plans.ts'
import { countPostingOpinions, findPosting } from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { type CallbackDesk, fewestReached, findCallbackResults } from './callbacks.server.ts'
import type { Context } from './context.server.ts'
import { findJointHref } from './joint-view.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { versionOf } from './posting.server.ts'
import { type ClosedCampaign, findResults, type ResultsFault } from './results.server.ts'
import { type AssistedSign, type CollectorSign, findSigns } from './signs.server.ts'

/** How households answered by the means of their ballots. */
export type MeansView = {
  readonly counts: readonly MeansCounts[]
  readonly lines: readonly MeansLine[]
  /** Ballots whose means was taken off: groups of fewer than five. */
  readonly nameless: number
  /** Sheets counted by hand, which say no means. */
  readonly byHand: number
}

/** Signs worth a look, and how much was compared. */
export type SignsView = {
  readonly collectors: readonly CollectorSign[]
  readonly villages: readonly AssistedSign[]
  readonly compared: number
  readonly tooFew: number
  /** Days on which one person entered more visits than fit into them. */
  readonly bursts: number
  /** What the comparisons are made with: fewest ballots, and the level. */
  readonly fewest: number
  readonly level: number
}

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
  /** Whether the person asking may open the draw with its list and seed. */
  readonly mayReadDraw: boolean
  readonly means: MeansView
  readonly procedure: readonly ProcedureStep[]
  /** Null for whoever may not read signs. */
  readonly signs: SignsView | null
  readonly callbacks: (Pick<CallbackDesk, 'whole' | 'collectors'> & { readonly fewest: number }) | null
}

type EvaluationFault = ResultsFault

const meansOf = async ({ db }: Context, closed: ClosedCampaign): Promise<MeansView> => {
  const { campaign, rules, questionnaire, handCounted } = closed
  const contents = contentKeys(questionnaire)
  const { means, nameless } = countByMeans(await countBallotPatterns(db, campaign.id), {
    contents: contents.length,
    treatment: countingOf(rules).blankTreatment,
  })
  const byHand = handCounted.reduce((sum, village) => sum + village.byHand, 0)
  return { counts: means, lines: compareMeans(means, contents), nameless, byHand }
}

/** Which villages signed the minutes of the present version, and when. */
const minutesOf = async ({ db }: Context, { campaign }: ClosedCampaign): Promise<Course['minutes']> => {
  const days = await listSigningDays(db, { campaignId: campaign.id, version: campaign.version })
  const villages = await listCampaignVillages(db, campaign.id)
  return {
    signedOn: [...days.values()],
    missing: villages.filter(({ villageId }) => !days.has(villageId)).map(({ name }) => name),
  }
}

const courseOf = async (context: Context, closed: ClosedCampaign): Promise<Course> => {
  const { campaign, rules, results } = closed
  const { db } = context
  const survey = await surveyOf(context, closed)
  const { openedOn, closedOn } = survey.campaign
  const { earlier, fingerprint } = survey.traces
  const of = versionOf(campaign)
  const submittedAt = campaign.closedAt && (await findSubmittedAt(db, campaign.id, campaign.closedAt))
  return {
    ...{ rules, openedOn, closedOn, earlier, fingerprint },
    calendar: vietnamCalendar,
    today: dayOf(context.clock()),
    plan: await findPlanOf(db, campaign.id),
    startsOn: campaign.startsOn,
    villages: results.units.length,
    minutes: await minutesOf(context, closed),
    posting: await findPosting(db, of),
    opinions: await countPostingOpinions(db, of),
    submittedOn: submittedAt && dayOf(submittedAt),
  }
}

const isUnusual = ({ standing }: CollectorSign | AssistedSign): boolean => standing !== 'ordinary'

const signsOf = async (
  context: Context,
  campaignId: string,
): Promise<Pick<Evaluation, 'signs' | 'callbacks'>> => {
  if (context.person === null || !mayEver(context.person, 'signs.read'))
    return { signs: null, callbacks: null }
  const signs = await findSigns(context, campaignId)
  const callbacks = await findCallbackResults(context, campaignId)
  if (!signs.ok || !callbacks.ok) return { signs: null, callbacks: null }
  const { collectors, collectorsTooFew, assisted, assistedTooFew, bursts, settings } = signs.value
  return {
    signs: {
      collectors: collectors.filter(isUnusual),
      villages: assisted.filter(isUnusual),
      compared: collectors.length + assisted.length,
      tooFew: collectorsTooFew + assistedTooFew,
      bursts: bursts.length,
      fewest: settings.fewestBallots,
      level: settings.level,
    },
    callbacks: { ...callbacks.value, fewest: fewestReached },
  }
}

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
    mayReadDraw: context.person !== null && mayEver(context.person, 'campaign.watch'),
    means: await meansOf(context, found.value),
    procedure: procedureOf(await courseOf(context, found.value)),
    ...(await signsOf(context, campaignId)),
  })
}
