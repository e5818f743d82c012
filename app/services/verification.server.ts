import type { Deed } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { lastDayOf, standingOf, whyNotOver } from '#app/campaign/posting.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { countPostingOpinions, findPosting, updateCampaignState } from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import {
  hasRunCampaign,
  insertReturn,
  listVerifications,
  updateReturnAnswer,
  updateVerification,
  upsertVerification,
  type VerificationRow,
} from '#db/queries/verifications.ts'
import { type Permitted, permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { versionOf } from './posting.server.ts'
import type { ReturnForm } from './verification-form.server.ts'

export type VerifyingFault = 'campaign-unknown' | 'forbidden' | 'verification-own'

/** Whether somebody may verify a campaign: in their area, and not one that they ran themselves. */
export const permitVerifying = async (
  context: Context,
  deed: Extract<Deed, 'verification.work' | 'verification.sign'>,
  campaignId: string,
): Promise<Result<Permitted, VerifyingFault>> => {
  const permitted = await permitOnCommune(context, deed, campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  return (await hasRunCampaign(context.db, campaign.id, person.id)) ? no('verification-own') : permitted
}

/** A campaign under its lock, with how verification of its present version stands. */
export type Locked = { readonly campaign: CampaignRow; readonly verification: VerificationRow }

export type LockFault = 'campaign-unknown' | 'campaign-step-not-now'

/** Locks a campaign whose present version is with verification; refused before it came in, and while it collects again. */
export const lockVerified = async (
  { tx }: Change,
  campaignId: string,
): Promise<Result<Locked, LockFault>> => {
  const campaign = await lockCampaign(tx, campaignId)
  if (!campaign) return no('campaign-unknown')
  const [verification] = await listVerifications(tx, campaign.id)
  return verification?.version === campaign.version
    ? ok({ campaign, verification })
    : no('campaign-step-not-now')
}

export type ReturnFault =
  | VerifyingFault
  | LockFault
  | 'return-deadline-past'
  | 'village-unknown'
  | 'content-unknown'

const checkReasons = async (
  context: Context,
  { tx }: Change,
  { campaign, form }: { readonly campaign: CampaignRow; readonly form: ReturnForm },
): Promise<Result<null, 'village-unknown' | 'content-unknown'>> => {
  const villages = new Set((await listCampaignVillages(tx, campaign.id)).map(one => one.villageId))
  const { questionnaire } = await frozenOf(context.db, campaign.id, tx)
  const contents = new Set(questionnaire.contents.map(one => one.key))
  if (form.reasons.some(one => one.villageId !== null && !villages.has(one.villageId)))
    return no('village-unknown')
  return form.reasons.some(one => one.content !== null && !contents.has(one.content))
    ? no('content-unknown')
    : ok(null)
}

/** Sends a dossier back with its reasons and a deadline. A note that was not signed by two people is left aside. */
export const returnDossier = async (
  context: Context,
  campaignId: string,
  form: ReturnForm,
): Promise<Result<CampaignId, ReturnFault>> => {
  const permitted = await permitVerifying(context, 'verification.work', campaignId)
  if (!permitted.ok) return permitted
  if (form.deadline < dayOf(context.clock())) return no('return-deadline-past')
  const { person } = permitted.value
  return change<CampaignId, ReturnFault>(context, async gate => {
    const locked = await lockVerified(gate, campaignId)
    if (!locked.ok) return locked
    const { campaign } = locked.value
    const step = take(campaign.state, 'return')
    if (!step.ok) return step
    const checked = await checkReasons(context, gate, { campaign, form })
    if (!checked.ok) return checked
    const [of, id] = [versionOf(campaign), newId(context)]
    await insertReturn(gate.tx, of, { ...form, id, accountId: person.id, returnedAt: context.clock() })
    await updateVerification(gate.tx, of, { state: 'returned', noteId: null })
    await updateCampaignState(gate.tx, campaign.id, step.value)
    const { deadline, reasons } = form
    const told = { version: of.version, return: id, deadline, reasons: reasons.length }
    gate.record({ kind: 'verification.returned', ...told }, { campaignId: campaign.id })
    return ok(campaign.id)
  })
}

export type ResubmitFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'posting-unknown'
  | 'posting-running'
  | 'opinions-unanswered'

const checkPosted = async (
  context: Context,
  { tx }: Change,
  campaign: CampaignRow,
): Promise<Result<null, ResubmitFault>> => {
  const of = versionOf(campaign)
  const posting = await findPosting(tx, of)
  if (!posting) return no('posting-unknown')
  const { unanswered } = await countPostingOpinions(tx, of)
  const why = whyNotOver(standingOf(posting, dayOf(context.clock())), unanswered)
  return why ? no(why) : ok(null)
}

/** Hands a returned dossier in again without counting anew: what was corrected is told in `answer`. */
export const resubmitDossier = async (
  context: Context,
  campaignId: string,
  answer: string,
): Promise<Result<CampaignId, ResubmitFault>> => {
  const permitted = await permitOnCommune(context, 'verification.answer', campaignId)
  if (!permitted.ok) return permitted
  const by = { accountId: permitted.value.person.id, at: context.clock() }
  return change<CampaignId, ResubmitFault>(context, async gate => {
    const locked = await lockVerified(gate, campaignId)
    if (!locked.ok) return locked
    const { campaign } = locked.value
    const step = take(campaign.state, 'resubmit')
    if (!step.ok) return step
    const posted = await checkPosted(context, gate, campaign)
    if (!posted.ok) return posted
    const of = versionOf(campaign)
    const answered = await updateReturnAnswer(gate.tx, of, { ...by, answer })
    if (answered === null) return no('campaign-step-not-now')
    await upsertVerification(gate.tx, of, by.at)
    await updateCampaignState(gate.tx, campaign.id, step.value)
    const event = { kind: 'verification.resubmitted', version: of.version, return: answered } as const
    gate.record(event, { campaignId: campaign.id })
    return ok(campaign.id)
  })
}

/** Posting of a campaign's present version as the note tells it. */
export const findNotePosting = async (context: Context, campaign: CampaignRow) => {
  const of = versionOf(campaign)
  const posting = await findPosting(context.db, of)
  if (!posting) return null
  const { all } = await countPostingOpinions(context.db, of)
  return { startsOn: posting.startsOn, lastDay: lastDayOf(posting), opinions: all }
}
