import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted, take } from '#app/campaign/campaign.ts'
import { listFullGroups } from '#db/queries/ballots.ts'
import { countOpenBatches } from '#db/queries/batches.ts'
import { type CampaignRow, findCampaign, lockCampaign, updateCampaignClosed } from '#db/queries/campaigns.ts'
import { clusterSlots, vacuumAnswers } from '#db/queries/maintenance.ts'
import { listOutcomes } from '#db/queries/outcomes.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { updateCodesAlike, updateParticipationsAlike } from '#db/queries/versions.ts'
import { recount, rewriteBox } from './box.server.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, type System } from './context.server.ts'
import { evidenceOf } from './evidence.server.ts'
import { keepResult } from './kept-results.server.ts'
import { mixGroup } from './mixing.server.ts'
import { rootReceipts } from './receipts.server.ts'
import { isKeyOf } from './unreadable.server.ts'

export type ClosingFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'campaign-key-missing'
  | 'slots-without-reason'
  | 'batch-open'

/** Silent slots without a reason; a village counted by hand cannot say whose sheets it has. */
const countUnexplained = async ({ tx }: Change, campaignId: CampaignId): Promise<number> => {
  const byHand = await listSheetVillages(tx, campaignId)
  return (await listOutcomes(tx, campaignId))
    .filter(village => !byHand.has(village.villageId))
    .reduce((sum, village) => sum + village.silent.none, 0)
}

/** The last ballots come in, the box is written anew and counted, receipts get their root; what versions left is levelled. */
const count = async (context: Context, gate: Change, closing: Closing) => {
  const { campaign, key } = closing
  for (const group of await listFullGroups(gate.tx, campaign.id, 1))
    await mixGroup(context, gate, group, { key, atLeast: 1 })
  const box = await rewriteBox(context, gate, closing)
  const totals = await recount(context, gate, campaign.id, box)
  await rootReceipts(gate, campaign.id, key)
  await updateParticipationsAlike(gate.tx, campaign.id)
  await updateCodesAlike(gate.tx, campaign.id)
  return totals
}

type Closing = { readonly campaign: CampaignRow; readonly key: Buffer }

const closeLocked = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
): Promise<Result<CampaignId, ClosingFault>> => {
  const step = take(campaign.state, 'close')
  if (!step.ok) return step
  const key = context.keys.find(campaign.id)
  if (!key || !(await isKeyOf(context, gate, { campaignId: campaign.id, key })))
    return no('campaign-key-missing')
  if ((await countOpenBatches(gate.tx, campaign.id)) > 0) return no('batch-open')
  if ((await countUnexplained(gate, campaign.id)) > 0) return no('slots-without-reason')
  const totals = await count(context, gate, { campaign, key })
  const { fingerprint, digests } = await evidenceOf(gate.tx, campaign.id)
  await updateCampaignClosed(gate.tx, campaign.id, { closedAt: context.clock(), fingerprint })
  await keepResult(context, gate, campaign)
  gate.record({ kind: 'campaign.closed', ...totals, fingerprint, digests }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/** Whether the campaign needs its key no more. */
const isSpent = (campaign: CampaignRow | null): boolean =>
  campaign !== null && (isCounted(campaign.state) || campaign.state === 'cancelled')

/** Destroys a key under the campaign's lock: a reopening that is under way has just made a new one. */
const destroyIfSpent = async (system: System, id: string): Promise<boolean> => {
  if (!isSpent(await findCampaign(system.db, id))) return false
  const destroyed = await change({ ...system, person: null }, async ({ tx, record }) => {
    if (!isSpent(await lockCampaign(tx, id))) return no('key-in-use')
    system.keys.destroy(id)
    record({ kind: 'campaign.key-destroyed' }, { campaignId: id as CampaignId })
    return ok(null)
  })
  return destroyed.ok
}

/**
 * Destroys the keys of closed campaigns: after closing, and at start in case a stop came in between. The key of a
 * campaign still in draft stays: it may be in the middle of opening, and its codes come from that key.
 */
export const destroySpentKeys = async (system: System): Promise<void> => {
  let destroyed = 0
  for (const id of system.keys.list()) if (await destroyIfSpent(system, id)) destroyed += 1
  if (destroyed > 0) await vacuumAnswers(system.db)
}

/**
 * Closes a campaign in which every silent slot has its reason: the last ballots are mixed in, the box is rewritten and
 * counted, then the key is destroyed.
 */
export const closeCampaign = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignId, ClosingFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.close', campaignId)
  if (!permitted.ok) return permitted
  const closed = await change<CampaignId, ClosingFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? closeLocked(context, gate, campaign) : no('campaign-unknown')
  })
  if (!closed.ok) return closed
  await destroySpentKeys(context)
  if (permitted.value.campaign.version > 1) await clusterSlots(context.db)
  return closed
}
