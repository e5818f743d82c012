import { createHash } from 'node:crypto'
import { readReceiptCode } from '#app/ballot/ballot.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { hasResults } from '#app/campaign/campaign.ts'
import { type InclusionProof, inclusionProof, leafOf, treeOf } from '#app/dossier/merkle.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import {
  findReceiptVillage,
  insertReceiptLeaves,
  listConsumedSlots,
  listReceiptLeaves,
  updateReceiptsRoot,
} from '#db/queries/receipts.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import type { Change, System } from './context.server.ts'
import { receiptOf } from './seal.server.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** What a leaf is made of: the receipt's characters as given out, dash included. */
const bytesOf = (receipt: string): Uint8Array => Buffer.from(receipt, 'utf8')

/**
 * At closing, while the key still makes receipts: one tree a village over the receipts of its counted ballots, those of
 * earlier versions among them, whose leaves are all that is left. Only hashes stay, in their own order; with the key
 * gone nothing leads from a slot to its receipt.
 */
export const rootReceipts = async ({ tx }: Change, campaignId: CampaignId, key: Buffer): Promise<void> => {
  const slots = await listConsumedSlots(tx, campaignId)
  for (const { villageId } of await listCampaignVillages(tx, campaignId)) {
    const village = { campaignId, villageId }
    const earlier = await listReceiptLeaves(tx, village)
    const leaves = slots
      .filter(slot => slot.villageId === villageId)
      .map(slot => leafOf(bytesOf(receiptOf(key, slot.slotId)), sha256))
      .sort()
    await insertReceiptLeaves(tx, village, leaves)
    await updateReceiptsRoot(tx, village, treeOf([...earlier, ...leaves], sha256).root)
  }
}

/** What anybody may learn of a receipt: that the ballot is in its village's count, and how to check it without us. */
export type ReceiptCheck =
  | {
      readonly state: 'counted'
      readonly receipt: string
      readonly village: string
      readonly root: string
      readonly proof: InclusionProof
    }
  | { readonly state: 'not-counted'; readonly receipt: string }
  | { readonly state: 'mistyped' }

const check = async (system: System, campaign: CampaignRow, typed: string): Promise<ReceiptCheck> => {
  const receipt = readReceiptCode(typed)
  if (!receipt) return { state: 'mistyped' }
  const village = await findReceiptVillage(system.db, campaign.id, leafOf(bytesOf(receipt), sha256))
  if (!village?.root) return { state: 'not-counted', receipt }
  const leaves = await listReceiptLeaves(system.db, { campaignId: campaign.id, villageId: village.villageId })
  const proof = inclusionProof(treeOf(leaves, sha256), bytesOf(receipt), sha256)
  if (!proof) throw new Error('a leaf that is found is not in its tree')
  return { state: 'counted', receipt, village: village.name, root: village.root, proof }
}

/** Checks a receipt against a closed campaign, or what was closed of one that was reopened; no receipt typed yet is null. It shows no answer: there is none to show. */
export const checkReceipt = async (
  system: System,
  request: { readonly campaignId: string; readonly typed: string | null },
): Promise<
  Result<{ readonly campaign: CampaignRow; readonly check: ReceiptCheck | null }, 'campaign-unknown'>
> => {
  const campaign = isUuid(request.campaignId) ? await findCampaign(system.db, request.campaignId) : null
  if (!campaign || !hasResults(campaign)) return no('campaign-unknown')
  return ok({ campaign, check: request.typed ? await check(system, campaign, request.typed) : null })
}
