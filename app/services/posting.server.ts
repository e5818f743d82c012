import { dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { type Standing, standingOf, whyNotOver } from '#app/campaign/posting.ts'
import type { Sourced } from '#app/verdict/rules.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import {
  countPostingOpinions,
  findPosting,
  listPostingOpinions,
  type PostingOpinionRow,
  type PostingRow,
  updateCampaignState,
  upsertPosting,
  type VersionOf,
} from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { upsertVerification } from '#db/queries/verifications.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import type { PostingForm } from './posting-form.server.ts'

/** The version of a campaign that is posted: the present one. */
export const versionOf = ({ id, version }: CampaignRow): VersionOf => ({ campaignId: id, version })

/** Posting of a campaign as its page shows it. */
export type PostingDesk = {
  readonly campaign: CampaignRow
  readonly today: string
  /** What the frozen rules say of the length. */
  readonly rule: Sourced<number>
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly posting: PostingRow | null
  /** Null before posting. */
  readonly standing: Standing | null
  readonly opinions: Paged<PostingOpinionRow>
  readonly unanswered: number
}

type ReadFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'

/** What is posted where and until when, and the opinions received: for the Front of the commune and above. */
export const findPostingDesk = async (
  context: Context,
  campaignId: string,
  slice: Slice,
): Promise<Result<PostingDesk, ReadFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!campaign.closedAt) return no('campaign-not-closed')
  const of = versionOf(campaign)
  const today = dayOf(context.clock())
  const posting = await findPosting(context.db, of)
  const { all, unanswered } = await countPostingOpinions(context.db, of)
  return ok({
    ...{ campaign, today, posting, unanswered },
    rule: (await frozenOf(context.db, campaign.id)).rules.postingDays,
    villages: await listCampaignVillages(context.db, campaign.id),
    standing: posting ? standingOf(posting, today) : null,
    opinions: paged(await listPostingOpinions(context.db, of, slice), all, slice),
  })
}

export type PostingFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'posting-start-early'
  | 'posting-days-unreadable'
  | 'posting-document-missing'
  | 'posting-place-missing'

/** The days that the rules set, or, where they set none, those of a document that the cadre names. */
const lengthOf = (
  rule: Sourced<number>,
  { days, daysDocument }: PostingForm,
): Result<
  Pick<PostingRow, 'days' | 'daysDocument'>,
  'posting-days-unreadable' | 'posting-document-missing'
> => {
  if (rule.value !== null) return ok({ days: rule.value, daysDocument: null })
  if (days === null) return no('posting-days-unreadable')
  return daysDocument ? ok({ days, daysDocument }) : no('posting-document-missing')
}

const readPosting = async (
  context: Context,
  { tx }: Change,
  { campaign, form }: { readonly campaign: CampaignRow; readonly form: PostingForm },
): Promise<Result<PostingRow, PostingFault>> => {
  const { rules } = await frozenOf(context.db, campaign.id, tx)
  const length = lengthOf(rules.postingDays, form)
  if (!length.ok) return length
  if (!campaign.closedAt || form.startsOn < dayOf(campaign.closedAt)) return no('posting-start-early')
  const chosen = new Set(form.villageIds)
  const villageIds = (await listCampaignVillages(tx, campaign.id))
    .map(village => village.villageId)
    .filter(village => chosen.has(village))
  const { startsOn, atCommune, byLoudspeaker, contact } = form
  if (villageIds.length === 0 && !atCommune && !byLoudspeaker) return no('posting-place-missing')
  return ok({ ...length.value, startsOn, villageIds, atCommune, byLoudspeaker, contact })
}

const postLocked = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
  form: PostingForm,
): Promise<Result<CampaignId, PostingFault>> => {
  const correcting = campaign.state === 'posted' || campaign.state === 'returned'
  const step = correcting ? ok(campaign.state) : take(campaign.state, 'post')
  if (!step.ok) return step
  const posting = await readPosting(context, gate, { campaign, form })
  if (!posting.ok) return posting
  if (!context.person) return no('forbidden')
  const by = { postedBy: context.person.id, postedAt: context.clock() }
  await upsertPosting(gate.tx, versionOf(campaign), { ...posting.value, ...by })
  await updateCampaignState(gate.tx, campaign.id, step.value)
  const { startsOn, days } = posting.value
  const kind = correcting ? 'posting.corrected' : 'campaign.posted'
  gate.record({ kind, version: campaign.version, startsOn, days }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/** Posts the results of a closed campaign; while posted, or sent back by verification, corrects what was entered. */
export const postCampaign = async (
  context: Context,
  campaignId: string,
  form: PostingForm,
): Promise<Result<CampaignId, PostingFault>> => {
  const permitted = await permitOnCommune(context, 'posting.edit', campaignId)
  if (!permitted.ok) return permitted
  return change<CampaignId, PostingFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? postLocked(context, gate, campaign, form) : no('campaign-unknown')
  })
}

export type SubmitFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'posting-unknown'
  | 'posting-running'
  | 'opinions-unanswered'

const submitLocked = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
): Promise<Result<CampaignId, SubmitFault>> => {
  const step = take(campaign.state, 'submit')
  if (!step.ok) return step
  const of = versionOf(campaign)
  const posting = await findPosting(tx, of)
  if (!posting) return no('posting-unknown')
  const { all, unanswered } = await countPostingOpinions(tx, of)
  const why = whyNotOver(standingOf(posting, dayOf(context.clock())), unanswered)
  if (why) return no(why)
  await updateCampaignState(tx, campaign.id, step.value)
  await upsertVerification(tx, of, context.clock())
  record(
    { kind: 'campaign.submitted', version: campaign.version, opinions: all },
    { campaignId: campaign.id },
  )
  return ok(campaign.id)
}

/** Ends posting and hands the campaign to verification: only when its days have passed and every opinion has an answer. */
export const submitCampaign = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignId, SubmitFault>> => {
  const permitted = await permitOnCommune(context, 'posting.edit', campaignId)
  if (!permitted.ok) return permitted
  return change<CampaignId, SubmitFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? submitLocked(context, gate, campaign) : no('campaign-unknown')
  })
}
