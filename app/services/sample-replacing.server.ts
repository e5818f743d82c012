import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { nextOfReserve, type ReplaceReason } from '#app/household/sample-plan.ts'
import { findArea } from '#db/queries/areas.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { lockRegister } from '#db/queries/households.ts'
import { listMembers, type MemberRow, updateMember } from '#db/queries/sample-households.ts'
import { deleteSlot, hasBatchSlot } from '#db/queries/samples.ts'
import { insertSlots, updateVillageParticipation } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { newSlots } from './new-slots.server.ts'
import type { ReplaceForm } from './sample-form.server.ts'

export type ReplaceFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'campaign-key-missing'
  | 'sample-household-unknown'
  | 'sample-household-there'
  | 'sample-slot-in-batch'
  | 'sample-reserve-empty'
  | 'slot-answered'

type Replacing = {
  readonly campaign: CampaignRow
  readonly villageId: string
  readonly out: MemberRow
  readonly reason: ReplaceReason
}

const isThere = (member: MemberRow): boolean => member.standing === 'active' && member.householdId !== null

const checkOut = async (
  { tx }: Change,
  out: MemberRow | undefined,
  reason: ReplaceReason,
): Promise<Result<MemberRow, ReplaceFault>> => {
  if (out?.state !== 'drawn') return no('sample-household-unknown')
  if (out.answered) return no('slot-answered')
  if (reason === 'gone' && isThere(out)) return no('sample-household-there')
  if (out.slotId !== null && (await hasBatchSlot(tx, out.slotId))) return no('sample-slot-in-batch')
  return ok(out)
}

/** While collecting, the slot of whoever drops out goes, and whoever enters gets one. */
const swapSlots = async (
  context: Context,
  { tx }: Change,
  { campaign, villageId, out }: Replacing,
  next: MemberRow,
): Promise<Result<null, ReplaceFault>> => {
  if (isBeforeOpening(campaign.state)) return ok(null)
  const key = context.keys.find(campaign.id)
  if (!key) return no('campaign-key-missing')
  const issued = out.slotId === null ? 0 : (await deleteSlot(tx, out.slotId)).issued
  if (issued > 0)
    await updateVillageParticipation(
      tx,
      { campaignId: campaign.id, villageId },
      { issued: -issued, collected: 0 },
    )
  const households = [{ id: next.householdId ?? '', villageId }]
  await insertSlots(tx, campaign.id, newSlots(context, key, households))
  return ok(null)
}

const replaceLocked = async (
  context: Context,
  gate: Change,
  replacing: Replacing,
  members: readonly MemberRow[],
): Promise<Result<null, ReplaceFault>> => {
  const { campaign, villageId, out, reason } = replacing
  const entering = nextOfReserve(members, isThere)
  if (!entering) return no('sample-reserve-empty')
  const { next, passedOver } = entering
  const on = dayOf(context.clock())
  const at = (place: number) => ({ campaignId: campaign.id, villageId, place })
  for (const { place } of passedOver)
    await updateMember(gate.tx, at(place), { state: 'passed-over', reason: 'gone', on })
  await updateMember(gate.tx, at(next.place), { state: 'drawn', reason: null, on: null })
  await updateMember(gate.tx, at(out.place), { state: 'replaced', reason, on })
  const swapped = await swapSlots(context, gate, replacing, next)
  if (!swapped.ok) return swapped
  const village = (await findArea(gate.tx, villageId))?.name ?? villageId
  const told = { out: out.place, in: next.place, passedOver: passedOver.length, reason }
  gate.record({ kind: 'sample.household-replaced', village, ...told }, { campaignId: campaign.id })
  return ok(null)
}

/**
 * Replaces a drawn household that drops out by the first of its village's reserve that still lives there, before opening or
 * while collecting. Nobody chooses who enters; what happened to the order is in the log.
 */
export const replaceDrawn = async (
  context: Context,
  at: { readonly campaignId: string; readonly villageId: string },
  { place, reason }: ReplaceForm,
): Promise<Result<null, ReplaceFault>> => {
  const permitted = await permitOnCommune(context, 'plan.edit', at.campaignId)
  if (!permitted.ok) return permitted
  return change<null, ReplaceFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, at.campaignId)
    if (!campaign) return no('campaign-unknown')
    if (!isBeforeOpening(campaign.state) && campaign.state !== 'collecting')
      return no('campaign-step-not-now')
    await lockRegister(gate.tx, campaign.communeId)
    const members = await listMembers(gate.tx, campaign.id, at.villageId)
    const out = await checkOut(
      gate,
      members.find(member => member.place === place),
      reason,
    )
    if (!out.ok) return out
    const replacing = { campaign, villageId: at.villageId, out: out.value, reason }
    return replaceLocked(context, gate, replacing, members)
  })
}
