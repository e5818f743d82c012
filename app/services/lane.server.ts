import type { Kysely } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import { no } from '#app/basics/result.ts'
import type { Database } from '#db/schema.ts'
import { commitBatch, type Outcome } from './consuming.server.ts'
import type { System } from './context.server.ts'
import { mixFullGroups } from './mixing.server.ts'
import type { Submission } from './submission.server.ts'

type Waiting = {
  readonly submission: Submission
  readonly settle: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}

/** Most ballots committed together; more wait for the next round. */
const largestBatch = 200

/** Milliseconds that a busy lane mixes nothing: a larger lot costs less a ballot, and hides each ballot among more. */
const mixingPause = 1000

type Lane = { readonly waiting: Waiting[]; running: boolean; mixedAt: number }

const lanes = new WeakMap<Kysely<Database>, Map<CampaignId, Lane>>()

const laneOf = (system: System, campaignId: CampaignId): Lane => {
  const byCampaign = lanes.get(system.db) ?? new Map<CampaignId, Lane>()
  lanes.set(system.db, byCampaign)
  const lane = byCampaign.get(campaignId) ?? { waiting: [], running: false, mixedAt: 0 }
  byCampaign.set(campaignId, lane)
  return lane
}

/** A batch that fails is tried one by one, so that one bad submission does not take its neighbours down. */
const settleBatch = async (system: System, batch: readonly Waiting[]): Promise<void> => {
  try {
    const outcomes = await commitBatch(
      system,
      batch.map(one => one.submission),
    )
    for (const [index, one] of batch.entries()) one.settle(outcomes[index] ?? no('campaign-not-collecting'))
  } catch (error) {
    if (batch.length === 1) return batch[0]?.fail(error)
    for (const one of batch) await settleBatch(system, [one])
  }
}

const run = async (system: System, campaignId: CampaignId, lane: Lane): Promise<void> => {
  if (lane.running) return
  lane.running = true
  try {
    while (lane.waiting.length > 0) {
      await settleBatch(system, lane.waiting.splice(0, largestBatch))
      if (lane.waiting.length > 0 && performance.now() - lane.mixedAt < mixingPause) continue
      // What could not be mixed waits in the inbox; the submissions that came meanwhile must not wait with it.
      await mixFullGroups(system, campaignId).catch(system.onTrouble)
      lane.mixedAt = performance.now()
    }
  } finally {
    lane.running = false
  }
}

/**
 * Sends a ballot through its campaign's lane (group commit): at once when the lane is idle, else together with the
 * others that came meanwhile. Settles only after the commit (invariant 2); sent again, it gets the same receipt.
 */
export const submit = (system: System, submission: Submission): Promise<Outcome> => {
  const lane = laneOf(system, submission.campaignId)
  return new Promise((settle, fail) => {
    lane.waiting.push({ submission, settle, fail })
    void run(system, submission.campaignId, lane).catch(system.onTrouble)
  })
}
