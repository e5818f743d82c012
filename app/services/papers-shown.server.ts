import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import type { Paper, Workbook } from '#app/dossier/paper.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findPosting } from '#db/queries/postings.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { findReport, findTally, type PaperFault } from './papers.server.ts'
import { findNotice } from './papers-posting.server.ts'
import { findPlanPaper, type PlanPaperFault } from './plan-paper.server.ts'
import { versionOf } from './posting.server.ts'

/** The papers of a campaign that come once, in the order of the work; minutes come once a village. */
export const shownPapers = ['plan', 'minutes', 'tally', 'posting-notice', 'report'] as const

export type ShownPaper = (typeof shownPapers)[number]

/** A paper, and what it still waits for. */
export type ListedPaper = {
  readonly paper: ShownPaper
  readonly waitsFor: 'closing' | 'posting' | 'joint' | null
}

const waitOf = (paper: ShownPaper, campaign: CampaignRow, posted: boolean): ListedPaper['waitsFor'] => {
  if (paper === 'plan') return null
  if (!isCounted(campaign.state)) return 'closing'
  if (paper === 'posting-notice' && !posted) return 'posting'
  return paper === 'report' && campaign.jointId ? 'joint' : null
}

/** Which papers of a campaign there are, and what the others wait for. */
export const findPapers = async (
  context: Context,
  campaignId: string,
): Promise<
  Result<
    { readonly campaign: CampaignRow; readonly papers: readonly ListedPaper[] },
    'campaign-unknown' | 'forbidden'
  >
> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const posted = (await findPosting(context.db, versionOf(campaign))) !== null
  return ok({
    campaign,
    papers: shownPapers.map(paper => ({ paper, waitsFor: waitOf(paper, campaign, posted) })),
  })
}

/** A paper as data, to be shown as a page. */
export type Shown =
  | { readonly campaign: CampaignRow; readonly paper: Paper }
  | { readonly campaign: CampaignRow; readonly workbook: Workbook }

const finders = {
  plan: findPlanPaper,
  tally: findTally,
  'posting-notice': findNotice,
  report: findReport,
} as const

/** A paper of a campaign as data, the same from which its files are written; minutes have a page for each village. */
export const findShown = async (
  context: Context,
  campaignId: string,
  paper: ShownPaper,
): Promise<Result<Shown, PaperFault | PlanPaperFault | 'posting-unknown' | 'page-unknown'>> =>
  paper === 'minutes' ? no('page-unknown') : finders[paper](context, campaignId)
