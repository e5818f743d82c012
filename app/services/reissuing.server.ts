import { type Day, dayOf } from '#app/basics/day.ts'
import { isUuid, type SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { CodeSlip, SlipPlace } from '#app/dossier/code-slips.ts'
import { householdMessage } from '#app/dossier/round-message.ts'
import { type CampaignRow, lockCollecting } from '#db/queries/campaigns.ts'
import { findHanded, type HandedRow, lockCodeVersion, updateSlotIssued } from '#db/queries/handing-out.ts'
import { updateVillageParticipation } from '#db/queries/slots.ts'
import { insertRetiredCodes, updateSlotCodes } from '#db/queries/versions.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import { slipOf, slipPlaceOf } from './code-papers.server.ts'
import { type Context, change, permit } from './context.server.ts'
import { codeLookup, slotCode } from './seal.server.ts'

type SlotPlace = { readonly campaignId: string; readonly slotId: string }

export type SlotFault = 'campaign-unknown' | 'forbidden' | 'slot-unknown'

type CodeFault = SlotFault | 'campaign-not-collecting' | 'campaign-key-missing' | 'answered-before-reopening'

export type SlotPage = { readonly campaign: CampaignRow; readonly slot: HandedRow; readonly today: Day }

/** A household's slot as whoever hands codes out sees it: whether and by which means it answered, never how. */
export const findSlotPage = async (
  context: Context,
  { campaignId, slotId }: SlotPlace,
): Promise<Result<SlotPage, SlotFault>> => {
  const permitted = await permitOnCampaign(context, 'code.print', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const slot = isUuid(slotId) ? await findHanded(context.db, campaign.id, slotId as SlotId) : null
  if (!slot) return no('slot-unknown')
  const inVillage = await permit(context, 'code.print', slot.villagePath)
  return inVillage.ok ? ok({ campaign, slot, today: dayOf(context.clock()) }) : inVillage
}

/** The slot, if its code can still be given out: the round collects, and the key that makes codes is there. */
const findCodeDesk = async (
  context: Context,
  place: SlotPlace,
): Promise<Result<SlotPage & { readonly key: Buffer }, CodeFault>> => {
  const found = await findSlotPage(context, place)
  if (!found.ok) return found
  const { campaign, slot } = found.value
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  if (slot.answeredBefore) return no('answered-before-reopening')
  const key = context.keys.find(campaign.id)
  return key ? ok({ ...found.value, key }) : no('campaign-key-missing')
}

/** What the page before replacing a code shows; it says the same refusals as the deed. */
export const findReissuing = async (
  context: Context,
  place: SlotPlace,
): Promise<Result<SlotPage, CodeFault>> => {
  const desk = await findCodeDesk(context, place)
  if (!desk.ok) return desk
  const { key: _, ...page } = desk.value
  return ok(page)
}

/**
 * Gives a household another code; the one before dies in the same moment and says that it was replaced. Possible also
 * after it answered, since it may answer again. The trace names the slot and neither code.
 */
export const reissueCode = async (context: Context, place: SlotPlace): Promise<Result<null, CodeFault>> => {
  const desk = await findCodeDesk(context, place)
  if (!desk.ok) return desk
  const { campaign, slot, key } = desk.value
  const { slotId, villageName: village } = slot
  return change<null, CodeFault>(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
    const version = (await lockCodeVersion(tx, slotId)) + 1
    await insertRetiredCodes(tx, [slotId], dayOf(context.clock()))
    const lookup = codeLookup(context.keys.server, slotCode(key, slotId, version))
    await updateSlotCodes(tx, [{ slotId, codeVersion: version, codeLookup: lookup }])
    record({ kind: 'slot.code-replaced', slot: slotId, village, version }, { campaignId: campaign.id })
    return ok(null)
  })
}

/** Notes that one household has its code; nothing more to note when it was noted before. */
export const issueSlot = async (
  context: Context,
  place: SlotPlace,
): Promise<Result<null, SlotFault | 'campaign-not-collecting'>> => {
  const found = await findSlotPage(context, place)
  if (!found.ok) return found
  const { campaign, slot, today } = found.value
  if (slot.issuedOn !== null) return ok(null)
  return change(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
    const fresh = (await updateSlotIssued(tx, slot.slotId, today)) ? 1 : 0
    const village = { campaignId: campaign.id, villageId: slot.villageId }
    await updateVillageParticipation(tx, village, { issued: fresh, collected: 0 })
    record({ kind: 'slot.issued', village: slot.villageName, slots: fresh }, { campaignId: campaign.id })
    return ok(null)
  })
}

export type HouseholdCode = {
  readonly campaign: CampaignRow
  readonly slotId: SlotId
  readonly villageId: string
  readonly place: SlipPlace
  readonly slip: CodeSlip
  /** Ready to be sent to this household alone. */
  readonly message: string
}

/** A household's code to be printed or sent to it alone; traced as a printing, because whoever sees it could answer. */
export const showHouseholdCode = async (
  context: Context,
  at: SlotPlace,
): Promise<Result<HouseholdCode, CodeFault>> => {
  const desk = await findCodeDesk(context, at)
  if (!desk.ok) return desk
  const { campaign, slot, key } = desk.value
  const { slotId, villageId, villageName } = slot
  const place = slipPlaceOf(context, campaign, villageName)
  const slip = slipOf(context, key, slot)
  return change(context, async ({ record }) => {
    record({ kind: 'slot.codes-printed', village: villageName, slots: 1 }, { campaignId: campaign.id })
    return ok({ campaign, slotId, villageId, place, slip, message: householdMessage(place, slip) })
  })
}
