import type { Ballot, Channel } from '#app/ballot/ballot.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findDeviceItem, type ItemStatus } from '#db/queries/doubles.ts'
import type { SlotRow } from '#db/queries/slots.ts'
import { keyFault } from './campaigns.server.ts'
import type { Acknowledged, Outcome } from './consuming.server.ts'
import type { Context } from './context.server.ts'
import { keepDouble } from './doubles.server.ts'
import { submit } from './lane.server.ts'
import { itemHashOf, receiptOf } from './seal.server.ts'
import type { Submission } from './submission.server.ts'

/** A household's ballot in a collector's hands. */
export type Assisted = {
  readonly campaign: Pick<CampaignRow, 'id'>
  readonly slot: Pick<SlotRow, 'slotId' | 'villageId' | 'villageName'>
  readonly channel: Channel
  readonly ballot: Ballot
  /** Whose turnout it counts for. */
  readonly collector: AccountId
  /** A random id of the form or the device's item, the same whenever it is sent; null where there is none. */
  readonly itemId: string | null
}

const acknowledged = (key: Buffer, { slot }: Assisted, status: ItemStatus): Outcome => {
  const outcome = status === 'recorded' ? 'first' : 'stands'
  return ok({ receipt: receiptOf(key, slot.slotId), outcome })
}

const submissionOf = ({
  campaign,
  slot,
  channel,
  ballot,
  collector,
}: Assisted): Submission & {
  readonly collector: AccountId
} => {
  const { slotId, villageId } = slot
  return { campaignId: campaign.id, slotId, villageId, channel, collector, ballot }
}

type WithItem = { readonly key: Buffer; readonly itemHash: Buffer }

/** Keeps what came too late; an item sent twice at once is told what the first of them was. */
const standing = async (
  context: Context,
  assisted: Assisted,
  { key, itemHash }: WithItem,
): Promise<Outcome> => {
  const late = { ...submissionOf(assisted), itemHash }
  const kept = await keepDouble(context, late, { key, village: assisted.slot.villageName })
  return kept.ok ? acknowledged(key, assisted, kept.value) : kept
}

const takeItem = async (context: Context, assisted: Assisted, item: WithItem): Promise<Outcome> => {
  const known = await findDeviceItem(context.db, item.itemHash)
  if (known) return acknowledged(item.key, assisted, known)
  const sent = await submit(context, { ...submissionOf(assisted), itemHash: item.itemHash })
  if (!sent.ok || sent.value.outcome !== 'stands') return sent
  return standing(context, assisted, item)
}

/**
 * Takes in a ballot that a collector brings. The first commit for a slot wins. The same item sent again gets the answer
 * it got before; another ballot for a slot in use is kept apart and answered `stands`.
 */
export const takeAssisted = async (
  context: Context,
  assisted: Assisted,
): Promise<Result<Acknowledged, Extract<Outcome, { ok: false }>['error']>> => {
  const { campaign, slot, itemId } = assisted
  if (itemId === null) return submit(context, submissionOf(assisted))
  const key = context.keys.find(campaign.id)
  if (!key) return no(await keyFault(context, campaign.id))
  return takeItem(context, assisted, { key, itemHash: itemHashOf(key, slot.slotId, itemId) })
}
