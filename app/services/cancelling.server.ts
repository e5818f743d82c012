import type { Kysely } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { deleteAnswers, updateCampaignCancelled } from '#db/queries/cancelling.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import type { Database } from '#db/schema.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { destroySpentKeys } from './closing.server.ts'
import { type Change, type Context, change } from './context.server.ts'

export type CancelFault = 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'

/** Ballots that have come in, those counted by hand among them. */
const collectedIn = async (db: Kysely<Database>, campaignId: CampaignId): Promise<number> => {
  const villages = await listCampaignVillages(db, campaignId)
  const sheets = await listSheets(db, campaignId)
  const oneByOne = villages.reduce((sum, village) => sum + village.collected, 0)
  return sheets.reduce((sum, sheet) => sum + byHandOf(sheet), oneByOne)
}

const cancelLocked = async (
  context: Context,
  gate: Change,
  { campaign, reason }: { readonly campaign: CampaignRow; readonly reason: string },
): Promise<Result<CampaignId, CancelFault>> => {
  const step = take(campaign.state, 'cancel')
  if (!step.ok) return step
  const collected = await collectedIn(gate.tx, campaign.id)
  await deleteAnswers(gate.tx, campaign.id)
  await updateCampaignCancelled(gate.tx, campaign.id, { at: context.clock(), reason })
  const event = { kind: 'campaign.cancelled', from: campaign.state, reason, collected } as const
  gate.record(event, { campaignId: campaign.id })
  return ok(campaign.id)
}

/**
 * Cancels a campaign that is not closed yet, with a reason. Every answer of it is deleted in the same transaction, and
 * the key is destroyed after it; who had answered stays known, how is gone.
 */
export const cancelCampaign = async (
  context: Context,
  campaignId: string,
  reason: string,
): Promise<Result<CampaignId, CancelFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.cancel', campaignId)
  if (!permitted.ok) return permitted
  const cancelled = await change<CampaignId, CancelFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? cancelLocked(context, gate, { campaign, reason }) : no('campaign-unknown')
  })
  if (cancelled.ok) await destroySpentKeys(context)
  return cancelled
}

/** What the page for cancelling shows: the campaign, and how many ballots have come in. */
export const findCancelling = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly collected: number }, CancelFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.cancel', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const step = take(campaign.state, 'cancel')
  if (!step.ok) return step
  return ok({ campaign, collected: await collectedIn(context.db, campaign.id) })
}
