import { liesWithin } from '#app/account/area.ts'
import type { Channel } from '#app/ballot/ballot.ts'
import { dayOf } from '#app/basics/day.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readSlotCode } from '#app/household/household.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type CampaignRow, findCampaign, lockCollecting } from '#db/queries/campaigns.ts'
import { findRetiredCode } from '#db/queries/handing-out.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import {
  findSlotByCode,
  listCampaignVillages,
  listSlotsOfVillage,
  type SlotByCode,
  type SlotRow,
  updateSlotsIssued,
  updateVillageParticipation,
  type VillageRow,
} from '#db/queries/slots.ts'
import { keyFault, permitOnCampaign } from './campaigns.server.ts'
import { type Context, change, permit, type System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { slowWrongCode } from './guessing.server.ts'
import { codeLookup, receiptOf, slotCode } from './seal.server.ts'

/** What a resident's code leads to. */
export type Door =
  | {
      readonly state: 'open'
      readonly campaign: CampaignRow
      readonly slot: SlotByCode
      readonly questionnaire: Questionnaire
    }
  | {
      readonly state: 'answered'
      readonly campaign: CampaignRow
      readonly receipt: string
      /** Came with a batch of paper sheets: nobody knows which ballot is its own, so none can take its place. */
      readonly byBatch: boolean
      readonly slot: SlotByCode
      readonly questionnaire: Questionnaire
    }
  | { readonly state: 'closed'; readonly campaign: CampaignRow }
  | { readonly state: 'counted-by-hand'; readonly campaign: CampaignRow }
  /** Answered before the campaign was reopened: the ballot stands, and its receipt is known to the household alone. */
  | { readonly state: 'answered-before'; readonly campaign: CampaignRow }

type DoorFault = 'code-mistyped' | 'code-unknown' | 'code-replaced' | 'campaign-key-missing'

/** A code that opens nothing: one that another took the place of, or one that nobody was given. */
const findReplaced = async (
  system: System,
  lookup: Buffer,
): Promise<Result<Door, 'code-unknown' | 'code-replaced'>> => {
  const replacedIn = await findRetiredCode(system.db, lookup)
  const campaign = replacedIn ? await findCampaign(system.db, replacedIn) : null
  if (!campaign) {
    await slowWrongCode(system)
    return no('code-unknown')
  }
  return campaign.state === 'collecting' ? no('code-replaced') : ok({ state: 'closed', campaign })
}

/** Finds what a code opens. A slip of the finger is told from a code that was replaced and from one that nobody was given. */
export const findDoor = async (system: System, typed: string): Promise<Result<Door, DoorFault>> => {
  const code = readSlotCode(typed)
  if (!code) return no('code-mistyped')
  const lookup = codeLookup(system.keys.server, code)
  const slot = await findSlotByCode(system.db, lookup)
  if (!slot) return findReplaced(system, lookup)
  const campaign = await findCampaign(system.db, slot.campaignId)
  if (!campaign) return no('code-unknown')
  if (campaign.state !== 'collecting') return ok({ state: 'closed', campaign })
  const key = system.keys.find(campaign.id)
  if (!key) {
    const fault = await keyFault(system, campaign.id)
    return fault === 'campaign-key-missing' ? no(fault) : ok({ state: 'closed', campaign })
  }
  if (slot.answeredBefore) return ok({ state: 'answered-before', campaign })
  const { questionnaire } = await frozenOf(system.db, campaign.id)
  if (slot.answered) {
    const receipt = receiptOf(key, slot.slotId)
    return ok({ state: 'answered', campaign, slot, questionnaire, receipt, byBatch: slot.byBatch })
  }
  if ((await listSheetVillages(system.db, campaign.id)).has(slot.villageId))
    return ok({ state: 'counted-by-hand', campaign })
  return ok({ state: 'open', campaign, slot, questionnaire })
}

export type VillageFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'village-unknown'
  | 'campaign-not-collecting'
  | 'campaign-key-missing'

/** A village of a collecting campaign, for a deed asked at that village. */
export const permitOnVillage = async (
  context: Context,
  deed: 'code.print' | 'ballot.enter' | 'sheet.enter' | 'batch.enter',
  place: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<{ readonly campaign: CampaignRow; readonly village: VillageRow }, VillageFault>> => {
  const permitted = await permitOnCampaign(context, deed, place.campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const village = (await listCampaignVillages(context.db, campaign.id)).find(
    one => one.villageId === place.villageId,
  )
  if (!village) return no('village-unknown')
  const inVillage = await permit(context, deed, village.path)
  if (!inVillage.ok) return inVillage
  return campaign.state === 'collecting' ? ok({ campaign, village }) : no('campaign-not-collecting')
}

export type CodeCard = {
  readonly number: string | null
  readonly name: string | null
  readonly code: string
  readonly link: string
}

export type CodeSheet = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly cards: readonly CodeCard[]
}

/** The sheet of codes of one village. Codes are made again from the campaign's key; they are stored nowhere. */
export const printCodes = async (
  context: Context,
  place: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<CodeSheet, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'code.print', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const key = context.keys.find(campaign.id)
  if (!key) return no('campaign-key-missing')
  // Slots used before a reopening need no code any more, and the key that made theirs is gone.
  const slots = (await listSlotsOfVillage(context.db, campaign.id, village.villageId)).filter(
    slot => !slot.answeredBefore,
  )
  const cards = slots.map(slot => {
    const code = slotCode(key, slot.slotId, slot.codeVersion)
    return { number: slot.number, name: slot.name, code, link: `${context.publicUrl}/p/${code}` }
  })
  await change(context, async ({ record }) => {
    record(
      { kind: 'slot.codes-printed', village: village.name, slots: cards.length },
      { campaignId: campaign.id },
    )
    return ok(null)
  })
  return ok({ campaign, village, cards })
}

/** Notes that the ballots of a village have been handed out; how many were not before. */
export const issueVillage = async (
  context: Context,
  place: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<number, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'code.print', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const where = { campaignId: campaign.id, villageId: village.villageId }
  return change<number, VillageFault>(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
    const slots = await updateSlotsIssued(tx, { ...where, day: dayOf(context.clock()) })
    await updateVillageParticipation(tx, where, { issued: slots, collected: 0 })
    record({ kind: 'slot.issued', village: village.name, slots }, { campaignId: campaign.id })
    return ok(slots)
  })
}

/** A household at the door: who it is and by which means it has answered, never how. */
export type DoorRow = {
  readonly slotId: SlotId
  readonly number: string | null
  readonly name: string | null
  readonly channel: Channel | null
}

export type Round = {
  readonly campaign: CampaignRow
  /** Villages in which the person asking may collect. */
  readonly villages: readonly VillageRow[]
  readonly village: VillageRow | null
  readonly doors: readonly DoorRow[]
}

const toDoor = ({ slotId, number, name, channel }: SlotRow): DoorRow => ({ slotId, number, name, channel })

/** The collector's households of one village, or the villages to choose from. */
export const findRound = async (
  context: Context,
  place: { readonly campaignId: string; readonly villageId: string | null },
): Promise<Result<Round, VillageFault>> => {
  const permitted = await permitOnCampaign(context, 'ballot.enter', place.campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const all = await listCampaignVillages(context.db, campaign.id)
  const villages = all.filter(village => person.areas.some(area => liesWithin(village.path, area)))
  if (!place.villageId) return ok({ campaign, villages, village: null, doors: [] })
  const inVillage = await permitOnVillage(context, 'ballot.enter', { ...place, villageId: place.villageId })
  if (!inVillage.ok) return inVillage
  const { village } = inVillage.value
  const doors = (await listSlotsOfVillage(context.db, campaign.id, village.villageId)).map(toDoor)
  return ok({ campaign, villages, village, doors })
}
