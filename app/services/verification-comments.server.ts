import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import {
  insertComment,
  updateCommentAnswer,
  updateCommentResolved,
} from '#db/queries/verification-comments.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { versionOf } from './posting.server.ts'
import {
  type Locked,
  type LockFault,
  lockVerified,
  permitVerifying,
  type VerifyingFault,
} from './verification.server.ts'
import type { CommentForm } from './verification-form.server.ts'

export type CommentFault =
  | VerifyingFault
  | LockFault
  | 'comment-unknown'
  | 'village-unknown'
  | 'content-unknown'

/** Comments are written, answered and resolved until the version is signed. */
const whileOpen = (
  context: Context,
  campaignId: string,
  work: (gate: Change, locked: Locked) => Promise<Result<CampaignId, CommentFault>>,
): Promise<Result<CampaignId, CommentFault>> =>
  change<CampaignId, CommentFault>(context, async gate => {
    const locked = await lockVerified(gate, campaignId)
    if (!locked.ok) return locked
    return locked.value.verification.state === 'signed'
      ? no('campaign-step-not-now')
      : work(gate, locked.value)
  })

const checkAbout = async (
  context: Context,
  { tx }: Change,
  { campaign, about }: Pick<Locked, 'campaign'> & Pick<CommentForm, 'about'>,
): Promise<Result<null, 'village-unknown' | 'content-unknown'>> => {
  if (about.kind !== 'figure') return ok(null)
  const villages = await listCampaignVillages(tx, campaign.id)
  if (about.villageId !== null && !villages.some(one => one.villageId === about.villageId))
    return no('village-unknown')
  const { questionnaire } = await frozenOf(context.db, campaign.id, tx)
  const known = about.content === null || questionnaire.contents.some(one => one.key === about.content)
  return known ? ok(null) : no('content-unknown')
}

/** Writes a comment on a figure, a paper or the whole dossier. */
export const writeComment = async (
  context: Context,
  campaignId: string,
  form: CommentForm,
): Promise<Result<CampaignId, CommentFault>> => {
  const permitted = await permitVerifying(context, 'verification.work', campaignId)
  if (!permitted.ok) return permitted
  const by = { accountId: permitted.value.person.id, writtenAt: context.clock() }
  return whileOpen(context, campaignId, async (gate, { campaign }) => {
    const checked = await checkAbout(context, gate, { campaign, about: form.about })
    if (!checked.ok) return checked
    const [of, id] = [versionOf(campaign), newId(context)]
    await insertComment(gate.tx, of, { ...form, ...by, id })
    const told = { version: of.version, comment: id, about: form.about.kind, blocking: form.blocking ? 1 : 0 }
    gate.record({ kind: 'verification.commented', ...told }, { campaignId: campaign.id })
    return ok(campaign.id)
  })
}

type Place = { readonly campaignId: string; readonly commentId: string }

/** Marks a comment as resolved: the appraiser is content with what was answered or corrected. */
export const resolveComment = async (
  context: Context,
  { campaignId, commentId }: Place,
): Promise<Result<CampaignId, CommentFault>> => {
  const permitted = await permitVerifying(context, 'verification.work', campaignId)
  if (!permitted.ok) return permitted
  if (!isUuid(commentId)) return no('comment-unknown')
  const mark = { id: commentId, accountId: permitted.value.person.id, at: context.clock() }
  return whileOpen(context, campaignId, async ({ tx, record }, { campaign }) => {
    const version = await updateCommentResolved(tx, campaign.id, mark)
    if (version === null) return no('comment-unknown')
    record(
      { kind: 'verification.comment-resolved', version, comment: commentId },
      { campaignId: campaign.id },
    )
    return ok(campaign.id)
  })
}

/** Answers a comment, once, for the commune. */
export const answerComment = async (
  context: Context,
  { campaignId, commentId }: Place,
  answer: string,
): Promise<Result<CampaignId, CommentFault>> => {
  const permitted = await permitOnCommune(context, 'verification.answer', campaignId)
  if (!permitted.ok) return permitted
  if (!isUuid(commentId)) return no('comment-unknown')
  const mark = { id: commentId, accountId: permitted.value.person.id, at: context.clock(), answer }
  return whileOpen(context, campaignId, async ({ tx, record }, { campaign }) => {
    const version = await updateCommentAnswer(tx, campaign.id, mark)
    if (version === null) return no('comment-unknown')
    record(
      { kind: 'verification.comment-answered', version, comment: commentId },
      { campaignId: campaign.id },
    )
    return ok(campaign.id)
  })
}
