import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import type { Paper } from '#app/dossier/paper.ts'
import { buildPlanPaper } from '#app/dossier/plan-paper.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { fileOfPaper, handOut, type PaperFile, type PaperFormat } from './paper-file.server.ts'
import { drawOf } from './papers-sample.server.ts'
import { provinceNameOf, wordingOf } from './papers-survey.server.ts'
import { findPlanView } from './plan-view.server.ts'

export type PlanPaperFault = 'campaign-unknown' | 'forbidden' | 'questionnaire-unknown' | 'rules-unknown'

/** The plan as data, in whatever state it is: dated the day it was issued, or today. */
export const findPlanPaper = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly paper: Paper }, PlanPaperFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const view = await findPlanView(context, campaignId)
  if (!view.ok) return view
  const { campaign } = permitted.value
  const provinceName = await provinceNameOf(context, campaign.communePath)
  const { demonstration } = context
  const sample = await drawOf(context, campaign)
  const { wording } = await wordingOf(context, campaign.communePath)
  const own = wording?.plan ? { wording: wording.plan } : {}
  const round = { ...view.value, provinceName, sample, ...own, demonstration }
  const paper = buildPlanPaper(round, dayOf(context.clock()))
  return ok({ campaign, paper })
}

/** The plan as a file. Its hash goes into the log. The same plan on the same day gives the same bytes. */
export const makePlanPaper = async (
  context: Context,
  campaignId: string,
  format: PaperFormat = 'office',
): Promise<Result<PaperFile, PlanPaperFault>> => {
  const found = await findPlanPaper(context, campaignId)
  if (!found.ok) return found
  const { campaign, paper } = found.value
  const file = await fileOfPaper(`Kế hoạch lấy ý kiến - ${campaign.communeName}`, paper, format)
  return handOut(context, { campaignId: campaign.id, paper: 'plan', file })
}
