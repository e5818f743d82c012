import type { Ballot } from '#app/ballot/ballot.ts'
import { smallestGroup } from '#app/ballot/small-groups.ts'
import { dayOf } from '#app/basics/day.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type ClosingFault, checkClosing } from '#app/paper/batch.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import type { BlankTreatment } from '#app/tally/ballots.ts'
import { tallyBallots } from '#app/tally/ballots.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { deleteHeld, listResolved } from '#db/queries/batch-keyings.ts'
import { listTicked, type TickRow, updateByBatch } from '#db/queries/batch-slots.ts'
import { findBatch, updateBatchClosed } from '#db/queries/batches.ts'
import { consumeSlots } from '#db/queries/consuming.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import {
  type BatchDesk,
  type BatchFault,
  type BatchPlace,
  holdBatch,
  permitOnOpenBatch,
} from './batches.server.ts'
import { answeredMeanwhile } from './batches-households.server.ts'
import { keyOfBatch } from './batches-keying.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { mixFullGroups } from './mixing.server.ts'
import { openKeying, sealBallot } from './seal.server.ts'

/** Sheets of a batch as the frozen rules count them: how many are valid, never what they say. */
export type ControlTotals = {
  readonly sheets: number
  readonly valid: number
  readonly invalid: number
  readonly treatment: BlankTreatment
}

const totalsOf = (ballots: readonly Ballot[], { questionnaire, rules }: Frozen): ControlTotals => {
  const treatment = countingOf(rules).blankTreatment
  const contents = contentKeys(questionnaire).length
  const { collected, invalid } = tallyBallots(
    ballots.map(ballot => ballot.answers),
    { contents, treatment },
  )
  return { sheets: collected, valid: collected - invalid, invalid, treatment }
}

type Opening = { readonly desk: BatchDesk; readonly key: Buffer }

/** What is to be counted of a batch, out of its seals. */
const openResolved = async (db: Context['db'], { desk, key }: Opening): Promise<readonly Ballot[]> => {
  const batchId = desk.batch.id
  const rows = await listResolved(db, batchId)
  return rows.map(({ sheet, reading, sealed }) => openKeying(key, { batchId, sheet, reading }, sealed))
}

export type BatchClosingDesk = BatchDesk & {
  readonly answered: readonly TickRow[]
  /** What still keeps the batch open, or null. */
  readonly fault: ClosingFault | null
  /** Null while sheets are unresolved. */
  readonly totals: ControlTotals | null
}

/** What the page that closes a batch shows: its control totals, and what still stands in the way. */
export const findBatchClosing = async (
  context: Context,
  place: BatchPlace,
): Promise<Result<BatchClosingDesk, BatchFault>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const key = keyOfBatch(context, desk.value)
  if (!key.ok) return key
  const { batch, campaign } = desk.value
  const frozen = await frozenOf(context.db, campaign.id)
  const check = checkClosing(batch.counts)
  const ballots =
    batch.counts.resolved === batch.counts.sheets
      ? await openResolved(context.db, { desk: desk.value, key: key.value })
      : null
  const answered = await answeredMeanwhile(context, desk.value)
  return ok({
    ...desk.value,
    answered,
    fault: check.ok ? null : check.error,
    totals: ballots && totalsOf(ballots, frozen),
  })
}

type Fault = BatchFault | ClosingFault | 'village-counted-by-hand'

/** Takes one at random out of those left, again and again (Fisher and Yates). */
const shuffled = <T>(context: Context, items: readonly T[]): readonly T[] => {
  const drawn = items.map(item => ({ item, lot: Buffer.from(context.random(16)).toString('hex') }))
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(one => one.item)
}

/**
 * Consumes the ticked slots and lays the ballots in the inbox, in one statement. Which ballot travels beside which slot
 * is drawn by lot and kept nowhere: a ballot is sealed with a random id in the place of a slot, so that no key leads
 * from a household to it.
 */
const consume = async (
  context: Context,
  { tx }: Change,
  { desk, key }: Opening,
  { slots, ballots }: { readonly slots: readonly SlotId[]; readonly ballots: readonly Ballot[] },
): Promise<boolean> => {
  const { batch, campaign, person } = desk
  const mixed = shuffled(context, ballots)
  const consuming = slots.flatMap((slotId, index) => {
    const ballot = mixed[index]
    if (!ballot) return []
    const enclosed = { slotId: newId(context) as SlotId, collector: person.id, ballot }
    const sealed = sealBallot(key, enclosed)
    const shared = {
      campaignId: campaign.id,
      villageId: batch.villageId,
      channel: 'paper' as const,
      collector: person.id,
    }
    return [{ ...shared, slotId, inboxId: newId(context), sealed }]
  })
  const taken = await consumeSlots(tx, dayOf(context.clock()), consuming)
  return taken.length === slots.length && mixed.length === slots.length
}

const closeLocked = async (
  context: Context,
  gate: Change,
  opening: Opening,
): Promise<Result<ControlTotals, Fault>> => {
  const { tx, record } = gate
  const { desk } = opening
  const { campaign, person } = desk
  const held = await holdBatch(gate, desk)
  if (!held.ok) return held
  const batch = await findBatch(tx, campaign.id, desk.batch.id)
  if (!batch) return no('batch-unknown')
  if ((await listSheetVillages(tx, campaign.id)).has(batch.villageId)) return no('village-counted-by-hand')
  const check = checkClosing(batch.counts)
  if (!check.ok) return check
  const slots = await listTicked(tx, batch.id)
  const ballots = await openResolved(tx, opening)
  if (!(await consume(context, gate, opening, { slots, ballots }))) return no('batch-household-answered')
  await updateByBatch(tx, slots)
  const totals = totalsOf(ballots, await frozenOf(context.db, campaign.id, tx))
  const { sheets, valid, invalid } = totals
  // Of fewer sheets the totals would say something of single households: they are not kept.
  const kept = sheets < smallestGroup ? null : { valid, invalid }
  await updateBatchClosed(tx, { id: batch.id, endedBy: person.id, endedAt: context.clock(), totals: kept })
  await deleteHeld(tx, batch.id)
  record({ kind: 'ballot.received', channel: 'paper', count: sheets }, { campaignId: campaign.id })
  const { villageName: village, number } = batch
  record({ kind: 'batch.closed', village, number, sheets }, { campaignId: campaign.id })
  return ok(totals)
}

/**
 * Closes a batch in one transaction: its households have answered on paper, its ballots wait to be mixed, its keyings are
 * gone. A household that answered by other means meanwhile keeps it open.
 */
export const closeBatch = async (
  context: Context,
  place: BatchPlace,
): Promise<Result<ControlTotals, Fault>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const key = keyOfBatch(context, desk.value)
  if (!key.ok) return key
  const opening = { desk: desk.value, key: key.value }
  const closed = await change<ControlTotals, Fault>(context, gate => closeLocked(context, gate, opening))
  // What could not be mixed waits in the inbox and is tried again with the next ballot.
  if (closed.ok) await mixFullGroups(context, desk.value.campaign.id).catch(context.onTrouble)
  return closed
}
