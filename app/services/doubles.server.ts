import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type CampaignRow, lockCollecting } from '#db/queries/campaigns.ts'
import {
  type DoubleRow,
  findDeviceItem,
  type ItemStatus,
  insertDeviceItems,
  listDoubles,
  updateDoublesLooked,
  upsertDouble,
} from '#db/queries/doubles.ts'
import { findSlot } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change } from './context.server.ts'
import { sealBallot } from './seal.server.ts'
import type { Submission } from './submission.server.ts'

/** A submission that came for a slot in use. */
type Late = Required<Pick<Submission, 'itemHash'>> &
  Submission & { readonly collector: NonNullable<Submission['collector']> }

/**
 * Keeps the ballot of a household that had answered before: sealed with the campaign's key, never counted. An item that
 * turns out to have been taken in meanwhile (it was sent twice at once) keeps the answer it got.
 */
export const keepDouble = async (
  context: Context,
  late: Late,
  { key, village }: { readonly key: Buffer; readonly village: string },
): Promise<Result<ItemStatus, 'campaign-not-collecting'>> => {
  const { campaignId, slotId, channel } = late
  let known: ItemStatus | null = null
  const kept = await change<ItemStatus, 'campaign-not-collecting' | 'known'>(context, async gate => {
    if (!(await lockCollecting(gate.tx, campaignId))) return no('campaign-not-collecting')
    const item = { idHash: late.itemHash, slotId, status: 'stands' as const }
    if ((await insertDeviceItems(gate.tx, campaignId, [item])) === 0) {
      known = await findDeviceItem(gate.tx, late.itemHash)
      return no('known')
    }
    const sealed = sealBallot(key, late)
    await upsertDouble(gate.tx, { campaignId, slotId, accountId: late.collector, channel, sealed })
    gate.record({ kind: 'double.kept', village, channel }, { campaignId })
    return ok(item.status)
  })
  if (kept.ok) return kept
  return known ? ok(known) : no('campaign-not-collecting')
}

type Fault = 'campaign-unknown' | 'forbidden' | 'campaign-not-collecting'

const permitCollecting = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignRow, Fault>> => {
  const permitted = await permitOnCommune(context, 'collector.assign', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return campaign.state === 'collecting' ? ok(campaign) : no('campaign-not-collecting')
}

/** Households that were met twice: by whom and by which means. */
export const findDoubles = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly doubles: readonly DoubleRow[] }, Fault>> => {
  const permitted = await permitCollecting(context, campaignId)
  if (!permitted.ok) return permitted
  const campaign = permitted.value
  return ok({ campaign, doubles: await listDoubles(context.db, campaign.id) })
}

/** Notes that a household met twice was looked at; how many later ballots that were. */
export const lookAtDouble = async (
  context: Context,
  place: { readonly campaignId: string; readonly slotId: string },
): Promise<Result<number, Fault | 'slot-unknown' | 'double-unknown'>> => {
  const permitted = await permitCollecting(context, place.campaignId)
  if (!permitted.ok) return permitted
  const { id: campaignId } = permitted.value
  const slot = isUuid(place.slotId) ? await findSlot(context.db, campaignId, place.slotId) : null
  if (!slot) return no('slot-unknown')
  return change(context, async ({ tx, record }) => {
    const count = await updateDoublesLooked(tx, { campaignId, slotId: slot.slotId })
    if (count === 0) return no('double-unknown')
    record({ kind: 'double.looked-at', village: slot.villageName, count }, { campaignId })
    return ok(count)
  })
}
