import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok } from '#app/basics/result.ts'
import { usualCells } from '#app/dossier/small-cells.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { insertKeptResult, type KeptResult, listWithoutKeptResult } from '#db/queries/kept-results.ts'
import { type Change, type Context, change, type System } from './context.server.ts'
import { computeCampaign, countsOf } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'

/** A part of a joint round has no verdict of its own; what so few answered is theirs. Both are told by participation alone. */
const keptOf = ({ area, verdict }: Results, { jointId }: CampaignRow): KeptResult => {
  const told = jointId === null && area.valid >= usualCells.fewestBallots
  const { households, collected, valid, coverage, overall } = area
  return {
    ...{ households, collected, valid, coverage },
    verdict: told ? verdict : null,
    overall: told ? overall.satisfied : null,
  }
}

/** Keeps what the public list shows of a campaign that was just counted, from the counts of the same transaction. */
export const keepResult = async (
  context: System,
  { tx }: Pick<Change, 'tx'>,
  campaign: CampaignRow,
): Promise<void> => {
  const frozen = await frozenOf(context.db, campaign.id, tx)
  const { units } = await countsOf({ ...context, db: tx }, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, units)
  if (results.kind === 'inconsistent')
    throw new Error(`campaign ${campaign.id}: ${JSON.stringify(results.problems)}`)
  await insertKeptResult(tx, campaign, keptOf(results, campaign))
}

const keepOne = async (context: Context, gate: Change, id: CampaignId): Promise<boolean> => {
  const campaign = await findCampaign(gate.tx, id)
  if (!campaign) return false
  try {
    await keepResult(context, gate, campaign)
    return true
  } catch (error) {
    // Counts that contradict each other keep one campaign off the list, not the product from starting.
    context.onTrouble(error)
    return false
  }
}

/** At start: what an earlier release counted is kept for the list as well. */
export const keepEarlierResults = async (system: System): Promise<void> => {
  const missing = await listWithoutKeptResult(system.db)
  if (missing.length === 0) return
  const context: Context = { ...system, person: null }
  await change(context, async gate => {
    let kept = 0
    for (const id of missing) if (await keepOne(context, gate, id)) kept += 1
    if (kept === 0) return no('nothing-kept')
    gate.record({ kind: 'results.kept', campaigns: kept })
    return ok(null)
  })
}
