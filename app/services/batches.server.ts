import { z } from 'zod'
import { liesWithin } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { isUuid } from '#app/basics/ids.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { longestVoidReason } from '#app/paper/batch.ts'
import { deleteHeld } from '#db/queries/batch-keyings.ts'
import {
  type BatchRow,
  findBatch,
  insertBatch,
  listBatches,
  lockOpenBatch,
  lockVillageForBatch,
  updateBatchVoided,
} from '#db/queries/batches.ts'
import { type CampaignRow, lockCollecting } from '#db/queries/campaigns.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

export type BatchPlace = { readonly campaignId: string; readonly batchId: string }

export type BatchFault = VillageFault | 'batch-unknown' | 'batch-ended'

/** A batch in a campaign that collects, of a village in which the person asking may enter batches. */
export type BatchDesk = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly batch: BatchRow
  readonly person: Person
}

/** Finds a batch, whatever became of it, and asks permission at its village. */
export const permitOnBatch = async (
  context: Context,
  { campaignId, batchId }: BatchPlace,
): Promise<Result<BatchDesk, BatchFault>> => {
  const permitted = await permitOnCampaign(context, 'batch.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const batch = isUuid(batchId) ? await findBatch(context.db, campaign.id, batchId) : null
  if (!batch) return no('batch-unknown')
  const inVillage = await permitOnVillage(context, 'batch.enter', { campaignId, villageId: batch.villageId })
  return inVillage.ok ? ok({ ...inVillage.value, batch, person }) : inVillage
}

/** The same for a deed that needs the batch open. */
export const permitOnOpenBatch = async (
  context: Context,
  place: BatchPlace,
): Promise<Result<BatchDesk, BatchFault>> => {
  const desk = await permitOnBatch(context, place)
  if (!desk.ok) return desk
  return desk.value.batch.state === 'open' ? desk : no('batch-ended')
}

/** Holds the campaign collecting and the batch open until the change ends. */
export const holdBatch = async (
  { tx }: Change,
  { campaign, batch }: Pick<BatchDesk, 'campaign' | 'batch'>,
): Promise<Result<null, 'campaign-not-collecting' | 'batch-ended'>> => {
  if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
  return (await lockOpenBatch(tx, batch.id)) ? ok(null) : no('batch-ended')
}

/** Batches on one page of their list. */
const batchesOnPage = 30

export type BatchList = {
  readonly campaign: CampaignRow
  /** Villages in which the person asking may enter batches. */
  readonly villages: readonly VillageRow[]
  readonly batches: Paged<BatchRow>
}

/** The batches of the villages that the person asking looks after. */
export const findBatches = async (
  context: Context,
  asked: { readonly campaignId: string; readonly page: number },
): Promise<Result<BatchList, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCampaign(context, 'batch.enter', asked.campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const all = await listCampaignVillages(context.db, campaign.id)
  const villages = all.filter(village => person.areas.some(area => liesWithin(village.path, area)))
  const ids = villages.map(village => village.villageId)
  const slice = { page: asked.page, size: batchesOnPage }
  return ok({ campaign, villages, batches: await listBatches(context.db, campaign.id, ids, slice) })
}

/** Shape of the form that opens a batch. */
export const batchFormSchema = z.object({
  villageId: z.string().min(1, 'village-missing'),
  sheets: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,3}$/, 'sheets-unreadable')
    .transform(Number),
})

export type BatchForm = z.infer<typeof batchFormSchema>

type OpeningFault = VillageFault | 'village-counted-by-hand' | 'batch-too-many-sheets'

/** Opens a batch of so many sheets; they are counted before, and the number stays. The batch's id. */
export const openBatch = async (
  context: Context,
  campaignId: string,
  { villageId, sheets }: BatchForm,
): Promise<Result<string, OpeningFault>> => {
  const permitted = await permitOnVillage(context, 'batch.enter', { campaignId, villageId })
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const openedBy = context.person?.id
  if (!openedBy) return no('forbidden')
  const id = newId(context)
  return change<string, OpeningFault>(context, async ({ tx, record }) => {
    if (!(await lockCollecting(tx, campaign.id))) return no('campaign-not-collecting')
    if ((await listSheetVillages(tx, campaign.id)).has(villageId)) return no('village-counted-by-hand')
    const { free, number } = await lockVillageForBatch(tx, { campaignId: campaign.id, villageId })
    if (sheets > free) return no('batch-too-many-sheets')
    const opened = { id, campaignId: campaign.id, villageId, number, sheets, openedBy }
    await insertBatch(tx, { ...opened, openedAt: context.clock() })
    record({ kind: 'batch.opened', village: village.name, number, sheets }, { campaignId: campaign.id })
    return ok(id)
  })
}

/** Shape of the form that voids a batch. */
export const voidSchema = z.object({
  reason: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'batch-reason-missing')
    .max(longestVoidReason, 'text-too-long'),
  confirm: z.literal('yes', 'confirm-missing'),
})

/** Gives a batch up: what was keyed and ticked of it is deleted, no household has answered by it. */
export const voidBatch = async (
  context: Context,
  place: BatchPlace,
  reason: string,
): Promise<Result<null, BatchFault>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const { batch, campaign, person } = desk.value
  return change<null, BatchFault>(context, async gate => {
    const held = await holdBatch(gate, desk.value)
    if (!held.ok) return held
    await updateBatchVoided(gate.tx, { id: batch.id, endedBy: person.id, endedAt: context.clock(), reason })
    await deleteHeld(gate.tx, batch.id)
    const { villageName: village, number } = batch
    gate.record({ kind: 'batch.voided', village, number, reason }, { campaignId: campaign.id })
    return ok(null)
  })
}
