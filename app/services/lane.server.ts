import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { no } from '#app/basics/result.ts'
import type { Group } from '#db/queries/ballots.ts'
import type { Database } from '#db/schema.ts'
import { commitBatch, type Outcome } from './consuming.server.ts'
import type { System } from './context.server.ts'
import { mixFullGroups, mixOneGroup } from './mixing.server.ts'
import { prepare } from './preparing.server.ts'
import type { Submission } from './submission.server.ts'

type Waiting = {
  readonly submission: Submission
  readonly settle: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}

/** Most ballots committed together; more wait for the next round. */
const largestBatch = 200

/** Milliseconds without a ballot after which a lane is idle: in less, those just answered send their next. */
const quiet = 20

/** Ballots in two batches on end that make a rush: fewer leave time to mix at once. */
const rush = 32

/** A busy lane mixes a group when so many of it wait: a larger lot costs less a ballot, and hides each among more. */
const worthMixing = 100

/** The part of the last two batches for which the next waits in a rush: less than half, so that two take turns. */
const gathered = 0.4

/** Milliseconds for which a rush waits at most for a batch to gather. */
const longestGathering = 4

/** Milliseconds after which it mixes a smaller one too. */
const longestWait = 30_000

/** A group of which ballots came since it was last mixed: how many, and the first of them when. */
type Unmixed = { readonly group: Group; count: number; readonly since: number }

type Lane = {
  readonly waiting: Waiting[]
  running: boolean
  /** When the last batch was done, by the clock of `performance`. */
  endedAt: number
  /** How many the last two batches had together. */
  lately: number
  last: number
  /** The group that is being mixed beside the batches. */
  mixing: Promise<void> | null
  readonly unmixed: Map<string, Unmixed>
}

const lanes = new WeakMap<Kysely<Database>, Lane>()

const laneOf = (system: System): Lane => {
  const fresh = (): Lane => ({
    waiting: [],
    running: false,
    endedAt: 0,
    lately: 0,
    last: 0,
    mixing: null,
    unmixed: new Map(),
  })
  const lane = lanes.get(system.db) ?? fresh()
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

/** Notes what a batch brought, to be mixed. */
const noteUnmixed = (lane: Lane, batch: readonly Waiting[]): void => {
  for (const { submission } of batch) {
    const { campaignId, villageId, channel } = submission
    const name = `${campaignId}|${villageId}|${channel}`
    const known = lane.unmixed.get(name)
    if (known) known.count += 1
    else
      lane.unmixed.set(name, {
        group: { campaignId, villageId, channel },
        count: 1,
        since: performance.now(),
      })
  }
}

/**
 * Mixes everything that can be; what cannot stays in the inbox. Stops when a submission comes, which must not wait for
 * all of it.
 */
const mixAll = async (system: System, lane: Lane): Promise<void> => {
  await lane.mixing
  for (const campaignId of new Set([...lane.unmixed.values()].map(one => one.group.campaignId))) {
    if (lane.waiting.length > 0) return
    for (const [name, { group }] of lane.unmixed)
      if (group.campaignId === campaignId) lane.unmixed.delete(name)
    await mixFullGroups(system, campaignId).catch(system.onTrouble)
  }
}

/** The group of which most wait, if they are worth it or have waited long; it is noted no more. */
const takeLargest = (lane: Lane): Group | null => {
  const now = performance.now()
  const due = [...lane.unmixed].filter(
    ([, { count, since }]) => count >= worthMixing || now - since > longestWait,
  )
  const [largest] = due.sort(([, a], [, b]) => b.count - a.count)
  if (!largest) return null
  lane.unmixed.delete(largest[0])
  return largest[1].group
}

/**
 * Mixes one group beside the batches. They cannot wait for each other in a circle: of what a batch locks this takes one
 * village's counts alone, and both take the log's head last.
 */
const mixLargest = (system: System, lane: Lane): void => {
  const group = lane.mixing ? null : takeLargest(lane)
  if (!group) return
  lane.mixing = mixOneGroup(system, group)
    .catch(system.onTrouble)
    .finally(() => {
      lane.mixing = null
    })
}

/** Whether ballots come so thick that each batch finds the next one waiting. */
const isRush = (lane: Lane): boolean => lane.lately >= rush && performance.now() - lane.endedAt <= quiet

/**
 * In a rush those just answered send again at once: waits until half of them have, for the first alone would hold up all
 * others for a whole transaction. The other half gathers while this one is committed.
 */
const gather = async (lane: Lane): Promise<void> => {
  if (!isRush(lane)) return
  for (let waited = 0; waited < longestGathering && lane.waiting.length < lane.lately * gathered; waited++)
    await pause(1)
}

/** Commits the next batch and mixes what is due: everything at once, except in a rush. */
const runBatch = async (system: System, lane: Lane): Promise<void> => {
  await gather(lane)
  const batch = lane.waiting.splice(0, largestBatch)
  lane.lately = lane.last + batch.length
  lane.last = batch.length
  const rushing = isRush(lane)
  await settleBatch(system, batch)
  noteUnmixed(lane, batch)
  if (!rushing && lane.waiting.length === 0) await mixAll(system, lane)
  else mixLargest(system, lane)
  lane.endedAt = performance.now()
}

/** What a busy lane left unmixed is mixed once nothing has come for a moment; a batch in between puts it off. */
const mixWhenQuiet = (system: System, lane: Lane): void => {
  const timer = setTimeout(() => {
    if (lane.running || performance.now() - lane.endedAt < quiet) return
    void run(system, lane).catch(system.onTrouble)
  }, quiet + 1)
  // What a stop leaves in the inbox is mixed at the next start.
  timer.unref()
}

/** One runner at a time commits, and mixes many groups: two would wait for each other's rows. */
const run = async (system: System, lane: Lane): Promise<void> => {
  if (lane.running) return
  lane.running = true
  try {
    if (lane.waiting.length === 0) await mixAll(system, lane)
    while (lane.waiting.length > 0) await runBatch(system, lane)
  } finally {
    lane.running = false
    if (lane.unmixed.size > 0) mixWhenQuiet(system, lane)
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
    if (lane.running) prepare(system, submission)
    void run(system, lane).catch(system.onTrouble)
  })
}

/** Waits until the lane has nothing under way, and has mixed what can be mixed: for a stop, and for whoever moves a clock of their own. */
export const finishLane = async (system: System): Promise<void> => {
  const lane = laneOf(system)
  while (lane.running || lane.unmixed.size > 0) {
    await pause(5)
    await run(system, lane)
  }
}
