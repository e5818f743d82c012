import { dayOf } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { upsertSealedAgain } from '#db/queries/ballots.ts'
import { listByBatch } from '#db/queries/batch-slots.ts'
import { consumeSlots, lockCollectingOf } from '#db/queries/consuming.ts'
import { insertDeviceItems } from '#db/queries/doubles.ts'
import { listConsumed, updateReplaced } from '#db/queries/participations.ts'
import { listConsumedEarlier } from '#db/queries/versions.ts'
import { keyFault } from './campaigns.server.ts'
import { type Change, type Context, change, newId, type System } from './context.server.ts'
import { sealedOf } from './preparing.server.ts'
import { againIdOf, receiptOf } from './seal.server.ts'
import type { Submission } from './submission.server.ts'

/**
 * `first`: the slot was free until now. `replaced`: the household answered again. `stands`: the slot was consumed before
 * and the earlier ballot stands, under the same receipt.
 */
export type Acknowledged = { readonly receipt: string; readonly outcome: 'first' | 'replaced' | 'stands' }

type Fault =
  | 'campaign-not-collecting'
  | 'campaign-key-missing'
  | 'village-counted-by-hand'
  | 'answered-before-reopening'
  | 'answered-by-batch'

export type Outcome = Result<Acknowledged, Fault>

/** What a batch did to its slots; a slot named nowhere was consumed before, and stands. */
type Consumed = {
  readonly fresh: ReadonlySet<SlotId>
  readonly replaced: ReadonlySet<SlotId>
  /** Slots of campaigns that collect no more. */
  readonly closed: ReadonlySet<SlotId>
  /** Free slots of villages counted by hand: they stay free. */
  readonly shut: ReadonlySet<SlotId>
  /** Slots used before the campaign was reopened: neither their ballot nor their receipt can be reached any more. */
  readonly earlier: ReadonlySet<SlotId>
  /** Slots that would answer again but came with a batch of paper sheets: nobody knows which ballot is theirs. */
  readonly byBatch: ReadonlySet<SlotId>
}

type Keys = ReadonlyMap<CampaignId, Buffer>

const keyOf = (keys: Keys, { campaignId }: Submission): Buffer => {
  const key = keys.get(campaignId)
  if (!key) throw new Error('a ballot of a campaign without a key')
  return key
}

/** Items by their keys, groups in the order of the keys. */
const groupBy = <T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const group = groups.get(nameOf(item))
    if (group) group.push(item)
    else groups.set(nameOf(item), [item])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The first of several submissions for one slot. */
const firstOfEach = (batch: readonly Submission[]): readonly Submission[] => [
  ...new Map([...batch].reverse().map(one => [one.slotId, one])).values(),
]

const slotsOf = (batch: readonly Submission[]): ReadonlySet<SlotId> => new Set(batch.map(one => one.slotId))

/** Says in the log how many ballots came, by campaign, means and who brought them. */
const recordReceived = ({ record }: Change, taken: readonly Submission[]): void => {
  for (const group of groupBy(taken, one => `${one.campaignId}|${one.collector}|${one.channel}`)) {
    const [{ campaignId, collector, channel }] = group
    const actor = collector ? ({ kind: 'account', id: collector } as const) : ({ kind: 'resident' } as const)
    record({ kind: 'ballot.received', channel, count: group.length }, { campaignId, actor })
  }
}

const keepItems = async ({ tx }: Change, taken: readonly Submission[]): Promise<void> => {
  const sent = taken.flatMap(({ campaignId, slotId, itemHash }) =>
    itemHash ? [{ campaignId, item: { idHash: itemHash, slotId, status: 'recorded' as const } }] : [],
  )
  for (const group of groupBy(sent, one => one.campaignId))
    await insertDeviceItems(
      tx,
      group[0].campaignId,
      group.map(one => one.item),
    )
}

/** Consumes the free slots of a batch and lays their ballots in the inbox. */
const consumeFree = async (
  context: Context,
  gate: Change,
  batch: readonly Submission[],
  keys: Keys,
): Promise<ReadonlySet<SlotId>> => {
  const firsts = firstOfEach(batch)
  if (firsts.length === 0) return new Set()
  const consuming = firsts.map(one => ({
    ...{ campaignId: one.campaignId, slotId: one.slotId, villageId: one.villageId, channel: one.channel },
    collector: one.collector,
    inboxId: newId(context),
    sealed: sealedOf(keyOf(keys, one), one),
  }))
  const free = new Set(await consumeSlots(gate.tx, dayOf(context.clock()), consuming))
  const taken = firsts.filter(one => free.has(one.slotId))
  await keepItems(gate, taken)
  recordReceived(gate, taken)
  return free
}

/** Lays later answers of consumed slots in the inbox, apart until closing; of the slot only "replaced" shows. */
const layAgain = async (
  { tx, record }: Change,
  batch: readonly Submission[],
  keys: Keys,
): Promise<ReadonlySet<SlotId>> => {
  const last = [...new Map(batch.map(one => [one.slotId, one])).values()]
  if (last.length === 0) return new Set()
  const means = await updateReplaced(tx, [...slotsOf(last)])
  for (const group of groupBy(last, one => one.campaignId)) {
    const [{ campaignId }] = group
    const sealed = group.flatMap(one => {
      const channel = means.get(one.slotId)
      const key = keyOf(keys, one)
      const { slotId, villageId } = one
      return channel ? [{ id: againIdOf(key, slotId), villageId, channel, sealed: sealedOf(key, one) }] : []
    })
    await upsertSealedAgain(tx, campaignId, sealed)
    const actor = { kind: 'resident' } as const
    record({ kind: 'ballot.answered-again', count: sealed.length }, { campaignId, actor })
  }
  return slotsOf(last)
}

