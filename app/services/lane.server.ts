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

type Lane = {
  readonly waiting: Waiting[]
  running: boolean
  /** Campaigns that took ballots since they were last mixed, and when that was. */
  readonly unmixed: Map<CampaignId, number>
}

const lanes = new WeakMap<Kysely<Database>, Lane>()

const laneOf = (system: System): Lane => {
  const lane = lanes.get(system.db) ?? { waiting: [], running: false, unmixed: new Map() }
  lanes.set(system.db, lane)
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

/**
 * Mixes what the last batches brought: all of it when nobody waits, else what has waited for a while. What cannot be
 * mixed stays in the inbox; the submissions that came meanwhile must not wait with it.
 */
const mixDue = async (system: System, lane: Lane): Promise<void> => {
  for (const [campaignId, since] of lane.unmixed) {
    if (lane.waiting.length > 0 && performance.now() - since < mixingPause) continue
    lane.unmixed.delete(campaignId)
    await mixFullGroups(system, campaignId).catch(system.onTrouble)
  }
}

const run = async (system: System, lane: Lane): Promise<void> => {
  if (lane.running) return
  lane.running = true
  try {
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0, largestBatch)
      await settleBatch(system, batch)
      for (const { submission } of batch)
        if (!lane.unmixed.has(submission.campaignId))
          lane.unmixed.set(submission.campaignId, performance.now())
      await mixDue(system, lane)
    }
  } finally {
    lane.running = false
  }
}

/**
 * Sends a ballot through the lane (group commit): at once when the lane is idle, else together with the others that came
 * meanwhile, of whichever campaigns. Settles only after the commit (invariant 2); sent again, it gets the same receipt.
 */
export const submit = (system: System, submission: Submission): Promise<Outcome> => {
  const lane = laneOf(system)
  return new Promise((settle, fail) => {
    lane.waiting.push({ submission, settle, fail })
    void run(system, lane).catch(system.onTrouble)
  })
}
