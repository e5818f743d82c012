import { liesWithin } from '#app/account/area.ts'
import { dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Outcome } from '#app/household/outcome.ts'
import { type CampaignRow, lockCollecting } from '#db/queries/campaigns.ts'
import {
  listOutcomes,
  lockSlot,
  lockUnexplained,
  type OutcomeRow,
  updateSlotOutcome,
  updateUnexplained,
} from '#db/queries/outcomes.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { findSlot, listCampaignVillages, type SlotRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import { type Context, change, permit } from './context.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

type SlotPlace = { readonly campaignId: string; readonly slotId: string }

export type OutcomeFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'slot-unknown'
  | 'campaign-not-collecting'
  | 'slot-answered'

const permitOnSlot = async (
  context: Context,
  { campaignId, slotId }: SlotPlace,
): Promise<Result<{ readonly campaign: CampaignRow; readonly slot: SlotRow }, OutcomeFault>> => {
  const permitted = await permitOnCampaign(context, 'ballot.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const slot = isUuid(slotId) ? await findSlot(context.db, campaign.id, slotId) : null
  if (!slot) return no('slot-unknown')
  const inVillage = await permit(context, 'ballot.enter', slot.villagePath)
  if (!inVillage.ok) return inVillage
  return campaign.state === 'collecting' ? ok({ campaign, slot }) : no('campaign-not-collecting')
}

/** Notes why a household has not answered, or takes the note away (null). A household that answered has no such reason. */
export const recordOutcome = async (
  context: Context,
  { outcome, ...place }: SlotPlace & { readonly outcome: Outcome | null },
): Promise<Result<null, OutcomeFault>> => {
  const permitted = await permitOnSlot(context, place)
  if (!permitted.ok) return permitted
  const campaignId = permitted.value.campaign.id
  const { slotId, villageName: village } = permitted.value.slot
  return change<null, OutcomeFault>(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaignId))) return no('campaign-not-collecting')
    const slot = await lockSlot(tx, campaignId, slotId)
    if (!slot) return no('slot-unknown')
    if (slot.used) return no('slot-answered')
    await updateSlotOutcome(tx, slotId, outcome === null ? null : { outcome, on: dayOf(context.clock()) })
    const told = outcome ?? ('none' as const)
    record({ kind: 'slot.outcome-noted', slot: slotId, village, outcome: told }, { campaignId })
    return ok(null)
  })
}

/** Notes one reason for every household of a village that is silent without one; how many. */
export const recordOutcomes = async (
  context: Context,
  {
    outcome,
    ...place
  }: { readonly campaignId: string; readonly villageId: string; readonly outcome: Outcome },
): Promise<Result<number, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'ballot.enter', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  return change<number, VillageFault>(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
    const silent = await lockUnexplained(tx, { campaignId: campaign.id, villageId: village.villageId })
    const slots = await updateUnexplained(tx, silent, { outcome, on: dayOf(context.clock()) })
    record(
      { kind: 'slot.outcomes-noted', village: village.name, outcome, slots },
      { campaignId: campaign.id },
    )
    return ok(slots)
  })
}

/** A village's slots by what became of them. A village counted by hand tells nothing of single households. */
export type VillageOutcomes = OutcomeRow & { readonly name: string; readonly countedByHand: boolean }

/** What became of the slots of a campaign: the villages in sight of the person asking, in listed order. */
export const countOutcomes = async (
  context: Context,
  campaignId: string,
): Promise<Result<readonly VillageOutcomes[], 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCampaign(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const rows = new Map((await listOutcomes(context.db, campaign.id)).map(row => [row.villageId, row]))
  const byHand = await listSheetVillages(context.db, campaign.id)
  const villages = await listCampaignVillages(context.db, campaign.id)
  return ok(
    villages
      .filter(({ path }) => person.areas.some(area => liesWithin(path, area)))
      .flatMap(({ villageId, name }) => {
        const row = rows.get(villageId)
        return row ? [{ ...row, name, countedByHand: byHand.has(villageId) }] : []
      }),
  )
}
