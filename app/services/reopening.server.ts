import { z } from 'zod'
import { type Day, dayOf, readDay } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import type { KeptResults } from '#app/dossier/version.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { findArchive } from '#db/queries/households-archive.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import {
  insertRetiredCodes,
  insertVersion,
  listFreeSlots,
  listVersions,
  listVillageTraces,
  updateCampaignReopened,
  updateSlotCodes,
} from '#db/queries/versions.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { countsOf } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'
import { codeLookup, slotCode } from './seal.server.ts'

/** Longest reason in characters. */
export const longestReopeningReason = 1000

/** Shape of the form that reopens a campaign. */
export const reopeningSchema = z.object({
  reason: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, 'reopening-reason-missing')
    .max(longestReopeningReason, 'text-too-long'),
  endsOn: z.string().transform((raw, issue) => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: 'last-day-unreadable' })
    return z.NEVER
  }),
  confirm: z.literal('yes', 'confirm-missing'),
})

export type ReopeningForm = { readonly reason: string; readonly endsOn: Day }

export type ReopeningFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'campaign-archived'
  | 'last-day-past'

/** The counts of a closed campaign village by village, as its version is kept. */
const keptResults = async (context: Context, { tx }: Change, campaign: CampaignRow): Promise<KeptResults> => {
  const { questionnaire } = await frozenOf(context.db, campaign.id, tx)
  // Read through the transaction: under the campaign's lock nobody changes them.
  const { units, sheets } = await countsOf({ ...context, db: tx }, campaign, questionnaire.contents.length)
  const villages = await listCampaignVillages(tx, campaign.id)
  const traces = new Map((await listVillageTraces(tx, campaign.id)).map(trace => [trace.villageId, trace]))
  const kept = units.flatMap((unit, i) => {
    const villageId = villages[i]?.villageId
    if (!villageId) return []
    const sheet = sheets.find(one => one.villageId === villageId)
    const { commune: _, ...counts } = unit
    return {
      ...counts,
      villageId,
      contents: [...unit.contents],
      byHand: sheet ? byHandOf(sheet) : 0,
      unreadable: traces.get(villageId)?.unreadable ?? 0,
      receiptsRoot: traces.get(villageId)?.receiptsRoot ?? null,
    }
  })
  return { commune: campaign.communeName, endsOn: campaign.endsOn, villages: kept }
}

/** When the version that ends now was opened: at opening, or when the one before it was reopened. */
const openedAt = async ({ tx }: Change, { id, openedAt }: CampaignRow): Promise<Date> => {
  const before = (await listVersions(tx, id)).at(-1)
  const at = before?.reopenedAt ?? openedAt
  if (!at) throw new Error(`campaign ${id} is counted without having been opened`)
  return at
}

const keepVersion = async (
  context: Context,
  gate: Change,
  { campaign, reason }: { readonly campaign: CampaignRow; readonly reason: string },
): Promise<void> => {
  const { closedAt } = campaign
  if (!closedAt || !context.person) throw new Error(`campaign ${campaign.id} is counted without its moment`)
  await insertVersion(gate.tx, campaign.id, {
    version: campaign.version,
    openedAt: await openedAt(gate, campaign),
    closedAt,
    reopenedAt: context.clock(),
    reopenedBy: context.person.id,
    reason,
    results: await keptResults(context, gate, campaign),
    fingerprint: campaign.fingerprint,
  })
}

/**
 * Free slots get codes of the new key; the old ones are noted as replaced. Slots in use keep what their old code is found by, so that it says they have
 * answered; nothing of them moves, since who was asked once more would tell whose ballots are new.
 */
const renewCodes = async (context: Context, { tx }: Change, campaignId: CampaignId): Promise<number> => {
  // A key that a stop left behind is the old one.
  context.keys.destroy(campaignId)
  const key = context.keys.make(campaignId)
  const codes = new Set<string>()
  const renewed = (await listFreeSlots(tx, campaignId)).map(slot => {
    let codeVersion = slot.codeVersion + 1
    while (codes.has(slotCode(key, slot.slotId, codeVersion))) codeVersion += 1
    const code = slotCode(key, slot.slotId, codeVersion)
    codes.add(code)
    return { slotId: slot.slotId, codeVersion, codeLookup: codeLookup(context.keys.server, code) }
  })
  await insertRetiredCodes(
    tx,
    renewed.map(slot => slot.slotId),
    dayOf(context.clock()),
  )
  await updateSlotCodes(tx, renewed)
  return renewed.length
}

const reopenLocked = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
  { reason, endsOn }: ReopeningForm,
): Promise<Result<CampaignId, ReopeningFault>> => {
  const step = take(campaign.state, 'reopen')
  if (!step.ok) return step
  // Nobody could be found at their door any more.
  if ((await findArchive(gate.tx, campaign.id)).namesCutAt) return no('campaign-archived')
  await keepVersion(context, gate, { campaign, reason })
  await updateCampaignReopened(gate.tx, campaign.id, endsOn)
  const slots = await renewCodes(context, gate, campaign.id)
  const version = campaign.version + 1
  gate.record({ kind: 'campaign.reopened', version, reason, slots }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/**
 * Reopens a counted campaign as its next version: what was counted is kept whole beside its reason, free slots get new
 * codes of a new key, and ballots already in the box stay there, out of reach. Needs the new last day, today or later.
 */
export const reopenCampaign = async (
  context: Context,
  campaignId: string,
  form: ReopeningForm,
): Promise<Result<CampaignId, ReopeningFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.reopen', campaignId)
  if (!permitted.ok) return permitted
  if (form.endsOn < dayOf(context.clock())) return no('last-day-past')
  return change<CampaignId, ReopeningFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? reopenLocked(context, gate, campaign, form) : no('campaign-unknown')
  })
}

/** What the page for reopening shows. */
export const findReopening = async (
  context: Context,
  campaignId: string,
): Promise<Result<{ readonly campaign: CampaignRow; readonly today: Day }, ReopeningFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.reopen', campaignId)
  if (!permitted.ok) return permitted
  const { id, state } = permitted.value.campaign
  const step = take(state, 'reopen')
  if ((await findArchive(context.db, id)).namesCutAt) return no('campaign-archived')
  return step.ok ? ok({ campaign: permitted.value.campaign, today: dayOf(context.clock()) }) : step
}
