import { dropSmallGroups } from '#app/ballot/small-groups.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted, take } from '#app/campaign/campaign.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import {
  type BoxedBallot,
  deleteBallots,
  deleteOpinions,
  deleteSealedAgain,
  insertBallots,
  insertOpinions,
  listFullGroups,
  type OpinionRow,
} from '#db/queries/ballots.ts'
import { type CampaignRow, findCampaign, lockCampaign, updateCampaignClosed } from '#db/queries/campaigns.ts'
import { vacuumAnswers } from '#db/queries/maintenance.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { deleteTally, resetVillageCounted } from '#db/queries/tallies.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId, type System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { addToTally, mixGroup, unpackBallot } from './mixing.server.ts'
import { rootReceipts } from './receipts.server.ts'
import { openBallot, opinionIdOf } from './seal.server.ts'

type ClosingFault = 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now' | 'campaign-key-missing'

type Box = { readonly ballots: readonly BoxedBallot[]; readonly opinions: readonly OpinionRow[] }

/** Takes everything out of the box, and puts later answers in the place of the earlier ones. */
const emptyBox = async (
  context: Context,
  { tx }: Change,
  campaign: CampaignRow,
  key: Buffer,
): Promise<Box> => {
  const ballots = new Map((await deleteBallots(tx, campaign.id)).map(ballot => [ballot.id, ballot]))
  const opinions = new Map((await deleteOpinions(tx, campaign.id)).map(opinion => [opinion.id, opinion]))
  const { questionnaire } = await frozenOf(context.db, campaign.id, tx)
  for (const { sealed, villageId, channel } of await deleteSealedAgain(tx, campaign.id)) {
    const opened = openBallot(key, sealed)
    const later = unpackBallot(key, opened, { villageId, channel })
    if (!ballots.has(later.boxed.id)) throw new Error('a later answer of a household that has no earlier one')
    ballots.set(later.boxed.id, later.boxed)
    for (const content of [...contentKeys(questionnaire), null])
      opinions.delete(opinionIdOf(key, opened.slotId, content))
    for (const opinion of later.opinions) opinions.set(opinion.id, opinion)
  }
  return { ballots: [...ballots.values()], opinions: [...opinions.values()] }
}

/**
 * Writes the whole box anew: fresh random ids that no key leads to, in the order of those ids, without the means where
 * few used them. One transaction writes every row, so neither ids nor order nor xmin tell when a ballot came.
 */
const rewriteBox = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
  key: Buffer,
): Promise<readonly BoxedBallot[]> => {
  const box = await emptyBox(context, gate, campaign, key)
  const ballots = dropSmallGroups(box.ballots).map(ballot => ({ ...ballot, id: newId(context) }))
  await insertBallots(gate.tx, campaign.id, ballots)
  const opinions = box.opinions.map(opinion => ({ ...opinion, id: newId(context) }))
  await insertOpinions(gate.tx, campaign.id, opinions)
  return ballots
}

/** Counts the rewritten box from nothing: the live tally was for watching, the closed one rests on the ballots themselves. */
const recount = async (
  gate: Change,
  campaignId: CampaignId,
  context: Context,
  box: readonly BoxedBallot[],
) => {
  const frozen = await frozenOf(context.db, campaignId, gate.tx)
  await deleteTally(gate.tx, campaignId)
  await resetVillageCounted(gate.tx, campaignId)
  const totals = { collected: 0, valid: 0, invalid: 0 }
  for (const { villageId } of await listCampaignVillages(gate.tx, campaignId)) {
    const ballots = box.filter(ballot => ballot.villageId === villageId)
    await addToTally(gate, { campaignId, villageId }, ballots, frozen)
  }
  for (const village of await listCampaignVillages(gate.tx, campaignId)) {
    if (village.counted !== village.collected)
      throw new Error(
        `${village.name}: ${village.collected} slots consumed, ${village.counted} ballots in the box`,
      )
    totals.collected += village.collected
    totals.invalid += village.invalid
  }
  for (const sheet of await listSheets(gate.tx, campaignId)) {
    totals.collected += byHandOf(sheet)
    totals.invalid += sheet.invalid
  }
  return { ...totals, valid: totals.collected - totals.invalid }
}

const closeLocked = async (
  context: Context,
  gate: Change,
  campaign: CampaignRow,
): Promise<Result<CampaignId, ClosingFault>> => {
  const step = take(campaign.state, 'close')
  if (!step.ok) return step
  const key = context.keys.find(campaign.id)
  if (!key) return no('campaign-key-missing')
  for (const group of await listFullGroups(gate.tx, campaign.id, 1))
    await mixGroup(context, gate, group, { key, atLeast: 1 })
  const box = await rewriteBox(context, gate, campaign, key)
  const totals = await recount(gate, campaign.id, context, box)
  await rootReceipts(gate, campaign.id, key)
  await updateCampaignClosed(gate.tx, campaign.id, context.clock())
  gate.record({ kind: 'campaign.closed', ...totals }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/** Whether the campaign needs its key no more. */
const isSpent = (campaign: CampaignRow | null): boolean =>
  campaign !== null && (isCounted(campaign.state) || campaign.state === 'cancelled')

const listSpentKeys = async ({ db, keys }: System): Promise<readonly string[]> => {
  const spent: string[] = []
  for (const id of keys.list()) if (isSpent(await findCampaign(db, id))) spent.push(id)
  return spent
}

/**
 * Destroys the keys of closed campaigns: after closing, and at start in case a stop came in between. The key of a
 * campaign still in draft stays: it may be in the middle of opening, and its codes come from that key.
 */
export const destroySpentKeys = async (system: System): Promise<void> => {
  const spent = await listSpentKeys(system)
  for (const id of spent) {
    system.keys.destroy(id)
    await change({ ...system, person: null }, async ({ record }) => {
      record({ kind: 'campaign.key-destroyed' }, { campaignId: id as CampaignId })
      return ok(null)
    })
  }
  if (spent.length > 0) await vacuumAnswers(system.db)
}

/** Closes a campaign: the last ballots are mixed in, the box is rewritten and counted, then the key is destroyed. */
export const closeCampaign = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignId, ClosingFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.close', campaignId)
  if (!permitted.ok) return permitted
  const closed = await change<CampaignId, ClosingFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? closeLocked(context, gate, campaign) : no('campaign-unknown')
  })
  if (closed.ok) await destroySpentKeys(context)
  return closed
}
