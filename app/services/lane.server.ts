import type { Kysely } from 'kysely'
import type { Ballot, Channel } from '#app/ballot/ballot.ts'
import { dayOf } from '#app/basics/day.ts'
import type { AccountId, CampaignId, SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { insertSealed } from '#db/queries/ballots.ts'
import { lockCollecting } from '#db/queries/campaigns.ts'
import {
  insertParticipations,
  listConsumed,
  updateConsumedIssued,
  upsertCollectorTurnout,
  upsertTurnout,
} from '#db/queries/participations.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { updateVillageParticipation } from '#db/queries/slots.ts'
import type { Database } from '#db/schema.ts'
import { type Change, type Context, change, newId, type System } from './context.server.ts'
import { mixFullGroups } from './mixing.server.ts'
import { receiptOf, sealBallot } from './seal.server.ts'

/** A ballot on its way into a slot. */
export type Submission = {
  readonly campaignId: CampaignId
  readonly slotId: SlotId
  readonly villageId: string
  readonly channel: Channel
  readonly collector: AccountId | null
  readonly ballot: Ballot
}

/** `first` is false when the slot was consumed before: the earlier ballot stands, under the same receipt. */
export type Acknowledged = { readonly receipt: string; readonly first: boolean }

type LaneFault = 'campaign-not-collecting' | 'campaign-key-missing' | 'village-counted-by-hand'

export type Outcome = Result<Acknowledged, LaneFault>

type Waiting = {
  readonly submission: Submission
  readonly settle: (outcome: Outcome) => void
  readonly fail: (error: unknown) => void
}

/** Most ballots committed together; more wait for the next round. */
const largestBatch = 200

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, number])[] => {
  const groups = new Map<string, [T, number]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group[1] += 1
    else groups.set(keyOf(item), [item, 1])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** Every count that participation moves, one row each and in one order, so that two batches never wait in a circle. */
const countParticipation = async (
  context: Context,
  { tx, record }: Change,
  campaignId: CampaignId,
  taken: readonly Submission[],
): Promise<void> => {
  const day = dayOf(context.clock())
  const issued = await updateConsumedIssued(
    tx,
    taken.map(one => one.slotId),
    day,
  )
  for (const [{ villageId }, collected] of countBy(taken, one => one.villageId))
    await updateVillageParticipation(
      tx,
      { campaignId, villageId },
      { issued: issued.get(villageId) ?? 0, collected },
    )
  const groups = countBy(taken, one => `${one.villageId}|${one.channel}`)
  await upsertTurnout(
    tx,
    { campaignId, day },
    groups.map(([{ villageId, channel }, households]) => ({ villageId, channel, households })),
  )
  for (const [{ collector, channel }, households] of countBy(
    taken,
    one => `${one.collector}|${one.channel}`,
  )) {
    const actor = collector ? ({ kind: 'account', id: collector } as const) : ({ kind: 'resident' } as const)
    if (collector)
      await upsertCollectorTurnout(tx, { campaignId, accountId: collector, channel, day, households })
    record({ kind: 'ballot.received', channel, count: households }, { campaignId, actor })
  }
}

/** The first of several submissions for one slot in a batch. */
const firstOfEach = (batch: readonly Submission[]): readonly Submission[] => [
  ...new Map([...batch].reverse().map(one => [one.slotId, one])).values(),
]

type Consumed = {
  /** Slots that were free until now. */
  readonly fresh: ReadonlySet<SlotId>
  /** Slots that stay free, because their village was counted by hand. */
  readonly shut: ReadonlySet<SlotId>
}

/** Submissions of villages counted by hand: refused, unless their slot had been consumed before the sheet came. */
const shutOut = async ({ tx }: Change, villages: ReadonlySet<string>, batch: readonly Submission[]) => {
  const slots = batch.filter(one => villages.has(one.villageId)).map(one => one.slotId)
  if (slots.length === 0) return new Set<SlotId>()
  const consumed = new Set(await listConsumed(tx, slots))
  return new Set(slots.filter(slot => !consumed.has(slot)))
}

/** Consumes the free slots of a batch and lays their ballots in the inbox, all in one transaction. */
const consume = async (
  context: Context,
  gate: Change,
  batch: readonly Submission[],
  key: Buffer,
): Promise<Result<ReadonlySet<SlotId>, 'campaign-not-collecting' | 'nothing-new'>> => {
  const [first] = batch
  if (!first) return no('nothing-new')
  const { campaignId } = first
  const free = new Set(await insertParticipations(gate.tx, campaignId, batch))
  const taken = batch.filter(one => free.has(one.slotId))
  if (taken.length === 0) return no('nothing-new')
  const sealed = taken.map(one => ({
    id: newId(context),
    villageId: one.villageId,
    channel: one.channel,
    sealed: sealBallot(key, one.slotId, one.ballot),
  }))
  await insertSealed(gate.tx, campaignId, sealed)
  await countParticipation(context, gate, campaignId, taken)
  return ok(new Set(taken.map(one => one.slotId)))
}

const noSlots: ReadonlySet<SlotId> = new Set()

/** Which slots of a batch are consumed by it, decided and written under the campaign's lock. */
const tryConsume = async (
  context: Context,
  batch: readonly Submission[],
  key: Buffer,
): Promise<Result<Consumed, 'campaign-not-collecting'>> => {
  let shut = noSlots
  const done = await change(context, async gate => {
    const campaignId = batch[0]?.campaignId
    if (!campaignId || !(await lockCollecting(gate.tx, campaignId))) return no('campaign-not-collecting')
    const villages = await listSheetVillages(gate.tx, campaignId)
    shut = await shutOut(gate, villages, batch)
    return consume(
      context,
      gate,
      firstOfEach(batch).filter(one => !villages.has(one.villageId)),
      key,
    )
  })
  if (done.ok) return ok({ fresh: done.value, shut })
  return done.error === 'nothing-new' ? ok({ fresh: noSlots, shut }) : no('campaign-not-collecting')
}

const commitBatch = async (system: System, batch: readonly Submission[]): Promise<readonly Outcome[]> => {
  const campaignId = batch[0]?.campaignId
  const key = campaignId ? system.keys.find(campaignId) : null
  if (!key) return batch.map(() => no('campaign-key-missing'))
  const consumed = await tryConsume({ ...system, person: null }, batch, key)
  if (!consumed.ok) return batch.map(() => consumed)
  const { shut } = consumed.value
  const fresh = new Set(consumed.value.fresh)
  return batch.map(one =>
    shut.has(one.slotId)
      ? no('village-counted-by-hand')
      : // Only the first of two submissions for one slot is new: delete() answers true once.
        ok({ receipt: receiptOf(key, one.slotId), first: fresh.delete(one.slotId) }),
  )
}

type Lane = { readonly waiting: Waiting[]; running: boolean }

const lanes = new WeakMap<Kysely<Database>, Map<CampaignId, Lane>>()

const laneOf = (system: System, campaignId: CampaignId): Lane => {
  const byCampaign = lanes.get(system.db) ?? new Map<CampaignId, Lane>()
  lanes.set(system.db, byCampaign)
  const lane = byCampaign.get(campaignId) ?? { waiting: [], running: false }
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
      await mixFullGroups(system, campaignId)
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
