import { createHash } from 'node:crypto'
import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import { buildReport, type ReportFault } from '#app/dossier/report.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { buildTally } from '#app/dossier/tally-book.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change } from './context.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { findResults } from './results.server.ts'

export type PaperKind = 'report' | 'tally'

/** A paper as a file: its name in Vietnamese, its media type, its bytes. */
export type PaperFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }

export type PaperFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-not-closed'
  | 'report-of-joint'
  | ReportFault

const makers = {
  report: {
    title: 'Báo cáo kết quả lấy ý kiến',
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (survey: Survey, madeOn: ReturnType<typeof dayOf>) => {
      const paper = buildReport(survey, madeOn)
      return paper.ok ? ok(await writeDocx(paper.value)) : paper
    },
  },
  tally: {
    title: 'Biểu tổng hợp kết quả lấy ý kiến',
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (survey: Survey, madeOn: ReturnType<typeof dayOf>) => {
      const workbook = buildTally(survey, madeOn)
      return workbook.ok ? ok(await writeXlsx(workbook.value)) : workbook
    },
  },
} as const

/**
 * Makes a paper of a closed campaign, dated today, and records its hash: a paper in a dossier can be held against the log.
 * The same campaign on the same day under the same head of the log gives the same bytes.
 */
export const makePaper = async (
  context: Context,
  campaignId: string,
  kind: PaperKind,
): Promise<Result<PaperFile, PaperFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  // A part of a joint campaign carries no verdict of its own, and its report would be one.
  if (kind === 'report' && permitted.value.campaign.jointId) return no('report-of-joint')
  const closed = await findResults(context, campaignId)
  if (!closed.ok) return closed
  const { title, extension, type, make } = makers[kind]
  const bytes = await make(await surveyOf(context, closed.value), dayOf(context.clock()))
  if (!bytes.ok) return no(bytes.error)
  const { campaign } = permitted.value
  const sha256 = createHash('sha256').update(bytes.value).digest('hex')
  return change<PaperFile, PaperFault>(context, async ({ record }) => {
    record({ kind: 'paper.downloaded', paper: kind, sha256 }, { campaignId: campaign.id })
    return ok({ name: `${title} - ${campaign.communeName}.${extension}`, type, bytes: bytes.value })
  })
}
