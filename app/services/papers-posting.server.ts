import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { lastDayOf } from '#app/campaign/posting.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { type PosterSize, posterPages } from '#app/documents/pdf-poster.server.ts'
import type { Paper } from '#app/dossier/paper.ts'
import { buildNotice, type Posted } from '#app/dossier/posting-notice.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { findPosting } from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context, System } from './context.server.ts'
import { fileOfPaper, handOut, type PaperFile, type PaperFormat } from './paper-file.server.ts'
import type { PaperFault } from './papers.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { versionOf } from './posting.server.ts'
import { findResults } from './results.server.ts'

/** Posting of a campaign's present version as notices and the public page say it; null before posting. */
export const findPosted = async (system: System, campaign: CampaignRow): Promise<Posted | null> => {
  const posting = await findPosting(system.db, versionOf(campaign))
  if (!posting) return null
  const hanging = new Set(posting.villageIds)
  const villages = await listCampaignVillages(system.db, campaign.id)
  return {
    ...posting,
    lastDay: lastDayOf(posting),
    villages: villages.filter(village => hanging.has(village.villageId)).map(village => village.name),
    link: `${system.publicUrl}/ket-qua/${campaign.id}`,
  }
}

type NoticeFault = PaperFault | 'posting-unknown'

type Material = { readonly campaign: CampaignRow; readonly survey: Survey; readonly posted: Posted }

const gather = async (context: Context, campaignId: string): Promise<Result<Material, NoticeFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const closed = await findResults(context, campaignId)
  if (!closed.ok) return closed
  const campaign = await findCampaign(context.db, campaignId)
  const posted = campaign ? await findPosted(context, campaign) : null
  if (!campaign || !posted) return no('posting-unknown')
  return ok({ campaign, posted, survey: await surveyOf(context, closed.value) })
}

/** The posting notice as data, dated today. */
export const findNotice = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly paper: Paper }, NoticeFault>> => {
  const gathered = await gather(context, campaignId)
  if (!gathered.ok) return gathered
  const { campaign, survey, posted } = gathered.value
  const paper = buildNotice(survey, posted, dayOf(context.clock()))
  return paper.ok ? ok({ campaign, paper: paper.value }) : paper
}

/** The posting notice as a file; its hash goes into the log. */
export const makeNotice = async (
  context: Context,
  campaignId: string,
  format: PaperFormat = 'office',
): Promise<Result<PaperFile, NoticeFault>> => {
  const found = await findNotice(context, campaignId)
  if (!found.ok) return found
  const { campaign, paper } = found.value
  const title = `Thông báo niêm yết kết quả lấy ý kiến - ${campaign.communeName}`
  const file = await fileOfPaper(title, paper, format)
  return handOut(context, { campaignId: campaign.id, paper: 'posting-notice', file })
}

/** The notice as a poster, as a PDF file. */
export const makePoster = async (
  context: Context,
  campaignId: string,
  size: PosterSize,
): Promise<Result<PaperFile, NoticeFault>> => {
  const gathered = await gather(context, campaignId)
  if (!gathered.ok) return gathered
  const { campaign, survey, posted } = gathered.value
  const bytes = await renderPdf(posterPages({ survey, posted }, { size, madeOn: dayOf(context.clock()) }))
  const name = `Áp phích niêm yết ${size} - ${campaign.communeName}.pdf`
  const file = { name, type: 'application/pdf', bytes }
  return handOut(context, { campaignId: campaign.id, paper: 'posting-notice', file })
}