/** Slots that others than this batch used, before a reopening; most batches have none to ask about. */
const findEarlier = async (
  { tx }: Change,
  batch: readonly Submission[],
  fresh: ReadonlySet<SlotId>,
): Promise<ReadonlySet<SlotId>> => {
  const slots = [...slotsOf(batch)].filter(slot => !fresh.has(slot))
  return slots.length === 0 ? new Set() : listConsumedEarlier(tx, slots)
}

/** Slots that came with a batch of paper sheets, of those that would answer again; few ever would. */
const findByBatch = async ({ tx }: Change, again: readonly Submission[]): Promise<ReadonlySet<SlotId>> =>
  again.length === 0 ? new Set() : listByBatch(tx, [...slotsOf(again)])

/** Free slots of villages counted by hand; those consumed before the sheet came keep their receipt. */
const findShut = async ({ tx }: Change, batch: readonly Submission[]): Promise<ReadonlySet<SlotId>> => {
  if (batch.length === 0) return new Set()
  const slots = [...slotsOf(batch)]
  const consumed = new Set(await listConsumed(tx, slots))
  return new Set(slots.filter(slot => !consumed.has(slot)))
}

const consumeLocked = async (
  context: Context,
  gate: Change,
  batch: readonly Submission[],
  keys: Keys,
): Promise<Consumed> => {
  const collecting = await lockCollectingOf(gate.tx, [...new Set(batch.map(one => one.campaignId))])
  const isByHand = (one: Submission) => collecting.get(one.campaignId)?.has(one.villageId) === true
  const reached = batch.filter(one => collecting.has(one.campaignId))
  const open = reached.filter(one => !isByHand(one))
  const fresh = await consumeFree(context, gate, open, keys)
  const earlier = await findEarlier(gate, reached, fresh)
  const asked = open.filter(one => one.again && !fresh.has(one.slotId) && !earlier.has(one.slotId))
  const byBatch = await findByBatch(gate, asked)
  const again = asked.filter(one => !byBatch.has(one.slotId))
  const replaced = await layAgain(gate, again, keys)
  const shut = await findShut(gate, reached.filter(isByHand))
  const closed = slotsOf(batch.filter(one => !collecting.has(one.campaignId)))
  return { fresh, replaced, closed, shut, earlier, byBatch }
}

/** A batch that changed nothing (everything sent before, or shut out) is undone: it leaves no trace because there is none. */
const consume = async (context: Context, batch: readonly Submission[], keys: Keys): Promise<Consumed> => {
  let consumed: Consumed | null = null
  await change<null, 'unchanged'>(context, async gate => {
    consumed = await consumeLocked(context, gate, batch, keys)
    return consumed.fresh.size + consumed.replaced.size > 0 ? ok(null) : no('unchanged')
  })
  if (consumed === null) throw new Error('a batch that was not looked at')
  return consumed
}

/** The key of each campaign of a batch, and why some have none. */
const findKeys = async (system: System, batch: readonly Submission[]) => {
  const keys = new Map<CampaignId, Buffer>()
  const faults = new Map<CampaignId, Fault>()
  for (const campaignId of new Set(batch.map(one => one.campaignId))) {
    const key = system.keys.find(campaignId)
    if (key) keys.set(campaignId, key)
    else faults.set(campaignId, await keyFault(system, campaignId))
  }
  return { keys, faults }
}

const outcomeOf = (
  one: Submission,
  consumed: Consumed,
  fresh: Set<SlotId>,
): Fault | Acknowledged['outcome'] => {
  const { slotId, again } = one
  if (consumed.closed.has(slotId)) return 'campaign-not-collecting'
  if (consumed.earlier.has(slotId)) return 'answered-before-reopening'
  if (consumed.shut.has(slotId)) return 'village-counted-by-hand'
  if (again && consumed.byBatch.has(slotId)) return 'answered-by-batch'
  // Only the first of two submissions for one slot is new: delete() answers true once.
  if (fresh.delete(slotId)) return 'first'
  return consumed.replaced.has(slotId) ? 'replaced' : 'stands'
}

/**
 * Commits a batch in one transaction, whichever campaigns its ballots are of: every transaction waits for the log's
 * head, so fewer of them carry more. An outcome for each submission, in order.
 */
export const commitBatch = async (
  system: System,
  batch: readonly Submission[],
): Promise<readonly Outcome[]> => {
  const { keys, faults } = await findKeys(system, batch)
  const able = batch.filter(one => keys.has(one.campaignId))
  const consumed = able.length > 0 ? await consume({ ...system, person: null }, able, keys) : null
  const fresh = new Set(consumed?.fresh)
  return batch.map(one => {
    const fault = faults.get(one.campaignId)
    if (fault || !consumed) return no(fault ?? 'campaign-key-missing')
    const outcome = outcomeOf(one, consumed, fresh)
    if (outcome !== 'first' && outcome !== 'replaced' && outcome !== 'stands') return no(outcome)
    return ok({ receipt: receiptOf(keyOf(keys, one), one.slotId), outcome })
  })
}
