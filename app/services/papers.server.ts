import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Paper, Workbook } from '#app/dossier/paper.ts'
import { buildReport, type ReportFault } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import {
  fileOfPaper,
  fileOfWorkbook,
  handOut,
  type PaperFile,
  type PaperFormat,
} from './paper-file.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { findResults, type ResultsFault } from './results.server.ts'

export type { PaperFile } from './paper-file.server.ts'

export type PaperKind = 'report' | 'tally'

export type PaperFault = ResultsFault | 'report-of-joint' | ReportFault

type Asked = { readonly campaign: CampaignRow; readonly survey: Survey }

const findSurvey = async (
  context: Context,
  campaignId: string,
  kind: PaperKind,
): Promise<Result<Asked, PaperFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  // A part of a joint campaign carries no verdict of its own, and its report would be one.
  if (kind === 'report' && permitted.value.campaign.jointId) return no('report-of-joint')
  const closed = await findResults(context, campaignId)
  if (!closed.ok) return closed
  return ok({ campaign: closed.value.campaign, survey: await surveyOf(context, closed.value) })
}

/** The report of a closed campaign as data, dated today. */
export const findReport = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly paper: Paper }, PaperFault>> => {
  const asked = await findSurvey(context, campaignId, 'report')
  if (!asked.ok) return asked
  const { campaign, survey } = asked.value
  const paper = buildReport(survey, dayOf(context.clock()))
  return paper.ok ? ok({ campaign, paper: paper.value }) : paper
}

/** The tally sheets of a closed campaign as data, dated today. */
export const findTally = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly workbook: Workbook }, PaperFault>> => {
  const asked = await findSurvey(context, campaignId, 'tally')
  if (!asked.ok) return asked
  const { campaign, survey } = asked.value
  const workbook = buildTally(survey, dayOf(context.clock()))
  return workbook.ok ? ok({ campaign, workbook: workbook.value }) : workbook
}

const reportFile = async (context: Context, campaignId: string, format: PaperFormat) => {
  const found = await findReport(context, campaignId)
  if (!found.ok) return found
  const { campaign, paper } = found.value
  const title = `Báo cáo kết quả lấy ý kiến - ${campaign.communeName}`
  return ok({ campaign, file: await fileOfPaper(title, paper, format) })
}

const tallyFile = async (context: Context, campaignId: string, format: PaperFormat) => {
  const found = await findTally(context, campaignId)
  if (!found.ok) return found
  const { campaign, workbook } = found.value
  const title = `Biểu tổng hợp kết quả lấy ý kiến - ${campaign.communeName}`
  return ok({ campaign, file: await fileOfWorkbook(title, workbook, format) })
}

const makers = { report: reportFile, tally: tallyFile } as const

/**
 * Makes a paper of a closed campaign, dated today, and records its hash: a paper in a dossier can be held against the log.
 * The same campaign on the same day under the same head of the log gives the same bytes.
 */
export const makePaper = async (
  context: Context,
  campaignId: string,
  kind: PaperKind,
  format: PaperFormat = 'office',
): Promise<Result<PaperFile, PaperFault>> => {
  const made = await makers[kind](context, campaignId, format)
  if (!made.ok) return made
  return handOut(context, { campaignId: made.value.campaign.id, paper: kind, file: made.value.file })
}
