import { dayOf } from '#app/basics/day.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import {
  findPosting,
  findPostingOpinion,
  insertPostingOpinion,
  type PostingOpinionRow,
  updateOpinionAnswer,
} from '#db/queries/postings.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { versionOf } from './posting.server.ts'
import type { OpinionForm } from './posting-form.server.ts'

export type OpinionFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'posting-unknown'
  | 'opinion-unknown'
  | 'opinion-day-outside'

/** Opinions are recorded and answered while the results hang out, until the round goes to verification, and when it comes back. */
const whilePosted = async <T>(
  context: Context,
  campaignId: string,
  work: (gate: Change, campaign: CampaignRow) => Promise<Result<T, OpinionFault>>,
): Promise<Result<T, OpinionFault>> => {
  const permitted = await permitOnCommune(context, 'posting.edit', campaignId)
  if (!permitted.ok) return permitted
  return change<T, OpinionFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    if (!campaign) return no('campaign-unknown')
    const open = campaign.state === 'posted' || campaign.state === 'returned'
    return open ? work(gate, campaign) : no('campaign-step-not-now')
  })
}

/** Records what somebody said of the posted results, between the first day of posting and today. */
export const recordOpinion = (
  context: Context,
  campaignId: string,
  form: OpinionForm,
): Promise<Result<CampaignId, OpinionFault>> =>
  whilePosted(context, campaignId, async ({ tx, record }, campaign) => {
    const of = versionOf(campaign)
    const posting = await findPosting(tx, of)
    if (!posting || !context.person) return no('posting-unknown')
    if (form.receivedOn < posting.startsOn || form.receivedOn > dayOf(context.clock()))
      return no('opinion-day-outside')
    const by = { enteredBy: context.person.id, enteredAt: context.clock() }
    await insertPostingOpinion(tx, of, { ...form, ...by, id: newId(context) })
    record(
      { kind: 'posting.opinion-received', version: of.version, channel: form.channel },
      { campaignId: campaign.id },
    )
    return ok(campaign.id)
  })

/** Answers an opinion today, or answers it anew. */
export const answerOpinion = (
  context: Context,
  place: { readonly campaignId: string; readonly opinionId: string },
  answer: string,
): Promise<Result<CampaignId, OpinionFault>> =>
  whilePosted(context, place.campaignId, async ({ tx, record }, campaign) => {
    const of = versionOf(campaign)
    const answeredOn = dayOf(context.clock())
    if (!isUuid(place.opinionId)) return no('opinion-unknown')
    if (!(await updateOpinionAnswer(tx, of, { id: place.opinionId, answer, answeredOn })))
      return no('opinion-unknown')
    record(
      { kind: 'posting.opinion-answered', version: of.version, day: answeredOn },
      { campaignId: campaign.id },
    )
    return ok(campaign.id)
  })

/** One opinion, to be answered. */
export const findOpinion = async (
  context: Context,
  place: { readonly campaignId: string; readonly opinionId: string },
): Promise<Result<{ readonly campaign: CampaignRow; readonly opinion: PostingOpinionRow }, OpinionFault>> => {
  const permitted = await permitOnCommune(context, 'posting.edit', place.campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!isUuid(place.opinionId)) return no('opinion-unknown')
  const opinion = await findPostingOpinion(context.db, versionOf(campaign), place.opinionId)
  return opinion ? ok({ campaign, opinion }) : no('opinion-unknown')
}
