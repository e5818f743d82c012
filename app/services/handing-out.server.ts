import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { groupMessage } from '#app/dossier/round-message.ts'
import { askedOf } from '#app/household/asked.ts'
import { readWanted } from '#app/household/search.ts'
import type { SlotFilter } from '#app/household/slot-filter.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { type HandedRow, listHanded } from '#db/queries/handing-out.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { slipPlaceOf } from './code-papers.server.ts'
import type { Context } from './context.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

/** How far handing out is in a village; one counted by hand says so itself, in its sheet. */
export type VillageHanded = Pick<VillageRow, 'villageId' | 'name' | 'issued' | 'collected'> & {
  /** Households that get a code: all, or those drawn. */
  readonly asked: number
  readonly countedByHand: boolean
}

export type HandingOut = {
  readonly campaign: CampaignRow
  readonly villages: readonly VillageHanded[]
  readonly total: { readonly asked: number; readonly issued: number }
  /** Whether only drawn households are asked. */
  readonly sampled: boolean
}

/** How far handing out is, village by village: kept counts, no household is read. */
export const findHandingOut = async (
  context: Context,
  campaignId: string,
): Promise<Result<HandingOut, 'campaign-unknown' | 'forbidden' | 'campaign-not-collecting'>> => {
  const permitted = await permitOnCommune(context, 'code.print', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  const sheets = new Map((await listSheets(context.db, campaign.id)).map(sheet => [sheet.villageId, sheet]))
  const rows = await listCampaignVillages(context.db, campaign.id)
  const villages = rows.map(village => {
    const { villageId, name, collected } = village
    const sheet = sheets.get(villageId)
    const issued = sheet?.issued ?? village.issued
    const asked = Math.max(askedOf(village), issued)
    return { villageId, name, asked, issued, collected, countedByHand: sheet !== undefined }
  })
  const sum = (key: 'asked' | 'issued') => villages.reduce((all, village) => all + village[key], 0)
  const sampled = rows.some(({ drawn }) => drawn !== null)
  return ok({ campaign, villages, sampled, total: { asked: sum('asked'), issued: sum('issued') } })
}

/** Households on one page of a village's list. */
const pageSize = 50

export type VillageSlots = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly slots: Paged<HandedRow>
  /** Ready to be copied into the village's group; no names, no codes. */
  readonly message: string
}

/** A page of a village's households, by state and by name or number. */
export const findVillageSlots = async (
  context: Context,
  asked: {
    readonly campaignId: string
    readonly villageId: string
    readonly filter: SlotFilter
    readonly typed: string
    readonly page: number
  },
): Promise<Result<VillageSlots, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'code.print', asked)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const where = { campaignId: campaign.id, villageId: village.villageId }
  const wanted = readWanted(asked.typed)
  const slice = { page: asked.page, size: pageSize }
  const slots = await listHanded(context.db, { ...where, filter: asked.filter, wanted }, slice)
  return ok({ campaign, village, slots, message: groupMessage(slipPlaceOf(context, campaign, village.name)) })
}
