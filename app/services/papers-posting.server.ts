import { createHash } from 'node:crypto'
import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { lastDayOf } from '#app/campaign/posting.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { type PosterSize, posterPages } from '#app/documents/pdf-poster.server.ts'
import { buildNotice, type Posted } from '#app/dossier/posting-notice.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { findPosting } from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change, type System } from './context.server.ts'
import type { PaperFault, PaperFile } from './papers.server.ts'
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

const hand = (
  context: Context,
  { campaign, file }: { readonly campaign: CampaignRow; readonly file: PaperFile },
): Promise<Result<PaperFile, NoticeFault>> => {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return change<PaperFile, NoticeFault>(context, async ({ record }) => {
    record({ kind: 'paper.downloaded', paper: 'posting-notice', sha256 }, { campaignId: campaign.id })
    return ok(file)
  })
}

/** The posting notice as a Word file. */
export const makeNotice = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, NoticeFault>> => {
  const gathered = await gather(context, campaignId)
  if (!gathered.ok) return gathered
  const { campaign, survey, posted } = gathered.value
  const paper = buildNotice(survey, posted, dayOf(context.clock()))
  if (!paper.ok) return paper
  const name = `Thông báo niêm yết kết quả lấy ý kiến - ${campaign.communeName}.docx`
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return hand(context, { campaign, file: { name, type, bytes: await writeDocx(paper.value) } })
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
  return hand(context, { campaign, file: { name, type: 'application/pdf', bytes } })
}
