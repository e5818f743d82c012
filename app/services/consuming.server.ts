import { dayOf } from '#app/basics/day.ts'
import type { CampaignId, SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { upsertSealedAgain } from '#db/queries/ballots.ts'
import { listByBatch } from '#db/queries/batch-slots.ts'
import { lockCollecting } from '#db/queries/campaigns.ts'
import { consumeSlots } from '#db/queries/consuming.ts'
import { type DeviceItem, insertDeviceItems } from '#db/queries/doubles.ts'
import { listConsumed, updateReplaced } from '#db/queries/participations.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { listConsumedEarlier } from '#db/queries/versions.ts'
import { keyFault } from './campaigns.server.ts'
import { type Change, type Context, change, newId, type System } from './context.server.ts'
import { againIdOf, receiptOf, sealBallot } from './seal.server.ts'
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
  /** Free slots of villages counted by hand: they stay free. */
  readonly shut: ReadonlySet<SlotId>
  /** Slots used before the campaign was reopened: neither their ballot nor their receipt can be reached any more. */
  readonly earlier: ReadonlySet<SlotId>
  /** Slots that would answer again but came with a batch of paper sheets: nobody knows which ballot is theirs. */
  readonly byBatch: ReadonlySet<SlotId>
}

/** Groups in the order of their keys: the first item of each, and how many there are. */
const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, number])[] => {
  const groups = new Map<string, [T, number]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group[1] += 1
    else groups.set(keyOf(item), [item, 1])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The first of several submissions for one slot. */
const firstOfEach = (batch: readonly Submission[]): readonly Submission[] => [
  ...new Map([...batch].reverse().map(one => [one.slotId, one])).values(),
]

const slotsOf = (batch: readonly Submission[]): ReadonlySet<SlotId> => new Set(batch.map(one => one.slotId))

const itemsOf = (taken: readonly Submission[]): readonly DeviceItem[] =>
  taken.flatMap(({ slotId, itemHash }) =>
    itemHash ? [{ idHash: itemHash, slotId, status: 'recorded' }] : [],
  )

/** Says in the log how many ballots came, by means and by who brought them. */
const recordReceived = ({ record }: Change, campaignId: CampaignId, taken: readonly Submission[]): void => {
  for (const [{ collector, channel }, count] of countBy(taken, one => `${one.collector}|${one.channel}`)) {
    const actor = collector ? ({ kind: 'account', id: collector } as const) : ({ kind: 'resident' } as const)
    record({ kind: 'ballot.received', channel, count }, { campaignId, actor })
  }
}

/** Consumes the free slots of a batch and lays their ballots in the inbox. */
const consumeFree = async (
  context: Context,
  gate: Change,
  batch: readonly Submission[],
  key: Buffer,
): Promise<ReadonlySet<SlotId>> => {
  const firsts = firstOfEach(batch)
  const campaignId = firsts[0]?.campaignId
  if (!campaignId) return new Set()
  const where = { campaignId, day: dayOf(context.clock()) }
  const consuming = firsts.map(({ slotId, villageId, channel, collector, ballot }) => ({
    ...{ slotId, villageId, channel, collector },
    inboxId: newId(context),
    sealed: sealBallot(key, { slotId, collector, ballot }),
  }))
  const free = new Set(await consumeSlots(gate.tx, where, consuming))
  const taken = firsts.filter(one => free.has(one.slotId))
  await insertDeviceItems(gate.tx, campaignId, itemsOf(taken))
  recordReceived(gate, campaignId, taken)
  return free
}

/** Lays later answers of consumed slots in the inbox, apart until closing; of the slot only "replaced" shows. */
const layAgain = async (
  { tx, record }: Change,
  batch: readonly Submission[],
  key: Buffer,
): Promise<ReadonlySet<SlotId>> => {
  const last = [...new Map(batch.map(one => [one.slotId, one])).values()]
  const campaignId = last[0]?.campaignId
  if (!campaignId) return new Set()
  const means = await updateReplaced(
    tx,
    last.map(one => one.slotId),
  )
  const sealed = last.flatMap(({ slotId, villageId, collector, ballot }) => {
    const channel = means.get(slotId)
    return channel
      ? [
          {
            id: againIdOf(key, slotId),
            villageId,
            channel,
            sealed: sealBallot(key, { slotId, collector, ballot }),
          },
        ]
      : []
  })
  await upsertSealedAgain(tx, campaignId, sealed)
  record({ kind: 'ballot.answered-again', count: sealed.length }, { campaignId, actor: { kind: 'resident' } })
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
  key: Buffer,
): Promise<Result<Consumed, 'campaign-not-collecting'>> => {
  const campaignId = batch[0]?.campaignId
  if (!campaignId || !(await lockCollecting(gate.tx, campaignId))) return no('campaign-not-collecting')
  const byHand = await listSheetVillages(gate.tx, campaignId)
  const open = batch.filter(one => !byHand.has(one.villageId))
  const fresh = await consumeFree(context, gate, open, key)
  const earlier = await findEarlier(gate, batch, fresh)
  const asked = open.filter(one => one.again && !fresh.has(one.slotId) && !earlier.has(one.slotId))
  const byBatch = await findByBatch(gate, asked)
  const again = asked.filter(one => !byBatch.has(one.slotId))
  const replaced = await layAgain(gate, again, key)
  const shut = await findShut(
    gate,
    batch.filter(one => byHand.has(one.villageId)),
  )
  return ok({ fresh, replaced, shut, earlier, byBatch })
}

/** A batch that changed nothing (everything sent before, or shut out) is undone: it leaves no trace because there is none. */
const tryConsume = async (
  context: Context,
  batch: readonly Submission[],
  key: Buffer,
): Promise<Result<Consumed, 'campaign-not-collecting'>> => {
  let unchanged: Consumed | null = null
  const done = await change<Consumed, 'campaign-not-collecting' | 'unchanged'>(context, async gate => {
    const consumed = await consumeLocked(context, gate, batch, key)
    if (!consumed.ok || consumed.value.fresh.size + consumed.value.replaced.size > 0) return consumed
    unchanged = consumed.value
    return no('unchanged')
  })
  if (done.ok) return done
  return unchanged ? ok(unchanged) : no('campaign-not-collecting')
}

/** Commits a batch of one campaign in one transaction; an outcome for each submission, in order. */
export const commitBatch = async (
  system: System,
  batch: readonly Submission[],
): Promise<readonly Outcome[]> => {
  const campaignId = batch[0]?.campaignId
  if (!campaignId) return []
  const key = system.keys.find(campaignId)
  if (!key) {
    const fault = no(await keyFault(system, campaignId))
    return batch.map(() => fault)
  }
  const consumed = await tryConsume({ ...system, person: null }, batch, key)
  if (!consumed.ok) return batch.map(() => consumed)
  const { shut, replaced, earlier, byBatch } = consumed.value
  const fresh = new Set(consumed.value.fresh)
  return batch.map(({ slotId, again }) => {
    if (earlier.has(slotId)) return no('answered-before-reopening')
    if (shut.has(slotId)) return no('village-counted-by-hand')
    if (again && byBatch.has(slotId)) return no('answered-by-batch')
    // Only the first of two submissions for one slot is new: delete() answers true once.
    const first = fresh.delete(slotId)
    const outcome = first ? 'first' : replaced.has(slotId) ? 'replaced' : 'stands'
    return ok({ receipt: receiptOf(key, slotId), outcome })
  })
}
