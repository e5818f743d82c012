import { createHash } from 'node:crypto'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { buildPlanPaper } from '#app/dossier/plan-paper.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'
import { drawOf } from './papers-sample.server.ts'
import { provinceNameOf } from './papers-survey.server.ts'
import { findPlanView } from './plan-view.server.ts'

export type PlanPaperFault = 'campaign-unknown' | 'forbidden' | 'questionnaire-unknown' | 'rules-unknown'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The plan as a Word file, in whatever state it is: dated the day it was issued, or today. Its hash goes into the log. The
 * same plan on the same day gives the same bytes.
 */
export const makePlanPaper = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, PlanPaperFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const view = await findPlanView(context, campaignId)
  if (!view.ok) return view
  const { campaign } = permitted.value
  const provinceName = await provinceNameOf(context, campaign.communePath)
  const { demonstration } = context
  const sample = await drawOf(context, campaign)
  const paper = buildPlanPaper({ ...view.value, provinceName, sample, demonstration }, dayOf(context.clock()))
  const bytes = await writeDocx(paper)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return change<PaperFile, PlanPaperFault>(context, async ({ record }) => {
    record({ kind: 'paper.downloaded', paper: 'plan', sha256 }, { campaignId: campaign.id })
    return ok({ name: `Kế hoạch lấy ý kiến - ${campaign.communeName}.docx`, type: docx, bytes })
  })
}
